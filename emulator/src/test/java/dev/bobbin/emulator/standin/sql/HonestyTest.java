package dev.bobbin.emulator.standin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQLite would answer differently without a word. */
class HonestyTest {

    @TempDir
    Path folder;

    private TestDatabase db;

    @BeforeEach
    void open() {
        db = new TestDatabase(folder, SqlKind.SQL_DATABASE);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void datetimeKeepsItsSecond() {
        assertThat(db.value("CONVERT(VARCHAR(30), CAST('2024-03-05T14:07:09.123' AS DATETIME), 121)"))
                .isEqualTo("2024-03-05 14:07:09.123");
    }

    @Test
    void otherCollationsCompareTheirOwnWay() {
        assertThat(db.value("CASE WHEN 'a' COLLATE Latin1_General_BIN2 LIKE 'A' THEN 1 ELSE 0 END"))
                .isEqualTo(0L);
        assertThat(db.value("CASE WHEN 'a' = 'A' COLLATE Latin1_General_CS_AS THEN 1 ELSE 0 END"))
                .isEqualTo(0L);
        assertThat(db.value("CASE WHEN N'é' = N'E' COLLATE Latin1_General_CI_AI THEN 1 ELSE 0 END"))
                .isEqualTo(1L);
        assertThatThrownBy(() -> db.value("CASE WHEN 'i' = 'I' COLLATE Turkish_CI_AS THEN 1 ELSE 0 END"))
                .hasMessageContaining("not supported yet");
    }

    @Test
    void accentsComeAfterTheirLetterAndSignsBeforeDigits() {
        assertThat(db.rows("SELECT v FROM (VALUES (N'z'), (N'é'), (N'E'), (N'_'), (N'1'), (N'f')) AS t(v) ORDER BY v"))
                .extracting(List::getFirst)
                .containsExactly("_", "1", "E", "é", "f", "z");
    }

    @Test
    void literalsBesideEachOtherInFormats() {
        assertThat(db.value("FORMAT(CAST('2024-01-05' AS DATE), 'MMMM d, yyyy', 'en-US')"))
                .isEqualTo("January 5, 2024");
    }

    @Test
    void decimalScalesFollowTheReference() {
        assertThat(db.value("1.0 / 3")).isEqualTo(new BigDecimal("0.333333"));
        assertThat(
                        db.value(
                                "CAST('1234567890123456789012345678.0123456789' AS DECIMAL(38,10)) + CAST('0.0000000001' AS DECIMAL(38,10))"))
                .isEqualTo(new BigDecimal("1234567890123456789012345678.0123456790"));
    }

    @Test
    void abortOnErrorUndoesTheTransaction() {
        db.run("CREATE TABLE dbo.T (Id INT NOT NULL PRIMARY KEY)");
        db.session().commit();
        assertThat(db.rows(
                        "SET XACT_ABORT ON; BEGIN TRY INSERT INTO dbo.T VALUES (1); INSERT INTO dbo.T VALUES (1); END TRY"
                                + " BEGIN CATCH SELECT XACT_STATE() AS xs; ROLLBACK; END CATCH"))
                .containsExactly(java.util.List.of(-1L));
        assertThat(db.value("COUNT(*) FROM dbo.T")).isEqualTo(0L);
    }
}
