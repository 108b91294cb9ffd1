package dev.bobbin.emulator.standin.sql.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.UndoOutcome;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.record.StatementLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run changed, and how it is put back. */
class SqlChangeLogTest {

    private static final String TABLES = """
            CREATE TABLE dbo.Orders (Id INT IDENTITY(1,1) PRIMARY KEY, Customer NVARCHAR(50) NOT NULL, Total DECIMAL(10,2));
            INSERT INTO dbo.Orders (Customer, Total) VALUES ('Ana', 10.50), ('Ben', 20), ('Cyd', NULL);
            CREATE TABLE dbo.Lines (OrderId INT REFERENCES dbo.Orders(Id), Item NVARCHAR(20));
            """;

    @TempDir
    Path folder;

    private SqlDatabase database;
    private SqlChangeLog log;

    @BeforeEach
    void makeTables() {
        database = SqlDatabase.open(folder.resolve("data.db"), SqlKind.SQL_DATABASE);
        log = new SqlChangeLog("sales", database.file());
        try (SqlSession session = database.connectAsOwner()) {
            session.execute(TABLES, List.of());
            session.commit();
        }
    }

    /** Runs batches in one connection and commits. */
    private void run(String run, String... batches) {
        try (SqlSession session = database.connect(new StatementLog(), run)) {
            for (String batch : batches) {
                for (SqlResult result : session.execute(batch, List.of())) {
                    if (result instanceof SqlResult.Failure failure) {
                        throw failure.error();
                    }
                }
            }
            session.commit();
        }
    }

    private String content() throws SQLException {
        return FileContent.of(database.file());
    }

    @Test
    void rowsAreToldBeforeAndAfter() throws IOException {
        run("r1", """
                INSERT INTO dbo.Orders (Customer, Total) VALUES ('Dan', 5);
                UPDATE dbo.Orders SET Total = 11 WHERE Id = 1;
                UPDATE dbo.Orders SET Total = 12 WHERE Id = 1;
                DELETE FROM dbo.Orders WHERE Id = 3;
                """);
        assertThat(log.changes("r1").changes())
                .containsExactly(new Change.Rows(
                        "sales",
                        "dbo.Orders",
                        List.of("Id", "Customer", "Total"),
                        List.of("int", "nvarchar(50)", "decimal(10,2)"),
                        List.of("Id"),
                        1,
                        1,
                        1,
                        List.of(
                                new Change.RowChange.Updated(List.of(1L, "Ana", "10.50"), List.of(1L, "Ana", "12.00")),
                                new Change.RowChange.Deleted(java.util.Arrays.asList(3L, "Cyd", null)),
                                new Change.RowChange.Inserted(List.of(4L, "Dan", "5.00")))));
    }

    @Test
    void everyTypeIsReadAsWhatItIs() throws IOException {
        run("r0", """
                CREATE TABLE dbo.Kinds (Id INT PRIMARY KEY, Amount DECIMAL(10,2), Price MONEY, Rate FLOAT, Paid BIT, Due DATE,
                    Noted DATETIME2(3), Digits VARCHAR(9), Empty NVARCHAR(9), Nothing NVARCHAR(9), Raw VARBINARY(4))
                """);
        run("r1", """
                INSERT INTO dbo.Kinds VALUES (1, 12.5, 3, 0.25, 1, '2026-11-26', '2026-11-26T10:20:30', '007', '', NULL,
                    0xCAFE)
                """);
        assertThat(log.changes("r1").changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.Rows.class,
                        rows -> assertThat(rows.read(
                                        ((Change.RowChange.Inserted) rows.rows().getFirst()).after()))
                                .extracting(value -> value.kind() + " " + value.quoted())
                                .containsExactly(
                                        "NUMBER 1",
                                        "NUMBER 12.50",
                                        "NUMBER 3.0000",
                                        "NUMBER 0.25",
                                        "BOOLEAN true",
                                        "MOMENT 2026-11-26",
                                        "MOMENT 2026-11-26 10:20:30.000",
                                        "TEXT '007'",
                                        "TEXT ''",
                                        "NULL NULL",
                                        "BYTES 0xCAFE"));
    }

    @Test
    void aColumnThatBecameAnotherTypeIsTold() throws IOException {
        run("r1", """
                UPDATE dbo.Orders SET Total = 11 WHERE Id = 1;
                ALTER TABLE dbo.Orders ALTER COLUMN Total NVARCHAR(20);
                INSERT INTO dbo.Orders (Customer, Total) VALUES ('Dan', 'much');
                """);
        assertThat(log.changes("r1").changes())
                .filteredOn(Change.Rows.class::isInstance)
                .extracting(change -> ((Change.Rows) change).types())
                .contains(List.of("int", "nvarchar(50)", "nvarchar(20)"));
    }

    @Test
    void whatIsUndoneInTheSameRunIsNoChange() throws IOException {
        run(
                "r1",
                "INSERT INTO dbo.Orders (Customer) VALUES ('Dan'); DELETE FROM dbo.Orders WHERE Customer = 'Dan'",
                "UPDATE dbo.Orders SET Total = Total + 1; UPDATE dbo.Orders SET Total = Total - 1",
                "CREATE TABLE dbo.Gone (A INT); DROP TABLE dbo.Gone");
        assertThat(log.changes("r1").changes()).isEmpty();
    }

    @Test
    void rolledBackWorkIsNoChange() throws Exception {
        String before = content();
        try (SqlSession session = database.connect(new StatementLog(), "r1")) {
            session.execute(
                    "DELETE FROM dbo.Lines; UPDATE dbo.Orders SET Total = 0; CREATE TABLE dbo.X (A INT)", List.of());
            session.rollback();
            session.execute("UPDATE dbo.Orders SET Total = 7 WHERE Id = 2", List.of());
            session.commit();
            session.execute("DELETE FROM dbo.Orders", List.of());
        }
        assertThat(log.changes("r1").changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.Rows.class,
                        rows -> assertThat(rows.rows())
                                .containsExactly(new Change.RowChange.Updated(
                                        List.of(2L, "Ben", "20.00"), List.of(2L, "Ben", "7.00"))));
        log.undo("r1");
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void undoBringsBackRowsCountersAndDefinitions() throws Exception {
        String before = content();
        run(
                "r1",
                "INSERT INTO dbo.Orders (Customer, Total) VALUES ('Dan', 5), ('Eve', 6)",
                "UPDATE dbo.Orders SET Customer = 'Z' + Customer",
                "CREATE TABLE dbo.New (A INT PRIMARY KEY, B NVARCHAR(10)); INSERT INTO dbo.New VALUES (1, 'x'), (2, 'y')",
                "CREATE VIEW dbo.V AS SELECT A FROM dbo.New",
                "ALTER TABLE dbo.Lines ADD Amount INT",
                "INSERT INTO dbo.Lines VALUES (1, 'pen', 3)",
                "CREATE INDEX IX_Lines ON dbo.Lines (Item)");
        assertThat(log.changes("r1").changes())
                .contains(
                        new Change.Definition("sales", "table", "dbo.New", Change.Kind.CREATED),
                        new Change.Definition("sales", "view", "dbo.V", Change.Kind.CREATED),
                        new Change.Definition("sales", "table", "dbo.Lines", Change.Kind.CHANGED),
                        new Change.Definition("sales", "index", "IX_Lines", Change.Kind.CREATED));
        assertThat(log.undo("r1")).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(content()).isEqualTo(before);
        run("r2", "INSERT INTO dbo.Orders (Customer) VALUES ('Flo')");
        assertThat(((Change.Rows) log.changes("r2").changes().getFirst()).rows().getFirst())
                .isEqualTo(new Change.RowChange.Inserted(java.util.Arrays.asList(4L, "Flo", null)));
    }

    @Test
    void aDroppedTableComesBackWithItsRows() throws Exception {
        String before = content();
        run("r1", "DELETE FROM dbo.Orders WHERE Id = 2", "DROP TABLE dbo.Lines", "DROP TABLE dbo.Orders");
        assertThat(log.changes("r1").changes())
                .contains(new Change.Definition("sales", "table", "dbo.Orders", Change.Kind.DELETED));
        log.undo("r1");
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void aTableMadeAnewSaysSoAndTellsTheRowsItHadAndHas() throws Exception {
        run("r0", "CREATE TABLE dbo.Notes (Id INT, Text VARCHAR(9)); INSERT INTO dbo.Notes VALUES (1, 'a'), (2, 'b')");
        String before = content();
        run("r1", """
                UPDATE dbo.Notes SET Text = 'z' WHERE Id = 1;
                INSERT INTO dbo.Notes VALUES (3, 'c');
                DROP TABLE IF EXISTS dbo.Notes;
                CREATE TABLE dbo.Notes (Id INT, Text VARCHAR(9));
                INSERT INTO dbo.Notes VALUES (7, 'g');
                DROP TABLE dbo.Notes;
                """, "CREATE TABLE dbo.Notes (Id INT, Text VARCHAR(9)); INSERT INTO dbo.Notes VALUES (8, 'h')");

        assertThat(log.changes("r1").changes())
                .containsExactly(
                        new Change.Definition("sales", "table", "dbo.Notes", Change.Kind.DELETED),
                        new Change.Definition("sales", "table", "dbo.Notes", Change.Kind.CREATED),
                        new Change.Rows(
                                "sales",
                                "dbo.Notes",
                                List.of("Id", "Text"),
                                List.of("int", "varchar(9)"),
                                List.of(),
                                1,
                                0,
                                2,
                                List.of(
                                        new Change.RowChange.Deleted(List.of(1L, "a")),
                                        new Change.RowChange.Deleted(List.of(2L, "b")),
                                        new Change.RowChange.Inserted(List.of(8L, "h")))));
        assertThat(log.undo("r1")).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void aTableMadeAnewWithOtherColumnsTellsBothKindsOfRows() throws Exception {
        run(
                "r0",
                "CREATE TABLE dbo.Notes (Id INT PRIMARY KEY, Text VARCHAR(9)); INSERT INTO dbo.Notes VALUES (1, 'a')");
        run("r1", "DROP TABLE dbo.Notes");
        run("r1", "CREATE TABLE dbo.Notes (Number INT PRIMARY KEY); INSERT INTO dbo.Notes VALUES (5), (6)");

        assertThat(log.changes("r1").changes())
                .filteredOn(Change.Rows.class::isInstance)
                .extracting(change -> ((Change.Rows) change).columns() + " " + ((Change.Rows) change).key() + " "
                        + ((Change.Rows) change).inserted() + " " + ((Change.Rows) change).deleted())
                .containsExactly("[Id, Text] [] 0 1", "[Number] [Number] 2 0");
    }

    @Test
    void aTableThatIsOnlyAlteredKeepsItsRows() throws Exception {
        for (String rows : List.of("", "INSERT INTO dbo.Notes VALUES (1, 'a'), (2, 'b');")) {
            run(
                    "r0" + rows,
                    "DROP TABLE IF EXISTS dbo.Notes; CREATE TABLE dbo.Notes (Id INT, Text VARCHAR(9));" + rows);
            String before = content();
            run(
                    "r1" + rows,
                    "ALTER TABLE dbo.Notes ADD More INT NULL",
                    "ALTER TABLE dbo.Notes ALTER COLUMN Text NVARCHAR(20)");

            assertThat(log.changes("r1" + rows).changes())
                    .containsExactly(new Change.Definition("sales", "table", "dbo.Notes", Change.Kind.CHANGED));
            assertThat(log.undo("r1" + rows)).isInstanceOf(UndoOutcome.Undone.class);
            assertThat(content()).isEqualTo(before);
        }
    }

    @Test
    void truncateComesBack() throws Exception {
        run("r0", "INSERT INTO dbo.Lines VALUES (1, 'pen'), (2, 'ink')");
        String before = content();
        run("r1", "TRUNCATE TABLE dbo.Lines");
        log.undo("r1");
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void laterChangesOfTheSameRowsAreAConflict() throws Exception {
        run("r1", "UPDATE dbo.Orders SET Total = 1 WHERE Id = 1; INSERT INTO dbo.Orders (Customer) VALUES ('Dan')");
        run("r2", "UPDATE dbo.Orders SET Total = 2 WHERE Id = 1");
        String before = content();
        assertThat(log.undo("r1"))
                .isInstanceOfSatisfying(
                        UndoOutcome.Refused.class,
                        refused -> assertThat(refused.reason().english())
                                .startsWith("A row of Orders that this run wrote has been changed or deleted since."));
        assertThat(content()).isEqualTo(before);
        assertThat(log.undo("r2")).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(log.undo("r1")).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(log.undo("r1")).isInstanceOf(UndoOutcome.NothingToUndo.class);
    }

    @Test
    void laterRowsThatReferToRowsOfTheRunAreAConflict() throws Exception {
        run("r1", "INSERT INTO dbo.Orders (Customer) VALUES ('Dan')");
        run("r2", "INSERT INTO dbo.Lines VALUES (4, 'pen')");
        assertThat(log.undo("r1")).isInstanceOf(UndoOutcome.Refused.class);
    }

    @Test
    void laterRowsInATableTheRunMadeAreAConflict() throws Exception {
        run("r1", "CREATE TABLE dbo.New (A INT)");
        run("r2", "INSERT INTO dbo.New VALUES (1)");
        assertThat(log.undo("r1")).isInstanceOf(UndoOutcome.Refused.class);
    }

    @Test
    void changesElsewhereAreNoConflict() throws Exception {
        run("r1", "UPDATE dbo.Orders SET Total = 1 WHERE Id = 1; INSERT INTO dbo.Orders (Customer) VALUES ('Dan')");
        run("r2", "UPDATE dbo.Orders SET Total = 2 WHERE Id = 2; INSERT INTO dbo.Orders (Customer) VALUES ('Eve')");
        assertThat(log.undo("r1")).isInstanceOf(UndoOutcome.Undone.class);
        try (SqlSession session = database.connect()) {
            session.execute("INSERT INTO dbo.Orders (Customer) VALUES ('Flo')", List.of());
            SqlResult.Rows rows = (SqlResult.Rows) session.execute(
                            "SELECT STRING_AGG(CONCAT(Id, Customer), ' ') WITHIN GROUP (ORDER BY Id) FROM dbo.Orders",
                            List.of())
                    .getFirst();
            // Number 5 was given out by the later run: the counter stays.
            assertThat(rows.rows().next(1).getFirst().getFirst()).isEqualTo("1Ana 2Ben 3Cyd 5Eve 6Flo");
        }
    }

    @Test
    void aRunOfManyTransactionsIsUndoneAsAWhole() throws Exception {
        String before = content();
        for (int i = 0; i < 5; i++) {
            run(
                    "r1",
                    "UPDATE dbo.Orders SET Total = " + i + " WHERE Id = 1",
                    "INSERT INTO dbo.Lines VALUES (1, 'i" + i + "')");
        }
        assertThat(log.changes("r1").changes()).hasSize(2);
        log.undo("r1");
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void oldRunsAreForgotten() throws Exception {
        for (int i = 0; i <= UndoFile.KEPT_RUNS + 1; i++) {
            run("r" + i, "INSERT INTO dbo.Lines VALUES (1, 'x')");
        }
        assertThat(log.changes("r0").changes()).isEmpty();
        assertThat(log.changes("r2").changes()).isNotEmpty();
    }

    @Test
    void aDamagedUndoFileDoesNotKeepARunFromItsData() throws Exception {
        Files.writeString(UndoFile.beside(database.file()), "no database, ".repeat(500));
        run("r1", "INSERT INTO dbo.Lines VALUES (1, 'x')");
        assertThat(log.changes("r1").changes()).hasSize(1);
    }

    @Test
    void fewRowsOfManyCostLittle() throws Exception {
        try (SqlSession session = database.connectAsOwner()) {
            session.execute(
                    "WITH n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
                            + " INSERT INTO dbo.Lines SELECT 1, REPLICATE('x', 20) FROM n OPTION (MAXRECURSION 0)",
                    List.of());
            session.commit();
        }
        run("r1", "UPDATE TOP (10) dbo.Lines SET Item = 'y'");
        assertThat(Files.size(UndoFile.beside(database.file()))).isLessThan(100_000);
    }
}
