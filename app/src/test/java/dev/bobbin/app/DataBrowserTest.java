package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.data.GridRow;
import dev.bobbin.app.data.LakeFiles;
import dev.bobbin.app.data.Place;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Data, connections and libraries as a user meets them in the real window. */
class DataBrowserTest extends ItemInWindow {

    private static final String SCRIPT = """
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.connection(argName="db", alias="Sales")
            @udf.connection(argName="lake", alias="Lake")
            @udf.generic_connection(argName="vault", audienceType="KeyVault")
            @udf.function()
            def count(db: fn.FabricSqlConnection, lake: fn.FabricLakehouseClient, vault: fn.FabricItem) -> int:
                return 1
            """;

    private static final int MANY_ROWS = 1_000_000;
    private static final int MANY_FILES = 20_000;

    private Path standIns;

    @BeforeEach
    void openItem() throws Exception {
        makeItem("Shop", SCRIPT);
        Files.writeString(
                item.resolve("definition.json"),
                "{\"connectedDataSources\": [{\"alias\": \"Sales\", \"artifactType\": \"Warehouse\"}]}");
        standIns = Files.createDirectories(folder.resolve("work/.bobbin/standins"));
        Path sales = Files.createDirectories(standIns.resolve("Sales.warehouse"));
        Files.writeString(
                sales.resolve("seed.sql"),
                "CREATE TABLE dbo.Orders (Id INT NOT NULL, Customer VARCHAR(20) NULL);\n"
                        + "INSERT INTO dbo.Orders VALUES (1, 'Ada'), (2, 'Bob')");
        Files.createDirectories(standIns.resolve("Lake.lakehouse/Files/raw"));
        Files.writeString(standIns.resolve("Lake.lakehouse/Files/raw/prices.csv"), "item,price\nTea,3\n");
        Files.writeString(standIns.resolve("vault.secrets.json"), "{\"api-key\": \"s3cret\"}");
        showWindow();
        until(() -> bench.exists("#function-selector"));
        until(() -> "count"
                .equals(robot.lookup("#function-selector").queryComboBox().getValue()));
    }

    private void open(KeyCode number) {
        robot.push(KeyCode.CONTROL, number);
    }

    private TreeView<Place> tree() {
        return robot.lookup("#data-tree").queryAs(TreeView.class);
    }

    /** Chooses a place as somebody with a keyboard would find it: by opening what leads to it. */
    private void choose(String... path) throws Exception {
        until(() ->
                bench.exists("#data-tree") && !tree().getRoot().getChildren().isEmpty());
        for (String name : path) {
            until(() -> item(tree().getRoot(), name) != null);
            TreeItem<Place> found = item(tree().getRoot(), name);
            onFx(() -> {
                found.setExpanded(true);
                tree().getSelectionModel().select(found);
            });
        }
    }

    private static @Nullable TreeItem<Place> item(TreeItem<Place> below, String name) {
        for (TreeItem<Place> child : below.getChildren()) {
            String label =
                    switch (child.getValue()) {
                        case Place.Root root -> root.standIn().name();
                        case Place.Table table -> table.table().qualifiedName();
                        case Place.Folder place -> place.name();
                        case Place.Container container -> container.container();
                        case Place.Note note -> note.words();
                    };
            TreeItem<Place> found = label.equals(name) ? child : item(child, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static void onFx(Runnable action) throws Exception {
        WaitForAsyncUtils.asyncFx(action).get();
    }

    private TableView<GridRow> rows(String id) {
        return robot.lookup(id).queryTableView();
    }

    private void otherProgramsChangesAreSeenAndTakeNothingFromWhoWritesInACell() throws Exception {
        onFx(() -> {
            rows("#data-rows").requestFocus();
            rows("#data-rows")
                    .getSelectionModel()
                    .select(0, rows("#data-rows").getColumns().getLast());
        });
        robot.write("Eve");
        until(() -> bench.focused() instanceof TextField);
        run("INSERT INTO dbo.Orders VALUES (3, 'Zoe')");
        Files.writeString(standIns.resolve("Prices.variables.json"), "{}");
        until(() -> item(tree().getRoot(), "Prices") != null);
        assertThat(bench.focused()).isInstanceOf(TextField.class);
        assertThat(((TextField) bench.focused()).getText()).isEqualTo("Eve");
        robot.push(KeyCode.ESCAPE);
        until(() -> rows("#data-rows").getItems().size() == 3);
        run("DELETE FROM dbo.Orders WHERE Id = 3");
        until(() -> rows("#data-rows").getItems().size() == 2);
    }

    /** Runs a statement as another program would. */
    private void run(String statement) throws Exception {
        StandIn.Sql sales = new StandIn.Sql("Sales", StandIn.SqlKind.WAREHOUSE, standIns.resolve("Sales.warehouse"));
        try (SqlSession session = SqlDatabase.of(sales).connectAsOwner()) {
            session.execute(statement, List.of());
            session.commit();
        }
    }

    @Test
    void rowsAreFilteredAndSortedWithTheKeyboardInTablesAndResults() throws Exception {
        open(KeyCode.DIGIT6);
        choose("Sales", "dbo.Orders");
        until(() -> bench.exists("#data-rows") && rows("#data-rows").getItems().size() == 2);
        otherProgramsChangesAreSeenAndTakeNothingFromWhoWritesInACell();
        onFx(() -> rows("#data-rows").requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.F);
        until(() -> "data-filter".equals(bench.focused().getId()));
        robot.write("BO");
        until(() -> rows("#data-rows").getItems().size() == 1);
        assertThat(rows("#data-rows").getItems().getFirst().cells()).containsExactly("2", "Bob");
        assertThat(bench.text("#data-summary")).startsWith("1 of 2 rows");
        robot.push(KeyCode.ESCAPE);
        until(() -> rows("#data-rows").getItems().size() == 2);
        TableView<GridRow> table = rows("#data-rows");
        onFx(() -> {
            table.requestFocus();
            table.getFocusModel().focus(0, table.getColumns().get(1));
        });
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DOWN);
        until(() -> "Bob".equals(table.getItems().getFirst().cell(1)));
        assertThat(table.getSortOrder().getFirst()).isSameAs(table.getColumns().get(1));
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DOWN);
        until(() -> "Ada".equals(table.getItems().getFirst().cell(1)));
        assertThat(table.getSortOrder()).as("as they came").isEmpty();

        choose("Sales");
        until(() -> bench.exists("#query"));
        robot.clickOn("#query").push(KeyCode.CONTROL, KeyCode.A).write("SELECT Customer FROM dbo.Or");
        // The keyboard stays here, and what is offered are the tables of this database.
        robot.push(KeyCode.CONTROL, KeyCode.SPACE);
        until(() -> bench.exists("#completion"));
        robot.push(KeyCode.ENTER);
        until(() -> bench.area("#query").getText().equals("SELECT Customer FROM dbo.Orders"));
        until(() -> bench.isColoured("#query", "code-keyword"));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> bench.exists("#query-rows"));
        onFx(() -> rows("#query-rows").requestFocus());
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        until(() -> bench.exists("#sort-menu"));
        assertThat(sortMenu().getItems().getFirst().getText()).isEqualTo("Customer");
        // Sort by > Customer > Descending
        robot.push(KeyCode.DOWN)
                .push(KeyCode.RIGHT)
                .push(KeyCode.RIGHT)
                .push(KeyCode.DOWN)
                .push(KeyCode.ENTER);
        until(() -> "Bob".equals(rows("#query-rows").getItems().getFirst().cell(0)));
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.UP);
        until(() -> "Ada".equals(rows("#query-rows").getItems().getFirst().cell(0)));
        robot.push(KeyCode.CONTROL, KeyCode.F).write("ada");
        until(() -> rows("#query-rows").getItems().size() == 1);
        assertThat(bench.text("#query-summary")).isEqualTo("1 of 2 rows");
    }

    private Menu sortMenu() {
        return (Menu) rows("#query-rows").getContextMenu().getItems().getFirst();
    }

    @Test
    void aQueryRunsAndACellIsEditedFromTheKeyboardAndUndone() throws Exception {
        open(KeyCode.DIGIT6);
        choose("Sales");
        until(() -> bench.exists("#query"));
        robot.clickOn("#query").push(KeyCode.CONTROL, KeyCode.A).write("SELECT COUNT(*) AS n FROM dbo.Orders");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> bench.exists("#query-rows"));
        assertThat(rows("#query-rows").getItems().getFirst().cells()).containsExactly("2");
        assertThat(bench.exists("#notice-trust")).as("the function was not run").isFalse();

        choose("Sales", "dbo.Orders");
        until(() -> bench.exists("#data-rows") && rows("#data-rows").getItems().size() == 2);
        until(() -> rows("#data-rows").getItems().getFirst().there());
        TableView<GridRow> table = rows("#data-rows");
        onFx(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0, table.getColumns().get(1));
            table.getFocusModel().focus(0, table.getColumns().get(1));
        });
        robot.push(KeyCode.F2);
        until(() -> bench.focused() instanceof TextField);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("Grace").push(KeyCode.ENTER);
        until(() -> "Grace".equals(rows("#data-rows").getItems().getFirst().cell(1)));
        until(() -> table.getFocusModel().getFocusedCell().getRow() == 0
                && table.getFocusModel().getFocusedCell().getColumn() == 1);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> "Ada".equals(rows("#data-rows").getItems().getFirst().cell(1)));
        until(() -> bench.focused() == table);
        robot.write("Lin").push(KeyCode.ENTER);
        until(() -> "Lin".equals(rows("#data-rows").getItems().getFirst().cell(1)));

        onFx(() -> {
            table.requestFocus();
            table.getFocusModel().focus(0, table.getColumns().getFirst());
        });
        robot.push(KeyCode.F2);
        until(() -> bench.focused() instanceof TextField);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("many").push(KeyCode.ENTER);
        until(() -> bench.exists("#data-problem"));
        assertThat(bench.text("#data-problem")).contains("many");

        // Below the rows, where it moves nothing; it has been read when Escape is pressed.
        assertThat(top("#data-problem")).isGreaterThan(top("#data-rows"));
        // What was typed can be mended.
        until(() ->
                bench.focused() instanceof TextField field && field.getText().equals("many"));
        robot.push(KeyCode.ESCAPE);
        until(() -> !bench.exists("#data-problem"));
        until(() -> bench.focused() == table);
    }

    private double top(String query) {
        Node node = robot.lookup(query).query();
        return node.localToScene(node.getBoundsInLocal()).getMinY();
    }

    @Test
    void filesArePreviewedAndSecretsShownOnlyOnRequest() throws Exception {
        open(KeyCode.DIGIT6);
        choose("Lake", "Files", "raw");
        until(() -> bench.exists("#files")
                && robot.lookup("#files").queryTableView().getItems().size() == 1);
        onFx(() -> robot.lookup("#files").queryTableView().getSelectionModel().select(0));
        until(() -> bench.exists("#preview-rows"));
        assertThat(rows("#preview-rows").getItems().getFirst().cells()).containsExactly("Tea", "3");

        choose("vault");
        until(() -> bench.exists("#secrets")
                && !robot.lookup("#secrets").queryTableView().getItems().isEmpty());
        assertThat(robot.lookup("s3cret").tryQuery()).isEmpty();
        onFx(() -> robot.lookup("#secrets").queryTableView().getSelectionModel().select(0));
        robot.clickOn("#secret-reveal");
        until(() -> robot.lookup("s3cret").tryQuery().isPresent());
    }

    @Test
    void whatIsWrittenInDocumentsStaysUntilItIsSavedOrGivenUp() throws Exception {
        Path seed = Files.createDirectories(standIns.resolve("Store.cosmos/seed/shop"));
        Files.writeString(seed.resolve("orders.json"), "[{\"id\": \"A\", \"n\": 1}, {\"id\": \"B\", \"n\": 2}]");
        Files.writeString(seed.resolve("orders.settings.json"), "{\"partitionKey\": {\"paths\": [\"/id\"]}}");
        open(KeyCode.DIGIT6);
        choose("Store", "orders");
        until(() -> bench.exists("A") && bench.exists("B"));
        robot.clickOn("A");
        until(() -> document().contains("\"A\""));
        assertThat(robot.lookup("#document-save").query().isDisabled()).isTrue();
        robot.clickOn("#document-editor").push(KeyCode.CONTROL, KeyCode.A).write("mine");
        robot.clickOn("B");
        until(() -> document().contains("\"B\""));
        assertThat(bench.exists("• A")).as("the list marks it").isTrue();
        assertThat(bench.exists("• B")).isFalse();
        robot.clickOn("#document-add");
        until(() -> document().equals("{\n  \"id\": \"\"\n}"));
        robot.push(KeyCode.CONTROL, KeyCode.A).write("new");

        // Neither another place nor another question to the container takes it away.
        choose("vault");
        until(() -> bench.exists("#secrets"));
        choose("orders");
        until(() -> document().equals("new"));
        robot.clickOn("#documents-query").push(KeyCode.CONTROL, KeyCode.A).write("SELECT * FROM c WHERE c.id = 'B'");
        robot.push(KeyCode.ENTER);
        until(() -> !bench.exists("• A"));
        robot.clickOn(robot.from(robot.lookup("#documents-unsaved")).lookup("A").<Node>query());
        until(() -> document().equals("mine"));
        onFx(() -> robot.window(0).fireEvent(new WindowEvent(robot.window(0), WindowEvent.WINDOW_CLOSE_REQUEST)));
        until(() -> bench.exists("#notice-unsaved-texts"));
        assertThat(robot.window(0).isShowing()).isTrue();
        robot.push(KeyCode.ESCAPE);

        robot.clickOn("#document-discard");
        until(() -> document().contains("\"n\""));
        assertThat(robot.from(robot.lookup("#documents-unsaved")).lookup("A").tryQuery())
                .isEmpty();
        robot.clickOn("#document-editor").push(KeyCode.CONTROL, KeyCode.A).write("{\"id\": \"A\", \"n\": 3");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> bench.exists("#documents-problem"));
        assertThat(document()).as("what is refused stays").contains("3");
    }

    private String document() {
        return bench.exists("#document-editor") ? bench.area("#document-editor").getText() : "";
    }

    @Test
    void whatChangedSinceASnapshotIsListedAndASecretIsChangedMaskedAndUndone() throws Exception {
        open(KeyCode.DIGIT6);
        choose("vault");
        until(() -> bench.exists("#secrets") && bench.exists("#snapshots"));
        MenuButton snapshots = robot.lookup("#snapshots").queryAs(MenuButton.class);
        onFx(() -> snapshots.getItems().getFirst().fire());
        until(() -> bench.focused() instanceof TextField);
        robot.write("before").push(KeyCode.ENTER);
        until(() -> snapshots.getItems().stream().anyMatch(item -> "before".equals(item.getText())));

        TableView<?> secrets = robot.lookup("#secrets").queryTableView();
        until(() -> !secrets.getItems().isEmpty());
        onFx(() -> {
            secrets.requestFocus();
            secrets.getSelectionModel().select(0);
        });
        robot.push(KeyCode.F2);
        until(() -> bench.focused() instanceof PasswordField);
        robot.write("other").push(KeyCode.ENTER);
        Path vault = standIns.resolve("vault.secrets.json");
        until(() -> Files.readString(vault).contains("other"));
        onFx(() -> snapshots.getItems().stream()
                .filter(item -> "before".equals(item.getText()))
                .forEach(item -> ((Menu) item).getItems().get(1).fire()));
        until(() -> bench.exists("#since"));
        until(() -> bench.text("#since-summary").equals("1 change"));
        assertThat(robot.lookup("#since-changes").queryListView().getItems().toString())
                .contains("api-key")
                .doesNotContain("other", "s3cret");

        robot.push(KeyCode.ESCAPE);
        until(() -> !bench.exists("#since"));
        onFx(secrets::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> Files.readString(vault).replaceAll("\\s", "").equals("{\"api-key\":\"s3cret\"}"));
    }

    @Test
    void aConnectionIsRenamedInTheCodeGivenABadDayAndItsDataShown() throws Exception {
        open(KeyCode.DIGIT7);
        until(() -> bench.exists("#connections"));
        ListView<?> list = robot.lookup("#connections").queryListView();
        until(() -> list.getItems().size() == 3);
        until(() -> bench.text("#connection-alias").equals("Sales"));
        robot.clickOn("#connection-alias")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("Turnover")
                .push(KeyCode.ENTER);
        until(() -> bench.area("#editor").getText().contains("alias=\"Turnover\""));
        until(() -> aliasOnDisk("Turnover"));
        // Undo of the code takes all of it back; redo does it again.
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2).push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> aliasOnDisk("Sales"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        until(() -> aliasOnDisk("Turnover"));
        until(() -> bench.exists("#notice-connections"));
        open(KeyCode.DIGIT7);
        until(() -> bench.text("#connection-alias").equals("Turnover"));

        ComboBox<Object> failure = robot.lookup("#bad-day-failure").queryComboBox();
        onFx(() -> failure.getSelectionModel().select(1));
        onFx(() -> robot.lookup("#bad-day-apply").queryButton().fire());
        until(() -> Files.exists(folder.resolve("work/.bobbin/items/Shop.UserDataFunction/bad-days.json")));
        until(() -> bench.exists("#status-bad-day"));
        assertThat(bench.text("#status-bad-day")).isEqualTo("Bad day: Turnover");

        onFx(() -> robot.lookup("#connection-browse").queryButton().fire());
        until(() -> bench.exists("#place-title"));
        assertThat(bench.text("#place-title")).isEqualTo("Turnover (Sales)");
    }

    @Test
    void anAliasIsBoundToANewStandInAndOneIsAdded() throws Exception {
        open(KeyCode.DIGIT7);
        until(() -> bench.exists("#connections"));
        Path bindings = folder.resolve("work/.bobbin/items/Shop.UserDataFunction/bindings.json");
        robot.clickOn("#connections").push(KeyCode.HOME);
        String alias = bench.text("#connection-alias");
        robot.clickOn("#connection-new-name").write("../evil");
        assertThat(robot.lookup("#connection-useNew").queryButton().isDisabled())
                .isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.A).write("Third");
        robot.clickOn("#connection-useNew");
        until(() -> bench.exists("#notice-connections")
                && Files.exists(bindings)
                && Files.readString(bindings).contains("\"Third\""));
        ComboBox<?> target = robot.lookup("#connection-target").queryComboBox();
        until(() -> String.valueOf(target.getValue()).contains("Third"));
        assertThat(Files.readString(bindings)).contains(alias, "Third");

        robot.clickOn("#connection-add").push(KeyCode.DOWN).push(KeyCode.ENTER);
        until(() -> bench.exists("#prompt"));
        robot.push(KeyCode.CONTROL, KeyCode.A).write("No blanks").push(KeyCode.ENTER);
        until(() -> bench.exists("#prompt-problem"));
        assertThat(bench.text("#prompt")).isEqualTo("No blanks");
        robot.write("Another").push(KeyCode.ENTER);
        until(() -> bench.text("#connection-alias").equals("Another"));
        assertThat(Files.readString(item.resolve("definition.json"))).contains("\"Another\"");
    }

    @Test
    void librariesSayWhatEachEngineHas() throws Exception {
        open(KeyCode.DIGIT8);
        until(() -> bench.exists("#library-add"));
        robot.clickOn("#library-add");
        until(() -> bench.focused() instanceof TextField);
        robot.write("no-such-library==1.0").push(KeyCode.ENTER);
        until(() -> robot.lookup("#libraries").queryTableView().getItems().size() == 1);
        onFx(() ->
                robot.lookup("#libraries").queryTableView().getSelectionModel().select(0));
        until(() -> bench.exists("#library-advice"));
        assertThat(bench.text("#library-advice")).contains("no-such-library==1.0");
    }

    /** The figures go to {@code target/fx-probe}; that the last row and the last file are reached is what is asserted. */
    private boolean aliasOnDisk(String alias) throws Exception {
        Path item = folder.resolve("work/Shop.UserDataFunction");
        return Files.readString(item.resolve("function_app.py")).contains("alias=\"" + alias + "\"")
                && Files.readString(item.resolve("definition.json")).contains("\"" + alias + "\"");
    }

    @Test
    void aMillionRowsAndManyFilesAreBrowsedToTheirEnds() throws Exception {
        StandIn.Sql sales = new StandIn.Sql("Sales", StandIn.SqlKind.WAREHOUSE, standIns.resolve("Sales.warehouse"));
        try (SqlSession session = SqlDatabase.of(sales).connectAsOwner()) {
            session.setAutocommit(false);
            session.execute("CREATE TABLE dbo.Big (Id INT NULL, Name VARCHAR(20) NULL)", List.of());
            List<@Nullable Object[]> step = new ArrayList<>();
            for (int i = 1; i <= MANY_ROWS; i++) {
                step.add(new @Nullable Object[] {(long) i, "n" + i});
                if (step.size() == 50_000) {
                    session.load("dbo.Big", List.of("Id", "Name"), step);
                    step.clear();
                }
            }
            session.commit();
        }
        Path many = Files.createDirectories(standIns.resolve("Lake.lakehouse/Files/many"));
        for (int i = 0; i < MANY_FILES; i++) {
            Files.createFile(many.resolve("f%06d.txt".formatted(i)));
        }
        try (FxProbe probe = FxProbe.start("data-browser")) {
            open(KeyCode.DIGIT6);
            choose("Sales", "dbo.Big");
            until(() ->
                    bench.exists("#data-rows") && rows("#data-rows").getItems().size() == MANY_ROWS);
            TableView<GridRow> table = rows("#data-rows");
            until(() -> table.getItems().getFirst().there());
            onFx(() -> table.scrollTo(MANY_ROWS - 1));
            until(() -> "n1000000".equals(table.getItems().get(MANY_ROWS - 1).cell(1)));

            choose("Lake", "Files", "many");
            until(() -> bench.exists("#files")
                    && robot.lookup("#files").queryTableView().getItems().size() == MANY_FILES);
            TableView<LakeFiles.Entry> files = robot.lookup("#files").queryTableView();
            onFx(() -> files.scrollTo(MANY_FILES - 1));
            robot.clickOn("#files-filter").write("019999");
            until(() -> files.getItems().size() == 1);
            assertThat(files.getItems().getFirst().name()).isEqualTo("f019999.txt");
        }
    }
}
