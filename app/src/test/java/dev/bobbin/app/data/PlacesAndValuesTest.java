package dev.bobbin.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.data.documents.DocumentData;
import dev.bobbin.app.data.documents.DocumentsViewModel;
import dev.bobbin.app.data.documents.EventData;
import dev.bobbin.app.data.documents.EventsViewModel;
import dev.bobbin.app.data.files.FilesViewModel;
import dev.bobbin.app.data.files.LakeFiles;
import dev.bobbin.app.data.files.Preview;
import dev.bobbin.app.data.grid.GridColumn;
import dev.bobbin.app.data.page.HandEdits;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.app.data.values.NamedValues;
import dev.bobbin.app.data.values.SecretsViewModel;
import dev.bobbin.app.data.values.VariablesViewModel;
import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.services.DiskItemFiles;
import dev.bobbin.app.services.DiskPlaces;
import dev.bobbin.app.services.DocumentService;
import dev.bobbin.app.services.EventFiles;
import dev.bobbin.app.services.LakeFolders;
import dev.bobbin.app.services.LifecycleKeeping;
import dev.bobbin.app.services.ValueService;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The tree, files, variables, secrets, documents and events on real stand-ins. */
class PlacesAndValuesTest {

    private static final String SCRIPT = """
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.connection(argName="lake", alias="Lake")
            @udf.connection(argName="db", alias="Sales")
            @udf.function()
            def first(lake: fn.FabricLakehouseClient, db: fn.FabricSqlConnection) -> int:
                return 1
            """;

    private @TempDir Path folder;
    private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
    private WorkspaceModel model;
    private HandEdits edits;
    private Path standIns;

    @BeforeEach
    void openItem() throws IOException {
        model = Models.open(Files.createDirectories(folder.resolve("First.UserDataFunction")), SCRIPT);
        edits = new HandEdits(model, new LifecycleKeeping(), tasks);
        standIns =
                Files.createDirectories(Workspace.of(model.itemProperty().get()).standIns());
    }

    private Path lake(String path, String content) throws IOException {
        Path file = standIns.resolve("Lake.lakehouse").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static List<Place> children(DataViewModel data, Place place) {
        List<Place> found = new ArrayList<>();
        data.children(place, found::addAll);
        return found;
    }

    @Test
    void aStandInThatIsNotThereIsMadeWhereOneLooksForIt() throws IOException {
        DataViewModel data = new DataViewModel(model, new DiskPlaces(), tasks);
        Place.Root sales = data.roots().get(1);
        assertThat(sales.there()).isFalse();
        data.shownProperty().set(sales);
        assertThat(model.lookedAtProperty().get()).isEqualTo(sales.standIn());
        data.create();
        assertThat(data.shownProperty().get()).isEqualTo(new Place.Root(sales.standIn(), true, sales.aliases()));
        assertThat(children(data, data.roots().get(1))).isEmpty();
        assertThat(model.notices().shown()).isEmpty();
    }

    @Test
    void theTreeShowsConnectedStandInsFirstAndWhatLiesInThem() throws IOException {
        lake("Files/raw/2026/a.csv", "a\n1\n");
        lake("Tables/prices.csv", "item,price\nTea,3\n");
        Files.writeString(standIns.resolve("Aardvark.secrets.json"), "{}");
        DataViewModel data = new DataViewModel(model, new DiskPlaces(), tasks);
        assertThat(data.roots()).extracting(root -> root.standIn().name()).containsExactly("Lake", "Sales", "Aardvark");
        assertThat(data.roots()).extracting(Place.Root::there).containsExactly(true, false, true);
        List<Place> inLake = children(data, data.roots().getFirst());
        assertThat(inLake).hasSize(2);
        assertThat(children(data, inLake.getFirst()))
                .extracting(place -> ((Place.Folder) place).path())
                .containsExactly("raw");
        assertThat(((Place.Table) inLake.getLast()).table().qualifiedName()).isEqualTo("dbo.prices");

        model.browse(new StandIn.Secrets("Aardvark", standIns.resolve("Aardvark.secrets.json")));
        assertThat(data.shownProperty().get()).isEqualTo(data.roots().getLast());
    }

    @Test
    void whatIsShownFollowsTheWorkspace() throws IOException {
        DataViewModel data = new DataViewModel(model, new DiskPlaces(), tasks);
        assertThat(data.shownProperty().get()).as("nothing is there yet").isNull();
        lake("Files/a.txt", "");
        data.refresh();
        assertThat(data.shownProperty().get()).isEqualTo(data.roots().getFirst());
        data.shownProperty().set(data.roots().getLast());
        Files.createDirectories(standIns.resolve("Sales.sqldb"));
        data.refresh();
        assertThat(data.shownProperty().get()).isEqualTo(data.roots().getLast());
        assertThat(data.roots().getLast().there()).isTrue();

        Path other = Files.createDirectories(folder.resolve("elsewhere/Second.UserDataFunction"));
        Files.writeString(other.resolve("function_app.py"), "");
        model.open(new DiskItemFiles().read(other));
        assertThat(data.roots()).isEmpty();
        assertThat(data.shownProperty().get()).isNull();
    }

    @Test
    void aFolderIsListedFilteredFilledRenamedAndEmptied() throws IOException {
        lake("Files/b.txt", "words");
        lake("Files/sub/c.txt", "");
        FilesViewModel files = new FilesViewModel(model, new LakeFolders(), edits, tasks);
        files.show(new Place.Folder(new StandIn.Lakehouse("Lake", standIns.resolve("Lake.lakehouse")), ""));
        assertThat(names(files)).containsExactly("sub", "b.txt");
        files.filterProperty().set("B.");
        assertThat(names(files)).containsExactly("b.txt");
        files.filterProperty().set("");
        lake("Files/a.txt", "more words");
        files.refresh();
        files.sort(Optional.of(new FilesViewModel.Order(FilesViewModel.By.SIZE, true)));
        assertThat(names(files)).as("folders stay first").containsExactly("sub", "a.txt", "b.txt");
        files.sort(Optional.of(new FilesViewModel.Order(FilesViewModel.By.SIZE, false)));
        assertThat(names(files)).containsExactly("sub", "b.txt", "a.txt");
        files.sort(Optional.empty());
        files.delete(List.of("a.txt"));

        Path outside = Files.createDirectories(folder.resolve("outside/inner"));
        Files.writeString(outside.resolve("x.csv"), "a,b\n1,x\n");
        files.add(List.of(folder.resolve("outside")));
        assertThat(files.copying().stateProperty().get()).contains("One file");
        assertThat(standIns.resolve("Lake.lakehouse/Files/outside/inner/x.csv")).hasContent("a,b\n1,x");
        files.rename("b.txt", "d.txt");
        files.makeFolder("new");
        assertThat(names(files)).containsExactly("new", "outside", "sub", "d.txt");
        files.makeFolder("../escaped");
        files.rename("d.txt", "sub");
        assertThat(files.problemProperty().get()).contains("sub");
        assertThat(names(files)).containsExactly("new", "outside", "sub", "d.txt");

        files.delete(List.of("outside", "d.txt"));
        assertThat(names(files)).containsExactly("new", "sub");
    }

    @Test
    void aFolderThatIsGoneIsTold() throws IOException {
        lake("Files/raw/a.csv", "");
        StandIn.Lakehouse lakehouse = new StandIn.Lakehouse("Lake", standIns.resolve("Lake.lakehouse"));
        FilesViewModel files = new FilesViewModel(model, new LakeFolders(), edits, tasks);
        files.show(new Place.Folder(lakehouse, "raw"));
        assertThat(files.problemProperty().get()).isEmpty();
        Files.move(lakehouse.files().resolve("raw"), lakehouse.files().resolve("elsewhere"));
        files.refresh();
        assertThat(files.problemProperty().get()).contains("raw is not there");
        assertThat(names(files)).as("what was seen stays to be seen").containsExactly("a.csv");
        files.show(new Place.Folder(new StandIn.Lakehouse("None", standIns.resolve("None.lakehouse")), ""));
        assertThat(files.problemProperty().get()).contains("None.lakehouse");
    }

    private static List<String> names(FilesViewModel files) {
        return files.entriesProperty().get().stream().map(LakeFiles.Entry::name).toList();
    }

    @Test
    void textRowsPicturesAndUnknownFilesHaveTheirPreview() throws IOException {
        lake("Files/a.csv", "name;pieces\nTea;3\n");
        lake("Files/broken.jsonl", "{\"a\": 1}\n{nonsense\n");
        lake("Files/a.json", "{\"a\": 1}");
        Path picture = lake("Files/dot.png", "");
        Files.write(picture, Base64.getDecoder().decode("iVBORw0KGgo="));
        Files.write(lake("Files/a.bin", ""), new byte[] {0, 1, 2});
        FilesViewModel files = new FilesViewModel(model, new LakeFolders(), edits, tasks);
        files.show(new Place.Folder(new StandIn.Lakehouse("Lake", standIns.resolve("Lake.lakehouse")), ""));

        files.look("a.csv");
        assertThat(files.previewProperty().get()).isInstanceOfSatisfying(Preview.Rows.class, rows -> {
            assertThat(rows.columns()).extracting(GridColumn::name).containsExactly("name", "pieces");
            assertThat(rows.rows().getFirst().cells()).containsExactly("Tea", "3");
        });
        files.look("a.json");
        assertThat(files.previewProperty().get())
                .isEqualTo(new Preview.Text(
                        "{\n  \"a\": 1\n}", true, false, true, new Preview.Read(StandardCharsets.UTF_8, false)));
        files.readAs(StandardCharsets.UTF_16LE);
        assertThat(files.previewProperty().get())
                .isInstanceOfSatisfying(
                        Preview.Text.class,
                        text -> assertThat(text.read()).isEqualTo(new Preview.Read(StandardCharsets.UTF_16LE, true)));
        files.look("broken.jsonl");
        assertThat(files.previewProperty().get()).isInstanceOf(Preview.Text.class);
        files.look("dot.png");
        assertThat(files.previewProperty().get()).isEqualTo(new Preview.Picture(picture));
        files.look("a.bin");
        assertThat(files.previewProperty().get()).isInstanceOf(Preview.Nothing.class);
        files.look("gone.csv");
        assertThat(files.previewProperty().get()).isInstanceOf(Preview.Nothing.class);
        files.look(null);
        assertThat(files.previewProperty().get()).isNull();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "only administrators make links there")
    void linksThatLeadOutOfALakehouseAreNotFollowed() throws IOException {
        lake("Files/inside/a.txt", "in");
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("private.txt"), "not for functions");
        Path root = standIns.resolve("Lake.lakehouse/Files");
        Files.createSymbolicLink(root.resolve("out"), elsewhere);
        Files.createSymbolicLink(root.resolve("out.txt"), elsewhere.resolve("private.txt"));
        Files.createSymbolicLink(root.resolve("in.txt"), root.resolve("inside/a.txt"));
        Place.Folder files = new Place.Folder(new StandIn.Lakehouse("Lake", standIns.resolve("Lake.lakehouse")), "");

        assertThat(new DiskPlaces().children(files))
                .extracting(place -> ((Place.Folder) place).name())
                .containsExactly("inside");
        LakeFolders folders = new LakeFolders();
        assertThat(folders.preview(files, "out.txt", null)).isInstanceOf(Preview.Nothing.class);
        assertThat(folders.preview(files, "in.txt", null))
                .isInstanceOfSatisfying(
                        Preview.Text.class, text -> assertThat(text.text()).isEqualTo("in"));
    }

    @Test
    void valuesOfALibraryAreEditedInTheirSetAndTheActiveSetIsChosen() throws IOException {
        Path item = Files.createDirectories(folder.resolve("Shop.VariableLibrary/valueSets"));
        String defaults = """
                {
                  "variables": [
                    {"name": "Url", "note": "", "type": "String", "value": "dev"},
                    {"name": "Days", "note": "kept", "type": "Integer", "value": 5}
                  ]
                }
                """;
        Files.writeString(item.resolveSibling("variables.json"), defaults);
        Files.writeString(item.resolve("Test.json"), "{\"name\": \"Test\", \"variableOverrides\": []}");
        StandIn.Variables library = new StandIn.Variables("Shop", item.getParent());
        VariablesViewModel variables =
                new VariablesViewModel(model, new ValueService(model.itemProperty()::get), edits, tasks);
        variables.show(library);
        assertThat(variables.valueSets()).containsExactly(Optional.empty(), Optional.of("Test"));

        variables.set("Days", "soon");
        assertThat(variables.problemProperty().get()).contains("Days", "Integer");
        variables.set("Days", "7");
        assertThat(variables.problemProperty().get()).isEmpty();
        assertThat(item.resolveSibling("variables.json")).hasContent(defaults.replace("5}", "7}"));

        variables.showSet(Optional.of("Test"));
        variables.set("Url", "12");
        assertThat(variables.variables())
                .extracting(NamedValues.Variable::value)
                .containsExactly("12", "7");
        assertThat(variables.variables()).extracting(NamedValues.Variable::own).containsExactly(true, false);
        assertThat(Files.readString(item.resolve("Test.json"))).contains("\"12\"");
        variables.activate();
        assertThat(variables.activeProperty().get()).contains("Test");
        variables.remove("Url");
        assertThat(variables.variables().getFirst().value()).isEqualTo("dev");
        variables.showSet(Optional.empty());
        variables.set("New", "true");
        assertThat(variables.variables().getLast())
                .isEqualTo(new NamedValues.Variable("New", "Boolean", "true", false, ""));
    }

    @Test
    void aLibraryOfOneFileKeepsTextsTexts() throws IOException {
        Path file = Files.writeString(standIns.resolve("V.variables.json"), "{\"Code\": \"007\", \"Days\": 5}");
        VariablesViewModel variables =
                new VariablesViewModel(model, new ValueService(model.itemProperty()::get), edits, tasks);
        variables.show(new StandIn.Variables("V", file));
        variables.set("Code", "008");
        variables.set("Days", "6");
        variables.set("When", "2026-01-12");
        assertThat(file).content().contains("\"008\"", "\"Days\": 6", "\"2026-01-12\"");
    }

    @Test
    void secretsAreMaskedUntilSomebodyAsksAndFollowTheVaultsRules() throws IOException {
        Path file = Files.writeString(standIns.resolve("K.secrets.json"), "{\"api-key\": \"s3cret\"}");
        SecretsViewModel secrets = new SecretsViewModel(new ValueService(model.itemProperty()::get), edits, tasks);
        secrets.show(new StandIn.Secrets("K", file));
        assertThat(secrets.rows().getFirst().value()).isEmpty();
        secrets.toggle(secrets.rows().getFirst());
        assertThat(secrets.rows().getFirst().value()).contains("s3cret");
        secrets.toggle(secrets.rows().getFirst());
        assertThat(secrets.rows().getFirst().value()).isEmpty();

        secrets.set("no good name", "x");
        assertThat(secrets.problemProperty().get()).contains("letters, digits and dashes");
        secrets.set("token", "t");
        assertThat(secrets.rows()).hasSize(2);
        secrets.delete(secrets.rows().getLast());
        assertThat(secrets.rows().getLast().secret().deleted()).isTrue();
        secrets.recover(secrets.rows().getLast());
        assertThat(secrets.rows().getLast().secret().deleted()).isFalse();
    }

    @Test
    void documentsAreQueriedWrittenAndDeletedByTheServicesRules() throws IOException {
        Path account = standIns.resolve("Store.cosmos");
        Path seed = Files.createDirectories(account.resolve("seed/shop"));
        Files.writeString(
                seed.resolve("orders.json"),
                "[{\"id\": \"1\", \"city\": \"Ulm\"}, {\"id\": \"2\", \"city\": \"Bonn\"}]");
        Files.writeString(seed.resolve("orders.settings.json"), "{\"partitionKey\": {\"paths\": [\"/city\"]}}");
        DataViewModel data = new DataViewModel(model, new DiskPlaces(), tasks);
        Place.Container orders =
                (Place.Container) children(data, data.roots().getLast()).getFirst();
        assertThat(orders.database()).isEqualTo("shop");
        DocumentsViewModel documents = new DocumentsViewModel(new DocumentService(), edits, tasks);
        documents.show(orders);
        assertThat(documents.documentsProperty().get()).hasSize(2);
        documents.queryProperty().set("SELECT * FROM c WHERE c.city = 'Bonn'");
        documents.run();
        documents.chosenProperty().set(documents.documentsProperty().get().getFirst());
        assertThat(documents.editorProperty().get()).contains("\"Bonn\"");

        documents.editorProperty().set("{\"id\": \"2\", \"city\": \"Bonn\", \"total\": 5}");
        documents.save();
        assertThat(documents.documentsProperty().get().getFirst().json()).contains("\"total\":5");
        documents.editorProperty().set("{\"id\": \"3\", \"city\": \"Bonn\"}");
        documents.save();
        assertThat(model.notices().shown().getLast().text()).contains("3 was added", "2 stays");
        assertThat(documents.chosenProperty().get().id()).isEqualTo("3");
        documents.editorProperty().set("{\"id\": ");
        documents.save();
        assertThat(documents.problemProperty().get()).startsWith("Not valid JSON: line 1, column 8 is unexpected");
        documents.editorProperty().set("[1]");
        documents.save();
        assertThat(documents.problemProperty().get()).contains("is a JSON object");
        documents.editorProperty().set("{\"city\": \"Ulm\"}");
        documents.save();
        assertThat(documents.problemProperty().get()).contains("id");
        documents.delete();
        assertThat(documents.documentsProperty().get())
                .extracting(DocumentData.Document::id)
                .containsExactly("2");
        documents.queryProperty().set("SELECT nonsense FROM");
        documents.run();
        assertThat(documents.problemProperty().get()).isNotEmpty();
    }

    @Test
    void whatAQueryMadeOfADocumentDoesNotTakeItsPlace() throws IOException {
        StandIn.Documents account =
                new StandIn.Documents("Parts", Files.createDirectories(standIns.resolve("Parts.cosmos")));
        DocumentsViewModel documents = new DocumentsViewModel(new DocumentService(), edits, tasks);
        documents.createContainer(account, "shop/orders", "/city");
        documents.show(new Place.Container(account, "shop", "orders"));
        documents.begin();
        documents.editorProperty().set("{\"id\": \"1\", \"city\": \"Ulm\", \"total\": 5}");
        documents.save();
        documents.queryProperty().set("SELECT c.id, c.city FROM c");
        documents.run();
        documents.chosenProperty().set(documents.documentsProperty().get().getFirst());

        String written = "{\"id\": \"1\", \"city\": \"Ulm\", \"note\": \"mine\"}";
        documents.editorProperty().set(written);
        documents.save();

        assertThat(documents.problemProperty().get()).contains("SELECT * FROM c");
        assertThat(documents.editorProperty().get()).isEqualTo(written);
        // Nor when the whole document is shown later: the text was written for a part of it.
        documents.queryProperty().set("SELECT * FROM c");
        documents.run();
        assertThat(documents.documentsProperty().get().getFirst().json()).contains("\"total\":5");
        documents.chosenProperty().set(documents.documentsProperty().get().getFirst());
        assertThat(documents.editorProperty().get()).contains("\"total\"").doesNotContain("mine");
    }

    @Test
    void aContainerIsMadeInANewAccount() throws IOException {
        StandIn.Documents account =
                new StandIn.Documents("Fresh", Files.createDirectories(standIns.resolve("Fresh.cosmos")));
        DocumentsViewModel documents = new DocumentsViewModel(new DocumentService(), edits, tasks);
        documents.createContainer(account, "orders", "/city");
        assertThat(documents.problemProperty().get()).contains("shop/orders");
        documents.createContainer(account, "shop/orders", "city");
        assertThat(documents.problemProperty().get()).isEmpty();
        Place.Container made = new Place.Container(account, "shop", "orders");
        assertThat(new DiskPlaces().children(new Place.Root(account, true, List.of())))
                .containsExactly(made);
        documents.createContainer(account, "shop/orders", "/city");
        assertThat(documents.problemProperty().get()).isNotEmpty();
        documents.show(made);
        documents.begin();
        documents.editorProperty().set("{\"id\": \"1\", \"city\": \"Ulm\"}");
        documents.save();
        assertThat(documents.documentsProperty().get()).hasSize(1);
    }

    @Test
    void eventsComeNewestFirstAndAStrangeLineIsShownAsItIs() throws IOException {
        Path set = Files.createDirectories(standIns.resolve("Parcels.events"));
        Files.writeString(set.resolve("events.jsonl"), """
                {"id": "1", "type": "Shipped", "time": "2026-01-01T00:00:00Z"}
                strange
                {"id": "2", "type": "Lost", "time": "2026-01-02T00:00:00Z"}
                """);
        EventsViewModel events = new EventsViewModel(new EventFiles(), tasks);
        events.show(new StandIn.Events("Parcels", set));
        assertThat(events.eventsProperty().get())
                .extracting(EventData.Event::type)
                .containsExactly("Lost", "", "Shipped");
        events.look(events.eventsProperty().get().getFirst());
        assertThat(events.detailProperty().get()).contains("\"Lost\"");
    }
}
