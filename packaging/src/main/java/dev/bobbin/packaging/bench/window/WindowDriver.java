package dev.bobbin.packaging.bench.window;

import dev.bobbin.app.functions.FunctionsViewModel;
import dev.bobbin.app.fx.HoldProbe;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/** Drives the window of this process from another thread, as a user's hands would. */
final class WindowDriver {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final long GLANCE_MILLIS = 25;
    private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");

    /** For layouts and background work that come after something has ended. */
    private static final long SETTLE_MILLIS = 1_500;

    private WindowDriver() {}

    /** Does something on the FX thread and waits for it. */
    static <T> T onFx(Callable<T> action) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Waits until something is so. */
    static void until(String what, Callable<Boolean> condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!onFx(condition)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited in vain: " + what);
            }
            Thread.sleep(GLANCE_MILLIS);
        }
    }

    static Scene scene() {
        return Window.getWindows().getFirst().getScene();
    }

    static boolean isThere(String selector) {
        return !Window.getWindows().isEmpty() && scene() != null && scene().lookup(selector) != null;
    }

    static <T extends Node> T node(String selector, Class<T> type) {
        return type.cast(scene().lookup(selector));
    }

    /** Presses a key in a node, with the key for shortcuts when wanted. */
    static void press(Node node, KeyCode code, String character, boolean shortcut) {
        Event.fireEvent(
                node, new KeyEvent(KeyEvent.KEY_PRESSED, "", code.getName(), code, false, shortcut, false, false));
        if (!shortcut) {
            Event.fireEvent(
                    node,
                    new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
        }
        Event.fireEvent(
                node, new KeyEvent(KeyEvent.KEY_RELEASED, "", code.getName(), code, false, shortcut, false, false));
    }

    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    static void select(String function) throws InterruptedException {
        onFx(() -> {
            ListView<?> list = node("#functions", ListView.class);
            for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i) instanceof FunctionsViewModel.Row one
                        && one.name().equals(function)) {
                    list.getSelectionModel().select(i);
                }
            }
            return function;
        });
        Thread.sleep(SETTLE_MILLIS);
    }

    static void showTab(String id) throws InterruptedException {
        onFx(() -> {
            TabPane tabs = node("#output-tabs", TabPane.class);
            tabs.getTabs().stream().filter(tab -> id.equals(tab.getId())).forEach(tabs.getSelectionModel()::select);
            return id;
        });
    }

    /** Runs the selected function and waits until it has ended and its result is shown. */
    static void run() throws InterruptedException {
        onFx(() -> {
            node("#run", Button.class).fire();
            return true;
        });
        Thread.sleep(SETTLE_MILLIS);
        until(
                "the run ends",
                () -> !node("#run", Button.class).getPseudoClassStates().contains(BUSY));
        Thread.sleep(SETTLE_MILLIS);
    }

    /** Something to do while the FX thread is watched. */
    interface Work {
        void run() throws Exception;
    }

    static HoldProbe.Holds watched(Work work) throws Exception {
        HoldProbe probe = HoldProbe.start();
        try {
            work.run();
            Thread.sleep(SETTLE_MILLIS);
        } catch (Exception e) {
            probe.stop();
            throw e;
        }
        return probe.stop();
    }
}
