package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Bound.Role;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Which expressions may stand beside aggregates: SQLite would take any and choose a row, SQL Server refuses. */
final class Grouping {

    private Grouping() {}

    /** True when the expression holds an aggregate of its own query. */
    static boolean aggregates(Bound bound) {
        return switch (bound) {
            case Bound.Sql sql ->
                sql.role() == Role.AGGREGATE || sql.arguments().stream().anyMatch(Grouping::aggregates);
            case Bound.Collated collated -> aggregates(collated.value());
            case Bound.Invoke invoke -> invoke.arguments().stream().anyMatch(Grouping::aggregates);
            case Bound.Nested nested ->
                nested.template().startsWith("(SELECT {0}")
                        ? false
                        : nested.arguments().stream().anyMatch(Grouping::aggregates);
            default -> false;
        };
    }

    static boolean windows(Bound bound) {
        return switch (bound) {
            case Bound.Sql sql ->
                sql.role() == Role.WINDOW || sql.arguments().stream().anyMatch(Grouping::windows);
            case Bound.Invoke invoke -> invoke.arguments().stream().anyMatch(Grouping::windows);
            default -> false;
        };
    }

    /**
     * Checks that every column outside an aggregate is a group key.
     *
     * @param own the columns of this query's tables
     */
    static void check(Bound bound, List<Bound> keys, Set<Bound> own, Function<String, SqlError> error) {
        if (keys.contains(bound)) {
            return;
        }
        switch (bound) {
            case Bound.Column column -> {
                if (own.contains(column)) {
                    throw error.apply(column.name());
                }
            }
            case Bound.Sql sql -> {
                if (sql.role() != Role.AGGREGATE) {
                    sql.arguments().forEach(each -> check(each, keys, own, error));
                }
            }
            case Bound.Invoke invoke -> invoke.arguments().forEach(each -> check(each, keys, own, error));
            case Bound.Nested nested -> nested.outer().forEach(each -> check(each, keys, own, error));
            case Bound.Collated collated -> check(collated.value(), keys, own, error);
            case Bound.Constant ignored -> {}
            case Bound.Input ignored -> {}
        }
    }
}
