package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;

import dev.bobbin.app.command.Command;
import dev.bobbin.app.l10n.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** A window that pictures are made of: an item is opened in it, run, and each part brought to the front. */
abstract class PicturedWindow {

    /** The folder for the pictures. */
    private static final String FOLDER = System.getProperty("bobbin.pictures", "target/pictures");

    private static final String LANGUAGE = System.getProperty("bobbin.pictures.language", "en");

    /** The looks that are wanted, with commas between them; all when there are none. */
    private static final Set<String> LOOKS = Set.of(
                    System.getProperty("bobbin.pictures.looks", "").split(","))
            .stream()
            .filter(look -> !look.isBlank())
            .collect(Collectors.toSet());

    @TempDir
    Path folder;

    final PictureBook book = new PictureBook(Path.of(FOLDER), LANGUAGE, LOOKS);
    BenchDriver bench;
    SteadyRobot robot;
    Rounds rounds;

    @BeforeEach
    void makeSettings() throws Exception {
        // As users have it.
        BenchDriver.prefer(folder, Map.of("language", LANGUAGE, "engine", "embedded"));
    }

    @AfterEach
    void closeWindow() throws Exception {
        bench.close();
        Messages.use("en");
    }

    final void takeTabs(String name) throws Exception {
        for (int i = 0; i < outputTabs().getTabs().size(); i++) {
            int tab = i;
            onFx(() -> outputTabs().getSelectionModel().select(tab));
            String id = outputTabs().getTabs().get(i).getId();
            take(name + "-" + i + (id == null ? "" : "-" + id.replace("tab-", "")));
        }
        onFx(() -> outputTabs().getSelectionModel().selectFirst());
    }

    final void takeWays(String name) throws Exception {
        for (String way : List.of("TEXT", "TREE", "TABLE", "CHART", "PICTURE", "PIECES")) {
            if (bench.exists("#output-way-" + way)) {
                fire("#output-way-" + way);
                take(name + "-" + way.toLowerCase(Locale.ROOT));
            }
        }
    }

    final void openSample(String id) throws Exception {
        open(Optional.empty());
        until(() -> bench.exists("#sample-" + id));
        fire("#sample-" + id);
        until(() -> bench.exists("#function-selector")
                && robot.lookup("#function-selector").queryComboBox().getValue() != null);
    }

    final void open(Optional<Path> item) throws Exception {
        bench = BenchDriver.open(folder, item);
        robot = bench.robot;
        rounds = new Rounds(bench);
        // Nothing shall lie under the pointer.
        robot.moveTo(new Point2D(1919, 1079));
        book.prepare(bench);
    }

    final void choose(String function) throws Exception {
        ComboBox<Object> selector = robot.lookup("#function-selector").queryComboBox();
        until(() -> selector.getItems().contains(function));
        onFx(() -> selector.setValue(function));
    }

    final void run() throws Exception {
        Object before = bench.exists("#status-badge") ? bench.text("#status-badge") : "";
        rounds.give(Command.RUN);
        until(() -> bench.exists("#status-badge")
                && !running()
                && !bench.text("#status-badge").equals(before));
    }

    final boolean running() {
        return !robot.lookup("#stop").query().isDisabled();
    }

    final void front(String id) throws Exception {
        onFx(() -> outputTabs().getTabs().stream()
                .filter(tab -> ("tab-" + id).equals(tab.getId()))
                .forEach(outputTabs().getSelectionModel()::select));
    }

    final TabPane outputTabs() {
        return robot.lookup("#output-tabs").queryAs(TabPane.class);
    }

    final int items(String query) {
        return bench.exists(query)
                ? robot.lookup(query).queryTableView().getItems().size()
                : 0;
    }

    final void selectFirst(String query) throws Exception {
        Node list = robot.lookup(query).query();
        onFx(() -> {
            switch (list) {
                case TableView<?> table -> table.getSelectionModel().selectFirst();
                case ListView<?> rows -> rows.getSelectionModel().selectFirst();
                default -> throw new IllegalArgumentException(query);
            }
        });
    }

    final void fire(String query) throws Exception {
        Node node = robot.lookup(query).query();
        if (node instanceof MenuButton menu) {
            onFx(menu::show);
        } else {
            onFx(((ButtonBase) node)::fire);
        }
    }

    final void take(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        book.take(bench, name);
    }

    static void onFx(Runnable action) throws Exception {
        WaitForAsyncUtils.asyncFx(action).get();
        WaitForAsyncUtils.waitForFxEvents();
    }
}
