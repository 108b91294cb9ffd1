package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.emit.Emitted;
import dev.bobbin.emulator.standin.sql.plan.ChangePlan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What statements were bound and emitted to, so that one that runs again is not bound again. An entry holds as long as the
 * catalog and the types of the parameters and variables are the same. The parser answers the same tree for the same
 * text, so that trees are told apart by identity.
 */
final class PlanCache {

    private static final int MOST_ENTRIES = 500;

    /** A query ready to be prepared. */
    record Query(Emitted emitted, List<Output> outputs) {}

    /** A change ready to be carried out; {@code emitted} is null for one in several steps. */
    record Change(ChangePlan plan, @Nullable Emitted emitted) {}

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

    private final SessionState state;
    private final Map<Key, Object> entries = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Object> eldest) {
            return size() > MOST_ENTRIES;
        }
    };

    PlanCache(SessionState state) {
        this.state = state;
    }

    Query query(Frame frame, Object tree, Object detail, Supplier<Query> make) {
        return cached(frame, tree, detail, Query.class, make);
    }

    Change change(Frame frame, Object tree, Object detail, Supplier<Change> make) {
        return cached(frame, tree, detail, Change.class, make);
    }

    private <T> T cached(Frame frame, Object tree, Object detail, Class<T> kind, Supplier<T> make) {
        Key key = new Key(
                tree, detail, state.catalog().changes(), frame.parameterTypes(), Map.copyOf(frame.variableTypes()));
        Object known = entries.get(key);
        if (kind.isInstance(known)) {
            return kind.cast(known);
        }
        T made = make.get();
        entries.put(key, made);
        return made;
    }
}
