package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import dev.bobbin.emulator.standin.sql.types.TypeRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds queries: common tables, select lists, groups, set operations, order and limits. */
public final class QueryBinder {

    private static final int DEFAULT_RECURSION = 100;

    private final BindContext context;
    private final Scope scope;

    QueryBinder(BindContext context, Scope scope) {
        this.context = context;
        this.scope = scope;
    }

    /** Binds a query that stands alone. */
    public static Plan bind(BindContext context, QueryExpression query) {
        return new QueryBinder(context, new Scope(context, null)).bind(query);
    }

    Plan bind(QueryExpression query) {
        List<Plan.CommonTable> with = new ArrayList<>();
        for (QueryExpression.CommonTable table : query.with()) {
            with.add(commonTable(table, query.maxRecursion()));
        }
        if (query.document() == null) {
            return rows(query, with);
        }
        Plan document = new DocumentBinder(context).document(rows(query, List.of()), query, query.document(), scope);
        return new Plan(with, document.body(), List.of(), null, null);
    }

    private Plan rows(QueryExpression query, List<Plan.CommonTable> with) {
        if (query.body() instanceof QueryExpression.Select select) {
            return select(query, select, with);
        }
        Plan.Body body = body(query.body());
        return new Plan(
                with,
                body,
                new OrderBinder(context).ordinals(query.orderBy(), body),
                RowCounts.fetch(query.fetch(), new ExpressionBinder(context, scope)),
                RowCounts.offset(query.offset(), new ExpressionBinder(context, scope)));
    }

    /** Binds a query inside another, where an order that cuts nothing makes no sense. */
    Plan bindInner(QueryExpression query) {
        boolean cut = query.offset() != null
                || query.document() != null
                || query.body() instanceof QueryExpression.Select select && select.top() != null;
        if (!query.orderBy().isEmpty() && !cut) {
            throw SqlErrors.orderInView();
        }
        return bind(query);
    }

    private Plan.Body body(QueryExpression.Body body) {
        return switch (body) {
            case QueryExpression.Select select -> {
                Plan plan = new QueryBinder(context, new Scope(context, scope)).select(bare(select), select, List.of());
                yield plan.limit() == null ? plan.body() : new Plan.Nested(plan);
            }
            case QueryExpression.Values values -> ValuesBinder.bind(values, new ExpressionBinder(context, scope));
            case QueryExpression.Nested nested ->
                new Plan.Nested(new QueryBinder(context, new Scope(context, scope)).bind(nested.query()));
            case QueryExpression.SetOperation operation -> setOperation(operation);
        };
    }

    private static QueryExpression bare(QueryExpression.Body body) {
        return new QueryExpression(List.of(), body, List.of(), null, null, null, null);
    }

    private Plan.Body setOperation(QueryExpression.SetOperation operation) {
        Plan.Body left = body(operation.left());
        Plan.Body right = body(operation.right());
        if (left.outputs().size() != right.outputs().size()) {
            throw new SqlError(
                    205,
                    "42000",
                    "All queries combined using a UNION, INTERSECT or EXCEPT operator must have an equal number of expressions in their target lists.");
        }
        List<SqlType> types = new ArrayList<>();
        for (int i = 0; i < left.outputs().size(); i++) {
            types.add(TypeRules.common(
                    left.outputs().get(i).value().type(),
                    right.outputs().get(i).value().type()));
        }
        boolean all = operation.all() && operation.operator().equals("UNION");
        if (operation.all() && !all) {
            throw SqlErrors.keywordSyntaxNear("ALL");
        }
        Plan.Body typedLeft = Outputs.withTypes(left, types, context, !all);
        return new Plan.SetOperation(
                all ? "UNION ALL" : operation.operator(), typedLeft, Outputs.withTypes(right, types, context, !all));
    }

    Plan.CommonTable commonTable(QueryExpression.CommonTable table, @Nullable Integer maxRecursion) {
        String sqlName = context.newRelation();
        boolean recursive = table.query().body() instanceof QueryExpression.SetOperation operation
                && operation.all()
                && Mentions.table(operation.right(), table.name());
        Plan plan;
        if (recursive) {
            plan = recursiveTable(table, sqlName, maxRecursion == null ? DEFAULT_RECURSION : maxRecursion);
        } else {
            plan = new QueryBinder(context, new Scope(context, scope)).bindInner(table.query());
        }
        scope.add(new Scope.CommonTable(table.name(), sqlName, named(plan.outputs(), table.columns(), table.name())));
        return new Plan.CommonTable(sqlName, plan.outputs().size() + (recursive ? 1 : 0), plan, recursive);
    }

    /** A hidden last column counts the levels, for MAXRECURSION. */
    private Plan recursiveTable(QueryExpression.CommonTable table, String sqlName, int maxRecursion) {
        QueryExpression.SetOperation operation =
                (QueryExpression.SetOperation) table.query().body();
        Plan.Body anchor = body(operation.left());
        List<SqlType> types =
                anchor.outputs().stream().map(output -> output.value().type()).toList();
        Scope inner = new Scope(context, scope);
        inner.add(new Scope.CommonTable(table.name(), sqlName, named(anchor.outputs(), table.columns(), table.name())));
        Plan.Body step = new QueryBinder(context, inner).body(operation.right());
        for (int i = 0; i < types.size(); i++) {
            if (!step.outputs().get(i).value().type().kind().equals(types.get(i).kind())) {
                throw new SqlError(
                        240,
                        "42000",
                        "Types don't match between the anchor and the recursive part in column \""
                                + anchor.outputs().get(i).name() + "\" of recursive query \"" + table.name() + "\".");
            }
        }
        Plan.Body typed = Outputs.withTypes(step, types, context, false);
        if (!(typed instanceof Plan.Select select) || select.from() == null) {
            throw SqlErrors.notSupported("recursive common table expression in this form");
        }
        String hidden = "c" + (types.size() + 1);
        Bound level = Bound.Sql.of(
                SqlType.INT,
                "{0} + 1",
                new Bound.Column(Mentions.relationOf(select.from(), sqlName), hidden, SqlType.INT, false));
        Bound checked = maxRecursion == 0
                ? level
                : Coercion.call("$recursion", SqlType.INT, level, Coercion.number(maxRecursion));
        Plan.Body counted = new Plan.Select(
                select.distinct(),
                added(select.outputs(), checked),
                select.from(),
                select.where(),
                select.groupBy(),
                select.having());
        Plan.Body start = new Plan.Select(
                false,
                added(positions(anchor.outputs()), Coercion.number(0)),
                new Plan.Derived(Plan.of(anchor), "a"),
                null,
                List.of(),
                null);
        return new VisibleColumns(types.size()).of(Plan.of(new Plan.SetOperation("UNION ALL", start, counted)));
    }

    /** Keeps the hidden column out of what the query's outputs say. */
    private record VisibleColumns(int count) {
        Plan of(Plan plan) {
            Plan.SetOperation operation = (Plan.SetOperation) plan.body();
            return new Plan(
                    plan.with(),
                    new Plan.Recursive(operation, operation.outputs().subList(0, count)),
                    plan.order(),
                    null,
                    null);
        }
    }

    private static List<Output> positions(List<Output> outputs) {
        List<Output> result = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            result.add(new Output(
                    outputs.get(i).name(),
                    new Bound.Column("a", "c" + (i + 1), outputs.get(i).value().type(), false)));
        }
        return result;
    }

    private static List<Output> added(List<Output> outputs, Bound last) {
        List<Output> result = new ArrayList<>(outputs);
        result.add(new Output("", last));
        return result;
    }

    /** Outputs under the names a list of columns gives them. */
    public static List<Output> named(List<Output> outputs, List<String> names, String table) {
        if (names.isEmpty()) {
            return outputs;
        }
        if (names.size() != outputs.size()) {
            throw new SqlError(
                    names.size() > outputs.size() ? 8158 : 8159,
                    "42000",
                    "'" + table + "' has " + (names.size() > outputs.size() ? "more" : "fewer")
                            + " columns than were specified in the column list.");
        }
        List<Output> result = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            result.add(new Output(names.get(i), outputs.get(i).value()));
        }
        return result;
    }

    private Plan select(QueryExpression query, QueryExpression.Select select, List<Plan.CommonTable> with) {
        Plan.Source from = select.from() == null ? null : new SourceBinder(context, scope).bind(select.from());
        ExpressionBinder expressions = new ExpressionBinder(context, scope);
        Bound where = expressions.bindOrNull(select.where());
        if (where != null && Grouping.aggregates(where)) {
            throw SqlErrors.aggregateInWhere();
        }
        SelectRules.requireNoWindow(where);
        List<List<Bound>> sets = sets(select.groupBy(), expressions);
        List<Bound> keys = sets.stream().flatMap(List::stream).distinct().toList();
        List<Output> outputs = outputs(select.items(), expressions);
        Bound having = expressions.bindOrNull(select.having());
        SelectRules.requireNoWindow(having);
        keys.forEach(SelectRules::requireNoWindow);
        List<Plan.Order> order = new OrderBinder(context).order(query.orderBy(), select, outputs, expressions);
        boolean grouped = !select.groupBy().isEmpty()
                || having != null
                || outputs.stream().anyMatch(output -> Grouping.aggregates(output.value()));
        if (grouped) {
            checkGroups(outputs, having, order, keys);
        }
        boolean asks = outputs.stream().anyMatch(output -> GroupingSets.asks(output.value()))
                || having != null && GroupingSets.asks(having)
                || order.stream().anyMatch(item -> item.key() != null && GroupingSets.asks(item.key()));
        if (asks || select.groupBy().stream().anyMatch(QueryExpression.GroupSets.class::isInstance)) {
            GroupingSets.Expanded expanded = new GroupingSets(context)
                    .expand(
                            new GroupingSets.Grouped(select.distinct(), outputs, from, where, having, order),
                            keys,
                            sets);
            return cut(query, select, with, expanded.body(), expanded.order(), expressions);
        }
        List<Bound> collatedKeys =
                keys.stream().map(key -> Outputs.groupKey(key, context)).toList();
        List<Output> collatedOutputs = select.distinct()
                ? outputs.stream()
                        .map(output -> new Output(output.name(), Outputs.collated(output.value(), context, true)))
                        .toList()
                : outputs;
        Plan.Select body = new Plan.Select(select.distinct(), collatedOutputs, from, where, collatedKeys, having);
        return cut(query, select, with, body, order, expressions);
    }

    private Plan cut(
            QueryExpression query,
            QueryExpression.Select select,
            List<Plan.CommonTable> with,
            Plan.Select body,
            List<Plan.Order> order,
            ExpressionBinder expressions) {
        if (select.top() != null) {
            if (query.offset() != null) {
                throw new SqlError(
                        10741, "42000", "A TOP can not be used in the same query or sub-query as a OFFSET.", 15, 2);
            }
            return new TopBinder(context, expressions).top(select.top(), with, body, order);
        }
        return new Plan(
                with,
                body,
                order,
                RowCounts.fetch(query.fetch(), new ExpressionBinder(context, scope)),
                RowCounts.offset(query.offset(), new ExpressionBinder(context, scope)));
    }

    /** The sets of keys the rows are grouped by: all combinations of what the elements of GROUP BY say. */
    private static List<List<Bound>> sets(List<QueryExpression.Grouping> groupings, ExpressionBinder expressions) {
        List<List<Bound>> sets = List.of(List.of());
        for (QueryExpression.Grouping grouping : groupings) {
            List<List<Bound>> own =
                    switch (grouping) {
                        case QueryExpression.GroupKey key -> List.of(List.of(groupKey(key.expression(), expressions)));
                        case QueryExpression.GroupSets written ->
                            written.sets().stream()
                                    .map(set -> set.stream()
                                            .map(key -> groupKey(key, expressions))
                                            .toList())
                                    .toList();
                    };
            List<List<Bound>> combined = new ArrayList<>();
            for (List<Bound> left : sets) {
                for (List<Bound> right : own) {
                    List<Bound> joined = new ArrayList<>(left);
                    right.stream().filter(key -> !joined.contains(key)).forEach(joined::add);
                    combined.add(joined);
                }
            }
            sets = combined;
        }
        return sets;
    }

    private static Bound groupKey(Expression written, ExpressionBinder expressions) {
        Bound key = expressions.bind(written);
        if (Grouping.aggregates(key)) {
            throw new SqlError(
                    144,
                    "42000",
                    "Cannot use an aggregate or a subquery in an expression used for the group by list of a GROUP BY clause.",
                    15,
                    1);
        }
        if (key instanceof Bound.Constant) {
            throw new SqlError(
                    164,
                    "42000",
                    "Each GROUP BY expression must contain at least one column that is not an outer reference.",
                    15,
                    1);
        }
        return key;
    }

    private void checkGroups(List<Output> outputs, @Nullable Bound having, List<Plan.Order> order, List<Bound> keys) {
        Set<Bound> own = new HashSet<>();
        scope.relations().forEach(relation -> relation.fields().forEach(field -> own.add(field.value())));
        Function<String, SqlError> inList = name -> SqlErrors.notInGroup(qualified(name));
        outputs.forEach(output -> Grouping.check(output.value(), keys, own, inList));
        if (having != null) {
            Grouping.check(having, keys, own, name -> SqlErrors.notInGroupForHaving(qualified(name)));
        }
        for (Plan.Order item : order) {
            if (item.key() != null) {
                Grouping.check(item.key(), keys, own, name -> SqlErrors.notInGroupForOrder(qualified(name)));
            }
        }
    }

    /** A column as messages name it, with its table. */
    private String qualified(String sqlColumn) {
        for (Scope.Relation relation : scope.relations()) {
            for (Scope.Field field : relation.fields()) {
                if (field.value() instanceof Bound.Column column
                        && column.name().equals(sqlColumn)) {
                    String table = relation.name() == null ? "" : relation.name() + ".";
                    return (relation.schema() == null ? "" : relation.schema() + ".") + table + field.name();
                }
            }
        }
        return sqlColumn;
    }

    private List<Output> outputs(List<QueryExpression.Item> items, ExpressionBinder expressions) {
        List<Output> outputs = new ArrayList<>();
        SelectRules.requireOneNumber(items);
        for (QueryExpression.Item item : items) {
            switch (item) {
                case QueryExpression.Star star ->
                    scope.star(star.qualifier()).forEach(field -> outputs.add(new Output(field.name(), field.value())));
                case QueryExpression.Value value ->
                    outputs.add(new Output(name(value), scalar(expressions.bind(value.expression()))));
                case QueryExpression.Assignment assignment ->
                    outputs.add(new Output("", scalar(expressions.bind(assignment.expression()))));
            }
        }
        return outputs;
    }

    private static Bound scalar(Bound value) {
        if (value.type().equals(SqlType.BOOLEAN)) {
            throw SqlErrors.syntaxNear("=");
        }
        return value;
    }

    private static String name(QueryExpression.Value value) {
        if (value.alias() != null) {
            return value.alias();
        }
        return value.expression() instanceof Expression.Column column ? column.name() : "";
    }
}
