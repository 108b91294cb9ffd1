package dev.bobbin.emulator.standin.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.invoke.ItemConnection;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.Lifecycle;
import dev.bobbin.emulator.standin.RealRuns;
import dev.bobbin.emulator.standin.UndoOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One run that changes stand-ins of every kind, seen as one list of changes and taken back through their lifecycles. */
@Timeout(300)
class RunChangesTest {

    private static final String SOURCE = """
            from azure.keyvault.secrets import SecretClient
            from azure.cosmos import CosmosClient, PartitionKey

            @udf.connection(argName="db", alias="Db")
            @udf.connection(argName="lake", alias="Lake")
            @udf.connection(argName="stream", alias="Stream")
            @udf.generic_connection(argName="vault", audienceType="KeyVault")
            @udf.generic_connection(argName="store", audienceType="CosmosDB")
            @udf.function()
            def everything(db: fn.FabricSqlConnection, lake: fn.FabricLakehouseClient,
                           stream: fn.FabricBusinessEventsClient, vault: fn.FabricItem, store: fn.FabricItem) -> str:
                connection = db.connect()
                connection.execute("CREATE TABLE dbo.t (id int)")
                connection.commit()
                lake.connectToFiles().get_file_client("a/b.txt").upload_data("one\\ntwo\\n")
                stream.PublishEvent("Made", {"id": 1})
                SecretClient("https://x.vault.azure.net", vault.get_access_token()).set_secret("key", "hidden")
                client = CosmosClient("https://x.documents.azure.com", credential=store.get_access_token())
                container = client.create_database_if_not_exists("d").create_container_if_not_exists(
                    "c", PartitionKey("/id"))
                container.upsert_item({"id": "1", "n": 5})
                return "done"

            @udf.connection(argName="lake", alias="Lake")
            @udf.function()
            def overwrite(lake: fn.FabricLakehouseClient) -> str:
                file = lake.connectToFiles().get_file_client("a/b.txt")
                file.upload_data("one\\nzwei\\n", overwrite=True)
                file.upload_data("", overwrite=True)
                return "done"
            """;

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "cpython"})
    void areOneListAndAreTakenBackOneByOne(String engine, @TempDir Path folder) throws IOException {
        try (RealRuns runs = new RealRuns(engine, folder, SOURCE)) {
            ChangeSet changes = runs.changes("everything", "{}");

            assertThat(changes.changes())
                    .extracting(
                            change -> change.standIn() + " " + change.getClass().getSimpleName())
                    .containsExactlyInAnyOrder(
                            "Db Definition",
                            "Lake File",
                            "Lake File",
                            "Stream Event",
                            "vault Secret",
                            "store Definition",
                            "store Definition",
                            "store Document");
            assertThat(changes.toString()).doesNotContain("hidden");
            assertThat(changes.changes())
                    .filteredOn(change ->
                            change instanceof Change.File file && file.path().equals("a/b.txt"))
                    .extracting(change -> ((Change.File) change).diff())
                    .singleElement()
                    .asString()
                    .contains("+one\n+two");
            String first = runs.lastRun();
            undoesAnOverwrittenFile(runs);
            List<Change> undone = new ArrayList<>();
            for (ItemConnection connection : ItemConnection.of(runs.item(), runs.workspace())) {
                Lifecycle lifecycle = Lifecycles.of(connection.standIn(), runs.workspace());
                UndoOutcome outcome = lifecycle.changes().undo(first);
                undone.addAll(((UndoOutcome.Undone) outcome).undone().changes());
                assertThat(lifecycle.changes().changes(first).isEmpty()).isTrue();
            }
            assertThat(undone).hasSameSizeAs(changes.changes());
            for (ItemConnection connection : ItemConnection.of(runs.item(), runs.workspace())) {
                String place = connection.alias().equals("Lake") ? "Files" : "";
                assertThat(Lifecycles.of(connection.standIn(), runs.workspace()).browse(place))
                        .as(connection.alias())
                        .isEmpty();
            }
        }
    }

    private static void undoesAnOverwrittenFile(RealRuns runs) throws IOException {
        assertThat(runs.changes("overwrite", "{}").changes())
                .singleElement()
                .extracting(change -> ((Change.File) change).diff())
                .asString()
                .contains("-one\n-two");
        ItemConnection lake =
                ItemConnection.of(runs.item(), runs.workspace(), "Lake").orElseThrow();
        Lifecycle lifecycle = Lifecycles.of(lake.standIn(), runs.workspace());
        assertThat(lifecycle.changes().undo(runs.lastRun())).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(lake.standIn().path().resolve("Files/a/b.txt")).hasContent("one\ntwo\n");
    }
}
