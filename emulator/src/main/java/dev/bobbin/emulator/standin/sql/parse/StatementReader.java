package dev.bobbin.emulator.standin.sql.parse;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.syntax.Statement.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLParser.*;

/** Reads statements out of the parser's tree. */
final class StatementReader {

    private final Source source;
    private final QueryReader queries;
    private final ExpressionReader expressions;
    private final ChangeReader changes;
    private final DefinitionReader definitions;
    private final CursorReader cursors;

    StatementReader(Source source) {
        this.source = source;
        this.queries = new QueryReader(source);
        this.expressions = queries.expressions();
        this.changes = new ChangeReader(source, queries, this);
        this.definitions = new DefinitionReader(source, queries);
        this.cursors = new CursorReader(source, queries);
        queries.tables().setStatements(this);
    }

    /** A change that stands where a table may. */
    Statement change(Dml_clauseContext context) {
        return read(context);
    }

    List<Located> script(Tsql_fileContext context) {
        List<Located> statements = new ArrayList<>();
        for (BatchContext batch : context.batch()) {
            if (batch.sql_clauses() != null) {
                statements.addAll(clauses(batch.sql_clauses()));
            } else {
                statements.add(located(batch.batch_statement(), batchStatement(batch.batch_statement())));
            }
        }
        return statements;
    }

    private List<Located> clauses(@Nullable Sql_clausesContext context) {
        return context == null
                ? List.of()
                : context.st_clause().stream().map(this::clause).toList();
    }

    private Located clause(St_clauseContext context) {
        return located(context, read((ParserRuleContext) context.getChild(0)));
    }

    private Located located(ParserRuleContext context, Statement statement) {
        if (statement instanceof Merge && !source.endsWithSemicolon(context)) {
            throw new SqlError(10713, "42000", "A MERGE statement must be terminated by a semi-colon (;).", 15, 1)
                    .at(context.getStop().getLine());
        }
        return new Located(statement, context.getStart().getLine(), source.raw(context));
    }

    private Statement read(ParserRuleContext context) {
        return switch (context) {
            case Dml_clauseContext dml -> read((ParserRuleContext) dml.getChild(0));
            case Ddl_clauseContext ddl -> read((ParserRuleContext) ddl.getChild(0));
            case Cfl_statementContext flow -> read((ParserRuleContext) flow.getChild(0));
            case Another_statementContext other -> read((ParserRuleContext) other.getChild(0));
            case Select_statementContext select -> new Select(queries.read(select));
            case Insert_statementContext insert -> insert(insert);
            case Update_statementContext update -> changes.update(update);
            case Delete_statementContext delete -> changes.delete(delete);
            case Merge_statementContext merge -> changes.merge(merge);
            case Schema_createContext create -> create(create);
            case Schema_alterContext alter -> alter(alter);
            case Schema_dropContext drop -> definitions.drop(drop);
            case Truncate_tableContext truncate -> new Truncate(source.name(truncate.qualified_name()));
            case Block_statementContext block -> new Block(clauses(block.sql_clauses()));
            case If_statementContext branch ->
                new If(
                        expressions.condition(branch.search_condition()),
                        clause(branch.st_clause(0)),
                        branch.st_clause().size() > 1 ? clause(branch.st_clause(1)) : null);
            case While_statementContext loop ->
                new While(expressions.condition(loop.search_condition()), clause(loop.st_clause()));
            case Break_statementContext ignored -> new Break();
            case Continue_statementContext ignored -> new Continue();
            case Return_statementContext end ->
                new Return(end.expression() == null ? null : expressions.read(end.expression()));
            case Try_catch_statementContext attempt ->
                new TryCatch(clauses(attempt.try_clauses), clauses(attempt.catch_clauses));
            case Throw_statementContext error -> throwing(error);
            case Raiseerror_statementContext error -> raising(error);
            case Print_statementContext print -> new Print(expressions.read(print.expression()));
            case Declare_statementContext declare -> declare(declare);
            case Set_statementContext set -> set(set);
            case Transaction_statementContext transaction -> transaction(transaction);
            case Execute_statementContext execute -> execute(execute);
            case Cursor_statementContext cursor -> cursors.read(cursor);
            case Waitfor_statementContext wait ->
                wait.DELAY() == null || wait.time() == null
                        ? new Unsupported()
                        : new WaitForDelay(value(wait.time().getStart()));
            case Use_statementContext use -> new Use(source.name(use.database));
            case Dbcc_clauseContext dbcc -> reseed(dbcc);
            case Update_statisticsContext ignored -> new Nothing();
            case Security_statementContext security ->
                security.rule_common() == null ? new Unsupported() : new Nothing();
            default -> new Unsupported();
        };
    }

    /** {@code DBCC CHECKIDENT (table, RESEED, value)} is the one of its kind that changes what functions see. */
    private Statement reseed(Dbcc_clauseContext context) {
        List<Expression> arguments = expressions.list(context.expression_list());
        boolean reseeds = source.raw(context.name).equalsIgnoreCase("CHECKIDENT")
                && arguments.size() == 3
                && arguments.get(1) instanceof Expression.Column word
                && word.name().equalsIgnoreCase("RESEED");
        if (!reseeds) {
            return new Unsupported();
        }
        Expression table = arguments.getFirst() instanceof Expression.Column name
                ? new Expression.Literal(
                        Expression.LiteralKind.STRING,
                        (name.qualifier() == null ? "" : name.qualifier().name() + ".") + name.name())
                : arguments.getFirst();
        return new ReseedIdentity(table, arguments.get(2));
    }

    /** An INSERT that was written as CREATE TABLE … AS. */
    private Statement insert(Insert_statementContext context) {
        Statement read = changes.insert(context);
        if (!source.raw(context.getStart()).equalsIgnoreCase("CREATE") || !(read instanceof Insert insert)) {
            return read;
        }
        return switch (insert.source()) {
            case FromQuery from -> new CreateTableAs(insert.target().name(), from.query());
            case FromExecute(Execute clone) -> new CloneTable(insert.target().name(), clone.procedure());
            default -> new Unsupported();
        };
    }

    private Statement alter(Schema_alterContext context) {
        if (context.alter_table() != null) {
            return definitions.alterTable(context.alter_table());
        }
        if (context.alter_sequence() != null) {
            return definitions.alterSequence(context.alter_sequence());
        }
        boolean rebuild = context.alter_index() != null
                && !source.raw(context.alter_index()).toUpperCase(Locale.ROOT).contains("DISABLE");
        return rebuild ? new Nothing() : new Unsupported();
    }

    private Statement create(Schema_createContext context) {
        if (context.create_table() != null) {
            return definitions.createTable(context.create_table());
        }
        if (context.create_sequence() != null) {
            return definitions.createSequence(context.create_sequence());
        }
        if (context.create_statistics() != null) {
            return new Nothing();
        }
        return context.create_index() != null ? definitions.createIndex(context.create_index()) : new Unsupported();
    }

    private Statement batchStatement(Batch_statementContext context) {
        if (context.create_schema() != null) {
            return new CreateSchema(source.name(context.create_schema().schema_name));
        }
        boolean create = context.CREATE() != null;
        boolean alter = context.ALTER() != null;
        Batch_statement_bodyContext body = context.batch_statement_body();
        if (body.create_or_alter_view() != null) {
            return definitions.createView(body.create_or_alter_view(), source.raw(context), create, alter);
        }
        if (body.create_or_alter_procedure() != null) {
            Create_or_alter_procedureContext procedure = body.create_or_alter_procedure();
            return new CreateProcedure(
                    source.name(procedure.qualified_name()),
                    definitions.parameters(procedure.procedure_param()),
                    clauses(procedure.proc_body().sql_clauses()),
                    source.raw(context),
                    create,
                    alter);
        }
        if (body.create_or_alter_function() != null
                && body.create_or_alter_function().func_body().assembly_specifier() == null) {
            Create_or_alter_functionContext function = body.create_or_alter_function();
            List<Located> statements = clauses(function.func_body().sql_clauses());
            return definitions.createFunction(function, statements, source.raw(context), create, alter);
        }
        return new Unsupported();
    }

    private Statement throwing(Throw_statementContext context) {
        if (context.string_or_local_id() == null) {
            return new Throw(null, null, null);
        }
        return new Throw(
                value(context.decimal_or_local_id(0).getStart()),
                value(context.string_or_local_id().getStart()),
                value(context.decimal_or_local_id(1).getStart()));
    }

    private Statement raising(Raiseerror_statementContext context) {
        if (context.severity == null) {
            return new Unsupported();
        }
        List<Expression> arguments = context.constant_LOCAL_ID().stream()
                .skip(2)
                .map(this::constantOrVariable)
                .toList();
        return new RaiseError(
                value(context.msg), constantOrVariable(context.severity), constantOrVariable(context.state), arguments);
    }

    private Expression constantOrVariable(Constant_LOCAL_IDContext context) {
        return context.constant() != null
                ? expressions.constant(context.constant())
                : source.variable(context.getStart());
    }

    private Expression value(Token token) {
        String written = source.raw(token);
        if (written.startsWith("@") || written.equals("?")) {
            return source.variable(token);
        }
        return written.endsWith("'") ? source.stringLiteral(token) : Source.number(written);
    }

    private Statement declare(Declare_statementContext context) {
        if (context.table_elements() != null) {
            DefinitionReader.Elements elements = definitions.elements(context.table_elements());
            return new DeclareTable(
                    source.raw(context.LOCAL_ID().getSymbol()), elements.columns(), elements.constraints());
        }
        if (context.declare_local().isEmpty()) {
            return new Unsupported();
        }
        return new Declare(context.declare_local().stream()
                .map(each -> new Declaration(
                        source.raw(each.LOCAL_ID().getSymbol()),
                        source.type(each.data_type()),
                        each.expression() == null ? null : expressions.read(each.expression())))
                .toList());
    }

    private Statement set(Set_statementContext context) {
        if (context.set_special() != null) {
            return option(context.set_special());
        }
        if (context.expression() == null || context.member_name != null) {
            return new Unsupported();
        }
        String operator = context.assignment_operator() == null ? "=" : source.raw(context.assignment_operator());
        return new SetVariable(
                source.raw(context.LOCAL_ID().getSymbol()), operator, expressions.read(context.expression()));
    }

    private Statement option(Set_specialContext context) {
        if (context.IDENTITY_INSERT() != null) {
            return new IdentityInsert(
                    source.name(context.qualified_name()), context.on_off().ON() != null);
        }
        String[] words = source.raw(context).strip().split("\\s+", 3);
        return new SetOption(words[1].toUpperCase(Locale.ROOT), words.length > 2 ? words[2] : "");
    }

    private Statement transaction(Transaction_statementContext context) {
        if (context.DISTRIBUTED() != null) {
            return new Unsupported();
        }
        TransactionAction action = context.BEGIN() != null
                ? TransactionAction.BEGIN
                : context.COMMIT() != null
                        ? TransactionAction.COMMIT
                        : context.SAVE() != null ? TransactionAction.SAVE : TransactionAction.ROLLBACK;
        String name = context.id() != null
                ? source.name(context.id())
                : context.LOCAL_ID() == null
                        ? null
                        : source.raw(context.LOCAL_ID().getSymbol());
        return new Transaction(action, name);
    }

    Statement execute(Execute_statementContext context) {
        if (context.execute_string() != null) {
            Execute_stringContext text = context.execute_string();
            Expression joined = text.execute_string_part().stream()
                    .map(part -> value(part.getStart()))
                    .reduce((left, right) -> new Expression.Binary("+", left, right))
                    .orElseThrow(() -> SqlErrors.notSupported(source.raw(context)));
            return new ExecuteText(joined);
        }
        Execute_moduleContext module = context.execute_module();
        if (module.qualified_name() == null) {
            return new Unsupported();
        }
        ObjectName name = source.name(module.qualified_name());
        List<Argument> arguments =
                module.execute_statement_arg().stream().map(this::argument).toList();
        return new Execute(name, arguments, module.return_status == null ? null : source.raw(module.return_status));
    }

    private Argument argument(Execute_statement_argContext context) {
        String parameter = context.parameter == null ? null : source.raw(context.parameter);
        if (context.default_value() != null) {
            return new Argument(parameter, expressions.defaultValue(context.default_value()), false);
        }
        Expression variable = source.variable(context.LOCAL_ID().getLast().getSymbol());
        return new Argument(parameter, variable, true);
    }
}
