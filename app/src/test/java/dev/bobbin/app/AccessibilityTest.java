package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.command.Command;
import dev.bobbin.app.data.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Every panel and page of the window for people who see little, hear what is on the screen, or use no mouse. */
class AccessibilityTest {

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

    private static final int MOST_STOPS = 120;

    /** Pixels of a ring around the smallest control, at least. */
    private static final int RING = 40;

    /** WCAG 2.2, 1.4.11 and 2.4.13: what shows the focus stands out from what was there by 3 to 1. */
    private static final double CONTRAST = 3;

    private @TempDir Path folder;
    private BenchDriver bench;

    @BeforeEach
    void openItem() throws Exception {
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
        bench = BenchDriver.open(folder, Optional.of(item));
        until(() -> bench.exists("#field-pieces"));
    }

    @AfterEach
    void closeWindow() throws Exception {
        bench.close();
    }

    private static <T> T onFx(Callable<T> action) throws Exception {
        return WaitForAsyncUtils.asyncFx(action).get();
    }

    /** Chooses a command in its menu. */
    private void give(Command command) throws Exception {
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

    private Scene scene() {
        return bench.focused().getScene();
    }

    /** Visits every panel, page and place of the data browser, and looks at each. */
    private void everywhere(Look look) throws Exception {
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
        look.at("connections");
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

    private interface Look {
        void at(String what) throws Exception;
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

    @Test
    void everyControlThatTakesTheKeyboardHasANameAndARole() throws Exception {
        Set<String> wrong = new LinkedHashSet<>();
        everywhere(what -> onFx(() -> wrong.addAll(nameless(what))));
        assertThat(wrong).isEmpty();
    }

    private List<String> nameless(String where) {
        List<String> found = new ArrayList<>();
        Set<Node> labelled = new LinkedHashSet<>();
        shown(scene().getRoot()).forEach(node -> {
            if (node instanceof Label label && label.getLabelFor() != null) {
                labelled.add(label.getLabelFor());
            }
        });
        for (Node node : shown(scene().getRoot())) {
            boolean named = isWritten(node.getAccessibleText())
                    || node instanceof Labeled labeled && isWritten(labeled.getText())
                    || labelled.contains(node);
            boolean role = node.getAccessibleRole() != AccessibleRole.NODE
                    && node.getAccessibleRole() != AccessibleRole.PARENT;
            if (node.isFocusTraversable() && !(named && role)) {
                found.add(where + ": " + node + " " + node.getAccessibleRole());
            }
        }
        return found;
    }

    private static boolean isWritten(String text) {
        return text != null && !text.isBlank();
    }

    /** What is to be seen below a node, itself included. */
    private static List<Node> shown(Node node) {
        List<Node> found = new ArrayList<>();
        if (node.isVisible()) {
            found.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> found.addAll(shown(child)));
            }
        }
        return found;
    }

    @Test
    void whatHasTheKeyboardIsSeenToHaveIt() throws Exception {
        Set<String> unseen = new LinkedHashSet<>();
        Set<Node> told = new LinkedHashSet<>();
        everywhere(what -> onFx(() -> {
            for (Node stop : unseenStops()) {
                if (told.add(stop)) {
                    unseen.add(what + ": " + stop + " " + stop.getAccessibleText());
                }
            }
            return what;
        }));
        assertThat(unseen).isEmpty();
    }

    /** Goes through all places where Tab stops; each must look different as soon as Tab has left it. */
    private List<Node> unseenStops() {
        List<Node> unseen = new ArrayList<>();
        List<Node> shown = shown(scene().getRoot());
        // Scroll panes keep pictures of what is in them until the next frame.
        shown.forEach(node -> node.setCache(false));
        Optional<Node> page = shown.stream()
                .filter(node -> node.getStyleClass().stream().anyMatch(Set.of("overlay", "palette")::contains))
                .findFirst();
        Set<Node> seen = new LinkedHashSet<>();
        Node start = scene().getFocusOwner();
        Node stop = start;
        stop.requestFocusTraversal(TraversalDirection.NEXT);
        stop = scene().getFocusOwner();
        scene().getRoot().layout();
        while (stop != null && seen.add(stop) && seen.size() < MOST_STOPS) {
            Rectangle2D place = around(stop);
            Image focused = picture(place);
            stop.requestFocusTraversal(TraversalDirection.NEXT);
            scene().getRoot().layout();
            // The editor shows its caret.
            boolean behind = page.isPresent() && !shown(page.get()).contains(stop);
            if (!behind && !"editor".equals(stop.getId()) && differing(focused, picture(place)) < RING) {
                unseen.add(stop);
            }
            stop = scene().getFocusOwner();
        }
        start.requestFocus();
        return unseen;
    }

    private static Rectangle2D around(Node node) {
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        return new Rectangle2D(
                bounds.getMinX() - 3, bounds.getMinY() - 3, bounds.getWidth() + 6, bounds.getHeight() + 6);
    }

    private Image picture(Rectangle2D place) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setViewport(place);
        return scene().getRoot().snapshot(parameters, null);
    }

    private static int differing(Image one, Image other) {
        PixelReader first = one.getPixelReader();
        PixelReader second = other.getPixelReader();
        int count = 0;
        for (int y = 0; y < Math.min(one.getHeight(), other.getHeight()); y++) {
            for (int x = 0; x < Math.min(one.getWidth(), other.getWidth()); x++) {
                if (contrast(first.getColor(x, y), second.getColor(x, y)) >= CONTRAST) {
                    count++;
                }
            }
        }
        return count;
    }

    private static double contrast(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** Source: WCAG 2.2, "relative luminance". */
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    @Test
    void theKeyboardGoesFromPanelToPanel() throws Exception {
        bench.robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        List<String> panels = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            panels.add(panel());
            bench.robot.push(KeyCode.F6);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertThat(panels).doesNotHaveDuplicates();
        assertThat(panel()).as("around").isEqualTo(panels.getFirst());
        bench.robot.push(KeyCode.SHIFT, KeyCode.F6);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(panel()).isEqualTo(panels.getLast());

        bench.robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        until(() -> "data-tree".equals(bench.focused().getId()));
    }

    /** Which panel the keyboard is in. */
    private String panel() {
        Node node = bench.focused();
        while (node.getParent() != null && !node.getParent().getStyleClass().contains("split-pane")) {
            node = node.getParent();
        }
        return node.toString();
    }

    @Test
    void atTwiceTheSizeEverythingIsStillInTheWindow() throws Exception {
        for (int i = 0; i < 10; i++) {
            give(Command.ZOOM_IN);
        }
        for (String part : List.of(".menu-bar", "#functions", "#function-selector", "#output-tabs", "#run", "#stop")) {
            until(() -> isInside(bench.robot.lookup(part).query()));
        }
        assertThat(bench.robot.lookup("#field-pieces").query().isVisible()).isTrue();
        give(Command.ZOOM_RESET);
        double width = onFx(
                () -> bench.robot.lookup("#functions").query().getLayoutBounds().getWidth());
        assertThat(width).as("the panel has its size again").isBetween(220.0, 260.0);
    }

    private boolean isInside(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getMinX() >= -1
                && bounds.getMaxX() <= scene().getWidth() + 1
                && bounds.getMinY() >= -1
                && bounds.getMaxY() <= scene().getHeight() + 1
                && bounds.getWidth() > 40;
    }
}
