package dev.bobbin.app.fx;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

    /** Texts. */
    public static final FileChooser.ExtensionFilter TEXT = new FileChooser.ExtensionFilter("TXT", "*.txt", "*.log");

    /** How long a drive may take to say whether a folder is there. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Asks for a file to write, as {@link #save} does. */
    @FunctionalInterface
    public interface Save {

        /** @param name to suggest @param chosen not called when the user changed their mind */
        void ask(Window window, String title, String name, Consumer<Path> chosen, FileChooser.ExtensionFilter... kinds);
    }

    /** What a user would choose, where no system is there to ask with a dialog of its own. */
    @FunctionalInterface
    public interface Answers {

        /** @param title what is asked for @param name what is suggested, empty when nothing is @return none: cancelled */
        List<Path> to(String title, String name);
    }

    private static final Object PLACE = new Object();
    private static final Object ANSWERS = new Object();

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

    /** Has a window answered in place of the system: a toolkit without a screen has no dialogs. */
    public static void answer(Window window, Answers answers) {
        window.getProperties().put(ANSWERS, answers);
    }

    /** Asks for a file to read. @param chosen not called when the user changed their mind */
    public static void open(Node asking, String title, Consumer<Path> chosen, FileChooser.ExtensionFilter... kinds) {
        Window window = asking.getScene().getWindow();
        whenKnown(window, start -> {
            FileChooser chooser = chooser(start, title, kinds);
            answer(window, title, "", () -> one(chooser.showOpenDialog(window)), first(chosen));
        });
    }

    /** Asks for files to read. @param chosen see above */
    public static void openMany(
            Node asking, String title, Consumer<List<Path>> chosen, FileChooser.ExtensionFilter... kinds) {
        Window window = asking.getScene().getWindow();
        whenKnown(window, start -> {
            FileChooser chooser = chooser(start, title, kinds);
            answer(window, title, "", () -> many(chooser.showOpenMultipleDialog(window)), chosen);
        });
    }

    /** Asks for a file to write. @param name to suggest @param chosen see above */
    public static void save(
            Window window, String title, String name, Consumer<Path> chosen, FileChooser.ExtensionFilter... kinds) {
        whenKnown(window, start -> {
            FileChooser chooser = chooser(start, title, kinds);
            chooser.setInitialFileName(name);
            answer(window, title, name, () -> one(chooser.showSaveDialog(window)), first(chosen));
        });
    }

    /** Asks for a folder. @param chosen see above */
    public static void folder(Window window, String title, Consumer<Path> chosen) {
        whenKnown(window, start -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(title);
            start.map(Path::toFile).ifPresent(chooser::setInitialDirectory);
            answer(window, title, "", () -> one(chooser.showDialog(window)), first(chosen));
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

    /** Hands on what is chosen in a dialog, or by who answers in its place. */
    private static void answer(
            Window window, String title, String name, Supplier<List<Path>> dialog, Consumer<List<Path>> chosen) {
        List<Path> files =
                window.getProperties().get(ANSWERS) instanceof Answers answers ? answers.to(title, name) : dialog.get();
        if (files.isEmpty()) {
            return;
        }
        Path folder = files.getLast().toAbsolutePath().getParent();
        if (folder != null && window.getProperties().get(PLACE) instanceof Place place) {
            window.getProperties().put(PLACE, place.in(folder));
        }
        chosen.accept(files);
    }

    private static Consumer<List<Path>> first(Consumer<Path> chosen) {
        return files -> chosen.accept(files.getFirst());
    }

    private static List<Path> one(@Nullable File chosen) {
        return chosen == null ? List.of() : List.of(chosen.toPath());
    }

    private static List<Path> many(@Nullable List<File> chosen) {
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }
}
