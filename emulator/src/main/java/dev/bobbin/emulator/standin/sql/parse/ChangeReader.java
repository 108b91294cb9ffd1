package dev.bobbin.emulator.standin.sql.parse;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression.Item;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression.Top;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.syntax.Statement.*;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLParser.*;

/** Reads INSERT, UPDATE, DELETE and MERGE out of the parser's tree. */
final class ChangeReader {

    private final Source source;
    private final QueryReader queries;
    private final ExpressionReader expressions;
    private final StatementReader statements;

    ChangeReader(Source source, QueryReader queries, StatementReader statements) {
        this.source = source;
        this.queries = queries;
        this.expressions = queries.expressions();
        this.statements = statements;
    }

    Statement insert(Insert_statementContext context) {
        refuse(context, context.rowset_function_limited(), null);
        InsertSource from;
        if (context.select_statement() != null) {
            from = new FromQuery(queries.read(context.select_statement()));
        } else if (context.execute_statement() != null) {
            from = new FromExecute(statements.execute(context.execute_statement()));
        } else {
            from = new DefaultValues();
        }
        return new Insert(
                queries.commonTables(context.with_expression()),
                top(context.TOP(), context.expression(), context.PERCENT()),
                target(context.qualified_name(), context.LOCAL_ID()),
                source.names(context.name_list_in_brackets()),
                outputs(context.output_clause()),
                from);
    }

    Statement update(Update_statementContext context) {
        refuse(context, context.rowset_function_limited(), context.CURRENT());
        return new Update(
                queries.commonTables(context.with_expression()),
                top(context.TOP(), context.expression(), context.PERCENT()),
                target(context.qualified_name(), context.LOCAL_ID().isEmpty() ? null : context.LOCAL_ID(0)),
                context.update_elem().stream().map(this::set).toList(),
                outputs(context.output_clause()),
                queries.tables().sources(context.from_item()),
                context.search_condition() == null ? null : expressions.condition(context.search_condition()));
    }

    Statement delete(Delete_statementContext context) {
        refuse(context, context.rowset_function_limited(), context.CURRENT());
        return new Delete(
                queries.commonTables(context.with_expression()),
                context.top_count() == null ? null : queries.top(context.top_count(), false),
                target(context.qualified_name(), context.LOCAL_ID().isEmpty() ? null : context.LOCAL_ID(0)),
                outputs(context.output_clause()),
                queries.tables().sources(context.from_item()),
                context.search_condition() == null ? null : expressions.condition(context.search_condition()));
    }

    Statement merge(Merge_statementContext context) {
        ObjectName name = source.name(context.qualified_name(), context.LOCAL_ID());
        String alias = context.as_table_alias() == null
                ? null
                : source.name(context.as_table_alias().id());
        var from = queries.tables().sources(context.from_item());
        if (from == null) {
            throw SqlErrors.notSupported(source.raw(context));
        }
        return new Merge(
                queries.commonTables(context.with_expression()),
                top(context.TOP(), context.expression(), context.PERCENT()),
                new Target(name, alias),
                from,
                expressions.condition(context.search_condition()),
                context.merge_when().stream().map(this::when).toList(),
                outputs(context.output_clause()));
    }

    private @Nullable Top top(
            @Nullable TerminalNode word, @Nullable ExpressionContext count, @Nullable TerminalNode percent) {
        return word == null || count == null ? null : new Top(expressions.read(count), percent != null, false);
    }

    private MergeWhen when(Merge_whenContext context) {
        MatchKind kind = context.SOURCE() != null
                ? MatchKind.NOT_MATCHED_BY_SOURCE
                : context.NOT() != null ? MatchKind.NOT_MATCHED_BY_TARGET : MatchKind.MATCHED;
        Expression condition =
                context.search_condition() == null ? null : expressions.condition(context.search_condition());
        MergeAction action;
        if (context.merge_not_matched() != null) {
            Merge_not_matchedContext insert = context.merge_not_matched();
            List<Expression> values = insert.table_value_constructor() == null
                    ? null
                    : queries.rows(insert.table_value_constructor()).getFirst();
            action = new MergeInsert(source.names(insert.name_list_in_brackets()), values);
        } else if (context.merge_matched().DELETE() != null) {
            action = new MergeDelete();
        } else {
            action = new MergeUpdate(context.merge_matched().update_elem().stream()
                    .map(this::set)
                    .toList());
        }
        return new MergeWhen(kind, condition, action);
    }

    private void refuse(ParserRuleContext statement, @Nullable ParserRuleContext clause, @Nullable TerminalNode word) {
        if (clause != null || word != null) {
            throw SqlErrors.notSupported(source.raw(statement));
        }
    }

    private Target target(@Nullable Qualified_nameContext name, @Nullable TerminalNode variable) {
        return new Target(source.name(name, variable), null);
    }

    private SetClause set(Update_elemContext context) {
        if (context.udt_column_name != null) {
            throw SqlErrors.notSupported(source.raw(context));
        }
        String operator = context.EQUAL() != null ? "=" : source.raw(context.assignment_operator());
        if (context.full_column_name() != null) {
            String column = source.column(context.full_column_name()).name();
            return new SetClause(null, column, operator, expressions.read(context.expression()));
        }
        String variable = source.raw(context.LOCAL_ID().getSymbol());
        ExpressionContext value = context.expression();
        if (value.op == null && value.EQUAL() != null && value.expression().size() == 2) {
            String column =
                    expressions.read(value.expression(0)) instanceof Expression.Column named ? named.name() : "";
            return new SetClause(variable, column, "=", expressions.read(value.expression(1)));
        }
        Expression read = expressions.read(value);
        return new SetClause(
                variable,
                null,
                "=",
                operator.equals("=")
                        ? read
                        : new Expression.Binary(operator.substring(0, 1), new Expression.Variable(variable), read));
    }

    /** At most one OUTPUT to the caller and one into a table. */
    private List<Output> outputs(@Nullable Output_clauseContext context) {
        if (context == null) {
            return List.of();
        }
        List<Output> outputs = new ArrayList<>();
        for (int i = 0; i < context.output_dml_list().size(); i++) {
            List<Item> items = context.output_dml_list(i).output_dml_elem().stream()
                    .map(queries::item)
                    .toList();
            boolean into = i == 0 && context.INTO() != null;
            outputs.add(new Output(
                    items,
                    into ? target(context.qualified_name(), context.LOCAL_ID()) : null,
                    into ? source.names(context.name_list_in_brackets()) : List.of()));
        }
        return outputs;
    }
}
