package dev.bobbin.emulator.standin.sql.parse;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression.Item;
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
        if (context.TOP() != null || context.rowset_function_limited() != null) {
            throw SqlErrors.notSupported(source.raw(context));
        }
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
                target(context.qualified_name(), context.LOCAL_ID()),
                source.names(context.name_list_in_brackets()),
                output(context.output_clause()),
                from);
    }

    Statement update(Update_statementContext context) {
        refuse(context, context.rowset_function_limited(), context.CURRENT());
        return new Update(
                queries.commonTables(context.with_expression()),
                context.TOP() == null
                        ? null
                        : new dev.bobbin.emulator.standin.sql.syntax.QueryExpression.Top(
                                expressions.read(context.expression()), context.PERCENT() != null, false),
                target(context.qualified_name(), context.LOCAL_ID().isEmpty() ? null : context.LOCAL_ID(0)),
                context.update_elem().stream().map(this::set).toList(),
                output(context.output_clause()),
                queries.tables().sources(context.from_item()),
                context.search_condition() == null ? null : expressions.condition(context.search_condition()));
    }

    Statement delete(Delete_statementContext context) {
        refuse(context, context.rowset_function_limited(), context.CURRENT());
        return new Delete(
                queries.commonTables(context.with_expression()),
                context.top_count() == null ? null : queries.top(context.top_count(), false),
                target(context.qualified_name(), context.LOCAL_ID().isEmpty() ? null : context.LOCAL_ID(0)),
                output(context.output_clause()),
                queries.tables().sources(context.from_item()),
                context.search_condition() == null ? null : expressions.condition(context.search_condition()));
    }

    Statement merge(Merge_statementContext context) {
        refuse(context, null, context.TOP());
        ObjectName name = source.name(context.qualified_name(), context.LOCAL_ID());
        String alias = context.as_table_alias() == null
                ? null
                : source.name(context.as_table_alias().id());
        List<MergeWhen> whens = new ArrayList<>();
        for (Merge_whenContext when : context.merge_when()) {
            whens.add(when(when));
        }
        var from = queries.tables().sources(context.from_item());
        if (from == null) {
            throw SqlErrors.notSupported(source.raw(context));
        }
        return new Merge(
                queries.commonTables(context.with_expression()),
                new Target(name, alias),
                from,
                expressions.condition(context.search_condition()),
                whens,
                output(context.output_clause()));
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
        String column = context.full_column_name() != null
                ? source.column(context.full_column_name()).name()
                : source.raw(context.LOCAL_ID().getSymbol());
        return new SetClause(column, operator, expressions.read(context.expression()));
    }

    private @Nullable Output output(@Nullable Output_clauseContext context) {
        if (context == null) {
            return null;
        }
        if (context.output_dml_list().size() > 1) {
            throw SqlErrors.notSupported(source.raw(context));
        }
        List<Item> items = context.output_dml_list(0).output_dml_elem().stream()
                .map(queries::item)
                .toList();
        Target into = context.INTO() == null ? null : target(context.qualified_name(), context.LOCAL_ID());
        return new Output(items, into, source.names(context.name_list_in_brackets()));
    }
}
