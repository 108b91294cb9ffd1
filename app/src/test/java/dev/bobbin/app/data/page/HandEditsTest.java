package dev.bobbin.app.data.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.data.documents.DocumentsViewModel;
import dev.bobbin.app.data.files.FilesViewModel;
import dev.bobbin.app.data.values.SecretsViewModel;
import dev.bobbin.app.data.values.VariablesViewModel;
import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.services.DocumentService;
import dev.bobbin.app.services.LakeFolders;
import dev.bobbin.app.services.LifecycleKeeping;
import dev.bobbin.app.services.ValueService;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits by hand of every kind of stand-in but tables, taken back one after another; those of tables are in their own test. */
class HandEditsTest {

    private @TempDir Path folder;
    private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
    private WorkspaceModel model;
    private HandEdits edits;
    private Path standIns;

    @BeforeEach
    void openItem() throws IOException {
        model = Models.open(Files.createDirectories(folder.resolve("First.UserDataFunction")), "");
        edits = new HandEdits(model, new LifecycleKeeping(), tasks);
        standIns =
                Files.createDirectories(Workspace.of(model.itemProperty().get()).standIns());
    }

    private ValueService values() {
        return new ValueService(model.itemProperty()::get);
    }

    private Notice notice() {
        return model.notices().shown().getLast();
    }

    /** What a folder holds, by path; folders hold nothing. */
    private static TreeMap<String, String> tree(Path root) throws IOException {
        TreeMap<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                found.put(root.relativize(each).toString(), Files.isDirectory(each) ? "" : Files.readString(each));
            }
        }
        return found;
    }

    @Test
    void filesThatWereDeletedRenamedReplacedOrAddedComeBackAsTheyWere() throws IOException {
        StandIn.Lakehouse lake = new StandIn.Lakehouse("Lake", standIns.resolve("Lake.lakehouse"));
        Path root = Files.createDirectories(lake.files().resolve("sub/deep")).getParent();
        Files.writeString(root.resolve("deep/a.txt"), "a");
        Files.writeString(lake.files().resolve("b.txt"), "b");
        Path source = Files.createDirectories(folder.resolve("source/new"));
        Files.writeString(source.resolve("c.txt"), "c");
        Path other = Files.writeString(folder.resolve("b.txt"), "other");
        FilesViewModel files = new FilesViewModel(model, new LakeFolders(), edits, tasks);
        files.show(new Place.Folder(lake, ""));

        TreeMap<String, String> before = tree(lake.files());
        files.delete(List.of("sub", "b.txt"));
        files.makeFolder("made");
        files.add(List.of(source, other));
        files.rename("new", "old");
        assertThat(tree(lake.files())).containsOnlyKeys("", "made", "old", "old/c.txt", "b.txt");
        assertThat(edits.nextProperty().get()).contains("new", "old");
        edits.undo();
        assertThat(lake.files().resolve("new/c.txt")).hasContent("c");
        edits.undo();
        assertThat(tree(lake.files())).containsOnlyKeys("", "made");
        edits.undo();
        edits.undo();
        assertThat(tree(lake.files())).isEqualTo(before);
        assertThat(edits.nextProperty().get()).isEmpty();
    }

    @Test
    void whatIsKnownOfAFileBesideItsContentGoesAlong() throws IOException {
        StandIn.Lakehouse lake = new StandIn.Lakehouse("Lake", standIns.resolve("Lake.lakehouse"));
        Files.createDirectories(lake.files());
        Files.writeString(lake.files().resolve("a.txt"), "a");
        Files.createDirectories(lake.properties());
        Files.writeString(lake.properties().resolve("a.txt.json"), "{}");
        FilesViewModel files = new FilesViewModel(model, new LakeFolders(), edits, tasks);
        files.show(new Place.Folder(lake, ""));
        files.rename("a.txt", "b.txt");
        assertThat(lake.properties().resolve("b.txt.json")).exists();
        files.delete(List.of("b.txt"));
        assertThat(lake.properties().resolve("b.txt.json")).doesNotExist();
        edits.undo();
        edits.undo();
        assertThat(lake.properties().resolve("a.txt.json")).exists();
        assertThat(lake.files().resolve("a.txt")).hasContent("a");
    }

    @Test
    void aCopyThatFailsLeavesNothing() throws IOException {
        StandIn.Lakehouse lake = new StandIn.Lakehouse("Lake", standIns.resolve("Lake.lakehouse"));
        Files.createDirectories(lake.files().resolve("b"));
        Path first = Files.writeString(folder.resolve("a"), "a");
        Path clash = Files.writeString(folder.resolve("b"), "a file where a folder is");
        FilesViewModel files = new FilesViewModel(model, new LakeFolders(), edits, tasks);
        files.show(new Place.Folder(lake, ""));
        files.add(List.of(first, clash));
        assertThat(files.problemProperty().get()).contains("'b'");
        assertThat(tree(lake.files())).containsOnlyKeys("", "b");
        assertThat(edits.nextProperty().get()).isEmpty();
    }

    @Test
    void secretsGetTheirOldVersionsBack() throws IOException {
        Path file = Files.writeString(standIns.resolve("K.secrets.json"), "{\"key\": \"old\"}");
        SecretsViewModel secrets = new SecretsViewModel(values(), edits, tasks);
        secrets.show(new StandIn.Secrets("K", file));
        secrets.set("key", "new");
        secrets.delete(secrets.rows().getFirst());
        assertThat(notice().text()).contains("key").doesNotContain("new");
        edits.undo();
        secrets.show(new StandIn.Secrets("K", file));
        secrets.toggle(secrets.rows().getFirst());
        assertThat(secrets.rows().getFirst().value()).contains("new");
        edits.undo();
        assertThat(Files.readString(file)).isEqualToIgnoringWhitespace("{\"key\": \"old\"}");
    }

    @Test
    void variablesOfAnItemAndOfOneFileGetTheirOldValuesBack() throws IOException {
        Path library = Files.createDirectories(folder.resolve("Shop.VariableLibrary/valueSets"))
                .getParent();
        Files.writeString(library.resolve("variables.json"), "{\"variables\": [{\"name\": \"Days\", \"value\": 5}]}");
        Files.writeString(library.resolve("valueSets/Test.json"), "{\"name\": \"Test\", \"variableOverrides\": []}");
        TreeMap<String, String> before = tree(library);
        Path file = standIns.resolve("V.variables.json");
        VariablesViewModel variables = new VariablesViewModel(model, values(), edits, tasks);
        variables.show(new StandIn.Variables("Shop", library));
        variables.showSet(Optional.of("Test"));
        variables.set("Days", "7");
        variables.showSet(Optional.empty());
        variables.remove("Days");
        assertThat(tree(library)).isNotEqualTo(before);
        variables.show(new StandIn.Variables("V", file));
        variables.set("Code", "x");
        assertThat(file).exists();
        edits.undo();
        assertThat(file).doesNotExist();
        edits.undo();
        edits.undo();
        assertThat(tree(library)).isEqualTo(before);
    }

    @Test
    void documentsComeBackAsTheyWere() throws IOException {
        StandIn.Documents account =
                new StandIn.Documents("Store", Files.createDirectories(standIns.resolve("Store.cosmos")));
        DocumentsViewModel documents = new DocumentsViewModel(new DocumentService(), edits, tasks);
        documents.createContainer(account, "shop/orders", "/city");
        documents.show(new Place.Container(account, "shop", "orders"));
        documents.editorProperty().set("{\"id\": \"1\", \"city\": \"Ulm\"}");
        documents.save();
        documents.editorProperty().set("{\"id\": \"1\", \"city\": \"Ulm\", \"total\": 5}");
        documents.save();
        documents.chosenProperty().set(documents.documentsProperty().get().getFirst());
        documents.delete();
        assertThat(documents.documentsProperty().get()).isEmpty();
        edits.undo();
        documents.run();
        assertThat(documents.documentsProperty().get().getFirst().json()).contains("\"total\":5");
        edits.undo();
        documents.run();
        assertThat(documents.documentsProperty().get().getFirst().json()).doesNotContain("total");
    }

    @Test
    void anEditIsNotTakenBackOverWhatSomebodyDidSince() throws IOException {
        Path file = Files.writeString(standIns.resolve("K.secrets.json"), "{\"key\": \"old\"}");
        SecretsViewModel secrets = new SecretsViewModel(values(), edits, tasks);
        secrets.show(new StandIn.Secrets("K", file));
        secrets.set("key", "new");
        Files.writeString(file, "{\"key\": \"somebody's\"}");
        edits.undo();
        assertThat(notice().kind()).isEqualTo(Notice.Kind.ERROR);
        assertThat(notice().text()).contains("changed again since");
        assertThat(file).hasContent("{\"key\": \"somebody's\"}");
    }

    @Test
    void theOfferInTheMessageTakesTheEditBackAndAnotherItemForgetsIt() throws IOException {
        Path file = standIns.resolve("V.variables.json");
        VariablesViewModel variables = new VariablesViewModel(model, values(), edits, tasks);
        variables.show(new StandIn.Variables("V", file));
        variables.set("Code", "x");
        model.notices().choose(notice(), notice().choices().getFirst());
        assertThat(file).doesNotExist();
        assertThat(notice().text()).startsWith("Taken back");
        variables.set("Code", "x");
        model.open(null);
        assertThat(edits.nextProperty().get()).isEmpty();
    }
}
