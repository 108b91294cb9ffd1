package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ROLLUP, CUBE and GROUPING SETS: the query once for each set, with NULL for the keys the set leaves out. */
final class GroupingSets {

    /** The template of GROUPING and GROUPING_ID until the set is known. */
    static final String MARK = "GROUPING";

    private final BindContext context;

    GroupingSets(BindContext context) {
        this.context = context;
    }

    /** True when the expression asks which keys its row is grouped by. */
    static boolean asks(Bound bound) {
        return switch (bound) {
            case Bound.Sql sql ->
                sql.template().equals(MARK) || sql.arguments().stream().anyMatch(GroupingSets::asks);
            case Bound.Invoke invoke -> invoke.arguments().stream().anyMatch(GroupingSets::asks);
            default -> false;
        };
    }

    /** What the sets are applied to: a query whose expressions are bound over all keys. */
    record Grouped(
            boolean distinct,
            List<Output> outputs,
            Plan.@Nullable Source from,
            @Nullable Bound where,
            @Nullable Bound having,
            List<Plan.Order> order) {}

    /** The union of the query's sets, as a select over it with the same outputs, and the order over those. */
    record Expanded(Plan.Select body, List<Plan.Order> order) {}

    Expanded expand(Grouped query, List<Bound> keys, List<List<Bound>> sets) {
        if (query.outputs().stream().anyMatch(output -> Grouping.windows(output.value()))) {
            throw SqlErrors.notSupported("window functions beside ROLLUP, CUBE or GROUPING SETS");
        }
        Plan.Body union = null;
        List<Output> first = List.of();
        for (List<Bound> set : sets) {
            Plan.Select branch = branch(query, keys, set);
            first = union == null ? branch.outputs() : first;
            union = union == null ? branch : new Plan.SetOperation("UNION ALL", union, branch);
        }
        String relation = context.newRelation();
        List<Output> visible = new ArrayList<>();
        for (int i = 0; i < query.outputs().size(); i++) {
            Output output = query.outputs().get(i);
            visible.add(
                    new Output(output.name(), column(relation, i, output.value().type())));
        }
        List<Plan.Order> order = new ArrayList<>();
        for (int i = 0; i < query.order().size(); i++) {
            Plan.Order item = query.order().get(i);
            SqlType type = first.get(query.outputs().size() + i).value().type();
            order.add(new Plan.Order(
                    column(relation, query.outputs().size() + i, type), 0, item.collation(), item.descending()));
        }
        Plan.Source source = new Plan.Derived(Plan.of(java.util.Objects.requireNonNull(union)), relation);
        return new Expanded(new Plan.Select(query.distinct(), visible, source, null, List.of(), null), order);
    }

    private static Bound column(String relation, int index, SqlType type) {
        return new Bound.Column(relation, "c" + (index + 1), type, false);
    }

    private Plan.Select branch(Grouped query, List<Bound> keys, List<Bound> set) {
        List<Output> outputs = new ArrayList<>();
        query.outputs().forEach(output -> outputs.add(new Output(output.name(), only(output.value(), keys, set))));
        for (Plan.Order item : query.order()) {
            outputs.add(new Output("", item.key() == null ? Coercion.number(0) : only(item.key(), keys, set)));
        }
        // A set without keys is one group, of no rows too; an aggregate in HAVING tells SQLite so.
        Bound having = query.having() == null
                ? set.isEmpty()
                        ? new Bound.Sql("COUNT(*) >= 0", List.of(), SqlType.BOOLEAN, Bound.Role.AGGREGATE)
                        : null
                : only(query.having(), keys, set);
        List<Bound> collated =
                set.stream().map(key -> Outputs.groupKey(key, context)).toList();
        return new Plan.Select(false, outputs, query.from(), query.where(), collated, having);
    }

    /** The expression as it is within one set. */
    private static Bound only(Bound bound, List<Bound> keys, List<Bound> set) {
        if (keys.contains(bound)) {
            return set.contains(bound) ? bound : new Bound.Constant(null, bound.type());
        }
        return switch (bound) {
            case Bound.Sql sql
            when sql.role() == Bound.Role.AGGREGATE ->
                sql.template().equals(MARK) ? new Bound.Constant(bits(sql.arguments(), keys, set), sql.type()) : sql;
            case Bound.Sql sql ->
                new Bound.Sql(sql.template(), each(sql.arguments(), keys, set), sql.type(), sql.role());
            case Bound.Invoke invoke -> new Bound.Invoke(invoke.function(), each(invoke.arguments(), keys, set));
            case Bound.Nested nested
            when nested.outer().stream().anyMatch(keys::contains) ->
                throw SqlErrors.notSupported("a subquery that reads a key of ROLLUP, CUBE or GROUPING SETS");
            default -> bound;
        };
    }

    private static List<Bound> each(List<Bound> arguments, List<Bound> keys, List<Bound> set) {
        return arguments.stream().map(argument -> only(argument, keys, set)).toList();
    }

    /** One bit for each argument, the last the lowest: set where the row is not grouped by it. */
    private static long bits(List<Bound> arguments, List<Bound> keys, List<Bound> set) {
        long bits = 0;
        for (Bound argument : arguments) {
            if (!keys.contains(argument)) {
                throw new SqlError(
                        8161,
                        "42000",
                        "Argument " + (arguments.indexOf(argument) + 1)
                                + " of the GROUPING function does not match any of the expressions in the GROUP BY clause.");
            }
            bits = bits << 1 | (set.contains(argument) ? 0 : 1);
        }
        return bits;
    }
}
