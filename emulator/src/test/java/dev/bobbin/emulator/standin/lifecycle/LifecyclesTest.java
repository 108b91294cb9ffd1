package dev.bobbin.emulator.standin.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.Lifecycle;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandInKind;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of stand-in from its seed to its export, on real files. */
class LifecyclesTest {

    /** What a kind begins with, what is brought in later, and where it is looked at. */
    private enum Data {
        WAREHOUSE(
                Map.of("make.sql", "CREATE TABLE dbo.made (id int NOT NULL);", "sales/orders.csv", "id\n1\n2\n"),
                Map.of("more.csv", "name\nAna\n"),
                "",
                List.of("dbo.made", "sales.orders"),
                "dbo.more"),
        SQL_DATABASE(Map.of("t.csv", "id\n1\n"), Map.of("u.csv", "id\n1\n"), "", List.of("dbo.t"), "dbo.u"),
        MIRRORED(
                Map.of("t.sql", "CREATE TABLE dbo.t (id int, n nvarchar(20)); INSERT INTO dbo.t VALUES (1, N'Zoë');"),
                Map.of("u.csv", "id\n1\n"),
                "",
                List.of("dbo.t"),
                "dbo.u"),
        LAKEHOUSE(
                Map.of("Files/a.txt", "one", "Tables/t.csv", "id\n1\n"),
                Map.of("Files/b.txt", "two"),
                "Files",
                List.of("a.txt"),
                "b.txt"),
        VARIABLES(
                Map.of("variables.json", "{\"URL\": \"x\"}"),
                Map.of("variables.json", "{\"Limit\": 5}"),
                "",
                List.of("URL"),
                "Limit"),
        SECRETS(
                Map.of("secrets.json", "{\"key\": \"hidden\"}"),
                Map.of("secrets.json", "{\"other\": \"hidden too\"}"),
                "",
                List.of("key"),
                "other"),
        EVENTS(
                Map.of("events.jsonl", "{\"id\": \"1\"}\n"),
                Map.of("events.jsonl", "{\"id\": \"2\"}\n"),
                "",
                List.of("1"),
                "2"),
        DOCUMENTS(
                Map.of("shop/items.json", "[{\"id\": \"1\", \"price\": 2}]"),
                Map.of("shop/items.json", "{\"id\": \"2\"}"),
                "shop/items",
                List.of("1"),
                "2");

        private final Map<String, String> seed;
        private final Map<String, String> more;
        private final String place;
        private final List<String> seeded;
        private final String added;

        Data(Map<String, String> seed, Map<String, String> more, String place, List<String> seeded, String added) {
            this.seed = seed;
            this.more = more;
            this.place = place;
            this.seeded = seeded;
            this.added = added;
        }
    }

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void makeWorkspace() throws IOException {
        workspace = Workspace.at(folder.resolve("workspace"));
        Files.createDirectories(workspace.standIns());
    }

    private Lifecycle lifecycle(Data data, String name) {
        StandInKind kind = StandInKind.valueOf(data.name());
        return Lifecycles.of(kind.in(workspace.standIns(), name), workspace);
    }

    private Path folder(String name, Map<String, String> files) throws IOException {
        Path made = folder.resolve(name);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = made.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return made;
    }

    private static List<String> names(Lifecycle lifecycle, Data data) throws IOException {
        return lifecycle.browse(data.place).stream().map(Lifecycle.Entry::name).toList();
    }

    @ParameterizedTest
    @EnumSource
    void isThereOnceItIsMadeWithoutAnythingToBeginWith(Data data) throws IOException {
        lifecycle(data, "Fresh").create();
        assertThat(StandInKind.valueOf(data.name())
                        .in(workspace.standIns(), "Fresh")
                        .path())
                .exists();
        assertThat(lifecycle(data, "Fresh").browse("")).noneMatch(entry -> data.seeded.contains(entry.name()));
    }

    @ParameterizedTest
    @EnumSource
    void beginsWithItsSeedTakesMoreAndComesBack(Data data) throws IOException {
        Lifecycle lifecycle = lifecycle(data, "Thing");
        lifecycle.create();
        lifecycle.seed(folder("seed", data.seed));
        assertThat(names(lifecycle, data)).isEqualTo(data.seeded);

        assertThat(lifecycle.fill(folder("more", data.more))).isPositive();
        assertThat(names(lifecycle, data)).contains(data.added).containsAll(data.seeded);
        lifecycle.reset();
        assertThat(names(lifecycle, data)).isEqualTo(data.seeded);
    }

    @ParameterizedTest
    @EnumSource
    void aSnapshotTellsWhatIsNewAndBringsTheOldBack(Data data) throws IOException {
        Lifecycle lifecycle = lifecycle(data, "Thing");
        lifecycle.seed(folder("seed", data.seed));
        lifecycle.snapshots().take("before");
        assertThat(lifecycle.snapshots().diff("before").isEmpty()).isTrue();
        lifecycle.fill(folder("more", data.more));

        List<Change> changes = lifecycle.snapshots().diff("before").changes();
        assertThat(changes)
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.standIn()).isEqualTo("Thing"));
        assertThat(changes.toString()).contains(data.added.replace("dbo.", "")).doesNotContain("hidden");
        lifecycle.snapshots().restore("before");
        assertThat(names(lifecycle, data)).isEqualTo(data.seeded);
        assertThat(lifecycle.snapshots().names()).containsExactly("before");
        lifecycle.snapshots().delete("before");
        assertThat(lifecycle.snapshots().names()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsExportedSeedsAnotherOfItsKind(Data data) throws IOException {
        Lifecycle lifecycle = lifecycle(data, "Thing");
        lifecycle.seed(folder("seed", data.seed));
        Path export = folder.resolve("export");
        assertThat(lifecycle.export(export)).isPositive();

        Lifecycle other = lifecycle(data, "Other");
        other.seed(export);
        assertThat(names(other, data)).isEqualTo(data.seeded);
        other.export(folder.resolve("again"));
        assertThat(texts(folder.resolve("again"))).isEqualTo(texts(export));
        assertThatThrownBy(() -> lifecycle.export(export)).hasMessageContaining("is not empty");
    }

    @Test
    void anExportHoldsNothingFromOutside() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Lifecycle lake = lifecycle(Data.LAKEHOUSE, "Lake");
        lake.seed(folder("seed", Map.of("Files/data/own.csv", "a;b")));
        Path outside = folder("outside", Map.of("secret.txt", "none of your business"));
        Path files = workspace.standIns().resolve("Lake.lakehouse/Files");
        Files.createSymbolicLink(files.resolve("link.txt"), outside.resolve("secret.txt"));
        Files.createSymbolicLink(files.resolve("folder"), outside);
        Files.createSymbolicLink(files.resolve("nowhere"), folder.resolve("not there"));
        Files.createSymbolicLink(files.resolve("inside.csv"), Path.of("data/own.csv"));

        Path export = folder.resolve("export");
        lake.export(export);

        try (Stream<Path> all = Files.walk(export)) {
            assertThat(all.map(file -> String.valueOf(file.getFileName())))
                    .contains("own.csv", "inside.csv")
                    .doesNotContain("link.txt", "folder", "nowhere", "secret.txt");
        }
        assertThat(outside.resolve("secret.txt")).hasContent("none of your business");
    }

    @ParameterizedTest
    @EnumSource
    void aFolderOfNoUseChangesNothing(Data data) throws IOException {
        Lifecycle lifecycle = lifecycle(data, "Thing");
        lifecycle.seed(folder("seed", data.seed));
        Path useless = folder("useless", Map.of("readme.md", "nothing"));
        if (data != Data.LAKEHOUSE) { // whatever a folder holds is files
            assertThatThrownBy(() -> lifecycle.seed(useless)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> lifecycle.fill(useless)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> lifecycle.seed(folder.resolve("missing"))).isInstanceOf(IOException.class);
        assertThat(names(lifecycle, data)).isEqualTo(data.seeded);
        assertThatThrownBy(() -> lifecycle.snapshots().restore("missing"))
                .hasMessage("There is no snapshot 'missing' of Thing. None was taken yet.");
        assertThatThrownBy(() -> lifecycle.snapshots().take("../out")).hasMessageContaining("cannot be the name");
    }

    @Test
    void bringsInVariableLibrariesWithTheirValueSets() throws IOException {
        StandIn.Variables library = new StandIn.Variables("Lib", folder.resolve("Lib.VariableLibrary"));
        folder(
                "Lib.VariableLibrary",
                Map.of(
                        "variables.json",
                        "{\"variables\": [{\"name\": \"URL\", \"type\": \"String\", \"value\": \"x\"}]}",
                        "valueSets/test.json",
                        "{\"name\": \"test\", \"variableOverrides\": [{\"name\": \"URL\", \"value\": \"y\"}]}"));
        Lifecycle lifecycle = Lifecycles.of(library, workspace);
        lifecycle.snapshots().take("first");
        Files.writeString(
                library.path().resolve("valueSets/test.json"),
                "{\"name\": \"test\", \"variableOverrides\": [{\"name\": \"URL\", \"value\": \"z\"}]}");

        assertThat(lifecycle.snapshots().diff("first").changes())
                .containsExactly(new Change.Variable("Lib", "test", "URL", "\"y\"", "\"z\""));
        lifecycle.snapshots().restore("first");
        assertThat(lifecycle.browse("test")).containsExactly(new Lifecycle.Entry("URL", false, "\"y\""));
        assertThat(library.path())
                .isDirectoryNotContaining(path -> path.toString().contains("kept"));
    }

    @Test
    void aConnectionWithoutDataSaysSo() {
        Lifecycle lifecycle = Lifecycles.of(new StandIn.Plain("Grid", folder.resolve("Grid.item")), workspace);

        assertThatThrownBy(() -> lifecycle.snapshots().take("a"))
                .hasMessage("'Grid' is a connection that Bobbin has no data for.");
        assertThatThrownBy(() -> lifecycle.fill(folder)).isInstanceOf(IOException.class);
    }

    private static Map<String, String> texts(Path root) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                if (!file.toString().endsWith(".db")) {
                    texts.put(root.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return texts;
    }
}
