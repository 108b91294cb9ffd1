package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.bind.BindContext;
import dev.bobbin.emulator.standin.sql.emit.Emitted;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.ChangePlan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What statements were bound and emitted to, so that one that runs again is not bound again. An entry holds as long as the
 * catalog and the types of the parameters and variables are the same; lengths of parameters count only where they make a
 * difference. The parser answers the same tree for the same text, so that trees are told apart by identity.
 */
final class PlanCache {

    private static final int MOST_ENTRIES = 500;

    /** Something that is ready to be carried out. */
    private sealed interface Ready<T> {

        /** Whether the other does the same, but for the lengths of the values it takes. */
        boolean isLike(T other);
    }

    /** A query ready to be prepared. */
    record Query(Emitted emitted, List<Output> outputs) implements Ready<Query> {
        @Override
        public boolean isLike(Query other) {
            return like(emitted, other.emitted) && outputs.equals(other.outputs);
        }
    }

    /** A change ready to be carried out; {@code emitted} is null for one in several steps. */
    record Change(ChangePlan plan, @Nullable Emitted emitted) implements Ready<Change> {
        @Override
        public boolean isLike(Change other) {
            return emitted != null
                    && other.emitted != null
                    && like(emitted, other.emitted)
                    && plan.returned().equals(other.plan.returned());
        }
    }

    private static boolean like(Emitted one, Emitted other) {
        if (!one.sql().equals(other.sql())
                || !one.functions().equals(other.functions())
                || one.inputs().size() != other.inputs().size()) {
            return false;
        }
        for (int i = 0; i < one.inputs().size(); i++) {
            Bound.Input mine = one.inputs().get(i);
            Bound.Input its = other.inputs().get(i);
            if (!mine.name().equals(its.name())
                    || mine.stored() != its.stored()
                    || !ParameterLengths.alike(mine.type(), its.type())) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param tree the statement or expression, compared by identity
     * @param detail what else the plan depends on
     */
    private record Key(
            Object tree, Object detail, int catalog, List<SqlType> parameters, Map<String, SqlType> variables) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && tree == key.tree
                    && catalog == key.catalog
                    && detail.equals(key.detail)
                    && parameters.equals(key.parameters)
                    && variables.equals(key.variables);
        }

        @Override
        public int hashCode() {
            return Objects.hash(System.identityHashCode(tree), catalog, detail, parameters, variables);
        }
    }

    /** @param ready null when lengths make a difference, so that there is one plan for each of them */
    private record Kept(@Nullable Object ready, ParameterLengths lengths) {}

    private final SessionState state;
    private final Map<Key, Kept> entries = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
            return size() > MOST_ENTRIES;
        }
    };

    PlanCache(SessionState state) {
        this.state = state;
    }

    Query query(Frame frame, Object tree, Object detail, Function<BindContext, Query> make) {
        return cached(frame, tree, detail, Query.class, make);
    }

    Change change(Frame frame, Object tree, Object detail, Function<BindContext, Change> make) {
        return cached(frame, tree, detail, Change.class, make);
    }

    private <T extends Ready<T>> T cached(
            Frame frame, Object tree, Object detail, Class<T> kind, Function<BindContext, T> make) {
        List<SqlType> exact = frame.parameterTypes();
        List<SqlType> open = ParameterLengths.open(exact);
        Map<String, SqlType> variables = Map.copyOf(frame.variableTypes());
        int catalog = state.catalog().changes();
        Key forAll = new Key(tree, detail, catalog, open, variables);
        Kept known = entries.get(forAll);
        if (known != null && kind.isInstance(known.ready()) && known.lengths().serve(exact)) {
            return kind.cast(known.ready());
        }
        Key forThese = new Key(tree, detail, catalog, exact, variables);
        Kept own = open.equals(exact) ? null : entries.get(forThese);
        if (own != null && kind.isInstance(own.ready())) {
            return kind.cast(own.ready());
        }
        T made = make.apply(frame.bindContext(exact));
        if (open.equals(exact)) {
            entries.put(forAll, new Kept(made, new ParameterLengths(exact)));
            return made;
        }
        if (known == null || known.ready() != null) {
            Kept shared = shared(frame, exact, open, made, make);
            if (shared != null) {
                entries.put(forAll, shared);
                return kind.cast(Objects.requireNonNull(shared.ready()));
            }
        }
        if (known == null) {
            entries.put(forAll, new Kept(null, new ParameterLengths(open)));
        }
        entries.put(forThese, new Kept(made, new ParameterLengths(exact)));
        return made;
    }

    /** The plan made, or the one for longer values, when the shortest ones lead to the same; else null. */
    private static <T extends Ready<T>> @Nullable Kept shared(
            Frame frame, List<SqlType> exact, List<SqlType> shortest, T made, Function<BindContext, T> make) {
        T ofShortest = attempt(frame, shortest, make);
        if (ofShortest == null || !made.isLike(ofShortest)) {
            return null;
        }
        ParameterLengths roomy = ParameterLengths.roomy(exact);
        T ofLonger = attempt(frame, roomy.types(), make);
        return ofLonger == null || !made.isLike(ofLonger)
                ? new Kept(made, new ParameterLengths(exact))
                : new Kept(ofLonger, roomy);
    }

    private static <T> @Nullable T attempt(Frame frame, List<SqlType> types, Function<BindContext, T> make) {
        try {
            return make.apply(frame.bindContext(types));
        } catch (SqlError e) {
            // No value of these types was given: nobody is to hear of it.
            return null;
        }
    }
}
