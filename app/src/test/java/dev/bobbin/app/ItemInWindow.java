package dev.bobbin.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests on a window with one item open. A test makes the item, adds what belongs to it, and shows the window. */
abstract class ItemInWindow {

    /** Holds the item's workspace "work", and the settings. */
    @TempDir
    Path folder;

    /** The item's folder. */
    Path item;

    BenchDriver bench;
    SteadyRobot robot;

    final void makeItem(String name, String script) throws IOException {
        item = BenchDriver.item(folder, name, script);
    }

    final void showWindow() throws Exception {
        bench = BenchDriver.open(folder, Optional.of(item));
        robot = bench.robot;
    }

    /** Brings a tab of the output to the front. @param id without {@code tab-} */
    final void front(String id) {
        TabPane tabs = robot.lookup("#output-tabs").queryAs(TabPane.class);
        robot.interact(() -> tabs.getTabs().stream()
                .filter(tab -> ("tab-" + id).equals(tab.getId()))
                .findFirst()
                .ifPresentOrElse(
                        tabs.getSelectionModel()::select,
                        () -> tabs.getSelectionModel().selectFirst()));
    }

    @AfterEach
    void closeWindow() throws Exception {
        if (bench != null) {
            bench.close();
        }
    }
}
