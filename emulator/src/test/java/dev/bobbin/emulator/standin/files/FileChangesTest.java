package dev.bobbin.emulator.standin.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.Lifecycle;
import dev.bobbin.emulator.standin.RealRuns;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.UndoOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What functions do to files through the storage clients, shown and undone. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileChangesTest {

    private static final String SOURCE = """
            @udf.connection(argName="lake", alias="Lake")
            @udf.function()
            def work(lake: fn.FabricLakehouseClient, steps: list) -> str:
                files = lake.connectToFiles()
                refused = 0
                for name, *args in steps:
                    try:
                        step(files, name, *args)
                    except Exception as error:
                        if not hasattr(error, "status_code"):
                            raise
                        refused += 1
                return str(refused)

            def step(files, name, path, more=None):
                if name == "put":
                    files.get_file_client(path).upload_data(more, overwrite=True)
                elif name == "append":
                    client = files.get_file_client(path)
                    size = client.get_file_properties().size
                    client.append_data(more, size)
                    client.flush_data(size + len(more))
                elif name == "delete":
                    files.get_file_client(path).delete_file()
                elif name == "folder":
                    files.create_sub_directory(path)
                elif name == "clear":
                    files.delete_sub_directory(path)
                elif name == "move":
                    files.get_file_client(path).rename_file(files.file_system_name + "/" + files.path_name + "/" + more)
                elif name == "moveFolder":
                    files.get_sub_directory_client(path).rename_directory(
                        files.file_system_name + "/" + files.path_name + "/" + more)
                elif name == "describe":
                    files.get_file_client(path).set_metadata({"of": more})
            """;

    private RealRuns runs;
    private StandIn.Lakehouse lake;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        runs = new RealRuns("cpython", folder, SOURCE);
        lake = new StandIn.Lakehouse("Lake", runs.workspace().standIns().resolve("Lake.lakehouse"));
    }

    @AfterAll
    void close() {
        runs.close();
    }

    @BeforeEach
    void begin() throws IOException {
        new LakehouseLifecycle(lake).reset();
        put("kept.txt", "one\ntwo\nthree\n");
        put("raw/a.csv", "id\n1\n");
        put("raw/deep/b.bin", "\0\1");
    }

    private void put(String path, String text) throws IOException {
        Path file = lake.files().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ChangeSet work(String... steps) {
        return runs.changes("work", "{\"steps\": [" + String.join(", ", steps) + "]}");
    }

    @Test
    void showsWhatBecameOfEachFileWithTheDifferenceOfTexts() throws IOException {
        ChangeSet changes = work(
                "[\"put\", \"new/x:y.txt\", \"hello\"]",
                "[\"put\", \"kept.txt\", \"one\\n2\\nthree\\n\"]",
                "[\"put\", \"kept.txt\", \"one\\nzwei\\nthree\\n\"]",
                "[\"delete\", \"raw/deep/b.bin\"]",
                "[\"put\", \"passing\", \"x\"]",
                "[\"delete\", \"passing\"]");

        assertThat(files(changes))
                .containsExactly(
                        "CHANGED kept.txt 14 15",
                        "CREATED new/ - -",
                        "CREATED new/x:y.txt - 5",
                        "DELETED raw/deep/b.bin 2 -");
        assertThat(changes.changes())
                .filteredOn(change ->
                        change instanceof Change.File file && file.path().equals("kept.txt"))
                .extracting(change -> ((Change.File) change).diff())
                .containsExactly("@@ -1,3 +1,3 @@\n one\n-two\n+zwei\n three");
        assertThat(new FileChanges(lake).changes(runs.lastRun())).isEqualTo(changes);
    }

    @Test
    void looksIntoFoldersByTheNamesThatFunctionsSee() throws IOException {
        work("[\"put\", \"a:b/c?.txt\", \"hello\"]");
        LakehouseLifecycle lifecycle = new LakehouseLifecycle(lake);

        assertThat(lifecycle.browse("Files")).contains(new Lifecycle.Entry("a:b", true, ""));
        assertThat(lifecycle.browse("Files/a:b")).containsExactly(new Lifecycle.Entry("c?.txt", false, "5 bytes"));
        for (String place : List.of("Files/none", "Files/..", "../Lake.lakehouse/Files", "seed")) {
            assertThatThrownBy(() -> lifecycle.browse(place)).hasMessageContaining("There is no '");
        }
    }

    @Test
    void showsMetadataAndUndoesIt() throws IOException {
        work("[\"describe\", \"kept.txt\", \"first\"]");
        Map<String, String> before = tree();
        ChangeSet changes = work("[\"describe\", \"kept.txt\", \"second\"]");

        assertThat(files(changes)).singleElement().asString().startsWith("CHANGED Properties/kept.txt.json ");
        assertThat(undo()).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void aRunThatChangesNothingLeavesNothingBehind() {
        assertThat(work("[\"delete\", \"missing\"]").isEmpty()).isTrue();
        assertThat(lake.history(runs.lastRun())).doesNotExist();
    }

    @Test
    void refusesToUndoWhatWasChangedSince() throws IOException {
        work("[\"put\", \"kept.txt\", \"by the run\"]", "[\"delete\", \"raw/a.csv\"]");
        put("kept.txt", "by somebody");
        Map<String, String> now = tree();

        assertThat(undo()).isEqualTo(new UndoOutcome.Refused(Message.of("undo.changed", "Files/kept.txt")));
        assertThat(tree()).isEqualTo(now);
    }

    @Test
    void undoesAnEarlierRunWhenLaterOnesTouchedOtherFiles() throws IOException {
        work("[\"put\", \"raw/a.csv\", \"id\\n2\\n\"]");
        String first = runs.lastRun();
        work("[\"put\", \"raw/other.csv\", \"id\"]");

        assertThat(new FileChanges(lake).undo(first)).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(lake.files().resolve("raw/a.csv")).hasContent("id\n1\n");
        assertThat(lake.files().resolve("raw/other.csv")).exists();
        assertThat(new FileChanges(lake).undo(first)).isInstanceOf(UndoOutcome.NothingToUndo.class);
    }

    @Test
    void keepsABeforeImageWithoutCopyingIt() throws IOException {
        Object inode = Files.getAttribute(lake.files().resolve("kept.txt"), "unix:ino");
        work("[\"put\", \"kept.txt\", \"new\"]");

        assertThat(Files.getAttribute(lake.history(runs.lastRun()).resolve("kept/1"), "unix:ino"))
                .isEqualTo(inode);
    }

    @Test
    void countsWhatIsTooMuchToList() throws IOException {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < FileChanges.LISTED_FILES + 5; i++) {
            steps.add("[\"put\", \"f%04d\", \"x\"]".formatted(i));
        }
        ChangeSet changes = work(steps.toArray(String[]::new));

        assertThat(changes.changes()).hasSize(FileChanges.LISTED_FILES + 1);
        assertThat(changes.changes().getLast()).isEqualTo(new Change.OtherFiles("Lake", 5, 0, 0));
        assertThat(undo()).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(tree())
                .containsOnlyKeys(
                        "Files/",
                        "Files/kept.txt",
                        "Files/raw/",
                        "Files/raw/a.csv",
                        "Files/raw/deep/",
                        "Files/raw/deep/b.bin",
                        "Tables/");
    }

    /** Whatever a run does, the list of changes is what two looks at the disk tell, and an undo brings the first back. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25})
    void undoesWhateverARunDid(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            steps.add(step(random));
        }
        Map<String, String> before = tree();
        ChangeSet changes = work(steps.toArray(String[]::new));

        assertThat(files(changes)).as("%s", steps).containsExactlyInAnyOrderElementsOf(differences(before, tree()));
        if (!changes.isEmpty()) {
            assertThat(undo()).isInstanceOf(UndoOutcome.Undone.class);
        }
        assertThat(tree()).as("%s", steps).isEqualTo(before);
    }

    private static String step(Random random) throws IOException {
        String[] paths = {"kept.txt", "raw/a.csv", "raw/b.csv", "raw/deep/b.bin", "new/n.txt", "new", "raw"};
        String[] folders = {"raw", "raw/deep", "new", "new/er", "raw/new"};
        String path = paths[random.nextInt(paths.length)];
        String other = paths[random.nextInt(paths.length)];
        String folder = folders[random.nextInt(folders.length)];
        List<String> step =
                switch (random.nextInt(10)) {
                    case 0, 1, 2 -> List.of("put", path, "content " + random.nextInt(5));
                    case 3 -> List.of("append", path, "more");
                    case 4 -> List.of("delete", path);
                    case 5 -> List.of("folder", folder);
                    case 6 -> List.of("clear", folder);
                    case 7 -> List.of("move", path, other);
                    case 8 -> List.of("moveFolder", folder, folders[random.nextInt(folders.length)]);
                    default -> List.of("describe", path, "m" + random.nextInt(3));
                };
        return new ObjectMapper().writeValueAsString(step);
    }

    private UndoOutcome undo() throws IOException {
        return new FileChanges(lake).undo(runs.lastRun());
    }

    private static List<String> files(ChangeSet changes) {
        return changes.changes().stream()
                .map(change -> (Change.File) change)
                .map(file ->
                        file.kind() + " " + file.path() + " " + size(file.sizeBefore()) + " " + size(file.sizeAfter()))
                .toList();
    }

    private static String size(java.util.OptionalLong size) {
        return size.isPresent() ? String.valueOf(size.getAsLong()) : "-";
    }

    /** Every file with its content, every folder with a slash; the folders of Properties do not count. */
    private Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(lake.path())) {
            for (Path path : all.toList()) {
                String place = lake.path().relativize(path).toString();
                boolean counts = !place.isEmpty() && !place.startsWith(".history") && !place.equals(".lock");
                if (counts && Files.isDirectory(path)) {
                    if (!place.startsWith("Properties")) {
                        tree.put(place + "/", "");
                    }
                } else if (counts) {
                    tree.put(place, Files.readString(path));
                }
            }
        }
        return tree;
    }

    private static List<String> differences(Map<String, String> before, Map<String, String> after) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> places = new TreeSet<>(before.keySet());
        places.addAll(after.keySet());
        for (String place : places) {
            String was = before.get(place);
            String is = after.get(place);
            String kind = was == null ? "CREATED" : is == null ? "DELETED" : was.equals(is) ? "" : "CHANGED";
            String path = place.startsWith("Files/") ? place.substring("Files/".length()) : place;
            if (!kind.isEmpty()) {
                differences.add(kind + " " + path + " " + length(place, was) + " " + length(place, is));
            }
        }
        return differences;
    }

    private static String length(String place, String text) {
        return text == null || place.endsWith("/") ? "-" : String.valueOf(text.length());
    }
}
