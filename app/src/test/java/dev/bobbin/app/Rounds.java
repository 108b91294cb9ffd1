package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;

import dev.bobbin.app.command.Command;
import dev.bobbin.app.data.page.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.testfx.util.WaitForAsyncUtils;

/** Goes through every panel and page of the window, and every place of the data browser, on an item with one of each kind. */
final class Rounds {

    private static final String SCRIPT = """
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.connection(argName="db", alias="Sales")
            @udf.connection(argName="lake", alias="Lake")
            @udf.connection(argName="values", alias="Library")
            @udf.generic_connection(argName="vault", audienceType="KeyVault")
            @udf.generic_connection(argName="store", audienceType="CosmosDB")
            @udf.function()
            def count(db: fn.FabricSqlConnection, lake: fn.FabricLakehouseClient, values: fn.FabricVariablesClient,
                      vault: fn.FabricItem, store: fn.FabricItem, pieces: int, name: str, rows: list, sure: bool) -> int:
                return 1
            """;

    /** They bring pages over the window. */
    private static final List<Command> PAGES = List.of(
            Command.SETTINGS, Command.PROFILE, Command.PERSONAS, Command.DIFFERENCES, Command.ABOUT, Command.PALETTE);

    private final BenchDriver bench;

    Rounds(BenchDriver bench) {
        this.bench = bench;
    }

    /** Looks at what the window shows. */
    interface Look {
        /** @param what names it */
        void at(String what) throws Exception;
    }

    /** Makes the item. @param folder a temporary folder @return the item's folder */
    static Path item(Path folder) throws IOException {
        Path item = Files.createDirectories(folder.resolve("work/Shop.UserDataFunction"));
        Files.writeString(item.resolve("function_app.py"), SCRIPT);
        Path standIns = Files.createDirectories(folder.resolve("work/.bobbin/standins"));
        Path sales = Files.createDirectories(standIns.resolve("Sales.sqldb"));
        Files.writeString(sales.resolve("seed.sql"), "CREATE TABLE dbo.Orders (Id INT NOT NULL)");
        Files.createDirectories(standIns.resolve("Lake.lakehouse/Files/raw"));
        Files.writeString(standIns.resolve("vault.secrets.json"), "{\"api-key\": \"s3cret\"}");
        Files.writeString(standIns.resolve("Library.variables.json"), "{\"Days\": 5}");
        Path seed = Files.createDirectories(standIns.resolve("store.cosmos/seed/shop"));
        Files.writeString(seed.resolve("orders.json"), "[{\"id\": \"1\"}]");
        Files.createDirectories(standIns.resolve("Parcels.events"));
        return item;
    }

    private static <T> T onFx(Callable<T> action) throws Exception {
        return WaitForAsyncUtils.asyncFx(action).get();
    }

    /** Chooses a command in its menu. */
    void give(Command command) throws Exception {
        MenuBar bar = bench.robot.lookup(".menu-bar").queryAs(MenuBar.class);
        onFx(() -> {
            bar.getMenus().stream()
                    .flatMap(menu -> menu.getItems().stream())
                    .filter(item -> command.title().equals(item.getText()))
                    .forEach(MenuItem::fire);
            return command;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Visits every panel, page and place of the data browser, and looks at each. */
    void go(Look look) throws Exception {
        look.at("the script");
        TabPane output = bench.robot.lookup("#output-tabs").queryAs(TabPane.class);
        for (int i = 0; i < output.getTabs().size(); i++) {
            int tab = i;
            onFx(() -> {
                output.getSelectionModel().select(tab);
                return tab;
            });
            WaitForAsyncUtils.waitForFxEvents();
            look.at("output tab " + output.getTabs().get(i).getText());
        }
        bench.robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        until(() -> bench.exists("#connection-alias"));
        ListView<?> connections = bench.robot.lookup("#connections").queryListView();
        ComboBox<?> standIn = bench.robot.lookup("#connection-target").queryComboBox();
        for (int i = 0; i < connections.getItems().size(); i++) {
            int row = i;
            onFx(() -> {
                connections.getSelectionModel().select(row);
                return row;
            });
            until(() -> !standIn.getItems().isEmpty());
            look.at("connection " + row);
        }
        bench.robot.push(KeyCode.CONTROL, KeyCode.DIGIT8);
        until(() ->
                bench.exists("#libraries") && !bench.text("#libraries-python").isEmpty());
        look.at("libraries");
        bench.robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        until(() -> bench.exists("#data-tree") && places().size() >= 6);
        for (TreeItem<Place> root : places()) {
            visit(root, look);
        }
        for (Command page : PAGES) {
            give(page);
            look.at(page.name());
            bench.robot.push(KeyCode.ESCAPE);
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private List<TreeItem<Place>> places() {
        return tree().getRoot().getChildren();
    }

    private TreeView<Place> tree() {
        return bench.robot.lookup("#data-tree").queryAs(TreeView.class);
    }

    private void visit(TreeItem<Place> place, Look look) throws Exception {
        onFx(() -> {
            place.setExpanded(true);
            tree().getSelectionModel().select(place);
            return place;
        });
        until(() -> !bench.text("#place-title").isEmpty());
        look.at("data: " + bench.text("#place-title"));
        for (TreeItem<Place> child : List.copyOf(place.getChildren())) {
            visit(child, look);
        }
    }
}
