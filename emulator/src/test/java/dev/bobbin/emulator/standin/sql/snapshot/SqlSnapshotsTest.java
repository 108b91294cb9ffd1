package dev.bobbin.emulator.standin.sql.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of the data: taken, compared, restored. */
class SqlSnapshotsTest {

    @TempDir
    Path folder;

    private StandIn.Sql standIn;
    private SqlSnapshots snapshots;

    @BeforeEach
    void open() throws IOException {
        standIn = new StandIn.Sql("Shop", SqlKind.SQL_DATABASE, folder.resolve("Shop.sqldb"));
        snapshots = new SqlSnapshots(standIn);
        Files.createDirectories(standIn.path());
        Files.writeString(standIn.seed(), """
                CREATE TABLE dbo.K (Id INT PRIMARY KEY, V NVARCHAR(10));
                INSERT INTO dbo.K VALUES (1, 'a'), (2, 'b'), (3, NULL);
                CREATE TABLE dbo.NoKey (V INT); INSERT INTO dbo.NoKey VALUES (1), (1), (2)
                """);
    }

    private void run(String sql) throws IOException {
        try (SqlSession session = SqlDatabase.of(standIn).connectAsOwner()) {
            session.execute(sql, List.of());
            session.commit();
        }
    }

    private long count(String table) throws IOException {
        try (SqlSession session = SqlDatabase.of(standIn).connect()) {
            SqlResult.Rows rows = (SqlResult.Rows)
                    session.execute("SELECT COUNT(*) FROM " + table, List.of()).getFirst();
            return (Long) rows.rows().next(1).getFirst().getFirst();
        }
    }

    @Test
    void aSnapshotTellsWhatHasChangedSince() throws IOException {
        snapshots.take("before it");
        assertThat(snapshots.names()).containsExactly("before it");
        assertThat(snapshots.diff("before it").changes()).isEmpty();
        run("UPDATE dbo.K SET V = 'B' WHERE Id = 2; DELETE FROM dbo.K WHERE Id = 3; INSERT INTO dbo.K VALUES (4, 'd');"
                + " DELETE FROM dbo.NoKey; INSERT INTO dbo.NoKey VALUES (1), (2), (2)");
        run("CREATE VIEW dbo.W AS SELECT V FROM dbo.K");
        assertThat(snapshots.diff("before it").changes())
                .containsExactly(
                        new Change.Definition("Shop", "view", "dbo.W", Change.Kind.CREATED),
                        new Change.Rows(
                                "Shop",
                                "dbo.K",
                                List.of("Id", "V"),
                                List.of("int", "nvarchar(10)"),
                                List.of("Id"),
                                1,
                                1,
                                1,
                                List.of(
                                        new Change.RowChange.Inserted(List.of(4L, "d")),
                                        new Change.RowChange.Deleted(java.util.Arrays.asList(3L, null)),
                                        new Change.RowChange.Updated(List.of(2L, "b"), List.of(2L, "B")))),
                        new Change.Rows(
                                "Shop",
                                "dbo.NoKey",
                                List.of("V"),
                                List.of("int"),
                                List.of(),
                                1,
                                0,
                                1,
                                List.of(
                                        new Change.RowChange.Inserted(List.of(2L)),
                                        new Change.RowChange.Deleted(List.of(1L)))));
    }

    @Test
    void restoringReachesConnectionsThatAreOpen() throws IOException {
        snapshots.take("s");
        run("DROP TABLE dbo.K; CREATE TABLE dbo.Later (A INT)");
        try (SqlSession open = SqlDatabase.of(standIn).connect()) {
            open.execute("SELECT * FROM dbo.Later", List.of());
            snapshots.restore("s");
            assertThat(open.execute("SELECT * FROM dbo.K", List.of())).hasSize(1);
            assertThatThrownBy(() -> open.execute("SELECT * FROM dbo.Later", List.of()))
                    .hasMessageContaining("dbo.Later");
        }
        assertThat(snapshots.diff("s").changes()).isEmpty();
    }

    @Test
    void resetGivesWhatTheSeedGives() throws IOException {
        run("DELETE FROM dbo.K; DROP TABLE dbo.NoKey");
        snapshots.reset();
        assertThat(count("dbo.K")).isEqualTo(3);
        assertThat(count("dbo.NoKey")).isEqualTo(3);
    }

    @Test
    void unknownAndImpossibleNamesAreRefused() {
        assertThatThrownBy(() -> snapshots.restore("nope"))
                .isInstanceOf(IOException.class)
                .hasMessage("There is no snapshot 'nope' of Shop. None was taken yet.");
        assertThatThrownBy(() -> snapshots.take("../outside")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> snapshots.take("")).isInstanceOf(IOException.class);
    }
}
