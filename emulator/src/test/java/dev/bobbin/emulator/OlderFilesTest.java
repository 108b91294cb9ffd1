package dev.bobbin.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.cli.Main;
import dev.bobbin.emulator.example.ExampleStore;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.journal.RunJournal;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunQuery;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.standin.StandInBindings;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A workspace that an earlier build wrote ({@code src/test/resources/older}): what users have made must open with every
 * later one. When a form of a file changes, the old file stays here and one of the new form comes beside it.
 */
class OlderFilesTest {

    private static final Path STORED = Path.of("src/test/resources/older/0.1.0");

    @TempDir
    Path folder;

    private ItemFolder item;
    private Workspace workspace;

    @BeforeEach
    void layOut() throws IOException {
        Path root = folder.resolve("Old.UserDataFunction");
        put("item/function_app.py", root.resolve("function_app.py"));
        Path data = folder.resolve(".bobbin/items/Old.UserDataFunction");
        put("data/journal.db", data.resolve("journal.db"));
        put("data/bindings.json", data.resolve("bindings.json"));
        put("data/example.json", data.resolve("examples/ada.json"));
        put("data/store.db", folder.resolve(".bobbin/standins/old store.sqldb/data.db"));
        item = ItemReader.read(root);
        workspace = Workspace.of(item);
    }

    private static void put(String stored, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(STORED.resolve(stored), target);
    }

    @Test
    void itsHistoryIsReadAndAddedTo() throws IOException {
        try (RunJournal journal = RunJournal.open(RunJournal.fileOf(workspace, item))) {
            assertThat(journal.rescue()).isEmpty();
            List<RunSummary> runs = journal.find(RunQuery.newest(10));
            assertThat(runs).extracting(RunSummary::function).containsExactly("refuse", "countOrders");

            RunRecord counted = journal.get(runs.getLast().id()).orElseThrow();
            assertThat(counted.summary().pinned()).isTrue();
            assertThat(counted.summary().origin()).isEqualTo(RunOrigin.WINDOW);
            assertThat(counted.input().body()).isEqualTo("{\"customer\": \"Ada\"}");
            assertThat(counted.answer().outputJson()).isEqualTo("2");
            assertThat(counted.logs())
                    .singleElement()
                    .satisfies(line -> assertThat(line.message()).isEqualTo("counting for Ada"));
            assertThat(counted.code()).contains("def countOrders");
            assertThat(counted.trace().statements())
                    .singleElement()
                    .satisfies(statement -> assertThat(statement.toString()).contains("SELECT COUNT(*)"));
            RunRecord refused = journal.get(runs.getFirst().id()).orElseThrow();
            assertThat(refused.answer().errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.message()).isEqualTo("closed today"));

            journal.add(counted);
            assertThat(journal.size()).isEqualTo(3);
        }
    }

    @Test
    void itsExampleStillHoldsOnItsData() throws IOException {
        assertThat(StandInBindings.read(workspace.bindingsFile(item)).aliases()).containsOnlyKeys("Store");
        ExampleStore.Content examples = ExampleStore.of(workspace, item).read();
        assertThat(examples.unreadable()).isEmpty();
        assertThat(examples.examples())
                .singleElement()
                .satisfies(kept -> assertThat(kept.example().name()).isEqualTo("Ada has two orders"));
        assertThat(Main.execute(QuickEngine.with("test", item.root().toString())))
                .as("its bound database has Ada's two orders")
                .isZero();
    }
}
