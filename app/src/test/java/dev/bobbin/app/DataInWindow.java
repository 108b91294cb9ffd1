package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;

import dev.bobbin.app.data.grid.GridRow;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.service.query.NodeQuery;

/** Tests on a window with a shop open: a warehouse with two orders, a lakehouse with one file, a vault with one secret. */
abstract class DataInWindow extends ItemInWindow {

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

    /** Where the stand-ins lie. */
    Path standIns;

    @BeforeEach
    void openShop() throws Exception {
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

    /** Shows one of the tabs beside the script. @param number data 6, connections 7, libraries 8 */
    final void open(KeyCode number) {
        robot.push(KeyCode.CONTROL, number);
    }

    final TreeView<Place> tree() {
        return robot.lookup("#data-tree").queryAs(TreeView.class);
    }

    /** Chooses a place with the mouse, and opens what leads to it with the keyboard. */
    final void choose(String... path) throws Exception {
        until(() -> bench.exists("#data-tree"));
        for (String name : path) {
            if (!isChosen(name)) {
                robot.clickOn(() -> cell(name));
                until(() -> isChosen(name));
            }
            TreeItem<Place> chosen = tree().getSelectionModel().getSelectedItem();
            if (!chosen.isLeaf() && !chosen.isExpanded()) {
                robot.push(KeyCode.RIGHT);
            }
        }
    }

    private boolean isChosen(String name) {
        TreeItem<Place> chosen = tree().getSelectionModel().getSelectedItem();
        return chosen != null && name.equals(name(chosen.getValue()));
    }

    private NodeQuery cell(String name) {
        return robot.from(tree())
                .lookup((Node node) -> node instanceof TreeCell<?> cell
                        && cell.getItem() instanceof Place place
                        && name.equals(name(place)));
    }

    private static String name(Place place) {
        return switch (place) {
            case Place.Root root -> root.standIn().name();
            case Place.Table table -> table.table().qualifiedName();
            case Place.Folder lies -> lies.name();
            case Place.Container container -> container.container();
            case Place.Note note -> note.words();
        };
    }

    final TableView<GridRow> rows(String id) {
        return robot.lookup(id).queryTableView();
    }

    /** Gives the keyboard to a cell of a table with a click; one that had it would be edited, which is given up. */
    final void click(String table, String words) {
        robot.clickOn(() -> robot.from(robot.lookup(table))
                .lookup((Node node) -> node instanceof TableCell<?, ?> cell && words.equals(cell.getText())));
        if (bench.focused() instanceof TextField) {
            robot.push(KeyCode.ESCAPE);
        }
    }

    /** Runs a statement as another program would. */
    final void runElsewhere(String statement) throws Exception {
        try (SqlSession session = SqlDatabase.of(sales()).connectAsOwner()) {
            session.execute(statement, List.of());
            session.commit();
        }
    }

    final StandIn.Sql sales() {
        return new StandIn.Sql("Sales", StandIn.SqlKind.WAREHOUSE, standIns.resolve("Sales.warehouse"));
    }
}
