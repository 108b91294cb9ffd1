package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlValue;
import dev.bobbin.emulator.standin.sql.emit.Emitted;
import dev.bobbin.emulator.standin.sql.parse.Script;
import dev.bobbin.emulator.standin.sql.record.StatementRecorder;
import dev.bobbin.emulator.standin.sql.sqlite.Prepared;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.syntax.Statement.Located;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the statements of a batch one after the other. */
public final class Interpreter {

    /** Opens the rows of a prepared query. */
    @FunctionalInterface
    public interface RowSource {
        RowSet open(Emitted emitted, List<RowSet.Column> columns, Prepared statement) throws SQLException;
    }

    /** Where the batch goes on after a statement. */
    enum Flow {
        NEXT,
        BREAK,
        CONTINUE,
        RETURN
    }

    private final SessionState state;
    private final Definitions definitions;
    private final DataChanges changes;
    private final Calls calls;
    private final RowSource rowSource;

    public Interpreter(SessionState state, RowSource rowSource) {
        this.state = state;
        this.rowSource = rowSource;
        this.definitions = new Definitions(state);
        this.calls = new Calls(state, definitions, this::block);
        this.changes = new DataChanges(state, calls, rowSource);
    }

    /** Runs a batch; its results are added as they come about, the last one may be a failure. */
    public void run(Script script, List<SqlValue> parameters, List<SqlResult> results) {
        state.attempt(() -> state.catalog().refresh());
        Frame frame = new Frame(state, parameters, results);
        try {
            block(script.statements(), frame);
            state.transactions().endBatch();
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

    private static boolean control(Statement statement) {
        return statement instanceof Statement.If
                || statement instanceof Statement.While
                || statement instanceof Statement.Block
                || statement instanceof Statement.TryCatch;
    }

    private Flow one(Located located, Frame frame) {
        if (StatementRecorder.isWrapper(located.statement()) || frame.isFunction()) {
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
            if (!control(located.statement())) {
                state.endStatement();
                state.setLastError(0);
            }
            return flow;
        } catch (SqlError e) {
            e.from(located.line(), frame.procedure(), frame.depth());
            ErrorScope scope = ErrorScope.of(e);
            state.setLastError(e.number());
            state.transactions().failed(frame.insideTry(), scope == ErrorScope.TRANSACTION);
            if (frame.insideTry()
                    || frame.isFunction()
                    || state.transactions().aborting()
                    || scope != ErrorScope.STATEMENT) {
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
            case Statement.Insert insert -> changes.insert(insert, frame);
            case Statement.Update update -> changes.update(update, frame);
            case Statement.Delete delete -> changes.delete(delete, frame);
            case Statement.Merge merge -> changes.merge(merge, frame);
            case Statement.Declare declare -> declare.variables().forEach(frame::declare);
            case Statement.SetVariable set -> {
                assign(set.name(), set.operator(), set.value(), frame);
                state.setRowCount(1);
            }
            case Statement.SetOption option -> SessionOptions.set(option, frame);
            case Statement.IdentityInsert insert -> definitions.identityInsert(insert);
            case Statement.Block block -> {
                return block(block.statements(), frame);
            }
            case Statement.If branch -> {
                boolean holds = frame.holds(branch.condition());
                if (holds) {
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
                frame.setReturnValue(
                        result.value() == null
                                ? frame.returnValue()
                                : frame.evaluate(result.value(), frame.returnType()));
                return Flow.RETURN;
            }
            case Statement.TryCatch attempt -> {
                return attempt(attempt, frame);
            }
            case Statement.Throw error -> throw Raising.error(error, frame);
            case Statement.RaiseError error -> Raising.raise(error, frame);
            case Statement.Print print -> Raising.print(print, frame);
            case Statement.Transaction transaction -> transaction(transaction, frame);
            case Statement.Execute execute -> calls.execute(execute, frame);
            case Statement.ExecuteText text -> calls.text(frame.text(text.text()), frame.inner(""));
            case Statement.DeclareCursor cursor -> state.cursors().declare(cursor);
            case Statement.OpenCursor cursor -> state.cursors().open(cursor, frame);
            case Statement.FetchCursor cursor -> {
                RowSet row = state.cursors().fetch(cursor, frame);
                if (row != null) {
                    frame.results().add(new SqlResult.Rows(row));
                }
            }
            case Statement.CloseCursor cursor -> state.cursors().close(cursor);
            case Statement.WaitForDelay delay -> SessionOptions.waitFor(delay, frame);
            case Statement.Use use -> SessionOptions.use(use);
            case Statement.Nothing ignored -> {}
            case Statement.Unsupported ignored -> throw SqlErrors.notSupported(located.text());
            default -> definitions.run(located.statement(), frame);
        }
        return Flow.NEXT;
    }

    private void select(QueryExpression query, Frame frame) {
        if (query.body() instanceof QueryExpression.Select select) {
            if (select.items().getFirst() instanceof QueryExpression.Assignment) {
                new AssigningSelect(frame).run(query, select);
                return;
            }
            if (select.into() != null) {
                definitions.selectInto(query, select, frame);
                return;
            }
        }
        frame.query(query, rowSource);
    }

    private static void assign(String name, String operator, Expression value, Frame frame) {
        Expression whole = operator.equals("=")
                ? value
                : new Expression.Binary(operator.substring(0, 1), new Expression.Variable(name), value);
        frame.set(name, frame.evaluate(whole, frame.type(name)));
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
            if (ErrorScope.missedByTry(e, frame.depth())) {
                throw e;
            }
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

    private void transaction(Statement.Transaction transaction, Frame frame) {
        String name = transaction.name() != null && transaction.name().startsWith("@")
                ? String.valueOf(frame.variable(transaction.name()).value())
                : transaction.name();
        switch (transaction.action()) {
            case BEGIN -> state.transactions().begin(name);
            case COMMIT -> {
                state.transactions().commitOne();
                if (state.transactions().count() == 0) {
                    state.sequences().afterCommit();
                }
            }
            case ROLLBACK -> {
                frame.detachAll();
                state.transactions().rollback(name);
            }
            case SAVE -> state.transactions().save(name == null ? "" : name);
        }
        state.setRowCount(0);
    }
}
