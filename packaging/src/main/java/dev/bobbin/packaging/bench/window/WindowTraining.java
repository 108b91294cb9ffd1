package dev.bobbin.packaging.bench.window;

import static dev.bobbin.packaging.bench.window.WindowDriver.isThere;
import static dev.bobbin.packaging.bench.window.WindowDriver.node;
import static dev.bobbin.packaging.bench.window.WindowDriver.onFx;
import static dev.bobbin.packaging.bench.window.WindowDriver.press;
import static dev.bobbin.packaging.bench.window.WindowDriver.scene;
import static dev.bobbin.packaging.bench.window.WindowDriver.until;

import dev.bobbin.app.Main;
import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.fx.Overlay;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

/**
 * Main class of a window that is trained: it shows once what people look at soon after the first page, so that the window's
 * cache holds that, too. An item is not opened: every start pays for all that the cache holds, and so does the program's size.
 */
public final class WindowTraining {

    /** What it prints in the end. */
    public static final String PROOF = "trained";

    private static final long GLANCE_MILLIS = 300;

    private WindowTraining() {}

    /** @param arguments none */
    public static void main(String[] arguments) throws Exception {
        Main.main(arguments);
        try {
            until("the first page is there", () -> isThere("#welcome-open"));
            String began = onFx(WindowTraining::engineState);
            showPage("#command-SETTINGS", "#settings");
            showPage("#command-PALETTE", "#palette");
            showCode();
            until("the engine is ready", () -> !engineState().equals(began));
            System.out.println(PROOF);
        } finally {
            Platform.exit();
            System.exit(0);
        }
    }

    private static String engineState() {
        return node("#engine-state", Label.class).getText();
    }

    private static void showPage(String button, String page) throws InterruptedException {
        onFx(() -> {
            node(button, Button.class).fire();
            return true;
        });
        until(page + " is there", () -> isThere(page));
        Thread.sleep(GLANCE_MILLIS);
        onFx(() -> {
            press(scene().getFocusOwner(), KeyCode.ESCAPE, "", false);
            return true;
        });
    }

    /** Text as editors, logs of runs and comparisons show it. */
    private static void showCode() throws InterruptedException {
        onFx(() -> {
            ReadOnlyCode code = new ReadOnlyCode("", _ -> List.of());
            code.show("code");
            return ((StackPane) scene().lookup("." + Overlay.LAYERS))
                    .getChildren()
                    .add(code);
        });
        Thread.sleep(GLANCE_MILLIS);
    }
}
