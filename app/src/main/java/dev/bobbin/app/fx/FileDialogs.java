package dev.bobbin.app.fx;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/**
 * The system's dialogs that ask for files and folders. They start where one was last in that window, at first in the folder of
 * what it has open.
 */
public final class FileDialogs {

    /** Text files that hold tables. */
    public static final FileChooser.ExtensionFilter DELIMITED =
            new FileChooser.ExtensionFilter("CSV", "*.csv", "*.tsv", "*.txt");

    private static final Object FOLDER = new Object();

    private FileDialogs() {}

    /** Has the dialogs of a window start in a folder. */
    public static void startIn(Window window, Path folder) {
        window.getProperties().put(FOLDER, folder);
    }

    /** Has the dialogs of a window start where a file or folder lies. */
    public static void startBeside(Window window, Path path) {
        Path folder = path.toAbsolutePath().getParent();
        startIn(window, folder == null ? path : folder);
    }

    /** Asks for a file to read; empty when the user changed their mind. */
    public static Optional<Path> open(Node asking, String title, FileChooser.ExtensionFilter... kinds) {
        Window window = asking.getScene().getWindow();
        return taken(window, Optional.ofNullable(chooser(window, title, kinds).showOpenDialog(window)));
    }

    /** Asks for files to read; none when the user changed their mind. */
    public static List<Path> openMany(Node asking, String title, FileChooser.ExtensionFilter... kinds) {
        Window window = asking.getScene().getWindow();
        List<File> chosen = chooser(window, title, kinds).showOpenMultipleDialog(window);
        List<Path> files =
                chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
        files.forEach(file -> startBeside(window, file));
        return files;
    }

    /** Asks for a file to write. @param name to suggest @return empty when the user changed their mind */
    public static Optional<Path> save(Window window, String title, String name, FileChooser.ExtensionFilter... kinds) {
        FileChooser chooser = chooser(window, title, kinds);
        chooser.setInitialFileName(name);
        return taken(window, Optional.ofNullable(chooser.showSaveDialog(window)));
    }

    /** Asks for a folder; empty when the user changed their mind. */
    public static Optional<Path> folder(Window window, String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        start(window).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return taken(window, Optional.ofNullable(chooser.showDialog(window)));
    }

    private static FileChooser chooser(Window window, String title, FileChooser.ExtensionFilter... kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().addAll(kinds);
        start(window).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    /** Where dialogs of a window start: the toolkit refuses a folder that is not there, so the nearest one that is. */
    static Optional<Path> start(Window window) {
        Path folder = window.getProperties().get(FOLDER) instanceof Path known ? known : null;
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        return Optional.ofNullable(folder);
    }

    private static Optional<Path> taken(Window window, Optional<File> chosen) {
        Optional<Path> path = chosen.map(File::toPath);
        path.ifPresent(one -> startBeside(window, one));
        return path;
    }
}
