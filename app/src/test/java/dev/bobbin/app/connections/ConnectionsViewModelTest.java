package dev.bobbin.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.services.ConnectionService;
import dev.bobbin.app.services.DiskItemFiles;
import dev.bobbin.app.workspace.Committed;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ArtifactType;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.signature.SourceParser;
import dev.bobbin.emulator.standin.StandInBindings;
import dev.bobbin.emulator.standin.StandInKind;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.badday.BadDays;
import dev.bobbin.emulator.standin.badday.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections on real files. */
class ConnectionsViewModelTest {

    private static final String SCRIPT = """
            import fabric.functions as fn

            udf = fn.UserDataFunctions()
            LAKE = "Lake"

            @udf.connection(argName="db", alias="Sales")
            @udf.function()
            def first(db: fn.FabricSqlConnection, note: str = "Sales") -> int:
                return 1

            @udf.connection("Sales", "db")
            @udf.connection(argName="lake", alias=LAKE)
            @udf.generic_connection(argName="vault", audienceType="KeyVault")
            @udf.function()
            def second(db: fn.FabricSqlConnection, lake: fn.FabricLakehouseClient, vault: fn.FabricItem) -> int:
                return 2
            """;

    private static final String DEFINITION = """
            {
              "connectedDataSources": [
                {"alias": "Sales", "artifactType": "Warehouse"},
                {"alias": "Unused", "artifactType": "Variables"}
              ]
            }
            """;

    private @TempDir Path folder;
    private WorkspaceModel model;
    private ConnectionsViewModel connections;

    @BeforeEach
    void openItem() throws IOException {
        Path item = item("First.UserDataFunction", SCRIPT, DEFINITION);
        DiskItemFiles files = new DiskItemFiles();
        model = new WorkspaceModel(ServiceProfiles.standard());
        model.open(files.read(item));
        model.setOutline(SourceParser.outline(SCRIPT));
        connections = new ConnectionsViewModel(model, new ConnectionService(), files, new SameThreadTaskRunner());
    }

    private Path item(String name, String script, String definition) throws IOException {
        Path item = Files.createDirectories(folder.resolve(name));
        Files.writeString(item.resolve("function_app.py"), script);
        Files.writeString(item.resolve("definition.json"), definition);
        return item;
    }

    @Test
    void theConnectionWhoseDataAreLookedAtIsTheOneThatIsManaged() {
        model.lookedAtProperty().set(connection("Lake").standIn());
        assertThat(connections.chosenProperty().get()).isEqualTo(connection("Lake"));
        ConnectionsViewModel opened = new ConnectionsViewModel(
                model, new ConnectionService(), new DiskItemFiles(), new SameThreadTaskRunner());
        assertThat(opened.chosenProperty().get()).isEqualTo(connection("Lake"));
    }

    private Connection connection(String alias) {
        return connections.all().stream()
                .filter(each -> each.alias().equals(alias))
                .findFirst()
                .orElseThrow();
    }

    private void choose(String alias) {
        connections.chosenProperty().set(connection(alias));
    }

    private Workspace workspace() {
        return Workspace.of(model.itemProperty().get());
    }

    @Test
    void everyAliasOfCodeAndDefinitionIsListedOnceWithItsKindAndUsers() {
        assertThat(connections.all()).extracting(Connection::alias).containsExactly("Sales", "Lake", "vault", "Unused");
        assertThat(connection("Sales").kind()).isEqualTo(StandInKind.WAREHOUSE);
        assertThat(connection("Sales").functions()).containsExactly("first", "second");
        assertThat(connection("Sales").listed()).isTrue();
        assertThat(connection("Lake").kind()).isEqualTo(StandInKind.LAKEHOUSE);
        assertThat(connection("Lake").listed()).isFalse();
        assertThat(connection("vault").kind()).isEqualTo(StandInKind.SECRETS);
        assertThat(connection("Unused").functions()).isEmpty();
        assertThat(connections.all()).noneMatch(Connection::there);
    }

    @Test
    void aStandInIsMadeAndAnotherAliasOfItsFamilyCanBeSwitchedToIt() {
        choose("Sales");
        connections.create();
        assertThat(connection("Sales").there()).isTrue();
        assertThat(Files.exists(workspace().standIns().resolve("Sales.warehouse/data.db")))
                .isTrue();

        connections.switchTo(new Candidate(StandInKind.SQL_DATABASE, "Other"));
        assertThat(connection("Sales").kind()).isEqualTo(StandInKind.SQL_DATABASE);
        assertThat(connection("Sales").standIn().name()).isEqualTo("Other");
        assertThat(connections.candidates())
                .containsExactly(
                        new Candidate(StandInKind.SQL_DATABASE, "Other"),
                        new Candidate(StandInKind.WAREHOUSE, "Sales"));

        choose("Lake");
        assertThat(connections.candidates()).containsExactly(new Candidate(StandInKind.LAKEHOUSE, "Lake"));
    }

    @Test
    void aNewStandInIsMadeWhenAnAliasShallMeanIt() {
        choose("Sales");
        connections.make(new Candidate(StandInKind.SQL_DATABASE, "Third"));
        assertThat(connection("Sales").standIn().name()).isEqualTo("Third");
        assertThat(connection("Sales").there()).isTrue();
        assertThat(workspace().standIns().resolve("Third.sqldb/data.db")).exists();
    }

    @Test
    void whatOnlyTheCodeNamesIsListedAsWhatStandsInForIt() throws IOException {
        choose("Lake");
        connections.listChosen();
        assertThat(connection("Lake").listed()).isTrue();
        assertThat(Files.readString(folder.resolve("First.UserDataFunction/definition.json")))
                .contains("\"alias\": \"Lake\"")
                .contains("\"artifactType\": \"Lakehouse\"");
    }

    @Test
    void aRenamingSaysNothingOfADefinitionThatDoesNotListTheAlias() {
        model.sourceProperty().set(SCRIPT.replace("alias=LAKE", "alias=\"Lake\""));
        choose("Lake");
        assertThat(connections.rename("Pond")).isEmpty();
        assertThat(model.notices().shown().getLast().text())
                .startsWith("Lake is now Pond, in one place of the code")
                .contains("definition.json does not list it");
    }

    @Test
    void aRenamedAliasIsRenamedInCodeAndDefinitionAndKeepsDataAndBadDay() throws IOException {
        choose("Sales");
        connections.create();
        connections.setBadDay(new BadDaySettings(Optional.of(Failure.DROPPED), "3", ""));
        assertThat(connections.rename("Turnover")).isEmpty();

        assertThat(model.sourceProperty().get())
                .isEqualTo(SCRIPT.replace("alias=\"Sales\"", "alias=\"Turnover\"")
                        .replace("connection(\"Sales\"", "connection(\"Turnover\""));
        assertThat(folder.resolve("First.UserDataFunction/definition.json"))
                .hasContent(DEFINITION.replace("Sales", "Turnover"));
        model.setOutline(SourceParser.outline(model.sourceProperty().get()));
        Connection renamed = connection("Turnover");
        assertThat(connections.chosenProperty().get()).isEqualTo(renamed);
        assertThat(renamed.there()).isTrue();
        assertThat(renamed.standIn().name()).isEqualTo("Sales");
        assertThat(renamed.listed()).isTrue();
        assertThat(BadDays.read(workspace(), model.itemProperty().get())).containsOnlyKeys("Turnover");

        assertThat(connections.rename("Sales")).isEmpty();
        assertThat(model.sourceProperty().get()).isEqualTo(SCRIPT);
        assertThat(StandInBindings.read(
                                workspace().bindingsFile(model.itemProperty().get()))
                        .aliases())
                .isEmpty();
    }

    @Test
    void aRenamingIsOnDiskAsAWholeWithoutEditsThatAreNotSaved() {
        String edited = SCRIPT + "# not saved\n";
        model.sourceProperty().set(edited);
        choose("Sales");
        connections.rename("Turnover");
        assertThat(model.sourceProperty().get()).isEqualTo(renamed(edited));
        assertThat(model.savedSourceProperty().get()).isEqualTo(renamed(SCRIPT));
        assertThat(model.unsaved().get()).isTrue();
        assertThat(file("function_app.py")).hasContent(renamed(SCRIPT));
        assertThat(file("definition.json")).hasContent(DEFINITION.replace("Sales", "Turnover"));
    }

    @Test
    void undoOfTheScriptTakesARenamingBackEverywhereAndRedoDoesItAgain() {
        choose("Sales");
        connections.rename("Turnover");
        model.sourceProperty().set(SCRIPT);
        assertThat(file("function_app.py")).hasContent(SCRIPT);
        assertThat(file("definition.json")).hasContent(DEFINITION);
        assertThat(model.unsaved().get()).isFalse();
        assertThat(connections.chosenProperty().get()).isEqualTo(connection("Sales"));
        model.sourceProperty().set(renamed(SCRIPT));
        assertThat(file("function_app.py")).hasContent(renamed(SCRIPT));
        assertThat(file("definition.json")).hasContent(DEFINITION.replace("Sales", "Turnover"));
    }

    @Test
    void codeThatIsResetToATextFromBeforeARenamingLeavesTheRestUntilSomebodyAgrees() throws IOException {
        SameThreadTaskRunner tasks = new SameThreadTaskRunner();
        choose("Sales");
        connections.rename("Turnover");
        new Committed(model, _ -> Optional.of(SCRIPT), tasks).reset();
        assertThat(model.sourceProperty().get()).isEqualTo(SCRIPT);
        assertThat(file("function_app.py")).hasContent(renamed(SCRIPT));
        assertThat(file("definition.json")).hasContent(DEFINITION.replace("Sales", "Turnover"));
        Notice question = model.notices().shown().getLast();
        assertThat(question.text()).contains("Sales again", "it is Turnover");

        model.notices().choose(question, question.choices().getFirst());
        assertThat(model.sourceProperty().get()).isEqualTo(SCRIPT);
        assertThat(file("function_app.py")).hasContent(SCRIPT);
        assertThat(file("definition.json")).hasContent(DEFINITION);
        assertThat(model.unsaved().get()).isFalse();
    }

    @Test
    void theNoticeTakesARenamingBackEvenAfterFurtherEdits() {
        choose("Sales");
        connections.rename("Turnover");
        Notice told = model.notices().shown().getLast();
        model.sourceProperty().set(renamed(SCRIPT) + "# more\n");
        model.notices().choose(told, told.choices().getFirst());
        assertThat(model.sourceProperty().get()).isEqualTo(SCRIPT + "# more\n");
        assertThat(file("function_app.py")).hasContent(SCRIPT);
        assertThat(file("definition.json")).hasContent(DEFINITION);
    }

    @Test
    void aRenamingThatCannotBeWrittenLeavesAllAsItWas() throws IOException {
        choose("Sales");
        Path bindings = workspace().bindingsFile(model.itemProperty().get());
        // A folder where the file belongs.
        Files.createDirectories(bindings.resolve("in the way"));
        connections.rename("Turnover");
        assertThat(model.notices().shown().getLast().kind()).isEqualTo(Notice.Kind.ERROR);
        assertThat(model.sourceProperty().get()).isEqualTo(SCRIPT);
        assertThat(model.unsaved().get()).isFalse();
        assertThat(file("function_app.py")).hasContent(SCRIPT);
        assertThat(file("definition.json")).hasContent(DEFINITION);
    }

    private static String renamed(String script) {
        return script.replace("alias=\"Sales\"", "alias=\"Turnover\"")
                .replace("connection(\"Sales\"", "connection(\"Turnover\"");
    }

    private Path file(String name) {
        return folder.resolve("First.UserDataFunction").resolve(name);
    }

    @Test
    void anAliasThatIsNoPlainTextIsLeftAndTold() {
        choose("Lake");
        connections.rename("Pond");
        assertThat(model.sourceProperty().get()).isEqualTo(SCRIPT);
        assertThat(model.notices().shown()).hasSize(1);
        assertThat(connections.rename("with space")).isPresent();
        assertThat(connections.rename("Sales")).isPresent();
    }

    @Test
    void aConnectionIsListedInTheDefinition() throws IOException {
        assertThat(connections.list(ArtifactType.LAKEHOUSE, "Sales")).isPresent();
        assertThat(connections.list(ArtifactType.LAKEHOUSE, "no good")).isPresent();
        assertThat(connections.list(ArtifactType.LAKEHOUSE, "Lake")).isEmpty();
        assertThat(connection("Lake").listed()).isTrue();
        assertThat(connections.list(ArtifactType.SQL_DB_NATIVE, "Fresh")).isEmpty();
        assertThat(connection("Fresh").kind()).isEqualTo(StandInKind.SQL_DATABASE);
        assertThat(folder.resolve("First.UserDataFunction/definition.json"))
                .content()
                .contains("\"Unused\"", "\"Lakehouse\"", "\"SqlDbNative\"");
    }

    @Test
    void aFolderFillsAStandInAndCanBeWhatItBeginsWith() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("Prices.csv"), "item,price\nTea,3\n");
        choose("Sales");
        connections.fill(data);
        assertThat(connection("Sales").there()).isTrue();
        assertThat(model.notices().shown().getLast().text()).contains("one thing", "Sales");
        connections.seed(data);
        Notice question = model.notices().shown().getLast();
        assertThat(question.kind()).isEqualTo(Notice.Kind.QUESTION);
        model.notices().choose(question, question.choices().getFirst());
        assertThat(model.notices().shown().getLast().text()).contains("begins with");
        connections.seed(folder.resolve("nowhere"));
        question = model.notices().shown().getLast();
        model.notices().choose(question, question.choices().getFirst());
        assertThat(model.notices().shown().getLast().kind()).isEqualTo(Notice.Kind.ERROR);
    }

    @Test
    void aBadDayIsSwitchedOnAndOffAndNonsenseIsRefused() throws IOException {
        choose("Sales");
        assertThat(connections.setBadDay(new BadDaySettings(Optional.empty(), "", "lots")))
                .isPresent();
        assertThat(connections.setBadDay(new BadDaySettings(Optional.of(Failure.DENIED), "-1", "")))
                .isPresent();
        assertThat(connections.setBadDay(new BadDaySettings(Optional.empty(), "", "250")))
                .isEmpty();
        assertThat(connection("Sales").badDay().orElseThrow().latencyMillis()).isEqualTo(250);
        connections.setBadDay(new BadDaySettings(Optional.empty(), "", ""));
        assertThat(BadDays.read(workspace(), model.itemProperty().get())).isEmpty();
    }

    @Test
    void otherItemsWithTheSameStandInAreNamed() throws IOException {
        item("Second.UserDataFunction", SCRIPT, DEFINITION);
        item("Third.UserDataFunction", "x = 1\n", "{}");
        choose("Lake");
        choose("Sales");
        assertThat(connections.otherItemsProperty().get()).containsExactly("Second");
    }

    @Test
    void aDamagedFileOfTheWorkspaceIsTold() throws IOException {
        Path bindings = workspace().bindingsFile(model.itemProperty().get());
        Files.createDirectories(bindings.getParent());
        Files.writeString(bindings, "{nonsense");
        connections.refresh();
        assertThat(model.notices().shown().getFirst().text()).contains("bindings.json");
    }
}
