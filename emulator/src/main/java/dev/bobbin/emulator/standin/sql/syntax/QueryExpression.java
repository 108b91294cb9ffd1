package dev.bobbin.emulator.standin.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole query: common table expressions, body, order and what is cut from it.
 *
 * @param maxRecursion of OPTION (MAXRECURSION n), 0 for no limit; null when not written
 */
public record QueryExpression(
        List<CommonTable> with,
        Body body,
        List<Expression.OrderItem> orderBy,
        @Nullable Expression offset,
        @Nullable Expression fetch,
        @Nullable Document document,
        @Nullable Integer maxRecursion) {

    public record CommonTable(String name, List<String> columns, QueryExpression query) {}

    /** What FOR makes of all rows: one text. */
    public sealed interface Document {}

    /** FOR JSON. {@code root} is null without ROOT. */
    public record ForJson(boolean auto, @Nullable String root, boolean includeNulls, boolean withoutWrapper)
            implements Document {}

    /**
     * FOR XML PATH, or RAW.
     *
     * @param element of each row; empty for none
     * @param root null without ROOT
     * @param elements columns of RAW become elements, not attributes
     * @param nulls XSINIL: NULL is shown
     * @param typed TYPE: the result is XML, not text
     */
    public record ForXml(
            boolean path, String element, @Nullable String root, boolean elements, boolean nulls, boolean typed)
            implements Document {}

    /** What stands between WITH and ORDER BY. */
    public sealed interface Body {}

    public record Select(
            boolean distinct,
            @Nullable Top top,
            List<Item> items,
            @Nullable ObjectName into,
            @Nullable TableSource from,
            @Nullable Expression where,
            List<Grouping> groupBy,
            @Nullable Expression having)
            implements Body {}

    public record Values(List<List<Expression>> rows) implements Body {}

    /** {@code UNION}, {@code EXCEPT} or {@code INTERSECT}. */
    public record SetOperation(String operator, boolean all, Body left, Body right) implements Body {}

    /** A query in brackets inside a set operation, with an order of its own. */
    public record Nested(QueryExpression query) implements Body {}

    public record Top(Expression count, boolean percent, boolean withTies) {}

    /** One element of the select list. */
    public sealed interface Item {}

    /** {@code *} or {@code t.*}. */
    public record Star(@Nullable ObjectName qualifier) implements Item {}

    public record Value(Expression expression, @Nullable String alias) implements Item {}

    /** {@code @v = expression}; the operator is {@code =} or a compound one such as {@code +=}. */
    public record Assignment(String variable, String operator, Expression expression) implements Item {}

    /** One element of GROUP BY; a plain expression is a single set of one. */
    public sealed interface Grouping {}

    public record GroupKey(Expression expression) implements Grouping {}

    /** ROLLUP, CUBE and GROUPING SETS, written out as the sets they mean. */
    public record GroupSets(List<List<Expression>> sets) implements Grouping {}

    /** What stands after FROM. */
    public sealed interface TableSource {}

    public record Table(ObjectName name, @Nullable String alias) implements TableSource {}

    public record TableVariable(String name, @Nullable String alias) implements TableSource {}

    public record Derived(QueryExpression query, String alias, List<String> columns) implements TableSource {}

    /** The OUTPUT of a change, as INSERT … SELECT may read it. */
    public record ChangedRows(Statement change, String alias, List<String> columns) implements TableSource {}

    /** A table function such as STRING_SPLIT; {@code schema} holds the columns of OPENJSON … WITH. */
    public record TableFunction(
            Expression.Call call,
            List<JsonColumn> schema,
            @Nullable String alias,
            List<String> columns) implements TableSource {}

    public record JsonColumn(
            String name, TypeRef type, @Nullable String path, boolean asJson) {}

    public enum JoinKind {
        INNER,
        LEFT,
        RIGHT,
        FULL,
        CROSS
    }

    public record Join(
            JoinKind kind,
            TableSource left,
            TableSource right,
            @Nullable Expression on) implements TableSource {}

    public record Apply(boolean outer, TableSource left, TableSource right) implements TableSource {}

    public record Pivot(TableSource source, Expression.Call aggregate, String column, List<String> values, String alias)
            implements TableSource {}

    public record Unpivot(TableSource source, String value, String name, List<String> columns, String alias)
            implements TableSource {}
}
