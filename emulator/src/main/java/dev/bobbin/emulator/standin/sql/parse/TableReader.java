package dev.bobbin.emulator.standin.sql.parse;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.Expression.Call;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression.*;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLParser.*;

/** Reads what stands after FROM out of the parser's tree. */
final class TableReader {

    private final Source source;
    private final QueryReader queries;
    private final ExpressionReader expressions;

    private @Nullable StatementReader statements;

    TableReader(Source source, QueryReader queries, ExpressionReader expressions) {
        this.source = source;
        this.queries = queries;
        this.expressions = expressions;
    }

    /** Changes may stand after FROM too. */
    void setStatements(StatementReader reader) {
        statements = reader;
    }

    /** The comma is a cross join. */
    @Nullable
    TableSource sources(List<From_itemContext> contexts) {
        TableSource joined = null;
        for (From_itemContext context : contexts) {
            TableSource next = source(context);
            joined = joined == null ? next : new Join(JoinKind.CROSS, joined, next, null);
        }
        return joined;
    }

    TableSource source(From_itemContext context) {
        if (context.sub_item != null) {
            return source(context.sub_item);
        }
        if (context.from_primary() != null) {
            return primary(context.from_primary());
        }
        TableSource left = source(context.from_item(0));
        if (context.PIVOT() != null) {
            return pivot(context, left);
        }
        if (context.UNPIVOT() != null) {
            return unpivot(context, left);
        }
        TableSource right = source(context.from_item(1));
        if (context.APPLY() != null) {
            return new Apply(context.OUTER() != null, left, right);
        }
        if (context.CROSS() != null) {
            return new Join(JoinKind.CROSS, left, right, null);
        }
        JoinKind kind = context.LEFT() != null
                ? JoinKind.LEFT
                : context.RIGHT() != null ? JoinKind.RIGHT : context.FULL() != null ? JoinKind.FULL : JoinKind.INNER;
        return new Join(kind, left, right, expressions.condition(context.search_condition()));
    }

    private TableSource pivot(From_itemContext context, TableSource left) {
        if (!(expressions.call(context.function_call()) instanceof Call aggregate)) {
            throw SqlErrors.notSupported(source.raw(context));
        }
        List<String> values = context.column_alias_list().column_alias().stream()
                .map(queries::alias)
                .toList();
        return new Pivot(
                left,
                aggregate,
                source.column(context.full_column_name()).name(),
                values,
                source.name(context.as_table_alias().id()));
    }

    private TableSource unpivot(From_itemContext context, TableSource left) {
        if (!(expressions.read(context.expression()) instanceof Expression.Column value)) {
            throw SqlErrors.notSupported(source.raw(context));
        }
        List<String> columns = context.full_column_name_list().full_column_name().stream()
                .map(each -> source.column(each).name())
                .toList();
        return new Unpivot(
                left,
                value.name(),
                source.column(context.full_column_name()).name(),
                columns,
                source.name(context.as_table_alias().id()));
    }

    private TableSource primary(From_primaryContext context) {
        String alias = context.as_table_alias() == null
                ? null
                : source.name(context.as_table_alias().id());
        List<String> columns = new ArrayList<>();
        if (context.column_alias_list() != null) {
            context.column_alias_list().column_alias().forEach(each -> columns.add(queries.alias(each)));
        }
        if (context.qualified_name() != null) {
            return new Table(source.name(context.qualified_name()), alias);
        }
        if (context.derived_table() != null
                && context.derived_table().dml_clause().select_statement() != null) {
            String name = alias == null ? "" : alias;
            return new Derived(queries.read(context.derived_table().dml_clause().select_statement()), name, columns);
        }
        if (context.derived_table() != null) {
            return new ChangedRows(
                    java.util.Objects.requireNonNull(statements)
                            .change(context.derived_table().dml_clause()),
                    alias == null ? "" : alias,
                    columns);
        }
        if (context.open_json() != null) {
            return openJson(context.open_json(), alias);
        }
        if (context.LOCAL_ID() != null && context.function_call() == null) {
            return new TableVariable(source.raw(context.LOCAL_ID().getSymbol()), alias);
        }
        if (context.function_call() != null
                && context.LOCAL_ID() == null
                && expressions.call(context.function_call()) instanceof Call call) {
            return new TableFunction(call, List.of(), alias, columns);
        }
        throw SqlErrors.notSupported(source.raw(context));
    }

    private TableSource openJson(Open_jsonContext context, @Nullable String alias) {
        List<Expression> arguments =
                context.expression().stream().map(expressions::read).toList();
        List<JsonColumn> columns = new ArrayList<>();
        for (Column_declarationContext column : context.column_declaration()) {
            String path = column.STRING() == null
                    ? null
                    : Source.string(source.raw(column.STRING().getSymbol()));
            boolean json = asJson(context, column);
            columns.add(new JsonColumn(source.name(column.id()), source.type(column.data_type()), path, json));
        }
        Call call = Call.of("OPENJSON", arguments.toArray(Expression[]::new));
        return new TableFunction(call, columns, alias, List.of());
    }

    private static boolean asJson(Open_jsonContext context, Column_declarationContext column) {
        int index = context.children.indexOf(column);
        return index + 1 < context.getChildCount()
                && context.getChild(index + 1).getText().equalsIgnoreCase("AS");
    }
}
