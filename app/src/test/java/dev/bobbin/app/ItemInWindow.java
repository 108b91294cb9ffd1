package dev.bobbin.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Tests on a window with one item open. A test makes the item, adds what belongs to it, and shows the window. */
abstract class ItemInWindow {

    /** Holds the item's workspace "work", and the settings. */
    @TempDir
    Path folder;

    /** The item's folder. */
    Path item;

    BenchDriver bench;
    FxRobot robot;

    final void makeItem(String name, String script) throws IOException {
        item = BenchDriver.item(folder, name, script);
    }

    final void showWindow() throws Exception {
        bench = BenchDriver.open(folder, Optional.of(item));
        robot = bench.robot;
    }

    @AfterEach
    void closeWindow() throws Exception {
        if (bench != null) {
            bench.close();
        }
    }
}
