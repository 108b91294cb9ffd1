package dev.bobbin.emulator.standin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, checks, foreign keys and identities, as SQL Server keeps them. */
class ConstraintTest {

    @TempDir
    Path folder;

    private TestDatabase db;

    @BeforeEach
    void open() {
        db = new TestDatabase(folder, SqlKind.SQL_DATABASE);
        db.run("CREATE TABLE dbo.P (Code NVARCHAR(10) NOT NULL CONSTRAINT PK_P PRIMARY KEY,"
                + " Qty INT NOT NULL CONSTRAINT CK_Qty CHECK (Qty >= 0))");
        db.run("INSERT INTO dbo.P VALUES (N'Äb', 1), (N'b', 2)");
    }

    @AfterEach
    void close() {
        db.close();
    }

    private void fails(String sql, int number, String... words) {
        assertThatThrownBy(() -> db.run(sql))
                .satisfies(error -> assertThat(java.util.List.of(words)).allMatch(error.getMessage()::contains))
                .extracting("number")
                .isEqualTo(number);
    }

    @Test
    void keysIgnoreCaseAndBlanksAtTheEndButNotAccents() {
        fails("INSERT INTO dbo.P VALUES (N'äB ', 1)", 2627, "PK_P", "The duplicate key value is (äB )");
        fails("INSERT INTO dbo.P VALUES (N'B', 1)", 2627, "The duplicate key value is (B)");
        assertThat(db.run("INSERT INTO dbo.P VALUES (N'ab', 1)")).containsExactly(new SqlResult.Count(1));
    }

    @Test
    void checksNameTheirColumn() {
        fails(
                "UPDATE dbo.P SET Qty = Qty - 2",
                547,
                "The UPDATE statement conflicted with the CHECK constraint \"CK_Qty\"",
                "column 'Qty'");
        assertThat(db.value("SUM(Qty) FROM dbo.P")).isEqualTo(3L);
    }

    @Test
    void foreignKeysFollowAndHoldBack() {
        db.run(
                "CREATE TABLE dbo.C (Id INT, Code NVARCHAR(10) NULL CONSTRAINT FK_C REFERENCES dbo.P (Code) ON UPDATE CASCADE)");
        db.run("INSERT INTO dbo.C VALUES (1, N'ÄB'), (2, NULL)");
        fails(
                "INSERT INTO dbo.C VALUES (3, N'zz')",
                547,
                "FOREIGN KEY constraint \"FK_C\"",
                "table \"dbo.P\", column 'Code'");
        fails(
                "DELETE FROM dbo.P WHERE Qty = 1",
                547,
                "REFERENCE constraint \"FK_C\"",
                "table \"dbo.C\", column 'Code'");
        db.run("UPDATE dbo.P SET Code = N'new' WHERE Qty = 1");
        assertThat(db.value("Code FROM dbo.C WHERE Id = 1")).isEqualTo("new");
        fails("DROP TABLE dbo.P", 3726);
    }

    @Test
    void deletesCascadeThroughTables() {
        db.run(
                "CREATE TABLE dbo.C (Id INT NOT NULL PRIMARY KEY, Code NVARCHAR(10) REFERENCES dbo.P (Code) ON DELETE CASCADE)");
        db.run("CREATE TABLE dbo.G (Id INT, C INT NULL REFERENCES dbo.C (Id) ON DELETE SET NULL)");
        db.run("INSERT INTO dbo.C VALUES (1, N'b'), (2, N'b'), (3, N'Äb'); INSERT INTO dbo.G VALUES (1, 1), (2, 3)");
        db.run("DELETE FROM dbo.P WHERE Code = N'B'");
        assertThat(db.value("COUNT(*) FROM dbo.C")).isEqualTo(1L);
        assertThat(db.value("COUNT(C) FROM dbo.G")).isEqualTo(1L);
    }

    @Test
    void filteredUniqueIndexesLetOthersPass() {
        db.run("CREATE TABLE dbo.F (A INT, B VARCHAR(5))");
        db.run("CREATE UNIQUE INDEX UX_F ON dbo.F (A) WHERE B = 'on'");
        db.run("INSERT INTO dbo.F VALUES (1, 'off'), (1, 'off'), (1, 'ON')");
        fails("INSERT INTO dbo.F VALUES (1, 'on')", 2601, "unique index 'UX_F'");
    }

    @Test
    void identitiesAreNotGivenOutTwice() {
        db.run("CREATE TABLE dbo.I (Id INT IDENTITY(1,1), V INT)");
        db.session().commit();
        db.run("INSERT INTO dbo.I (V) VALUES (1), (2)");
        db.session().rollback();
        db.run("INSERT INTO dbo.I (V) VALUES (3)");
        assertThat(db.value("Id FROM dbo.I")).isEqualTo(3L);
        assertThat(db.value("IDENT_CURRENT('dbo.I')")).isEqualTo(java.math.BigDecimal.valueOf(3));
        db.session().commit();
        try (SqlSession other = db.database().connect()) {
            other.execute("INSERT INTO dbo.I (V) VALUES (4)", java.util.List.of());
            other.commit();
        }
        assertThat(db.value("MAX(Id) FROM dbo.I")).isEqualTo(4L);
    }

    @Test
    void columnsChangeTheirTypeWithTheirRows() {
        db.run("ALTER TABLE dbo.P ADD Note VARCHAR(10) NULL CONSTRAINT DF_Note DEFAULT 'n' WITH VALUES");
        db.run("ALTER TABLE dbo.P ALTER COLUMN Qty DECIMAL(9,2) NOT NULL");
        assertThat(db.value("MAX(Qty) FROM dbo.P")).isEqualTo(new java.math.BigDecimal("2.00"));
        assertThat(db.value("MIN(Note) FROM dbo.P")).isEqualTo("n");
        fails("INSERT INTO dbo.P (Code, Qty) VALUES (N'B', 1)", 2627);
        fails("ALTER TABLE dbo.P ALTER COLUMN Code INT NOT NULL", 245);
    }

    @Test
    void otherToolsReadAndWriteTheFile() throws Exception {
        db.session().commit();
        try (Connection plain = DriverManager.getConnection(
                        "jdbc:sqlite:" + db.database().file());
                Statement statement = plain.createStatement()) {
            statement.execute("INSERT INTO P VALUES ('x', 5)");
            try (ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM P WHERE Qty > 1")) {
                assertThat(row.getInt(1)).isEqualTo(2);
            }
            assertThatThrownBy(() -> statement.execute("INSERT INTO P VALUES ('X ', 5)"))
                    .hasMessageContaining("UNIQUE");
        }
        assertThat(db.value("COUNT(*) FROM dbo.P")).isEqualTo(3L);
    }
}
