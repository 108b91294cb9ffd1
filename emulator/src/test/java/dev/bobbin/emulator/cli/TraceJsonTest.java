package dev.bobbin.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.SqlValue;
import dev.bobbin.emulator.standin.sql.changes.SqlChangeLog;
import dev.bobbin.emulator.standin.sql.record.StatementLog;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --trace} adds to a result. */
class TraceJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void statementsHaveTheirMarksAndChangesTheirRows(@TempDir Path folder) throws IOException {
        SqlDatabase database = SqlDatabase.open(folder.resolve("data.db"), SqlKind.SQL_DATABASE);
        StatementLog log = new StatementLog();
        try (SqlSession session = database.connect(log, "run")) {
            session.execute("CREATE TABLE dbo.T (Id INT, Total DECIMAL(9,2), Paid BIT, Note VARCHAR(9))", List.of());
            session.execute("INSERT INTO dbo.T VALUES (?, 12.5, 1, '')", List.of(new SqlValue(7L, SqlType.INT)));
            session.execute("SELECT CHECKSUM(Id) FROM dbo.T", List.of());
            assertThatThrownBy(() -> session.execute("SET ROWCOUNT 5", List.of()))
                    .isInstanceOf(SqlError.class);
            session.commit();
        }
        ChangeSet changes = new SqlChangeLog("Sales", database.file()).changes("run");
        assertThat(ChangeText.lines(changes))
                .containsExactly(
                        "  + Sales: table dbo.T created",
                        "Sales, dbo.T: 1 added",
                        "  + Id = 7, Total = 12.50, Paid = true, Note = ''");
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            TraceJson.write(new RunTrace(log.statements(), 0, changes), out);
        }
        assertThat(text.toString()).contains("\"after\":[7,12.50,true,\"\"]");
        JsonNode trace = JSON.readTree(text.toString());

        assertThat(trace.path("statements").findValuesAsText("mark"))
                .containsExactly("same", "same", "approximated", "refused");
        assertThat(trace.at("/statements/1/parameters/0").asText()).isEqualTo("7");
        assertThat(trace.at("/statements/1/rows").asInt()).isEqualTo(1);
        assertThat(trace.at("/statements/1/sqlite/0").asText()).startsWith("INSERT INTO");
        assertThat(trace.at("/statements/2/reason").asText()).contains("Checksums");
        assertThat(trace.at("/statements/3/error").asText()).isNotBlank();
        assertThat(trace.at("/changes/1/inserted").asInt()).isEqualTo(1);
        assertThat(trace.at("/changes/1/types/1").asText()).isEqualTo("decimal(9,2)");
    }
}
