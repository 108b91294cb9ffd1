package dev.bobbin.emulator.standin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries analysts write: pivots, groups by sets, series, JSON, functions of their own. */
class QueryTest {

    @TempDir
    Path folder;

    private TestDatabase db;

    @BeforeEach
    void open() {
        db = new TestDatabase(folder, SqlKind.SQL_DATABASE);
        db.run("CREATE TABLE dbo.S (Reg VARCHAR(5), Yr INT, Amt DECIMAL(9,2))");
        db.run("INSERT INTO dbo.S VALUES ('N', 2023, 10), ('N', 2024, 20.5), ('S', 2024, 5), ('S', 2024, 1)");
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static BigDecimal decimal(String digits) {
        return new BigDecimal(digits);
    }

    @Test
    void pivotAndBack() {
        assertThat(
                        db.rows(
                                "SELECT Reg, [2023], [2024] FROM dbo.S PIVOT (SUM(Amt) FOR Yr IN ([2023], [2024])) AS p ORDER BY Reg"))
                .containsExactly(
                        List.of("N", decimal("10.00"), decimal("20.50")), Arrays.asList("S", null, decimal("6.00")));
        assertThat(
                        db.rows(
                                "SELECT k, v FROM (SELECT 1 AS a, 2 AS b, CAST(NULL AS INT) AS c) AS t UNPIVOT (v FOR k IN (a, b, c)) AS u"))
                .containsExactly(List.of("a", 1L), List.of("b", 2L));
    }

    @Test
    void setOperationsWithoutEnd() {
        String all = rows(801, " FROM dbo.S UNION ALL SELECT ") + " FROM dbo.S";
        assertThat(db.rows(all + " ORDER BY a DESC OFFSET 3202 ROWS")).hasSize(2);
        assertThat(db.rows("SELECT COUNT(*) FROM (" + rows(501, " UNION SELECT ") + " EXCEPT SELECT 3) t"))
                .containsExactly(List.of(6L));
    }

    private static String rows(int count, String separator) {
        return IntStream.range(0, count)
                .mapToObj(i -> i % 7 + (i == 0 ? " AS a" : ""))
                .collect(Collectors.joining(separator, "SELECT ", ""));
    }

    @Test
    void groupsBySets() {
        assertThat(db.rows("SELECT Reg, Yr, SUM(Amt), GROUPING_ID(Reg, Yr) FROM dbo.S GROUP BY ROLLUP (Reg, Yr)"
                        + " HAVING SUM(Amt) > 6 ORDER BY GROUPING_ID(Reg, Yr), Reg, Yr"))
                .containsExactly(
                        List.of("N", 2023L, decimal("10.00"), 0L),
                        List.of("N", 2024L, decimal("20.50"), 0L),
                        Arrays.asList("N", null, decimal("30.50"), 1L),
                        Arrays.asList(null, null, decimal("36.50"), 3L));
        assertThat(db.rows("SELECT COUNT(*) FROM dbo.S GROUP BY CUBE (Reg, Yr)"))
                .hasSize(3 + 2 + 2 + 1);
    }

    @Test
    void jsonKeepsWhatIsWritten() {
        assertThat(db.value("JSON_QUERY('{\"a\": {\"b\": 1.50 }}', '$.a')")).isEqualTo("{\"b\": 1.50 }");
        assertThat(db.value("JSON_MODIFY('{\"a\": 1, \"b\":2}', '$.a', 5)")).isEqualTo("{\"a\": 5, \"b\":2}");
        assertThat(db.value("JSON_MODIFY('{\"a\":1}', '$.l', JSON_QUERY('[1]'))"))
                .isEqualTo("{\"a\":1,\"l\":[1]}");
        assertThat(
                        db.rows(
                                "SELECT Reg AS [r.name], SUM(Amt) AS total FROM dbo.S GROUP BY Reg ORDER BY Reg FOR JSON PATH, ROOT('x')"))
                .containsExactly(List.of(
                        "{\"x\":[{\"r\":{\"name\":\"N\"},\"total\":30.50},{\"r\":{\"name\":\"S\"},\"total\":6.00}]}"));
        assertThat(db.rows("SELECT a.Reg, b.Yr FROM (VALUES ('N'), ('S')) AS a(Reg) JOIN dbo.S AS b ON b.Reg = a.Reg"
                        + " ORDER BY a.Reg, b.Yr FOR JSON AUTO"))
                .containsExactly(List.of("[{\"Reg\":\"N\",\"b\":[{\"Yr\":2023},{\"Yr\":2024}]},"
                        + "{\"Reg\":\"S\",\"b\":[{\"Yr\":2024},{\"Yr\":2024}]}]"));
        assertThatThrownBy(() -> db.value("JSON_VALUE('{\"a\":}', '$.a')"))
                .hasMessage("JSON text is not properly formatted. Unexpected character '}' is found at position 5.");
    }

    @Test
    void functionsOfOnesOwn() {
        db.run("CREATE FUNCTION dbo.Tax (@x DECIMAL(10,2), @rate DECIMAL(4,2) = 0.19) RETURNS DECIMAL(12,2) AS"
                + " BEGIN DECLARE @r DECIMAL(12,2) = 0; IF @x > 0 SET @r = @x * @rate; RETURN @r; END");
        assertThat(db.rows("SELECT dbo.Tax(Amt, DEFAULT) FROM dbo.S WHERE Reg = 'N' ORDER BY Yr"))
                .containsExactly(List.of(decimal("1.90")), List.of(decimal("3.90")));
        db.run(
                "CREATE FUNCTION dbo.InYear (@y INT) RETURNS TABLE AS RETURN (SELECT Reg, Amt FROM dbo.S WHERE Yr = @y)");
        assertThat(db.rows(
                        "SELECT y.v, SUM(f.Amt) FROM (VALUES (2023), (2024), (2025)) AS y(v) OUTER APPLY dbo.InYear(y.v) AS f"
                                + " GROUP BY y.v ORDER BY y.v"))
                .containsExactly(
                        List.of(2023L, decimal("10.00")), List.of(2024L, decimal("26.50")), Arrays.asList(2025L, null));
        db.run(
                "CREATE FUNCTION dbo.Steps (@n INT) RETURNS @t TABLE (I INT, D DATE) AS BEGIN DECLARE @i INT = 0;"
                        + " WHILE @i < @n BEGIN SET @i += 1; INSERT INTO @t VALUES (@i, DATEADD(DAY, @i, '2024-01-01')); END RETURN; END");
        assertThat(db.rows("SELECT I, D FROM dbo.Steps(2)"))
                .containsExactly(List.of(1L, LocalDate.of(2024, 1, 2)), List.of(2L, LocalDate.of(2024, 1, 3)));
    }

    @Test
    void cursorsSequencesAndSavepoints() {
        db.run("CREATE SEQUENCE dbo.Seq AS INT START WITH 10 INCREMENT BY 5");
        assertThat(db.rows("SELECT NEXT VALUE FOR dbo.Seq UNION ALL SELECT 0")).hasSize(2);
        assertThat(db.rows(
                        "DECLARE c CURSOR FOR SELECT Amt FROM dbo.S ORDER BY Amt; DECLARE @a DECIMAL(9,2), @t DECIMAL(9,2) = 0;"
                                + " OPEN c; FETCH NEXT FROM c INTO @a; WHILE @@FETCH_STATUS = 0 BEGIN SET @t += @a; FETCH NEXT FROM c INTO @a; END;"
                                + " CLOSE c; DEALLOCATE c; SELECT @t"))
                .containsExactly(List.of(decimal("36.50")));
        db.run(
                "BEGIN TRAN; DELETE FROM dbo.S WHERE Reg = 'N'; SAVE TRAN here; DELETE FROM dbo.S; ROLLBACK TRAN here; COMMIT");
        assertThat(db.value("COUNT(*) FROM dbo.S")).isEqualTo(2L);
    }

    @Test
    void percentilesAndSeries() {
        assertThat(
                        db.rows(
                                "SELECT DISTINCT Reg, PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY Amt) OVER (PARTITION BY Reg),"
                                        + " PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY Amt) OVER (PARTITION BY Reg) FROM dbo.S ORDER BY Reg"))
                .containsExactly(List.of("N", 15.25, decimal("10.00")), List.of("S", 3.0, decimal("1.00")));
        assertThat(db.rows("SELECT value FROM GENERATE_SERIES(5, 1, -2)"))
                .containsExactly(List.of(5L), List.of(3L), List.of(1L));
    }

    @Test
    void orderInsideWithoutTopIsRefused() {
        assertThatThrownBy(() -> db.rows("SELECT * FROM (SELECT Reg FROM dbo.S ORDER BY Reg) AS t"))
                .extracting("number")
                .isEqualTo(1033);
    }

    @Test
    void theCatalogTellsWhatIsThere() {
        db.run("CREATE VIEW dbo.V AS SELECT Reg, SUM(Amt) AS Total FROM dbo.S GROUP BY Reg");
        assertThat(db.rows(
                        "SELECT COLUMN_NAME, DATA_TYPE, NUMERIC_PRECISION, NUMERIC_SCALE FROM INFORMATION_SCHEMA.COLUMNS"
                                + " WHERE TABLE_NAME = 'V' ORDER BY ORDINAL_POSITION"))
                .containsExactly(Arrays.asList("Reg", "varchar", null, null), List.of("Total", "decimal", 38L, 2L));
        assertThat(db.rows(
                        "SELECT o.name, o.type_desc FROM sys.objects AS o JOIN sys.schemas AS s ON s.schema_id = o.schema_id"
                                + " WHERE s.name = 'dbo' ORDER BY o.name"))
                .containsExactly(List.of("S", "USER_TABLE"), List.of("V", "VIEW"));
    }
}
