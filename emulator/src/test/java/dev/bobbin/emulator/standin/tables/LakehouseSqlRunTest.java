package dev.bobbin.emulator.standin.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.QuickEngine;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A function that asks a lakehouse's SQL endpoint, in the real embedded engine. */
@Timeout(180)
class LakehouseSqlRunTest {

    private static final String SOURCE = """
            import fabric.functions as fn
            import pyodbc

            udf = fn.UserDataFunctions()

            @udf.connection(argName="lake", alias="Lake")
            @udf.function()
            def ask(lake: fn.FabricLakehouseClient, sql: str) -> list:
                connection = lake.connectToSql()
                try:
                    return [[str(value) for value in row] for row in connection.cursor().execute(sql).fetchall()]
                except pyodbc.Error as error:
                    return [type(error).__name__, error.args[0], error.args[1]]
                finally:
                    connection.close()
            """;

    private static final String DEFINITION = """
            {"runtime": "PYTHON",
             "connectedDataSources": [{"alias": "Lake", "artifactType": "Lakehouse",
               "artifactId": "174dfedd-6b2d-5d67-9f77-15e94270f76b",
               "workspaceId": "00000000-0000-0000-0000-000000000000"}],
             "functions": [{"name": "ask", "isPublicEndpointEnabled": true}]}
            """;

    @TempDir
    Path folder;

    private FunctionEngine engine;
    private ItemFolder item;
    private Path tables;

    @BeforeEach
    void makeItem() throws IOException {
        Path root = Files.createDirectories(folder.resolve("Asking.UserDataFunction"));
        Files.writeString(root.resolve("function_app.py"), SOURCE);
        Files.writeString(root.resolve("definition.json"), DEFINITION);
        item = ItemReader.read(root);
        tables = Files.createDirectories(Workspace.of(item).standIns().resolve("Lake.lakehouse/Tables"));
        engine = QuickEngine.start();
    }

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    @Test
    void queriesTablesSeesTheirNextVersionAndIsToldOfDamagedOnes() throws IOException {
        Path sales = tables.resolve("sales");
        DeltaFixture.parquet(sales.resolve("a.parquet"), 1, 2);
        DeltaFixture.log(sales, 0, DeltaFixture.start(), DeltaFixture.add("a.parquet", "{}"));
        Path damaged = Files.createDirectories(tables.resolve("damaged/_delta_log"));
        Files.writeString(damaged.resolve("00000000000000000000.json"), "{\"protocol\":");

        assertThat(ask("SELECT id, name, day FROM dbo.sales ORDER BY id"))
                .isEqualTo("[[\"1\", \"n1\", \"1970-01-02\"], [\"2\", \"n2\", \"1970-01-03\"]]");
        DeltaFixture.parquet(sales.resolve("b.parquet"), 3);
        DeltaFixture.log(sales, 1, DeltaFixture.add("b.parquet", "{}"));
        assertThat(ask("SELECT COUNT(*) FROM sales")).isEqualTo("[[\"3\"]]");
        assertThat(ask("SELECT * FROM damaged"))
                .startsWith("[\"ProgrammingError\", \"42000\", ")
                .contains("'dbo.damaged' cannot be read")
                .contains("(13807)");
        assertThat(ask("SELECT 'damaged' AS damaged, COUNT(*) FROM sales")).isEqualTo("[[\"damaged\", \"3\"]]");
        assertThat(ask("SELECT 1 FROM sales s JOIN [dbo].[damaged] d ON 1 = 1")).contains("(13807)");
        assertThat(ask("SELECT * FROM DAMAGED")).contains("Invalid object name").doesNotContain("13807");
        assertThat(ask("SELECT * FROM missing")).contains("Invalid object name").doesNotContain("13807");
        assertThat(ask("DELETE FROM sales")).startsWith("[\"ProgrammingError\", ");
        assertThat(ask("SELECT COUNT(*) FROM sales")).isEqualTo("[[\"3\"]]");
    }

    private String ask(String sql) {
        InvocationRequest request = new InvocationRequest(
                "3f0a1111-2222-4333-8444-555566667777",
                "ask",
                "{\"sql\": \"" + sql + "\"}",
                ServiceProfiles.standard(),
                null,
                ExecutingUser.LOCAL);
        InvocationResult result = Emulator.invoker(engine)
                .start(item, ItemCode.of(item), Workspace.of(item), request, line -> {})
                .result()
                .join();
        Envelope envelope = ((InvocationResult.Answered) result).envelope();
        assertThat(envelope.errors()).as(sql).isEmpty();
        return String.valueOf(envelope.outputJson());
    }
}
