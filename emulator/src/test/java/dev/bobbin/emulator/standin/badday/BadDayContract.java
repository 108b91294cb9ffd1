package dev.bobbin.emulator.standin.badday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.standin.RealRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a function sees when its connections go wrong: the class, status and code that the real client raises. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BadDayContract {

    private static final String SOURCE = """
            from azure.keyvault.secrets import SecretClient
            from azure.cosmos import CosmosClient, PartitionKey

            def told(error):
                status = getattr(error, "status_code", None)
                code = getattr(error, "error_code", None) or (error.args[0] if error.args else "")
                return f"{type(error).__name__} {status or ''} {str(code)[:48]}"

            def attempt(work):
                try:
                    work()
                    return "fine"
                except Exception as error:
                    return told(error)

            @udf.connection(argName="db", alias="Db")
            @udf.connection(argName="lake", alias="Lake")
            @udf.connection(argName="library", alias="Library")
            @udf.connection(argName="stream", alias="Stream")
            @udf.generic_connection(argName="Vault", audienceType="KeyVault")
            @udf.generic_connection(argName="Store", audienceType="CosmosDB")
            @udf.function()
            def call(db: fn.FabricSqlConnection, lake: fn.FabricLakehouseClient, library: fn.FabricVariablesClient,
                     stream: fn.FabricBusinessEventsClient, Vault: fn.FabricItem, Store: fn.FabricItem,
                     what: str) -> str:
                files = lake.connectToFiles()
                def sql(connect, statement):
                    connection = connect()
                    connection.execute(statement)
                    connection.commit()
                def container():
                    client = CosmosClient("https://x.documents.azure.com", credential=Store.get_access_token())
                    return client.create_database_if_not_exists("d").create_container_if_not_exists("c", PartitionKey("/id"))
                def secrets():
                    return SecretClient("https://x.vault.azure.net", Vault.get_access_token())
                return attempt({
                    "sql read": lambda: sql(db.connect, "SELECT 1"),
                    "sql write": lambda: sql(db.connect, "CREATE TABLE t (id int)"),
                    "endpoint read": lambda: sql(lake.connectToSql, "SELECT 1"),
                    "file read": lambda: list(files.get_paths()),
                    "file write": lambda: files.get_file_client("a").upload_data("x", overwrite=True),
                    "variables": lambda: library.getVariables(),
                    "event": lambda: stream.PublishEvent("Made", {"id": 1}),
                    "secret read": lambda: list(secrets().list_properties_of_secrets()),
                    "secret write": lambda: secrets().set_secret("a", "b"),
                    "document write": lambda: container().upsert_item({"id": "1"}),
                    "document read": lambda: list(CosmosClient(
                        "https://x", credential=Store.get_access_token()).list_databases()),
                }[what])

            @udf.connection(argName="lake", alias="Lake")
            @udf.function()
            def several(lake: fn.FabricLakehouseClient) -> str:
                files = lake.connectToFiles()
                return ", ".join(attempt(lambda: list(files.get_paths())) for _ in range(4))
            """;

    private RealRuns runs;

    /** Name of the engine the functions run in. */
    abstract String engine();

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        runs = new RealRuns(engine(), folder, SOURCE);
    }

    @AfterAll
    void close() {
        runs.close();
    }

    private String call(String alias, String badDay, String what) {
        Circumstances circumstances = new Circumstances(Map.of(alias, BadDay.of(badDay)), Map.of());
        return runs.output("call", "{\"what\": \"" + what + "\"}", circumstances);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Db | denied | sql read | InterfaceError  28000",
                "Db | not-found | sql read | ProgrammingError  42000",
                "Db | throttled | sql read | ProgrammingError  42000",
                "Db | dropped | sql read | OperationalError  08S01",
                "Db | dropped:1 | sql read | OperationalError  08S01",
                "Db | denied:1 | sql read | ProgrammingError  42000",
                "Db | read-only | sql read | fine",
                "Db | read-only | sql write | ProgrammingError  42000",
                "Lake | denied | endpoint read | InterfaceError  28000",
                "Lake | dropped | endpoint read | OperationalError  08S01",
                "Lake | denied | file read | HttpResponseError 403 AuthorizationPermissionMismatch",
                "Lake | not-found | file read | ResourceNotFoundError 404 PathNotFound",
                "Lake | throttled | file write | HttpResponseError 429 TooManyRequests",
                "Lake | dropped | file write | ServiceResponseError  ('Connection aborted.', ConnectionResetError(104",
                "Lake | read-only | file read | fine",
                "Lake | read-only | file write | HttpResponseError 403 AuthorizationPermissionMismatch",
                "Library | denied | variables | UserDataFunctionInternalError  InternalError",
                "Library | not-found | variables | UserDataFunctionInternalError  InternalError",
                "Library | throttled | variables | UserDataFunctionInternalError  InternalError",
                "Library | dropped | variables | UserDataFunctionInternalError  InternalError",
                "Library | read-only | variables | fine",
                "Stream | denied | event | HttpResponseError 403 Forbidden",
                "Stream | not-found | event | ResourceNotFoundError 404 NotFound",
                "Stream | throttled | event | HttpResponseError 429 Throttled",
                "Stream | dropped | event | ServiceResponseError  ('Connection aborted.', ConnectionResetError(104",
                "Stream | read-only | event | HttpResponseError 403 Forbidden",
                "Vault | denied | secret read | HttpResponseError 403 Forbidden",
                "Vault | not-found | secret read | ResourceNotFoundError 404 NotFound",
                "Vault | throttled | secret write | HttpResponseError 429 Throttled",
                "Vault | dropped | secret write | ServiceResponseError  ('Connection aborted.', ConnectionResetError(104",
                "Vault | read-only | secret read | fine",
                "Vault | read-only | secret write | HttpResponseError 403 Forbidden",
                "Store | denied | document read | CosmosHttpResponseError 403 Forbidden",
                "Store | not-found | document read | CosmosResourceNotFoundError 404 NotFound",
                "Store | throttled | document write | CosmosHttpResponseError 429 TooManyRequests",
                "Store | dropped | document write | ServiceResponseError  ('Connection aborted.', ConnectionResetError(104",
                "Store | read-only | document read | fine",
                "Store | read-only | document write | CosmosHttpResponseError 403 Forbidden",
                "Lake | slow:20 | file write | fine",
                "Lake | throttled | secret write | fine",
            })
    void seesWhatTheRealClientRaises(String alias, String badDay, String what, String outcome) {
        assertThat(call(alias, badDay, what)).as(badDay).isEqualTo('"' + outcome + '"');
    }

    @Test
    void callsWorkUntilTheConnectionBreaks() {
        Circumstances circumstances = new Circumstances(Map.of("Lake", BadDay.of("dropped:2")), Map.of());

        assertThat(runs.output("several", "{}", circumstances))
                .startsWith("\"fine, fine, ServiceResponseError ")
                .doesNotContain("fine, fine, fine");
    }

    @Test
    void aRunTellsWhichOfItsConnectionsHadABadDay() {
        Circumstances circumstances =
                new Circumstances(Map.of("Lake", BadDay.of("slow:1"), "Elsewhere", BadDay.of("denied")), Map.of());

        assertThat(runs.run("several", "{}", circumstances).circumstances().badDays())
                .isEqualTo(Map.of("Lake", BadDay.of("slow:1")));
        assertThat(runs.run("several", "{}", Circumstances.USUAL).circumstances())
                .isEqualTo(Circumstances.USUAL);
    }
}
