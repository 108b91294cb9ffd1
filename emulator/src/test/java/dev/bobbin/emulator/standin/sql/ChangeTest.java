package dev.bobbin.emulator.standin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeTest {

    @TempDir
    Path folder;

    @Test
    void closingWithoutCommitRollsBack() {
        try (TestDatabase first = new TestDatabase(folder, SqlKind.SQL_DATABASE)) {
            first.run("CREATE TABLE dbo.T (Id INT NOT NULL)");
            first.session().commit();
            first.run("INSERT INTO dbo.T VALUES (1)");
        }
        try (TestDatabase second = new TestDatabase(folder, SqlKind.SQL_DATABASE)) {
            assertThat(second.value("COUNT(*) FROM dbo.T")).isEqualTo(0L);
        }
    }

    @Test
    void identityAndDefaultsAreFilledAndShown() {
        try (TestDatabase db = new TestDatabase(folder, SqlKind.SQL_DATABASE)) {
            db.run(
                    "CREATE TABLE dbo.T (Id INT IDENTITY(10, 5) PRIMARY KEY, Name NVARCHAR(10) NOT NULL, Val DECIMAL(9,2) DEFAULT (1.5))");
            assertThat(db.rows("INSERT INTO dbo.T (Name) OUTPUT inserted.Id, inserted.Val VALUES (N'x'), (N'y')"))
                    .extracting(row -> row.get(0) + " " + row.get(1))
                    .containsExactly("10 1.50", "15 1.50");
        }
    }

    @Test
    void updateWithJoinChangesTheTarget() {
        try (TestDatabase db = new TestDatabase(folder, SqlKind.WAREHOUSE)) {
            db.run("CREATE TABLE dbo.T (Id INT NOT NULL, Val INT)");
            db.run("INSERT INTO dbo.T VALUES (1, 10), (2, 20)");
            assertThat(
                            db.run(
                                    "UPDATE t SET t.Val = s.v FROM dbo.T AS t JOIN (VALUES (1, 100)) AS s(id, v) ON s.id = t.Id"))
                    .containsExactly(new SqlResult.Count(1));
            assertThat(db.rows("SELECT Val FROM dbo.T ORDER BY Id")).containsExactly(List.of(100L), List.of(20L));
        }
    }

    @Test
    void constraintsAreNamedAsSqlServerNamesThem() {
        try (TestDatabase db = new TestDatabase(folder, SqlKind.SQL_DATABASE)) {
            db.run("CREATE TABLE dbo.T (Id INT NOT NULL CONSTRAINT PK_T PRIMARY KEY, Name VARCHAR(3) NOT NULL)");
            db.run("INSERT INTO dbo.T VALUES (1, 'a')");
            assertThatThrownBy(() -> db.run("INSERT INTO dbo.T VALUES (1, 'b')"))
                    .hasMessageContaining("PK_T")
                    .extracting("number")
                    .isEqualTo(2627);
            assertThatThrownBy(() -> db.run("INSERT INTO dbo.T VALUES (2, NULL)"))
                    .extracting("number")
                    .isEqualTo(515);
            assertThatThrownBy(() -> db.run("INSERT INTO dbo.T VALUES (2, 'toolong')"))
                    .extracting("number")
                    .isEqualTo(2628);
        }
    }

    @Test
    void mirroredDatabasesTakeNoChangesFromFunctions() {
        SqlDatabase database = SqlDatabase.open(folder.resolve("data.db"), SqlKind.MIRRORED);
        try (SqlSession owner = database.connectAsOwner()) {
            owner.execute("CREATE TABLE dbo.T (Id INT); INSERT INTO dbo.T VALUES (1)", List.of());
            owner.commit();
        }
        try (SqlSession session = database.connect()) {
            assertThatThrownBy(() -> session.execute("DELETE FROM dbo.T", List.of()))
                    .hasMessageContaining("read-only");
        }
    }

    @Test
    void batchesBranchLoopAndCatch() {
        try (TestDatabase db = new TestDatabase(folder, SqlKind.SQL_DATABASE)) {
            assertThat(
                            db.rows(
                                    "DECLARE @i INT = 0, @s INT = 0; WHILE @i < 5 BEGIN SET @i += 1; IF @i = 3 CONTINUE; SET @s = @s + @i; END; SELECT @s AS s"))
                    .containsExactly(List.of(12L));
            assertThat(db.rows("BEGIN TRY SELECT 1/0 AS x; END TRY BEGIN CATCH SELECT ERROR_NUMBER() AS n; END CATCH"))
                    .containsExactly(List.of(8134L));
        }
    }
}
