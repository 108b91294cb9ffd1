package dev.bobbin.app.workspace;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of a session share: a folder with a script, the session that opens it, and what is asked meanwhile. */
abstract class ItemSessions {

    final FolderFiles files = new FolderFiles();
    final WorkspaceModel model = Models.empty();
    final RecentList recent = new RecentList();
    final ItemSession session = new ItemSession(model, files, recent, new SameThreadTaskRunner());

    @TempDir
    Path folder;

    @BeforeEach
    void writeScript() throws IOException {
        Files.writeString(script(), "x = 1\n");
    }

    final Path script() {
        return folder.resolve("function_app.py");
    }

    final Path otherItem() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("function_app.py"), "y = 1\n");
        return other;
    }

    /** Ids of the notices that are shown. */
    final List<String> ids() {
        return model.notices().shown().stream().map(Notice::id).toList();
    }

    final Notice notice(String id) {
        return model.notices().shown().stream()
                .filter(notice -> notice.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    final void choose(String id, int choice) {
        Notice notice = notice(id);
        model.notices().choose(notice, notice.choices().get(choice));
    }

    static final class RecentList implements RecentItems {
        private final ObservableList<Path> folders = FXCollections.observableArrayList();

        @Override
        public ObservableList<Path> recent() {
            return folders;
        }

        @Override
        public void opened(Path folder) {
            folders.add(folder);
        }

        @Override
        public void forget(Path folder) {
            folders.remove(folder);
        }
    }
}
