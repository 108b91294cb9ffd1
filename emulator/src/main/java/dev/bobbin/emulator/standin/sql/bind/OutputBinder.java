package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.ChangePlan;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds the columns of OUTPUT. */
final class OutputBinder {

    private final BindContext context;
    private final Scope scope;

    /** @param scope holds the relations inserted, deleted and those of the source, as far as they are in reach */
    OutputBinder(BindContext context, Scope scope) {
        this.context = context;
        this.scope = scope;
    }

    /** For RETURNING, which knows the changed row only. */
    static List<Output> returning(
            BindContext context, CatalogObject.Table table, Statement.@Nullable Output output, String relation) {
        if (output == null) {
            return List.of();
        }
        Scope scope = new Scope(context, null);
        scope.add(new Scope.Relation(relation, null, SourceBinder.fields(context, table, "")));
        return new OutputBinder(context, scope).outputs(output.items());
    }

    List<Output> outputs(List<QueryExpression.Item> items) {
        ExpressionBinder expressions = new ExpressionBinder(context, scope);
        List<Output> outputs = new ArrayList<>();
        for (QueryExpression.Item item : items) {
            switch (item) {
                case QueryExpression.Star star ->
                    scope.star(star.qualifier()).forEach(field -> outputs.add(new Output(field.name(), field.value())));
                case QueryExpression.Value value -> {
                    String name = value.alias() != null
                            ? value.alias()
                            : value.expression() instanceof Expression.Column column ? column.name() : "";
                    outputs.add(new Output(name, expressions.bind(value.expression())));
                }
                case QueryExpression.Assignment ignored -> throw SqlErrors.syntaxNear("=");
            }
        }
        return outputs;
    }

    /** The insert that OUTPUT … INTO means, over the stage. */
    ChangePlan.Insert into(Statement.Target target, List<String> names, List<Output> outputs, Plan.Source stage) {
        if (!(context.catalog().find(target.name()) instanceof CatalogObject.Table table)) {
            throw SqlErrors.invalidObject(target.name().toString());
        }
        RowBinder rows = new RowBinder(context, table, false);
        List<Column> targets = rows.targets(names, name -> ChangeBinder.column(context, table, name));
        if (targets.size() != outputs.size()) {
            throw SqlErrors.insertColumns();
        }
        List<Column> filled = rows.filled(targets);
        List<Bound> values = outputs.stream().map(Output::value).toList();
        List<Output> cells = rows.cells(filled, targets.size(), values).stream()
                .map(cell -> new Output("", cell))
                .toList();
        Plan query = Plan.of(new Plan.Select(false, cells, stage, null, List.of(), null));
        return new ChangePlan.Insert(table, filled.stream().map(Column::name).toList(), List.of(), query, List.of());
    }
}
