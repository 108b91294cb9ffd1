package dev.bobbin.emulator.standin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MERGE, OUTPUT, and changes through joins, common tables and views. */
class MergeTest {

    @TempDir
    Path folder;

    private TestDatabase db;

    @BeforeEach
    void open() {
        db = new TestDatabase(folder, SqlKind.SQL_DATABASE);
        db.run(
                "CREATE TABLE dbo.Stock (Id INT IDENTITY(1,1) PRIMARY KEY, Sku VARCHAR(10) NOT NULL UNIQUE, Qty INT NOT NULL,"
                        + " Price DECIMAL(9,2) NOT NULL DEFAULT 1.5)");
        db.run("INSERT INTO dbo.Stock (Sku, Qty) VALUES ('A', 1), ('B', 2), ('C', 3)");
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void mergeUpdatesInsertsDeletesAndTells() {
        List<List<Object>> told =
                plain("MERGE dbo.Stock AS t USING (VALUES ('A', 10), ('D', 4)) AS s(Sku, Qty) ON t.Sku = s.Sku"
                        + " WHEN MATCHED THEN UPDATE SET Qty += s.Qty WHEN NOT MATCHED THEN INSERT (Sku, Qty) VALUES (s.Sku, s.Qty)"
                        + " WHEN NOT MATCHED BY SOURCE AND t.Qty > 2 THEN DELETE"
                        + " OUTPUT $action, inserted.Id, inserted.Qty, deleted.Qty, s.Sku;");
        assertThat(told)
                .containsExactlyInAnyOrder(
                        Arrays.asList("UPDATE", 1L, 11L, 1L, "A"),
                        Arrays.asList("INSERT", 4L, 4L, null, "D"),
                        Arrays.asList("DELETE", null, null, 3L, null));
        assertThat(plain("SELECT Sku, Qty FROM dbo.Stock ORDER BY Sku"))
                .containsExactly(List.of("A", 11L), List.of("B", 2L), List.of("D", 4L));
    }

    @Test
    void aRowIsMergedOnceOnly() {
        assertThatThrownBy(() -> db.run("MERGE dbo.Stock AS t USING (VALUES ('A', 1), ('a', 2)) AS s(Sku, Qty)"
                        + " ON t.Sku = s.Sku WHEN MATCHED THEN UPDATE SET Qty = s.Qty;"))
                .extracting("number")
                .isEqualTo(8672);
        assertThat(db.value("Qty FROM dbo.Stock WHERE Sku = 'A'")).isEqualTo(1L);
    }

    @Test
    void slowlyChangingDimensionInOneStatement() {
        db.run("CREATE TABLE dbo.Dim (K INT IDENTITY PRIMARY KEY, Id INT, City NVARCHAR(20), Active BIT)");
        db.run("INSERT INTO dbo.Dim (Id, City, Active) VALUES (1, N'Rome', 1), (2, N'Oslo', 1)");
        db.run(
                "INSERT INTO dbo.Dim (Id, City, Active) SELECT Id, City, 1 FROM (MERGE dbo.Dim AS t USING (VALUES (1, N'Paris'),"
                        + " (2, N'Oslo'), (3, N'Kyiv')) AS s(Id, City) ON t.Id = s.Id AND t.Active = 1"
                        + " WHEN NOT MATCHED THEN INSERT (Id, City, Active) VALUES (s.Id, s.City, 1)"
                        + " WHEN MATCHED AND t.City <> s.City THEN UPDATE SET Active = 0"
                        + " OUTPUT $action, s.Id, s.City) AS c(Done, Id, City) WHERE Done = 'UPDATE'");
        assertThat(plain("SELECT Id, City, CAST(Active AS INT) FROM dbo.Dim ORDER BY K"))
                .containsExactly(
                        List.of(1L, "Rome", 0L),
                        List.of(2L, "Oslo", 1L),
                        List.of(3L, "Kyiv", 1L),
                        List.of(1L, "Paris", 1L));
    }

    @Test
    void outputShowsOldAndNewAndGoesIntoTables() {
        assertThat(
                        plain(
                                "UPDATE dbo.Stock SET Qty = Qty * 2 OUTPUT deleted.Qty, inserted.Qty, inserted.Price WHERE Sku = 'C'"))
                .containsExactly(List.of(3L, 6L, new java.math.BigDecimal("1.50")));
        assertThat(plain(
                        "DECLARE @gone TABLE (Sku VARCHAR(10), Qty INT); DELETE FROM dbo.Stock OUTPUT deleted.Sku, deleted.Qty"
                                + " INTO @gone WHERE Qty < 3; SELECT * FROM @gone ORDER BY Sku"))
                .containsExactly(List.of("A", 1L), List.of("B", 2L));
    }

    @Test
    void keysMayTradePlaces() {
        db.run("UPDATE dbo.Stock SET Sku = CASE Sku WHEN 'A' THEN 'B' ELSE 'A' END WHERE Sku IN ('A', 'B')");
        assertThat(plain("SELECT Id, Sku FROM dbo.Stock ORDER BY Id"))
                .containsExactly(List.of(1L, "B"), List.of(2L, "A"), List.of(3L, "C"));
    }

    @Test
    void duplicatesGoThroughACommonTable() {
        db.run("CREATE TABLE dbo.Log (K INT, V INT)");
        db.run("INSERT INTO dbo.Log VALUES (1, 1), (1, 2), (2, 1)");
        db.run(
                "WITH d AS (SELECT *, ROW_NUMBER() OVER (PARTITION BY K ORDER BY V DESC) AS n FROM dbo.Log) DELETE FROM d WHERE n > 1");
        assertThat(plain("SELECT K, V FROM dbo.Log ORDER BY K")).containsExactly(List.of(1L, 2L), List.of(2L, 1L));
    }

    @Test
    void viewsOfOneTableCanBeChanged() {
        db.run("CREATE VIEW dbo.Low AS SELECT Sku AS Code, Qty FROM dbo.Stock WHERE Qty < 3");
        db.run("UPDATE dbo.Low SET Qty = 9 WHERE Code = 'B'");
        assertThat(db.value("Qty FROM dbo.Stock WHERE Sku = 'B'")).isEqualTo(9L);
        db.run("INSERT INTO dbo.Low (Code, Qty) VALUES ('Z', 1)");
        assertThat(db.value("COUNT(*) FROM dbo.Stock")).isEqualTo(4L);
    }

    @Test
    void topLimitsWhatIsChanged() {
        assertThat(db.run("UPDATE TOP (2) dbo.Stock SET Qty = 0")).containsExactly(new SqlResult.Count(2));
        assertThat(db.run("DELETE TOP (50) PERCENT FROM dbo.Stock")).containsExactly(new SqlResult.Count(2));
    }

    @Test
    void variablesTakeWhatIsSet() {
        assertThat(plain("DECLARE @q INT; UPDATE dbo.Stock SET @q = Qty = Qty + 5 WHERE Sku = 'A'; SELECT @q"))
                .containsExactly(List.of(6L));
    }

    @SuppressWarnings("unchecked")
    private List<List<Object>> plain(String sql) {
        return (List<List<Object>>) (List<?>) db.rows(sql);
    }
}
