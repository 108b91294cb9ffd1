package dev.bobbin.emulator.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.changes.SqlChangeLog;
import dev.bobbin.emulator.standin.sql.record.StatementLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Undo of a run over two databases. */
class ChangeLogsTest {

    private static final String RUN = "run-1";

    @TempDir
    Path folder;

    private SqlDatabase first;
    private SqlDatabase second;
    private List<SqlChangeLog> logs;

    @BeforeEach
    void runChangesBoth() throws IOException {
        first = database("first.sqldb", SqlKind.SQL_DATABASE);
        second = database("second.warehouse", SqlKind.WAREHOUSE);
        logs = List.of(new SqlChangeLog("first", first.file()), new SqlChangeLog("second", second.file()));
        for (SqlDatabase database : List.of(first, second)) {
            change(
                    database,
                    "before",
                    "CREATE TABLE dbo.T (Id INT, V VARCHAR(10)); INSERT INTO dbo.T VALUES (1, 'old')");
            change(database, RUN, "UPDATE dbo.T SET V = 'new' WHERE Id = 1");
        }
    }

    private SqlDatabase database(String name, SqlKind kind) throws IOException {
        return SqlDatabase.open(Files.createDirectories(folder.resolve(name)).resolve("data.db"), kind);
    }

    private static void change(SqlDatabase database, String run, String sql) {
        try (SqlSession session = database.connect(new StatementLog(), run)) {
            session.execute(sql, List.of());
            session.commit();
        }
    }

    private static Object value(SqlDatabase database) {
        try (SqlSession session = database.connect()) {
            return ((SqlResult.Rows)
                            session.execute("SELECT V FROM dbo.T", List.of()).getFirst())
                    .rows()
                    .next(1)
                    .getFirst()
                    .getFirst();
        }
    }

    @Test
    void allIsPutBack() throws IOException {
        assertThat(ChangeLogs.undo(RUN, logs))
                .isInstanceOfSatisfying(
                        UndoOutcome.Undone.class,
                        undone -> assertThat(undone.undone().changes())
                                .extracting(Change::standIn)
                                .containsExactly("first", "second"));
        assertThat(value(first)).isEqualTo("old");
        assertThat(value(second)).isEqualTo("old");
        assertThat(ChangeLogs.undo(RUN, logs)).isInstanceOf(UndoOutcome.NothingToUndo.class);
    }

    @Test
    void nothingIsPutBackWhenTheLastOneRefuses() throws IOException {
        change(second, "run-2", "UPDATE dbo.T SET V = 'newer' WHERE Id = 1");
        assertThat(ChangeLogs.undo(RUN, logs)).isInstanceOf(UndoOutcome.Refused.class);
        assertThat(value(first)).isEqualTo("new");
        assertThat(value(second)).isEqualTo("newer");
    }
}
