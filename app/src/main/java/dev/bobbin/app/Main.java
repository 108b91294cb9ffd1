package dev.bobbin.app;

import static dev.bobbin.app.l10n.Messages.text;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts the bench. Its one argument, which may be missing, is an item folder to open. */
public final class Main {

    /** Exit code of a start that could not show a window: the command line's code for wrong use. */
    private static final int NO_WINDOW = 2;

    private Main() {}

    /** @param arguments an item folder, or nothing */
    public static void main(String[] arguments) {
        StartupReport report = StartupReport.ofThisProcess();
        Optional<String> obstacle = Display.obstacle(System.getProperties(), System.getenv());
        if (obstacle.isPresent()) {
            refuse(obstacle.get());
            return;
        }
        Windows windows = Windows.real();
        Wiring first = windows.prepare(report);
        try {
            Platform.startup(() -> first.showWindow(
                    new Stage(), arguments.length == 0 ? Optional.empty() : Optional.of(Path.of(arguments[0]))));
        } catch (UnsupportedOperationException e) {
            first.close();
            windows.closed(first);
            refuse(text("display.failed", String.valueOf(e.getMessage())));
        }
    }

    private static void refuse(String reason) {
        System.err.println(reason);
        System.err.println();
        System.err.println(text("display.commandLine"));
        System.exit(NO_WINDOW);
    }
}
