package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.catalog.SystemViews;
import dev.bobbin.emulator.standin.sql.emit.Emitter;
import dev.bobbin.emulator.standin.sql.parse.TsqlParser;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds what stands after FROM, and makes its columns known to the scope. */
final class SourceBinder {

    /** Binds one element of the FROM clause in a way of its own. */
    interface Special {
        Plan.Source bind();
    }

    private final BindContext context;
    private final Scope scope;
    private final QueryExpression.@Nullable TableSource marked;
    private final @Nullable Special special;

    SourceBinder(BindContext context, Scope scope) {
        this(context, scope, null, null);
    }

    /** @param marked the element that {@code special} binds */
    SourceBinder(
            BindContext context, Scope scope, QueryExpression.@Nullable TableSource marked, @Nullable Special special) {
        this.context = context;
        this.scope = scope;
        this.marked = marked;
        this.special = special;
    }

    Plan.Source bind(QueryExpression.TableSource source) {
        if (special != null && source == marked) {
            return special.bind();
        }
        return switch (source) {
            case QueryExpression.Table table -> table(table.name(), table.alias());
            case QueryExpression.TableVariable variable -> {
                ObjectName name = ObjectName.of(variable.name());
                if (context.catalog().find(name) == null) {
                    throw new SqlError(
                            1087, "42000", "Must declare the table variable \"" + variable.name() + "\".", 15, 2);
                }
                yield table(name, variable.alias());
            }
            case QueryExpression.Derived derived -> derived(derived, null);
            case QueryExpression.ChangedRows rows ->
                throw SqlErrors.notSupported("OUTPUT of a change as the table " + rows.alias());
            case QueryExpression.TableFunction function -> new TableFunctions(context, scope).bind(function, false);
            case QueryExpression.Join join -> join(join);
            case QueryExpression.Apply apply -> apply(apply);
            case QueryExpression.Pivot pivot -> new PivotBinder(context, scope).pivot(pivot);
            case QueryExpression.Unpivot unpivot -> new PivotBinder(context, scope).unpivot(unpivot);
        };
    }

    private Plan.Source table(ObjectName name, @Nullable String alias) {
        if (name.schema() == null) {
            Scope.CommonTable common = scope.commonTable(name.name());
            if (common != null) {
                String relation = context.newRelation();
                scope.add(relation(alias == null ? name.name() : alias, null, relation, common.columns()));
                return new Plan.Scan(Emitter.quote(common.sqlName()), relation);
            }
        }
        CatalogObject object = context.catalog().find(name);
        String shown = alias == null ? name.name() : alias;
        return switch (object) {
            case CatalogObject.Table table -> {
                String relation = context.newRelation();
                scope.add(new Scope.Relation(
                        shown,
                        alias == null ? table.schema() : null,
                        fields(context, table, relation),
                        new Scope.Scanned(table, relation)));
                yield new Plan.Scan(table.sqlName(), relation);
            }
            case CatalogObject.View view -> view(view, shown, alias == null ? view.schema() : null);
            case null, default -> system(name, alias, shown);
        };
    }

    private Plan.Source system(ObjectName name, @Nullable String alias, String shown) {
        String query = name.schema() == null
                ? null
                : SystemViews.query(name.schema(), name.name(), context.catalog(), context.database(), this::columnsOf);
        if (query == null) {
            throw SqlErrors.invalidObject(name.toString());
        }
        return view(
                new CatalogObject.View(
                        name.schema() == null ? "sys" : name.schema(), name.name(), List.of(), query, query),
                shown,
                alias == null ? name.schema() : null);
    }

    private List<CatalogObject.Column> columnsOf(CatalogObject.View view) {
        Plan plan = QueryBinder.bind(context, parsed(view.query()));
        return QueryBinder.named(plan.outputs(), view.columns(), view.name()).stream()
                .map(output -> CatalogObject.Column.of(
                        output.name(),
                        output.value().type().isNull()
                                ? SqlType.INT
                                : output.value().type(),
                        true))
                .toList();
    }

    private Plan.Source view(CatalogObject.View view, String shown, @Nullable String schema) {
        Plan plan = QueryBinder.bind(context, parsed(view.query()));
        String relation = context.newRelation();
        scope.add(relation(shown, schema, relation, QueryBinder.named(plan.outputs(), view.columns(), view.name())));
        return new Plan.Derived(plan, relation);
    }

    static QueryExpression parsed(String query) {
        if (TsqlParser.parse(query).statements().getFirst().statement() instanceof Statement.Select select) {
            return select.query();
        }
        throw new IllegalStateException("not a query: " + query);
    }

    /** The columns of a table as it lies in the file. */
    static List<Scope.Field> fields(BindContext context, CatalogObject.Table table, String relation) {
        return fields(context, table, column -> new Bound.Column(relation, column.name(), column.type(), true));
    }

    /** The columns of a table whose stored ones are given; computed ones are their expression over the others. */
    static List<Scope.Field> fields(
            BindContext context, CatalogObject.Table table, Function<CatalogObject.Column, Bound> stored) {
        List<Scope.Field> fields = new ArrayList<>();
        Scope own = new Scope(context, null);
        for (CatalogObject.Column column : table.columns()) {
            if (column.computed() == null) {
                fields.add(new Scope.Field(column.name(), stored.apply(column)));
            }
        }
        own.add(new Scope.Relation(null, null, fields));
        List<Scope.Field> all = new ArrayList<>();
        int next = 0;
        for (CatalogObject.Column column : table.columns()) {
            all.add(
                    column.computed() == null
                            ? fields.get(next++)
                            : new Scope.Field(
                                    column.name(),
                                    new ExpressionBinder(context, own).bind(expression(column.computed()))));
        }
        return all;
    }

    /** The expression a text of the catalog holds, such as a default. */
    static Expression expression(String text) {
        QueryExpression query = parsed("SELECT " + text);
        if (query.body() instanceof QueryExpression.Select select
                && select.items().getFirst() instanceof QueryExpression.Value value) {
            return value.expression();
        }
        throw new IllegalStateException(text);
    }

    static Scope.Relation relation(
            @Nullable String name, @Nullable String schema, String relation, List<Output> outputs) {
        List<Scope.Field> fields = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            SqlType type = outputs.get(i).value().type();
            if (outputs.get(i).value() instanceof Bound.Collated collated) {
                throw SqlErrors.notSupported("column " + outputs.get(i).name() + " of another collation ("
                        + collated.collation() + ") in a query inside");
            }
            fields.add(new Scope.Field(
                    outputs.get(i).name(),
                    new Bound.Column(relation, "c" + (i + 1), type.isNull() ? SqlType.INT : type, false)));
        }
        return new Scope.Relation(name, schema, fields);
    }

    private Plan.Source derived(QueryExpression.Derived derived, @Nullable Scope lateral) {
        Plan plan = new QueryBinder(context, new Scope(context, lateral == null ? outer() : lateral))
                .bindInner(derived.query());
        return lateral == null
                ? derived(context, scope, plan, derived.columns(), derived.alias())
                : lateral(context, scope, plan, derived.columns(), derived.alias());
    }

    /** The plan's outputs under the names they have in the query around it: each needs one of its own. */
    private static List<Output> outputs(BindContext context, Plan plan, List<String> columns, String alias) {
        List<Output> outputs = QueryBinder.named(plan.outputs(), columns, alias);
        for (int i = 0; i < outputs.size(); i++) {
            String name = outputs.get(i).name();
            if (name.isEmpty()) {
                throw new SqlError(
                        8155,
                        "42000",
                        "No column name was specified for column " + (i + 1) + " of '" + alias + "'.",
                        16,
                        2);
            }
            if (outputs.subList(0, i).stream().anyMatch(before -> context.same(before.name(), name))) {
                throw new SqlError(
                        8156, "42000", "The column '" + name + "' was specified multiple times for '" + alias + "'.");
            }
        }
        return outputs;
    }

    /** A query as a table of its own. */
    static Plan.Source derived(BindContext context, Scope scope, Plan plan, List<String> columns, String alias) {
        String relation = context.newRelation();
        scope.add(relation(alias, null, relation, outputs(context, plan, columns, alias)));
        return new Plan.Derived(plan, relation);
    }

    /** A query that is evaluated for each row to its left. */
    static Plan.Source lateral(BindContext context, Scope scope, Plan plan, List<String> columns, String alias) {
        String relation = context.newRelation();
        Scope.Relation plain = relation(alias, null, relation, outputs(context, plan, columns, alias));
        List<Scope.Field> fields = new ArrayList<>();
        for (int i = 0; i < plain.fields().size(); i++) {
            SqlType type = plain.fields().get(i).value().type();
            if (type.is(Kind.Family.BINARY)) {
                throw SqlErrors.notSupported("APPLY with a column of type " + type);
            }
            Bound json = new Bound.Column(relation, "value", SqlType.NVARCHAR_MAX, false);
            fields.add(new Scope.Field(
                    plain.fields().get(i).name(), Bound.Sql.of(type, "json_extract({0}, '$[" + i + "]')", json)));
        }
        scope.add(new Scope.Relation(alias, null, fields));
        return new Plan.Lateral(plan, relation);
    }

    /** A derived table sees the tables around its query, not those beside it. */
    private Scope outer() {
        return scope.withoutTables();
    }

    private Plan.Source join(QueryExpression.Join join) {
        Plan.Source left = bind(join.left());
        Plan.Source right = bind(join.right());
        Bound on = new ExpressionBinder(context, scope).bindOrNull(join.on());
        String words =
                switch (join.kind()) {
                    case INNER -> "JOIN";
                    case LEFT -> "LEFT JOIN";
                    case RIGHT -> "RIGHT JOIN";
                    case FULL -> "FULL JOIN";
                    case CROSS -> "CROSS JOIN";
                };
        return new Plan.Join(words, left, right, on);
    }

    private Plan.Source apply(QueryExpression.Apply apply) {
        Plan.Source left = bind(apply.left());
        Plan.Source right =
                switch (apply.right()) {
                    case QueryExpression.Derived derived -> derived(derived, scope);
                    case QueryExpression.TableFunction function ->
                        new TableFunctions(context, scope).bind(function, true);
                    default -> throw SqlErrors.notSupported("APPLY in this form");
                };
        Bound always = apply.outer() ? Bound.Sql.of(SqlType.BOOLEAN, "1") : null;
        return new Plan.Join(apply.outer() ? "LEFT JOIN" : "CROSS JOIN", left, right, always);
    }
}
