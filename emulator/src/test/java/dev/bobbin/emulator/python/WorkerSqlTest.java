package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.python.WorkerChild.Exchange;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.SqlHostService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pyodbc surface as functions see it, in a real Python process over a real stand-in. Expectations come from
 * pyodbc 5.3.0 and the ODBC reference.
 */
@Timeout(120)
class WorkerSqlTest {

    private static final String BINDINGS = """
            [{"argName": "Db", "kind": "connection", "alias": "Db", "endpoints": {"sqlendpoint":
              {"ConnectionString": "Data Source=bobbin-1;Initial Catalog=Db", "AccessToken": "t", "Handle": "bobbin-1"}}}]
            """;

    @TempDir
    Path folder;

    private final ExecutorService calls = Executors.newCachedThreadPool();
    private WorkerChild child;
    private SqlHostService host;
    private List<String> logs = List.of();

    @BeforeEach
    void start() throws IOException {
        child = WorkerChild.start();
        try (InputStream source =
                Objects.requireNonNull(WorkerSqlTest.class.getResourceAsStream("pyodbc_surface.py"))) {
            child.load(folder, new String(source.readAllBytes(), StandardCharsets.UTF_8));
        }
        host = newHost();
    }

    private SqlHostService newHost() {
        return new SqlHostService(
                "run", Map.of("bobbin-1", new StandIn.Sql("Db", SqlKind.SQL_DATABASE, folder.resolve("Db.sqldb"))));
    }

    @AfterEach
    void stop() throws IOException {
        host.close();
        child.close();
        calls.shutdownNow();
    }

    /** Calls a function and answers its host calls, side by side as an engine does. */
    private JsonNode output(String function) throws IOException {
        return output(function, "{}");
    }

    private JsonNode output(String function, String input) throws IOException {
        child.begin(function, input, BINDINGS);
        Exchange exchange = child.until("result", "host");
        while (exchange.last().path("type").asText().equals("host")) {
            JsonNode call = exchange.last();
            calls.execute(() -> answer(call));
            exchange = child.until("result", "host");
        }
        assertThat(exchange.status()).as("%s", exchange.last()).isEqualTo("Succeeded");
        logs = exchange.logs();
        return WorkerChild.json(exchange.output());
    }

    private void answer(JsonNode message) {
        ChildMessage.Host call = new ChildMessage.Host(
                message.path("call").asInt(),
                message.path("run").asInt(),
                message.path("op").asText(),
                message.path("args"));
        String answer = MessageWriter.hostAnswer(call, json -> host.call(call.operation(), call.arguments(), json));
        synchronized (child) {
            try {
                child.sendLine(answer);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private static JsonNode json(String text) throws IOException {
        return WorkerChild.json(text.replace('\'', '"'));
    }

    @Test
    void rowsAreSequencesWithNames() throws IOException {
        JsonNode rows = output("rows");
        assertThat(rows.path("errors").toString())
                .contains("row index out of range index=3 len=3")
                .contains("row indices must be integers, not str")
                .contains("'pyodbc.Row' object has no attribute 'Nope'")
                .contains("unhashable type")
                .contains("'pyodbc.Row' object has no attribute 'New'")
                .contains("cannot create 'pyodbc.Row' instances");
        ((ObjectNode) rows).remove("errors");
        assertThat(rows).isEqualTo(json("""
                {'values': ['8', 'Bea', '2.50'], 'dict': ['Id', 'Name', 'Total Due'], 'byName': '2.50',
                 'pickled': [false, 'Ana', 'Row'], 'slices': ['Row', 'tuple', 'Bea'], 'contains': true, 'order': true}
                """));
    }

    @Test
    void cursorsExecuteFetchAndGoOn() throws IOException {
        assertThat(output("cursors")).isEqualTo(json("""
                {'fresh': [null, -1, null, 1, false], 'many': -1, 'duplicate': ['IntegrityError', '23000'],
                 'records': 1, 'module': 'pyodbc',
                 'short': ['ProgrammingError', 'The SQL contains 2 parameter markers, but 1 parameters were supplied', 'HY000'],
                 'fetched': [0, [2, 3], [4], [5, 6, 8, 10]],
                 'messages': [['[01000] (0)', '[Microsoft][ODBC Driver 18 for SQL Server][SQL Server]hello']],
                 'sets': [1, true, 2, true, 3, false, null],
                 'empty': ['ProgrammingError', 'The second parameter to executemany must not be empty.', 'HY000'],
                 'scalar': ['TypeError', 'Params must be in a list, tuple, or Row'],
                 'mapping': ['ProgrammingError', 'The second parameter to executemany must be a sequence, iterator, or generator.', 'HY000'],
                 'noResults': ['ProgrammingError', 'No results.  Previous SQL was not a query.'],
                 'badType': ['ProgrammingError', 'Invalid parameter type.  param-index=0 param-type=object', 'HY105'],
                 'badTypeInC': ['ProgrammingError', 'Invalid parameter type.  param-index=0 param-type=datetime.timedelta', 'HY105'],
                 'noMarkers': ['ProgrammingError', 'The SQL contains 0 parameter markers, but 1 parameters were supplied', 'HY000'],
                 'onlyMarkers': ['Error', '07002',
                   '[07002] [Microsoft][ODBC Driver 18 for SQL Server]COUNT field incorrect or syntax error (0) (SQLExecDirectW)'],
                 'rolledBack': '42S02'}
                """));
    }

    @Test
    void closedObjectsSaySo() throws IOException {
        assertThat(output("closedObjects").toString())
                .contains("Attempt to use a closed cursor.")
                .contains("The cursor's connection has been closed.")
                .contains("Attempt to use a closed connection.")
                .endsWith("true]");
    }

    @Test
    void parametersKeepTypeAndValue() throws IOException {
        assertThat(output("parameters")).isEqualTo(WorkerChild.json("""
                ["NoneType None", "bool True", "int 5", "int 5000000000", "Decimal 1180591620717411303424", "float -1.5",
                 "Decimal 12345678901234567890.123456789", "str naïve ☃ 𝄞", "date 2024-02-29",
                 "datetime 2024-02-29 12:30:15.123456", "time 23:59:59", "bytes b'\\\\x00\\\\xff'", "bytes b'ab'",
                 "str 6F9619FF-8B86-D011-B42D-00C04FC964FF", "42000", "DataError"]
                """));
    }

    /** A value of sql_variant arrives as its base type, and is of one connection. */
    @Test
    void theContextOfASessionKeepsTypes() throws IOException {
        assertThat(output("session")).isEqualTo(WorkerChild.json("""
                ["str ada", "int 5", "Decimal 1.50", "date 2024-02-29", "bytes b'\\\\x00\\\\xff'", "NoneType None", null]
                """));
    }

    @Test
    void outputConvertersGetTheDriversBytes() throws IOException {
        assertThat(output("converters")).isEqualTo(json("""
                {'without': ['ProgrammingError', 'ODBC SQL type -155 is not yet supported.  column-index=0  type=-155', 'HY106'],
                 'with': '2024-01-15T10:00:00.250000-05:30', 'converted': ['ABC', 40, null], 'kept': true, 'cleared': 'abc'}
                """));
    }

    @Test
    void catalogFunctionsTellOfTheDatabase() throws IOException {
        assertThat(output("catalog")).isEqualTo(json("""
                {'tables': [['dbo', 'Chi_1', 'TABLE'], ['dbo', 'Par', 'TABLE'], ['dbo', 'Names', 'VIEW']],
                 'views': ['Names'], 'pattern': ['Chi_1'],
                 'columns': [['Id', 4, 'int identity', 10, 0, 0, 1, 'NO'], ['Name', -9, 'nvarchar', 50, null, 0, 2, 'NO'],
                   ['Price', 3, 'decimal', 10, 2, 1, 3, 'YES']],
                 'viewColumns': ['Name', 'Price'],
                 'child': [['ParId', 'int', 10], ['At', 'datetime2', 23], ['Note', 'varchar', 0]],
                 'keys': [['Id', 1]], 'foreign': [['Par', 'Id', 'Chi_1', 'ParId', 0]], 'statistics': ['Id'],
                 'procedures': ['Go1;1'], 'types': ['int'],
                 'description': ['table_cat', 'table_schem', 'table_name', 'column_name'],
                 'driver': ['Microsoft SQL Server', ['ODBC Driver 18 for SQL Server']]}
                """));
    }

    @Test
    void connectionsThatWriteAtOnceLoseNothing() throws IOException {
        assertThat(output("twoThreads").asInt()).isEqualTo(60);
    }

    @Test
    void aForgottenConnectionIsRolledBack() throws IOException {
        assertThat(output("forgotten")).isEqualTo(json("['Left2']"));
    }

    @Test
    void aConnectionThatIsOpenAtTheEndIsRolledBackAsIfByHand() throws IOException {
        output("leftOpen");
        host.close();
        host = newHost();
        assertThat(output("nextIdentity").asInt()).as("one number was used up").isEqualTo(3);
    }

    @Test
    void anErrorThatTheFunctionNeverCameToIsToldInTheLog() throws IOException {
        assertThat(output("unread").asText()).isEqualTo("Updated");
        assertThat(logs).singleElement().asString().contains("\"Employee not found.\" (50001)", "SET NOCOUNT ON");

        assertThat(output("readOn").asText()).isEqualTo("50001");
        assertThat(logs).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"nothing, true", "close, true", "commit, false", "rollback, false"})
    void whatWasWrittenAndNotCommittedIsToldInTheLog(String end, boolean told) throws IOException {
        output("written", json("{'end': '" + end + "'}").toString());

        if (told) {
            assertThat(logs).singleElement().asString().contains("5 rows were written and are gone again", "commit()");
        } else {
            assertThat(logs).isEmpty();
        }
    }

    @Test
    void manyRowsComeInPages() throws IOException {
        assertThat(output("manyRows")).isEqualTo(json("[2500, ['2499', 'row 2499', '2024-01-01', '624.75'], 3123750]"));
    }

    @Test
    void withBlocksCommitOrRollBack() throws IOException {
        assertThat(output("withBlocks")).isEqualTo(json("[false, 0, 1, 0, true, -9, 0]"));
    }

    @Test
    void theRunsTraceTellsStatementsAndChanges() throws IOException {
        output("twoThreads");
        host.close();
        RunTrace trace = host.trace();
        assertThat(trace.statements()).hasSizeGreaterThan(120);
        assertThat(trace.changes().changes()).as("made and dropped again").isEmpty();
    }
}
