package dev.bobbin.packaging.bench.window;

import static dev.bobbin.packaging.bench.window.WindowDriver.isThere;
import static dev.bobbin.packaging.bench.window.WindowDriver.node;
import static dev.bobbin.packaging.bench.window.WindowDriver.onFx;
import static dev.bobbin.packaging.bench.window.WindowDriver.select;
import static dev.bobbin.packaging.bench.window.WindowDriver.showTab;
import static dev.bobbin.packaging.bench.window.WindowDriver.until;

import dev.bobbin.app.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/** Main class of a window that is measured: it opens an item and does to it what users and floods do. */
public final class WindowScenarios {

    /** What is done, each in a window of its own. */
    public enum Part {
        /** Keys, pastes, a long history, and a folder that goes away. */
        WORK,
        /** Logs and results as large as they may be. */
        FLOOD,
        /** The data browser: a large table, many files, a folder that goes away. */
        DATA
    }

    private static final int HISTORY = 10_000;

    private final Path item;
    private final Figures figures;

    private WindowScenarios(Path item, Figures figures) {
        this.item = item;
        this.figures = figures;
    }

    /** @param arguments the part to do, the item folder, and the file that gets one JSON object a figure */
    public static void main(String[] arguments) throws Exception {
        Part part = Part.valueOf(arguments[0]);
        Path item = Path.of(arguments[1]);
        Main.main(new String[] {arguments[1]});
        try {
            until("the item opens", () -> isThere("#editor") && isThere("#functions"));
            new WindowScenarios(item, new Figures(Path.of(arguments[2]))).measure(part);
        } finally {
            Platform.exit();
            System.exit(0);
        }
    }

    private void measure(Part part) throws Exception {
        // The item is read and coloured for a while after it is shown: that is no part of what is measured here.
        select("hello");
        switch (part) {
            case WORK -> {
                Typing.measure(figures);
                figures.held("a history of 10,000 runs, searched", WindowScenarios::history);
                figures.held("the item's folder gone and back, in a workspace of 200 items", this::disappear);
                Pastes.measure(figures);
            }
            case FLOOD -> Floods.measure(figures);
            case DATA -> new LargeData(item, figures).measure();
        }
    }

    private static void history() throws InterruptedException {
        showTab("tab-history");
        until(
                "the history is listed",
                () -> isThere("#history")
                        && node("#history", TableView.class).getItems().size() >= HISTORY);
        onFx(() -> {
            node("#history-search", TextField.class).setText("9999");
            return true;
        });
        until(
                "the history is searched",
                () -> node("#history", TableView.class).getItems().size() < HISTORY);
    }

    private void disappear() throws Exception {
        Path away = item.resolveSibling("away");
        Files.move(item, away);
        until("the folder is missed", () -> isThere(".notice-error"));
        Files.move(away, item);
    }
}
