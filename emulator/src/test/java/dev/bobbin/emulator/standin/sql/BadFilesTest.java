package dev.bobbin.emulator.standin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.standin.SmallDisk;
import dev.bobbin.emulator.standin.StandIn.SqlKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stand-in whose file is locked or damaged, or whose disk is full. */
@Timeout(60)
class BadFilesTest {

    @TempDir
    Path folder;

    private SqlDatabase database;

    @BeforeEach
    void open() {
        database = SqlDatabase.open(folder.resolve("data.db"), SqlKind.SQL_DATABASE);
        try (SqlSession session = database.connect()) {
            session.execute("CREATE TABLE dbo.T (Id INT PRIMARY KEY, Note NVARCHAR(MAX))", List.of());
            session.execute("INSERT INTO dbo.T SELECT value, N'note' FROM GENERATE_SERIES(1, 5000)", List.of());
            session.commit();
        }
    }

    private static Object value(SqlSession session, String query) {
        return ((SqlResult.Rows) session.execute(query, List.of()).getFirst())
                .rows()
                .next(1)
                .getFirst()
                .getFirst();
    }

    @Test
    void aChangeWaitsForAnotherAsLongAsItIsTold() {
        try (SqlSession writer = database.connect();
                SqlSession other = database.connect()) {
            writer.execute("UPDATE dbo.T SET Note = N'mine' WHERE Id = 1", List.of());
            other.execute("SET LOCK_TIMEOUT 10", List.of());
            assertThat(value(other, "SELECT @@LOCK_TIMEOUT")).isEqualTo(10L);
            assertThatThrownBy(() -> other.execute("UPDATE dbo.T SET Note = N'his' WHERE Id = 1", List.of()))
                    .isInstanceOfSatisfying(SqlError.class, error -> {
                        assertThat(error.number()).isEqualTo(1222);
                        assertThat(error.text()).contains("Lock request time out period exceeded.");
                    });
            assertThat(value(other, "SELECT Note FROM dbo.T WHERE Id = 1")).isEqualTo("note");
            writer.commit();
            other.execute("UPDATE dbo.T SET Note = N'his' WHERE Id = 1", List.of());
            other.commit();
            assertThat(value(writer, "SELECT Note FROM dbo.T WHERE Id = 1")).isEqualTo("his");
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws IOException {
        Path file = folder.resolve("no.db");
        Files.writeString(file, "This is no database. ".repeat(100));
        assertThatThrownBy(() -> SqlDatabase.open(file, SqlKind.SQL_DATABASE).connect())
                .isInstanceOf(SqlError.class)
                .hasMessageContaining("no.db")
                .hasMessageContaining("damaged or no database");
        assertThat(Files.readString(file)).startsWith("This is no database.");
    }

    @Test
    void damagedPagesAreTold() throws IOException {
        byte[] bytes = Files.readAllBytes(database.file());
        for (int i = bytes.length / 2; i < bytes.length; i++) {
            bytes[i] = (byte) 0xA5;
        }
        Path file = Files.write(folder.resolve("torn.db"), bytes);
        try (SqlSession session = SqlDatabase.open(file, SqlKind.SQL_DATABASE).connect()) {
            assertThatThrownBy(() -> value(session, "SELECT MAX(LEN(Note)) FROM dbo.T"))
                    .isInstanceOfSatisfying(
                            SqlError.class, error -> assertThat(error.number()).isEqualTo(824))
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void aFullDiskLosesNothingThatWasThere() throws IOException, InterruptedException {
        Path disk = Files.createDirectories(folder.resolve("disk"));

        assertThat(SmallDisk.run(disk, FullDisk.class, folder.toString()))
                .containsExactly(
                        "1105 the disk that holds the stand-in is full",
                        "rows after the rollback: 10",
                        "import: the disk that holds the stand-in is full",
                        "tables after the import: T",
                        "rows when there is room again: 11");
    }
}
