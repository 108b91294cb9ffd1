package dev.bobbin.emulator.standin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectTest {

    @TempDir
    Path folder;

    private TestDatabase db;

    @BeforeEach
    void open() {
        db = new TestDatabase(folder, SqlKind.SQL_DATABASE);
        db.run(
                "CREATE TABLE dbo.Orders (Id INT NOT NULL PRIMARY KEY, Customer NVARCHAR(20) NULL, Amount DECIMAL(10,2) NOT NULL, Day DATE NULL)");
        db.run(
                "INSERT INTO dbo.Orders VALUES (1, N'Anna', 10.50, '2024-01-02'), (2, N'anna', 4.25, '2024-02-03'), (3, N'Bo', 100, NULL)");
    }

    @AfterEach
    void close() {
        db.close();
    }

    /** As code makes them that filters by a list of pairs. */
    @Test
    void longConditionsAreTakenAndTooDeepOnesRefused() {
        String pairs = String.join(" OR ", Collections.nCopies(2_000, "(Id = 1 AND Id = 2)"));

        assertThat(db.rows("SELECT Id FROM dbo.Orders WHERE Id = 3 OR " + pairs))
                .containsExactly(List.of(3L));
        assertThatThrownBy(() -> db.rows("SELECT 1" + " + 1".repeat(20_000)))
                .isInstanceOf(SqlError.class)
                .hasMessageContaining("deep nesting");
    }

    @Test
    void valuesTableOfTheSeedFunctions() {
        assertThat(
                        db.rows(
                                "SELECT * FROM (VALUES ('John Smith',  31) , ('Kayla Jones', 33)) AS Employee(EmpName, DepID);"))
                .containsExactly(List.of("John Smith", 31L), List.of("Kayla Jones", 33L));
    }

    @Test
    void decimalsKeepTheirScale() {
        assertThat(db.rows("SELECT Amount FROM Orders WHERE Amount > 4.25 ORDER BY Id"))
                .containsExactly(List.of(new BigDecimal("10.50")), List.of(new BigDecimal("100.00")));
        assertThat(db.value("SUM(Amount) FROM dbo.Orders")).isEqualTo(new BigDecimal("114.75"));
        assertThat(db.value("AVG(Amount) FROM dbo.Orders")).isEqualTo(new BigDecimal("38.250000"));
    }

    @Test
    void anUnknownRowLeavesAQuantifiedComparisonOpen() {
        String all = "5 > ALL (SELECT a FROM (VALUES (1), (NULL)) v(a))";
        assertThat(db.value("CASE WHEN " + all + " THEN 'y' WHEN NOT (" + all + ") THEN 'n' ELSE 'u' END"))
                .isEqualTo("u");
        assertThat(db.value("CASE WHEN 5 > ALL (SELECT 1 WHERE 1 = 0) THEN 'y' ELSE 'n' END"))
                .isEqualTo("y");
        assertThat(db.value("CASE WHEN 5 > ANY (SELECT a FROM (VALUES (9), (1), (NULL)) v(a)) THEN 'y' ELSE 'n' END"))
                .isEqualTo("y");
    }

    @Test
    void textComparisonIgnoresCaseInASqlDatabase() {
        assertThat(db.value("COUNT(*) FROM Orders WHERE Customer = 'ANNA '")).isEqualTo(2L);
        assertThat(db.rows("SELECT Customer, COUNT(*) AS n FROM Orders GROUP BY Customer HAVING COUNT(*) > 1"))
                .hasSize(1);
    }

    @Test
    void parametersAreBoundByType() {
        assertThat(db.rows(
                        "SELECT Id FROM Orders WHERE Customer = ? AND Amount = ?",
                        new SqlValue("Bo", SqlType.nvarchar(2)),
                        new SqlValue(new BigDecimal("100"), SqlType.decimal(3, 0))))
                .containsExactly(List.of(3L));
    }

    @Test
    void integerDivisionCuts() {
        assertThat(db.value("7 / 2")).isEqualTo(3L);
        assertThat(db.value("7 / 2.0")).isEqualTo(new BigDecimal("3.500000"));
    }

    @Test
    void divisionByZeroFails() {
        assertThatThrownBy(() -> db.value("1/0"))
                .hasMessageContaining("Divide by zero")
                .extracting("number")
                .isEqualTo(8134);
    }

    @Test
    void columnOutsideTheGroupIsRefused() {
        assertThatThrownBy(() -> db.rows("SELECT Id, Customer FROM Orders GROUP BY Customer"))
                .extracting("number")
                .isEqualTo(8120);
    }

    @Test
    void joinsWindowsAndCommonTables() {
        assertThat(db.rows(
                        "WITH big AS (SELECT Id, Amount FROM Orders WHERE Amount >= 10) SELECT o.Id, b.Amount, ROW_NUMBER() OVER (ORDER BY o.Id DESC) AS rn"
                                + " FROM Orders AS o LEFT JOIN big AS b ON b.Id = o.Id ORDER BY o.Id"))
                .containsExactly(
                        List.of(1L, new BigDecimal("10.50"), 3L),
                        java.util.Arrays.asList(2L, null, 2L),
                        List.of(3L, new BigDecimal("100.00"), 1L));
    }

    @Test
    void dateFunctions() {
        assertThat(db.value("DATEADD(month, 1, CAST('2024-01-31' AS DATE))")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(db.value("DATEDIFF(day, '2024-01-01', '2024-03-01')")).isEqualTo(60L);
    }

    @Test
    void pagingAndTop() {
        assertThat(db.rows("SELECT TOP 1 Id FROM Orders ORDER BY Amount DESC")).containsExactly(List.of(3L));
        assertThat(db.rows("SELECT Id FROM Orders ORDER BY Id OFFSET 1 ROWS FETCH NEXT 1 ROWS ONLY"))
                .containsExactly(List.of(2L));
    }

    @Test
    void unknownNamesAreRefusedWithTheirNumbers() {
        assertThatThrownBy(() -> db.rows("SELECT * FROM dbo.Nope"))
                .hasMessage("Invalid object name 'dbo.Nope'.")
                .extracting("number")
                .isEqualTo(208);
        assertThatThrownBy(() -> db.rows("SELECT Nope FROM dbo.Orders"))
                .extracting("number")
                .isEqualTo(207);
        assertThatThrownBy(() -> db.rows("SELECT FROM dbo.Orders"))
                .extracting("number")
                .isEqualTo(156);
    }

    @Test
    void whatIsNotThereYetSaysSo() {
        assertThatThrownBy(() -> db.rows("SELECT Id FROM Orders FOR XML AUTO"))
                .hasMessageContaining("not supported yet");
    }
}
