package dev.bobbin.app.workspace;

import java.nio.file.Path;
import javafx.collections.ObservableList;

/** Item folders opened before. */
public interface RecentItems {

    /** Newest first. */
    ObservableList<Path> recent();

    /** Remembers that the folder was opened. */
    void opened(Path folder);

    /** Forgets the folder. */
    void forget(Path folder);
}
