package dev.bobbin.emulator.standin.sql.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.standin.ExecutedStatement;
import dev.bobbin.emulator.standin.Fidelity;
import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.SqlValue;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every statement a run executed is on record. */
class StatementLogTest {

    @TempDir
    Path folder;

    private final StatementLog log = new StatementLog();
    private SqlSession session;

    @BeforeEach
    void connect() {
        session = SqlDatabase.open(folder.resolve("data.db"), SqlKind.SQL_DATABASE)
                .connect(log, "r1");
        session.execute("CREATE TABLE dbo.T (K INT PRIMARY KEY, V NVARCHAR(20))", List.of());
    }

    @AfterEach
    void close() {
        session.close();
    }

    private ExecutedStatement last() {
        return log.statements().getLast();
    }

    @Test
    void aStatementIsKeptWithTheSqliteItBecame() {
        session.execute(
                "INSERT INTO dbo.T VALUES (?, ?)",
                List.of(new SqlValue(1L, SqlType.INT), new SqlValue("it's", SqlType.nvarchar(4))));
        ExecutedStatement insert = last();
        assertThat(insert.tsql()).isEqualTo("INSERT INTO dbo.T VALUES (?, ?)");
        assertThat(insert.sqlite()).singleElement().asString().startsWith("INSERT INTO \"T\"");
        assertThat(insert.parameters()).containsExactly("1", "N'it''s'");
        assertThat(insert.rows()).isEqualTo(OptionalLong.of(1));
        assertThat(insert.fidelity()).isEqualTo(Fidelity.SAME);
        assertThat(insert.error()).isNull();
    }

    @Test
    void rowsOfAQueryAreCountedAsTheyAreFetched() {
        session.executeMany(
                "INSERT INTO dbo.T VALUES (?, 'x')",
                java.util.stream.LongStream.range(0, 500)
                        .mapToObj(i -> List.of(new SqlValue(i, SqlType.INT)))
                        .toList());
        assertThat(last().executions()).isEqualTo(500);
        assertThat(last().rows()).isEqualTo(OptionalLong.of(500));
        SqlResult.Rows rows = (SqlResult.Rows)
                session.execute("SELECT K FROM dbo.T", List.of()).getFirst();
        rows.rows().next(1000);
        assertThat(last().rows()).isEqualTo(OptionalLong.of(500));
    }

    @Test
    void aLoopIsOneEntryAStatement() {
        session.execute(
                "DECLARE @i INT = 0; WHILE @i < 5 BEGIN INSERT INTO dbo.T VALUES (@i, 'x'); SET @i += 1 END",
                List.of());
        assertThat(log.statements())
                .extracting(ExecutedStatement::tsql)
                .contains("WHILE @i < 5", "INSERT INTO dbo.T VALUES (@i, 'x')");
        assertThat(log.statements())
                .filteredOn(statement -> statement.tsql().startsWith("INSERT"))
                .singleElement()
                .satisfies(insert -> assertThat(insert.executions()).isEqualTo(5));
    }

    @Test
    void failuresAndRefusalsAreKept() {
        session.execute("INSERT INTO dbo.T VALUES (1, 'x')", List.of());
        assertThatThrownBy(() -> session.execute("INSERT INTO dbo.T VALUES (1, 'x')", List.of()))
                .isInstanceOf(SqlError.class);
        assertThat(last().error()).startsWith("Violation of PRIMARY KEY");
        assertThat(last().fidelity()).isEqualTo(Fidelity.SAME);
        assertThatThrownBy(() -> session.execute("SET ROWCOUNT 5", List.of())).isInstanceOf(SqlError.class);
        assertThat(last().fidelity()).isInstanceOf(Fidelity.Refused.class);
        assertThatThrownBy(() -> session.execute("SELEC 1", List.of())).isInstanceOf(SqlError.class);
        assertThat(last().tsql()).isEqualTo("SELEC 1");
        assertThat(last().error()).isNotBlank();
    }

    @Test
    void approximationsAreMarkedOutsideOfLiterals() {
        session.execute("SELECT K FROM dbo.T WITH (NOLOCK)", List.of());
        assertThat(last().fidelity()).isInstanceOf(Fidelity.Approximated.class);
        session.execute("SELECT '(NOLOCK)' AS A -- OPTION (RECOMPILE)", List.of());
        assertThat(last().fidelity()).isEqualTo(Fidelity.SAME);
        session.execute("SELECT V FROM dbo.T ORDER BY V", List.of());
        assertThat(last().fidelity()).isInstanceOf(Fidelity.Approximated.class);
        session.execute("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE", List.of());
        assertThat(last().fidelity()).isInstanceOf(Fidelity.Approximated.class);
    }

    @Test
    void callsAreMarkedByWhatTheyCall() {
        for (String query : List.of(
                "SELECT FORMAT(1.5, 'N2')",
                "SELECT RAND(5)",
                "IF CHECKSUM(1) <> 0 SELECT 1",
                "SELECT (SELECT APPROX_COUNT_DISTINCT(K) FROM dbo.T)",
                "SELECT K FROM dbo.T WHERE APP_NAME() <> 'x'",
                "SELECT LEN(@@VERSION)")) {
            session.execute(query, List.of());
            assertThat(log.statements().stream().filter(entry -> query.startsWith(entry.tsql())))
                    .as(query)
                    .last()
                    .extracting(ExecutedStatement::fidelity)
                    .isInstanceOf(Fidelity.Approximated.class);
        }
        for (String query :
                List.of("SELECT RAND()", "SELECT 1 AS FORMAT", "SELECT K AS Checksum FROM dbo.T", "SELECT 2")) {
            session.execute(query, List.of());
            assertThat(last().fidelity()).as(query).isEqualTo(Fidelity.SAME);
        }
    }

    @Test
    void nationalTextsOfAWarehouseAreMarked(@TempDir Path other) {
        for (SqlKind kind : List.of(SqlKind.WAREHOUSE, SqlKind.SQL_DATABASE)) {
            StatementLog own = new StatementLog();
            try (SqlSession warehouse =
                    SqlDatabase.open(other.resolve(kind + ".db"), kind).connect(own, "run")) {
                warehouse.execute("CREATE TABLE dbo.A (V varchar(5))", List.of());
                warehouse.execute("CREATE TABLE dbo.B (V nvarchar(5))", List.of());
            }
            assertThat(own.statements().getFirst().fidelity()).isEqualTo(Fidelity.SAME);
            assertThat(own.statements().getLast().fidelity() instanceof Fidelity.Approximated)
                    .isEqualTo(kind == SqlKind.WAREHOUSE);
        }
    }

    @Test
    void theRecordIsBounded() {
        for (int i = 0; i < StatementLog.LARGEST + 10; i++) {
            session.execute("SELECT 1", List.of());
        }
        assertThat(log.statements()).hasSize(StatementLog.LARGEST);
        assertThat(log.omitted()).isEqualTo(11);
    }
}
