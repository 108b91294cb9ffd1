package dev.bobbin.emulator.standin.sql.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bound query.
 *
 * @param limit a whole number; null for all rows
 */
public record Plan(
        List<CommonTable> with,
        Body body,
        List<Order> order,
        @Nullable Bound limit,
        @Nullable Bound offset) {

    public static Plan of(Body body) {
        return new Plan(List.of(), body, List.of(), null, null);
    }

    /** The same query cut to a number of rows. */
    public Plan limitedTo(Bound rows) {
        return new Plan(with, body, order, rows, offset);
    }

    public List<Output> outputs() {
        return body.outputs();
    }

    /** A column of a result; SQLite knows it by its position: {@code c1}, {@code c2} … */
    public record Output(String name, Bound value) {}

    /** @param recursive when it reads itself */
    public record CommonTable(String name, int columns, Plan query, boolean recursive) {}

    /** @param key an expression, or an ordinal of the outputs when {@code ordinal} is above 0 */
    public record Order(@Nullable Bound key, int ordinal, String collation, boolean descending) {}

    public sealed interface Body {
        List<Output> outputs();
    }

    public record Select(
            boolean distinct,
            List<Output> outputs,
            @Nullable Source from,
            @Nullable Bound where,
            List<Bound> groupBy,
            @Nullable Bound having)
            implements Body {}

    public record Values(List<Output> outputs, List<List<Bound>> rows) implements Body {}

    public record SetOperation(String operator, Body left, Body right) implements Body {
        @Override
        public List<Output> outputs() {
            return left.outputs();
        }
    }

    /** The two halves of a recursive common table, which has a hidden last column. */
    public record Recursive(SetOperation union, List<Output> outputs) implements Body {}

    /** A query in brackets with an order or limit of its own. */
    public record Nested(Plan query) implements Body {
        @Override
        public List<Output> outputs() {
            return query.outputs();
        }
    }

    /** What rows come from. */
    public sealed interface Source {}

    /** A table or common table; {@code sqlName} is already quoted. */
    public record Scan(String sqlName, String relation) implements Source {}

    public record Derived(Plan query, String relation) implements Source {}

    /** A query that reads columns of what stands to its left: evaluated for each row. */
    public record Lateral(Plan query, String relation) implements Source {}

    /** A table function of SQLite over an expression that yields JSON. */
    public record JsonRows(Bound json, String relation) implements Source {}

    /** Numbers from one to another, step by step; its only column is {@code c1}. */
    public record Series(Bound start, Bound stop, Bound step, String relation) implements Source {}

    public record Join(
            String words,
            Source left,
            Source right,
            @Nullable Bound on) implements Source {}
}
