package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.ChangePlan;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds INSERT. */
final class InsertBinder {

    private final BindContext context;
    private final boolean identityInsert;

    InsertBinder(BindContext context, boolean identityInsert) {
        this.context = context;
        this.identityInsert = identityInsert;
    }

    ChangePlan bind(Statement.Insert insert) {
        ObjectName name = insert.target().name();
        CatalogObject object = context.catalog().find(name);
        if (object instanceof Table table) {
            return bind(insert, table, written -> ChangeBinder.column(context, table, written));
        }
        if (object instanceof CatalogObject.View) {
            Scope scope = new Scope(context, null);
            ChangeTarget target = new TargetBinder(context, scope, List.of(), insert.columns()).bind(name, null);
            Statement.Insert named = insert.columns().isEmpty()
                    ? insert.over(List.copyOf(target.columns().keySet()))
                    : insert;
            return bind(named, target.table(), written -> target.column(written, context));
        }
        throw SqlErrors.invalidObject(name.toString());
    }

    private ChangePlan bind(Statement.Insert insert, Table table, Function<String, Column> resolve) {
        RowBinder rows = new RowBinder(context, table, identityInsert);
        List<Column> targets = rows.targets(insert.columns(), resolve);
        List<Column> filled = rows.filled(targets);
        List<String> names = filled.stream().map(Column::name).toList();
        boolean staged = insert.outputs().stream().anyMatch(output -> output.into() != null);
        List<Output> returned = staged
                ? List.of()
                : OutputBinder.returning(
                        context,
                        table,
                        insert.outputs().isEmpty() ? null : insert.outputs().getFirst(),
                        "inserted");
        return switch (insert.source()) {
            case Statement.DefaultValues ignored -> {
                List<Bound> cells = rows.cells(filled, 0, List.of());
                yield finish(insert, table, filled, names, List.of(cells), null, returned, staged);
            }
            case Statement.FromQuery from -> {
                if (values(from.query(), insert) instanceof QueryExpression.Values values) {
                    List<List<Bound>> bound = values(insert, rows, targets, filled, values);
                    yield finish(insert, table, filled, names, bound, null, returned, staged);
                }
                Plan query = query(insert, rows, targets, filled, from.query());
                yield finish(insert, table, filled, names, List.of(), query, returned, staged);
            }
            case Statement.FromExecute ignored -> throw SqlErrors.notSupported("INSERT … EXECUTE");
        };
    }

    private static QueryExpression.@Nullable Values values(QueryExpression query, Statement.Insert insert) {
        return query.body() instanceof QueryExpression.Values values
                        && query.orderBy().isEmpty()
                        && insert.top() == null
                ? values
                : null;
    }

    private ChangePlan finish(
            Statement.Insert insert,
            Table table,
            List<Column> filled,
            List<String> names,
            List<List<Bound>> values,
            @Nullable Plan query,
            List<Output> returned,
            boolean staged) {
        if (!staged) {
            return new ChangePlan.Insert(table, names, values, query, returned);
        }
        StageBuilder stage =
                new StageBuilder(context, table, Coercion.number(1), new Bound.Constant(null, SqlType.BIGINT));
        // The cells are in the form of the table already; as columns of the rows below they only pass through.
        Plan rows = query != null ? query : Plan.of(new Plan.Values(columns(filled), values));
        for (int i = 0; i < filled.size(); i++) {
            stage.fresh(filled.get(i), new Bound.Column("s", "c" + (i + 1), SqlType.NULL, false));
        }
        stage.step(ChangePlan.Action.INSERT, 1, filled);
        return stage.finish(
                outputs -> Plan.of(new Plan.Select(false, outputs, new Plan.Derived(rows, "s"), null, List.of(), null)),
                insert.outputs(),
                false,
                null);
    }

    private static List<Output> columns(List<Column> filled) {
        List<Output> outputs = new ArrayList<>();
        for (int i = 0; i < filled.size(); i++) {
            outputs.add(new Output(
                    "", new Bound.Column("", "c" + (i + 1), filled.get(i).type(), false)));
        }
        return outputs;
    }

    private List<List<Bound>> values(
            Statement.Insert insert,
            RowBinder rows,
            List<Column> targets,
            List<Column> filled,
            QueryExpression.Values values) {
        ExpressionBinder expressions = new ExpressionBinder(context, new Scope(context, null));
        List<List<Bound>> bound = new ArrayList<>();
        for (List<Expression> row : values.rows()) {
            if (row.size() != targets.size()) {
                throw insert.columns().isEmpty()
                        ? SqlErrors.insertColumns()
                        : SqlErrors.columnCountMismatch(targets.size() > row.size());
            }
            List<@Nullable Bound> cells = new ArrayList<>();
            for (Expression value : row) {
                cells.add(value instanceof Expression.Default ? null : expressions.bind(value));
            }
            bound.add(rows.cells(filled, targets.size(), cells));
        }
        return bound;
    }

    private Plan query(
            Statement.Insert insert, RowBinder rows, List<Column> targets, List<Column> filled, QueryExpression query) {
        Scope scope = new Scope(context, null);
        List<Plan.CommonTable> with = ChangeBinder.with(context, scope, insert.with(), query.maxRecursion());
        Plan plan = new QueryBinder(context, new Scope(context, scope)).bind(query);
        int given = plan.outputs().size();
        if (given != targets.size()) {
            throw new SqlError(
                    given > targets.size() ? 121 : 120,
                    "21S01",
                    "The select list for the INSERT statement contains " + (given > targets.size() ? "more" : "fewer")
                            + " items than the insert list. The number of SELECT values must match the number of INSERT columns.");
        }
        List<Bound> values = new ArrayList<>();
        for (int i = 0; i < given; i++) {
            values.add(new Bound.Column(
                    "s", "c" + (i + 1), plan.outputs().get(i).value().type(), false));
        }
        List<Output> cells = rows.cells(filled, given, values).stream()
                .map(cell -> new Output("", cell))
                .toList();
        Bound limit = insert.top() == null ? null : limit(insert.top(), plan);
        // A limit keeps SQLite from merging the query into this one: identities are then given in its order.
        Plan inner = plan.order().isEmpty() || plan.limit() != null ? plan : plan.limitedTo(Coercion.number(-1));
        // WHERE 1 keeps SQLite from reading a following ON as part of a join.
        Bound always = Bound.Sql.of(SqlType.BOOLEAN, "1");
        return new Plan(
                with,
                new Plan.Select(false, cells, new Plan.Derived(inner, "s"), always, List.of(), null),
                List.of(),
                limit,
                null);
    }

    private Bound limit(QueryExpression.Top top, Plan rows) {
        return TopBinder.limit(top, rows, new ExpressionBinder(context, new Scope(context, null)));
    }
}
