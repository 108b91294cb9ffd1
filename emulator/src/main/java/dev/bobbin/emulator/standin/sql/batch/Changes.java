package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.bind.BindContext;
import dev.bobbin.emulator.standin.sql.bind.ChangeBinder;
import dev.bobbin.emulator.standin.sql.bind.ChangeBinder.Change;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Runs INSERT, UPDATE and DELETE, each wholly or not at all. */
final class Changes {

    private final SessionState state;
    private final Frame frame;
    private final Interpreter.RowSource rowSource;

    Changes(SessionState state, Frame frame, Interpreter.RowSource rowSource) {
        this.state = state;
        this.frame = frame;
        this.rowSource = rowSource;
    }

    void insert(Statement.Insert insert) {
        requireWritable(insert.target(), "INSERT");
        boolean identityInsert = state.catalog().find(insert.target().name()) instanceof CatalogObject.Table table
                && state.identityInsert(table);
        run(binder(identityInsert).insert(insert), insert.output(), "INSERT");
    }

    void update(Statement.Update update) {
        requireWritable(update.target(), "UPDATE");
        run(binder(false).update(update), update.output(), "UPDATE");
    }

    void delete(Statement.Delete delete) {
        requireWritable(delete.target(), "DELETE");
        run(binder(false).delete(delete), delete.output(), "DELETE");
    }

    private ChangeBinder binder(boolean identityInsert) {
        return new ChangeBinder(frame.bindContext(), identityInsert);
    }

    private void requireWritable(Statement.Target target, String word) {
        if (!target.variable() && !target.name().temporary()) {
            state.requireWritable(word);
        }
    }

    private void run(Change change, Statement.@Nullable Output output, String word) {
        if (output != null && output.into() != null) {
            throw SqlErrors.notSupported("OUTPUT … INTO");
        }
        frame.detachAll();
        try {
            state.beginChange();
            state.link().run("SAVEPOINT bobbin_statement");
            try {
                execute(change, output != null);
                check(change, word);
                state.link().run("RELEASE bobbin_statement");
            } catch (SQLException | SqlError e) {
                state.link().run("ROLLBACK TO bobbin_statement");
                state.link().run("RELEASE bobbin_statement");
                throw e;
            }
        } catch (SQLException e) {
            throw Violations.explain(e, state, change.table(), word);
        }
    }

    private void execute(Change change, boolean returning) throws SQLException {
        if (!returning) {
            try (PreparedStatement statement = frame.prepare(change.emitted())) {
                frame.count(statement.executeUpdate());
            }
            return;
        }
        PreparedStatement statement = frame.prepare(change.emitted());
        RowSet rows = rowSource.open(change.emitted(), Frame.columns(change.returned()), statement);
        rows.detach();
        rows.close();
        state.setRowCount(rows.buffered());
        frame.results().add(new SqlResult.Rows(rows));
    }

    private void check(Change change, String word) throws SQLException {
        if (word.equals("DELETE")) {
            return;
        }
        BindContext context = frame.bindContext();
        for (CatalogObject.Check check : change.table().checks()) {
            try (PreparedStatement statement =
                            frame.prepare(ChangeBinder.violation(context, change.table(), check.condition()));
                    ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    throw new SqlError(
                            547,
                            "23000",
                            "The " + word + " statement conflicted with the CHECK constraint \"" + check.name()
                                    + "\". The conflict occurred in database \""
                                    + state.property("DB_NAME", new Object[0]) + "\", table \""
                                    + change.table().qualifiedName() + "\".");
                }
            }
        }
    }
}
