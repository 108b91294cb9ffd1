package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlValue;
import dev.bobbin.emulator.standin.sql.emit.Emitted;
import dev.bobbin.emulator.standin.sql.parse.Script;
import dev.bobbin.emulator.standin.sql.parse.TsqlParser;
import dev.bobbin.emulator.standin.sql.record.StatementRecorder;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.syntax.Statement.Located;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs the statements of a batch one after the other. */
public final class Interpreter {

    /** Opens the rows of a prepared query. */
    @FunctionalInterface
    public interface RowSource {
        RowSet open(Emitted emitted, List<RowSet.Column> columns, PreparedStatement statement) throws SQLException;
    }

    /** Where the batch goes on after a statement. */
    private enum Flow {
        NEXT,
        BREAK,
        CONTINUE,
        RETURN
    }

    /** Errors that end their statement only; the batch goes on after them, as with XACT_ABORT OFF. */
    private static final Set<Integer> STATEMENT_ERRORS =
            Set.of(515, 544, 547, 2601, 2627, 2628, 8115, 8134, 8152, 512, 220, 232);

    private static final int DEEPEST_NESTING = 32;

    private final SessionState state;
    private final Definitions definitions;
    private final RowSource rowSource;
    private int nesting;

    public Interpreter(SessionState state, RowSource rowSource) {
        this.state = state;
        this.rowSource = rowSource;
        this.definitions = new Definitions(state);
    }

    /** Runs a batch; its results are added as they come about, the last one may be a failure. */
    public void run(Script script, List<SqlValue> parameters, List<SqlResult> results) {
        state.attempt(() -> state.catalog().refresh());
        Frame frame = new Frame(state, parameters, results);
        try {
            block(script.statements(), frame);
            state.endBatch();
        } catch (SqlError e) {
            results.add(new SqlResult.Failure(e));
        } finally {
            state.endStatement();
        }
    }

    private Flow block(List<Located> statements, Frame frame) {
        for (Located statement : statements) {
            Flow flow = one(statement, frame);
            if (flow != Flow.NEXT) {
                return flow;
            }
        }
        return Flow.NEXT;
    }

    private Flow one(Located located, Frame frame) {
        if (StatementRecorder.isWrapper(located.statement())) {
            return carryOut(located, frame);
        }
        int before = frame.results().size();
        state.recorder().begin(located);
        @Nullable SqlError failure = null;
        try {
            return carryOut(located, frame);
        } catch (SqlError e) {
            failure = e;
            throw e;
        } finally {
            List<SqlResult> results = frame.results();
            state.recorder().end(failure, results.subList(Math.min(before, results.size()), results.size()));
        }
    }

    private Flow carryOut(Located located, Frame frame) {
        try {
            Flow flow = statement(located, frame);
            if (!(located.statement() instanceof Statement.If
                    || located.statement() instanceof Statement.While
                    || located.statement() instanceof Statement.Block)) {
                state.endStatement();
            }
            return flow;
        } catch (SqlError e) {
            e.at(located.line());
            state.failed(frame.insideTry());
            if (frame.insideTry() || state.aborting() || !STATEMENT_ERRORS.contains(e.number()) || nesting > 0) {
                throw e;
            }
            frame.results().add(new SqlResult.Failure(e));
            state.setRowCount(0);
            return Flow.NEXT;
        }
    }

    private Flow statement(Located located, Frame frame) {
        switch (located.statement()) {
            case Statement.Select select -> select(select.query(), frame);
            case Statement.Insert insert -> new Changes(state, frame, rowSource).insert(insert);
            case Statement.Update update -> new Changes(state, frame, rowSource).update(update);
            case Statement.Delete delete -> new Changes(state, frame, rowSource).delete(delete);
            case Statement.Declare declare -> declare(declare, frame);
            case Statement.SetVariable set -> assign(set.name(), set.operator(), set.value(), frame);
            case Statement.SetOption option -> option(option, frame);
            case Statement.IdentityInsert insert -> definitions.identityInsert(insert);
            case Statement.Block block -> {
                return block(block.statements(), frame);
            }
            case Statement.If branch -> {
                if (frame.holds(branch.condition())) {
                    return one(branch.then(), frame);
                }
                return branch.otherwise() == null ? Flow.NEXT : one(branch.otherwise(), frame);
            }
            case Statement.While loop -> {
                return loop(loop, frame);
            }
            case Statement.Break ignored -> {
                return Flow.BREAK;
            }
            case Statement.Continue ignored -> {
                return Flow.CONTINUE;
            }
            case Statement.Return result -> {
                frame.setReturnValue(result.value() == null ? 0L : frame.evaluate(result.value(), SqlType.INT));
                return Flow.RETURN;
            }
            case Statement.TryCatch attempt -> {
                return attempt(attempt, frame);
            }
            case Statement.Throw error -> raise(error, frame);
            case Statement.RaiseError error -> raise(error, frame);
            case Statement.Print print ->
                frame.results()
                        .add(new SqlResult.Message(
                                String.valueOf(frame.evaluate(print.value(), SqlType.NVARCHAR_MAX)), 0));
            case Statement.Transaction transaction -> transaction(transaction, frame);
            case Statement.Execute execute -> execute(execute, frame);
            case Statement.ExecuteText text ->
                nested(String.valueOf(frame.evaluate(text.text(), SqlType.NVARCHAR_MAX)), frame);
            case Statement.Merge ignored -> throw SqlErrors.notSupported(located.text());
            case Statement.Unsupported ignored -> throw SqlErrors.notSupported(located.text());
            default -> definitions.run(located.statement(), frame);
        }
        return Flow.NEXT;
    }

    private void select(QueryExpression query, Frame frame) {
        if (query.body() instanceof QueryExpression.Select select) {
            if (select.items().getFirst() instanceof QueryExpression.Assignment) {
                frame.assignFrom(query, select);
                return;
            }
            if (select.into() != null) {
                definitions.selectInto(query, select, frame);
                return;
            }
        }
        frame.query(query, rowSource);
    }

    private static void declare(Statement.Declare declare, Frame frame) {
        for (Statement.Declaration variable : declare.variables()) {
            frame.declare(variable);
        }
    }

    private static void assign(String name, String operator, Expression value, Frame frame) {
        Expression whole = operator.equals("=")
                ? value
                : new Expression.Binary(operator.substring(0, 1), new Expression.Variable(name), value);
        frame.set(name, frame.evaluate(whole, frame.type(name)));
    }

    /** Options that change nothing here are taken; those that would are refused. */
    private static void option(Statement.SetOption option, Frame frame) {
        switch (option.option()) {
            case "XACT_ABORT" -> frame.state().setAbortOnError(option.value().equalsIgnoreCase("ON"));
            case "NOCOUNT" -> frame.setNoCount(option.value().equalsIgnoreCase("ON"));
            case "ROWCOUNT", "TEXTSIZE", "DATEFIRST", "DATEFORMAT", "LANGUAGE", "FMTONLY", "PARSEONLY", "NOEXEC" ->
                throw SqlErrors.notSupported("SET " + option.option() + " " + option.value());
            default -> {}
        }
    }

    private Flow loop(Statement.While loop, Frame frame) {
        while (frame.holds(loop.condition())) {
            if (Thread.currentThread().isInterrupted()) {
                throw new SqlError(0, "HY008", "Operation canceled");
            }
            Flow flow = one(loop.body(), frame);
            if (flow == Flow.BREAK) {
                return Flow.NEXT;
            }
            if (flow == Flow.RETURN) {
                return flow;
            }
        }
        return Flow.NEXT;
    }

    private Flow attempt(Statement.TryCatch attempt, Frame frame) {
        frame.enterTry();
        try {
            return block(attempt.attempt(), frame);
        } catch (SqlError e) {
            frame.leaveTry();
            SqlError before = state.caught();
            state.setCaught(e);
            try {
                return block(attempt.handler(), frame);
            } finally {
                state.setCaught(before);
                frame.enterTry();
            }
        } finally {
            frame.leaveTry();
        }
    }

    private void raise(Statement.Throw error, Frame frame) {
        if (error.number() == null || error.message() == null || error.state() == null) {
            SqlError caught = state.caught();
            if (caught == null) {
                throw new SqlError(
                        10704,
                        "42000",
                        "To rethrow an error, a THROW statement must be used inside a CATCH block.",
                        15,
                        1);
            }
            throw caught;
        }
        long number = number(frame, error.number());
        String message = String.valueOf(frame.evaluate(error.message(), SqlType.nvarchar(2048)));
        throw new SqlError((int) number, "42000", message, 16, (int) number(frame, error.state()));
    }

    private static long number(Frame frame, Expression expression) {
        return frame.evaluate(expression, SqlType.INT) instanceof Long number ? number : 0;
    }

    private static void raise(Statement.RaiseError error, Frame frame) {
        int severity = (int) number(frame, error.severity());
        int messageState = (int) number(frame, error.state());
        List<@Nullable Object> arguments = new java.util.ArrayList<>();
        error.arguments().forEach(argument -> arguments.add(frame.evaluate(argument, null)));
        Object message = frame.evaluate(error.message(), null);
        String text = message instanceof Long number
                ? "Error " + number + ", severity " + severity + ", state " + messageState
                        + " was raised, but no message with that error number was found in sys.messages."
                : MessageFormat.format(String.valueOf(message), arguments);
        if (severity <= 10) {
            frame.results().add(new SqlResult.Message(text, 50000));
            return;
        }
        throw new SqlError(50000, "42000", text, severity, messageState);
    }

    private void transaction(Statement.Transaction transaction, Frame frame) {
        switch (transaction.action()) {
            case BEGIN -> state.beginTransaction();
            case COMMIT -> state.commitTransaction();
            case ROLLBACK -> {
                if (transaction.name() != null) {
                    throw SqlErrors.notSupported("ROLLBACK TRANSACTION " + transaction.name());
                }
                frame.detachAll();
                state.rollbackTransaction();
                state.attempt(() -> state.catalog().refresh());
            }
            case SAVE -> throw SqlErrors.notSupported("SAVE TRANSACTION " + transaction.name());
        }
    }

    private void execute(Statement.Execute execute, Frame frame) {
        String name = execute.procedure().name().toLowerCase(java.util.Locale.ROOT);
        if (name.equals("sp_executesql")) {
            Frame inner = frame.forExecuteSql(execute);
            nested(inner.executeSqlText(), inner);
            inner.copyOutputs(execute, frame);
            return;
        }
        Statement.CreateProcedure procedure = definitions.procedure(execute.procedure());
        Frame inner = frame.forProcedure(procedure, execute);
        guarded(() -> block(procedure.body(), inner));
        inner.copyOutputs(execute, frame);
        if (execute.returnVariable() != null) {
            frame.set(execute.returnVariable(), inner.returnValue());
        }
    }

    private void nested(String text, Frame frame) {
        Script script = TsqlParser.parse(text);
        Frame inner = frame.isExecuteSql() ? frame : frame.empty();
        guarded(() -> block(script.statements(), inner));
    }

    private void guarded(Runnable body) {
        if (++nesting > DEEPEST_NESTING) {
            nesting = 0;
            throw new SqlError(
                    217,
                    "42000",
                    "Maximum stored procedure, function, trigger, or view nesting level exceeded (limit 32).");
        }
        try {
            body.run();
        } finally {
            nesting = Math.max(0, nesting - 1);
        }
    }
}
