package dev.bobbin.emulator.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** News of the data around an item, as other programs change it. */
class DataWatcherTest {

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    private Workspace workspace;
    private DataWatcher watcher;

    @BeforeEach
    void startWatching() throws IOException {
        Path root = Files.createDirectories(folder.resolve("Shop.UserDataFunction"));
        Files.writeString(root.resolve("function_app.py"), "");
        ItemFolder item = ItemReader.read(root);
        workspace = Workspace.of(item);
        watcher = DataWatcher.start(workspace, item, () -> told.add("news"));
    }

    @AfterEach
    void stopWatching() throws IOException {
        watcher.close();
    }

    private boolean isTold() throws InterruptedException {
        return told.poll(30, TimeUnit.SECONDS) != null;
    }

    private Path write(String name, String text) throws IOException {
        Path file = workspace.standIns().resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void tellsStandInsThatComeChangeAndGo() throws Exception {
        Path vault = write("keys.secrets.json", "{}");
        assertThat(isTold()).isTrue();

        Files.writeString(vault, "{\"a\": \"b\"}");
        assertThat(isTold()).isTrue();

        Files.delete(vault);
        assertThat(isTold()).isTrue();
    }

    @Test
    void tellsFilesDeepInALakehouseAndRowsOfADatabase() throws Exception {
        write("Lake.lakehouse/Files/raw/2025/prices.csv", "a");
        assertThat(isTold()).isTrue();

        StandIn.Sql sales = new StandIn.Sql(
                "Sales", StandIn.SqlKind.WAREHOUSE, workspace.standIns().resolve("Sales.warehouse"));
        Files.createDirectories(sales.path());
        try (SqlSession session = SqlDatabase.of(sales).connectAsOwner()) {
            session.execute("CREATE TABLE T (Id INT)", List.of());
            session.commit();
        }
        assertThat(isTold()).isTrue();
    }

    @Test
    void isQuietAboutWhatIsKnownAndAboutWhatReadingMakes() throws Exception {
        write("Sales.warehouse/data.db-shm", "index");
        write("Sales.warehouse/data.db-wal", "");
        write("Lake.lakehouse/.history/1/what.json", "{}");
        watcher.takeAsKnown();
        told.clear();

        write("Sales.warehouse/data.db-shm", "another index");
        write("Sales.warehouse/data.db-journal", "for a moment");
        write("Lake.lakehouse/.history/2/what.json", "{}");
        Files.writeString(folder.resolve("Shop.UserDataFunction/function_app.py"), "x = 1\n");
        write("last.variables.json", "{}");

        assertThat(isTold()).isTrue();
        watcher.takeAsKnown();
        assertThat(told).isEmpty();
    }
}
