package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.bind.BindContext;
import dev.bobbin.emulator.standin.sql.bind.ChangeBinder;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.emit.ChangeEmitter;
import dev.bobbin.emulator.standin.sql.plan.ChangePlan;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Binds INSERT, UPDATE, DELETE and MERGE and has them carried out. */
final class DataChanges {

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
            throw new SqlError(
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
        if (insert.source() instanceof Statement.FromQuery from
                && from.query().body() instanceof QueryExpression.Select select
                && select.from() instanceof QueryExpression.ChangedRows rows) {
            insertChanged(insert, from.query(), select, rows, frame);
            return;
        }
        boolean identityInsert = identityInsert(insert.target());
        run(insert, identityInsert, "INSERT", frame, context -> ChangeBinder.insert(context, insert, identityInsert));
    }

    void update(Statement.Update update, Frame frame) {
        requireWritable(update.target(), "UPDATE", frame);
        run(update, false, "UPDATE", frame, context -> ChangeBinder.update(context, update));
    }

    void delete(Statement.Delete delete, Frame frame) {
        requireWritable(delete.target(), "DELETE", frame);
        run(delete, false, "DELETE", frame, context -> ChangeBinder.delete(context, delete));
    }

    void merge(Statement.Merge merge, Frame frame) {
        requireWritable(merge.target(), "MERGE", frame);
        boolean identityInsert = identityInsert(merge.target());
        run(merge, identityInsert, "MERGE", frame, context -> ChangeBinder.merge(context, merge, identityInsert));
    }

    private void run(
            Statement tree,
            boolean identityInsert,
            String word,
            Frame frame,
            Function<BindContext, ChangePlan> binder) {
        PlanCache.Change change = state.plans().change(frame, tree, identityInsert, context -> {
            ChangePlan plan = binder.apply(context);
            return new PlanCache.Change(plan, ChangeEmitter.direct(plan));
        });
        new Changes(state, frame, rowSource).run(change, word);
    }

    /** INSERT … SELECT … FROM (a change with OUTPUT): the change is carried out first, its rows wait in a temporary table. */
    private void insertChanged(
            Statement.Insert insert,
            QueryExpression query,
            QueryExpression.Select select,
            QueryExpression.ChangedRows changed,
            Frame frame) {
        List<SqlResult> results = new ArrayList<>();
        Frame own = frame.collecting(results);
        switch (changed.change()) {
            case Statement.Insert inner -> insert(inner, own);
            case Statement.Update inner -> update(inner, own);
            case Statement.Delete inner -> delete(inner, own);
            case Statement.Merge inner -> merge(inner, own);
            default -> throw SqlErrors.notSupported("this statement as a table");
        }
        RowSet rows = results.stream()
                .filter(SqlResult.Rows.class::isInstance)
                .map(result -> ((SqlResult.Rows) result).rows())
                .findFirst()
                .orElseThrow(() -> new SqlError(
                        10726,
                        "42000",
                        "A nested INSERT, UPDATE, DELETE, or MERGE statement must have an OUTPUT clause.",
                        15,
                        1));
        ObjectName waiting = new Waiting(state, rowSource).keep(rows, changed.columns(), frame);
        QueryExpression.Select over = new QueryExpression.Select(
                select.distinct(),
                select.top(),
                select.items(),
                null,
                new QueryExpression.Table(waiting, changed.alias()),
                select.where(),
                select.groupBy(),
                select.having());
        QueryExpression whole = new QueryExpression(
                query.with(), over, query.orderBy(), query.offset(), query.fetch(), null, query.maxRecursion());
        Statement.Insert plain = new Statement.Insert(
                insert.with(),
                insert.top(),
                insert.target(),
                insert.columns(),
                insert.outputs(),
                new Statement.FromQuery(whole));
        boolean identityInsert = identityInsert(insert.target());
        run(plain, identityInsert, "INSERT", frame, context -> ChangeBinder.insert(context, plain, identityInsert));
        new Waiting(state, rowSource).drop(waiting);
    }

    /** INSERT … EXECUTE: the rows are computed first, then inserted as parameters. */
    private void execute(Statement.Insert insert, Statement.FromExecute from, Frame frame) {
        if (!insert.outputs().isEmpty()) {
            throw SqlErrors.notSupported("INSERT … OUTPUT … EXECUTE");
        }
        long count = 0;
        for (RowSet rows : calls.collect(from.execute(), frame)) {
            count += new Waiting(state, rowSource)
                    .insert(rows, insert.target(), insert.columns(), identityInsert(insert.target()));
        }
        frame.count(count);
    }
}
