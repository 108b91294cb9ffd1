package dev.bobbin.app.fx;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The system's dialogs that ask for files and folders. They start where one was last in that window, at first in the folder of
 * what it has open. Whether that folder is there is found out in the background before the dialog comes: on a drive that does
 * not answer, asking takes minutes.
 */
public final class FileDialogs {

    /** Text files that hold tables. */
    public static final FileChooser.ExtensionFilter DELIMITED =
            new FileChooser.ExtensionFilter("CSV", "*.csv", "*.tsv", "*.txt");

    /** How long a drive may take to say whether a folder is there. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Asks for a file to write, as {@link #save} does. */
    @FunctionalInterface
    public interface Save {

        /** @param name to suggest @param chosen not called when the user changed their mind */
        void ask(Window window, String title, String name, Consumer<Path> chosen, FileChooser.ExtensionFilter... kinds);
    }

    private static final Object PLACE = new Object();

    /** Where the dialogs of a window start. */
    private record Place(Path folder, TaskRunner tasks) {

        Place in(Path other) {
            return new Place(other, tasks);
        }
    }

    private FileDialogs() {}

    /** Has the dialogs of a window start in a folder, until a file is chosen in another. */
    public static void startIn(Window window, Path folder, TaskRunner tasks) {
        window.getProperties().put(PLACE, new Place(folder, tasks));
    }

    /** Asks for a file to read. @param chosen not called when the user changed their mind */
    public static void open(Node asking, String title, Consumer<Path> chosen, FileChooser.ExtensionFilter... kinds) {
        Window window = asking.getScene().getWindow();
        whenKnown(window, start -> take(window, chooser(start, title, kinds).showOpenDialog(window), chosen));
    }

    /** Asks for files to read. @param chosen see above */
    public static void openMany(
            Node asking, String title, Consumer<List<Path>> chosen, FileChooser.ExtensionFilter... kinds) {
        Window window = asking.getScene().getWindow();
        whenKnown(window, start -> {
            List<File> files = chooser(start, title, kinds).showOpenMultipleDialog(window);
            if (files != null && !files.isEmpty()) {
                take(
                        window,
                        files.getLast(),
                        _ -> chosen.accept(files.stream().map(File::toPath).toList()));
            }
        });
    }

    /** Asks for a file to write. @param name to suggest @param chosen see above */
    public static void save(
            Window window, String title, String name, Consumer<Path> chosen, FileChooser.ExtensionFilter... kinds) {
        whenKnown(window, start -> {
            FileChooser chooser = chooser(start, title, kinds);
            chooser.setInitialFileName(name);
            take(window, chooser.showSaveDialog(window), chosen);
        });
    }

    /** Asks for a folder. @param chosen see above */
    public static void folder(Window window, String title, Consumer<Path> chosen) {
        whenKnown(window, start -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(title);
            start.map(Path::toFile).ifPresent(chooser::setInitialDirectory);
            take(window, chooser.showDialog(window), chosen);
        });
    }

    private static FileChooser chooser(Optional<Path> start, String title, FileChooser.ExtensionFilter... kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().addAll(kinds);
        start.map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    /**
     * Finds out where a dialog starts: the toolkit refuses a folder that is not there, so in the nearest one that is, and
     * where the system thinks best when that is not known in time.
     */
    static void whenKnown(Window window, Consumer<Optional<Path>> dialog) {
        if (!(window.getProperties().get(PLACE) instanceof Place place)) {
            dialog.accept(Optional.empty());
            return;
        }
        AtomicBoolean shown = new AtomicBoolean();
        Consumer<Optional<Path>> once = start -> {
            if (shown.compareAndSet(false, true)) {
                dialog.accept(start);
            }
        };
        place.tasks().run(() -> nearest(place.folder()), once, _ -> once.accept(Optional.empty()));
        place.tasks().later(PATIENCE, () -> once.accept(Optional.empty()));
    }

    private static Optional<Path> nearest(Path wanted) {
        Path folder = wanted.toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        return Optional.ofNullable(folder);
    }

    private static void take(Window window, @Nullable File file, Consumer<Path> chosen) {
        if (file != null) {
            Path path = file.toPath();
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null && window.getProperties().get(PLACE) instanceof Place place) {
                window.getProperties().put(PLACE, place.in(folder));
            }
            chosen.accept(path);
        }
    }
}
