package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.SqlValue;
import dev.bobbin.emulator.standin.sql.bind.ChangeBinder;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds INSERT, UPDATE, DELETE and MERGE and has them carried out. */
final class DataChanges {

    private static final int MOST_EXECUTED_ROWS = 2_000_000;

    private final SessionState state;
    private final Calls calls;
    private final Interpreter.RowSource rowSource;

    DataChanges(SessionState state, Calls calls, Interpreter.RowSource rowSource) {
        this.state = state;
        this.calls = calls;
        this.rowSource = rowSource;
    }

    private void requireWritable(Statement.Target target, String word, Frame frame) {
        boolean local = target.variable() || target.name().temporary();
        if (frame.isFunction() && !target.variable()) {
            throw new dev.bobbin.emulator.standin.sql.SqlError(
                    443, "42000", "Invalid use of a side-effecting operator '" + word + "' within a function.", 16, 15);
        }
        if (!local) {
            state.requireWritable(word);
        }
    }

    private boolean identityInsert(Statement.Target target) {
        return state.identityInsert() != null
                && state.catalog().find(target.name()) instanceof CatalogObject.Table table
                && state.identityInsert(table);
    }

    void insert(Statement.Insert insert, Frame frame) {
        requireWritable(insert.target(), "INSERT", frame);
        if (insert.source() instanceof Statement.FromExecute from) {
            execute(insert, from, frame);
            return;
        }
        boolean identityInsert = identityInsert(insert.target());
        run(ChangeBinder.insert(frame.bindContext(), insert, identityInsert), "INSERT", frame);
    }

    void update(Statement.Update update, Frame frame) {
        requireWritable(update.target(), "UPDATE", frame);
        run(ChangeBinder.update(frame.bindContext(), update), "UPDATE", frame);
    }

    void delete(Statement.Delete delete, Frame frame) {
        requireWritable(delete.target(), "DELETE", frame);
        run(ChangeBinder.delete(frame.bindContext(), delete), "DELETE", frame);
    }

    void merge(Statement.Merge merge, Frame frame) {
        requireWritable(merge.target(), "MERGE", frame);
        run(ChangeBinder.merge(frame.bindContext(), merge, identityInsert(merge.target())), "MERGE", frame);
    }

    private void run(dev.bobbin.emulator.standin.sql.plan.ChangePlan plan, String word, Frame frame) {
        new Changes(state, frame, rowSource).run(plan, word);
    }

    /** INSERT … EXECUTE: the rows are computed first, then inserted as parameters. */
    private void execute(Statement.Insert insert, Statement.FromExecute from, Frame frame) {
        if (!insert.outputs().isEmpty()) {
            throw SqlErrors.notSupported("INSERT … OUTPUT … EXECUTE");
        }
        long count = 0;
        for (RowSet rows : calls.collect(from.execute(), frame)) {
            List<Expression> parameters = new ArrayList<>();
            for (int i = 1; i <= rows.columns().size(); i++) {
                parameters.add(new Expression.Parameter(i));
            }
            QueryExpression values = new QueryExpression(
                    List.of(), new QueryExpression.Values(List.of(parameters)), List.of(), null, null, null, null);
            Statement.Insert one = new Statement.Insert(
                    List.of(), null, insert.target(), insert.columns(), List.of(), new Statement.FromQuery(values));
            for (List<@Nullable Object> row : rows.next(MOST_EXECUTED_ROWS)) {
                List<SqlValue> given = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    given.add(new SqlValue(row.get(i), rows.columns().get(i).type()));
                }
                Frame each = new Frame(state, given, new ArrayList<>());
                run(ChangeBinder.insert(each.bindContext(), one, identityInsert(insert.target())), "INSERT", each);
                count++;
            }
        }
        frame.count(count);
    }
}
