package dev.bobbin.emulator.standin.sql.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.UndoOutcome;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.record.StatementLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a run does, its undo gives back the file as it was. */
class UndoProperties {

    private static final String TABLES = """
            CREATE TABLE dbo.A (Id INT IDENTITY(1,1) PRIMARY KEY, V NVARCHAR(20), N DECIMAL(20,4), F FLOAT, B VARBINARY(8));
            INSERT INTO dbo.A (V, N, F, B) VALUES ('a', 1.5, 1e300, 0x00FF), ('b', NULL, 0.1, NULL), (NULL, -2, NULL, 0x);
            CREATE TABLE dbo.C (K INT, T NVARCHAR(20)); INSERT INTO dbo.C VALUES (1, 'one'), (2, 'two')
            """;

    @Provide
    Arbitrary<List<String>> statements() {
        return Arbitraries.of(
                        "INSERT INTO dbo.A (V, N) VALUES ('new', 3)",
                        "INSERT INTO dbo.A (V) SELECT T FROM dbo.C",
                        "UPDATE dbo.A SET N = N + 1, V = V + '!'",
                        "UPDATE dbo.A SET F = NULL WHERE Id % 2 = 0",
                        "DELETE FROM dbo.A WHERE Id = (SELECT MAX(Id) FROM dbo.A)",
                        "DELETE FROM dbo.C",
                        "TRUNCATE TABLE dbo.C",
                        "UPDATE dbo.C SET K = -K",
                        "CREATE TABLE dbo.D (X INT)",
                        "INSERT INTO dbo.D VALUES (1)",
                        "DROP TABLE IF EXISTS dbo.D",
                        "DROP TABLE IF EXISTS dbo.C",
                        "CREATE TABLE dbo.C (K INT, Other FLOAT)",
                        "ALTER TABLE dbo.C ADD Z INT",
                        "ALTER TABLE dbo.C DROP COLUMN Z",
                        "CREATE INDEX IX ON dbo.C (K)",
                        "DROP INDEX IX ON dbo.C",
                        "CREATE OR ALTER VIEW dbo.W AS SELECT V FROM dbo.A",
                        "DROP VIEW IF EXISTS dbo.W",
                        "ROLLBACK WORK AND",
                        "COMMIT WORK AND",
                        "SELECT 1/0")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 60)
    void undoIsExact(@ForAll("statements") List<String> statements) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("undo");
        try {
            SqlDatabase database = SqlDatabase.open(folder.resolve("data.db"), SqlKind.SQL_DATABASE);
            try (SqlSession session = database.connectAsOwner()) {
                session.execute(TABLES, List.of());
                session.commit();
            }
            String before = FileContent.of(database.file());
            try (SqlSession session = database.connect(new StatementLog(), "run")) {
                statements.forEach(statement -> carryOut(session, statement));
                session.commit();
            }
            UndoOutcome outcome = new SqlChangeLog("a", database.file()).undo("run");
            assertThat(outcome).isNotInstanceOf(UndoOutcome.Refused.class);
            assertThat(FileContent.of(database.file())).isEqualTo(before);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** What fails is part of the game. */
    private static void carryOut(SqlSession session, String statement) {
        try {
            if (statement.startsWith("ROLLBACK")) {
                session.rollback();
            } else if (statement.startsWith("COMMIT")) {
                session.commit();
            } else {
                session.execute(statement, List.of());
            }
        } catch (SqlError expected) {
            assertThat(expected.text()).isNotBlank();
        }
    }
}
