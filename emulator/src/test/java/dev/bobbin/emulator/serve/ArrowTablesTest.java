package dev.bobbin.emulator.serve;

import static dev.bobbin.emulator.serve.ServedTestItem.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.EngineOptions;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.python.local.PythonFinder;
import dev.bobbin.emulator.python.local.PythonInstall;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Data frames that travel in Arrow's form, with a Python of this machine that has pandas. Where it has no pyarrow, a wheel
 * of the same faces takes its place, so that what lies between the caller and pyarrow is tested everywhere.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArrowTablesTest {

    private static final Map<String, String> STAND_IN = Map.of("pyarrow/__init__.py", """
            __version__ = "0.0"  # pandas asks for it
            class Table:
                schema = None
                @staticmethod
                def from_pandas(frame):
                    table = Table()
                    table.frame = frame
                    return table
            """, "pyarrow/ipc.py", """
            import pickle
            class Stream:
                def __init__(self, file):
                    self.file = file
                def __enter__(self):
                    return self
                def __exit__(self, *error):
                    pass
                def read_pandas(self):
                    assert self.file.read(4) == bytes([255] * 4)
                    return pickle.loads(self.file.read())
                def write_table(self, table):
                    self.file.write(bytes([255] * 4) + pickle.dumps(table.frame))
            def open_stream(file):
                return Stream(file)
            def new_stream(file, schema):
                return Stream(file)
            """);

    private static final String SOURCE = """
            import pandas as pd
            import fabric.functions as fn
            udf = fn.UserDataFunctions()

            @udf.function()
            def doubled(table: pd.DataFrame, factor: float) -> pd.DataFrame:
                return table.assign(price=table["price"] * factor)

            @udf.function()
            def kinds(table: pd.DataFrame) -> dict:
                return {name: str(kind) for name, kind in table.dtypes.items()}
            """;

    @TempDir
    static Path workspace;

    private final ServedTestItem client = new ServedTestItem();
    private Path python;
    private Path wheel;
    private FunctionEngine engine;
    private LocalEndpoint endpoint;
    private byte[] table;

    @BeforeAll
    void serve() throws Exception {
        python = PythonFinder.ofThisMachine(null).all(null).stream()
                .map(PythonInstall::executable)
                .filter(candidate -> runs(candidate, "import pandas"))
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(python != null, "no Python 3.11 or newer with pandas on this machine");
        Path folder = Files.createDirectories(workspace.resolve("Tables.UserDataFunction"));
        wheel = folder.resolve("privateLibraries/pyarrow-0.0-py3-none-any.whl");
        if (!runs(python, "import pyarrow")) {
            writeWheel();
        }
        Files.writeString(folder.resolve("function_app.py"), SOURCE);
        engine = Emulator.engine("cpython", new EngineOptions(python, null)).orElseThrow();
        endpoint = LocalEndpoint.start(
                folder,
                Workspace.at(workspace.resolve("data")),
                Emulator.invoker(engine),
                EndpointSettings.onLoopback(0),
                client);
        Path file = workspace.resolve("table.arrow");
        assertThat(runs(python, """
                import io, sys, pandas, pyarrow, pyarrow.ipc
                table = pyarrow.Table.from_pandas(pandas.DataFrame(
                    {"price": [1.5, 2.0], "when": pandas.to_datetime(["2025-01-01", "2025-07-01"]), "name": ["a", None]}))
                with open(sys.argv[1], "wb") as out, pyarrow.ipc.new_stream(out, table.schema) as writer:
                    writer.write_table(table)
                """, file.toString())).isTrue();
        table = Files.readAllBytes(file);
    }

    @AfterAll
    void end() {
        if (endpoint != null) {
            endpoint.close();
            engine.close();
        }
    }

    private void writeWheel() throws IOException {
        Files.createDirectories(wheel.getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            for (Map.Entry<String, String> file : STAND_IN.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
            }
        }
    }

    private boolean runs(Path executable, String script, String... arguments) {
        ProcessBuilder process = new ProcessBuilder(executable.toString(), "-c", script);
        process.command().addAll(java.util.List.of(arguments));
        if (Files.exists(wheel == null ? executable.resolve("none") : wheel)) {
            process.environment().put("PYTHONPATH", wheel.toString());
        }
        try {
            return process.redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void aTableKeepsItsTypes() throws Exception {
        HttpResponse<String> response =
                client.postTable(endpoint.address(), "/api/kinds", "{}", table, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(json(response).path("output"))
                .hasToString("{\"price\":\"float64\",\"when\":\"datetime64[ns]\",\"name\":\"object\"}");
    }

    @Test
    void aTableThatWasSentAsOneComesBackAsOne() throws Exception {
        HttpResponse<byte[]> response = client.postTable(
                endpoint.address(), "/api/doubled", "{\"factor\": 2}", table, HttpResponse.BodyHandlers.ofByteArray());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(response.headers().firstValue("x-fabric-udf-status")).contains("Succeeded");
        Path file = Files.write(workspace.resolve("answer.arrow"), response.body());
        assertThat(runs(python, """
                import sys, pyarrow.ipc
                with open(sys.argv[1], "rb") as file, pyarrow.ipc.open_stream(file) as reader:
                    frame = reader.read_pandas()
                assert list(frame["price"]) == [3.0, 4.0], frame
                assert list(frame.columns) == ["price", "when", "name"], frame
                """, file.toString())).isTrue();
    }

    @Test
    void theSameFunctionAnswersJsonWithRecords() throws Exception {
        HttpResponse<String> response =
                client.post(endpoint.address(), "/api/doubled", "{\"table\": [{\"price\": 4}], \"factor\": 0.5}");

        assertThat(json(response).path("output")).hasToString("[{\"price\":2.0}]");
    }
}
