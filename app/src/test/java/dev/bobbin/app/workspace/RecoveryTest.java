package dev.bobbin.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unsaved edits survive an unexpected end, and files keep their line ends. */
class RecoveryTest {

    private final Map<Path, String> kept = new HashMap<>();
    private @TempDir Path item;

    @BeforeEach
    void writeScript() throws IOException {
        Files.writeString(item.resolve("function_app.py"), "a\r\nb\r\n");
    }

    private WorkspaceModel start() throws IOException {
        WorkspaceModel model = Models.empty();
        new Recovery(model, new Memory(), new SameThreadTaskRunner());
        model.open(new FolderFiles().read(item));
        return model;
    }

    @Test
    void editsOfAProgramThatEndedAreOfferedAndRestored() throws IOException {
        start().sourceProperty().set("edited");
        WorkspaceModel next = start();
        Notice offer = next.notices().shown().getFirst();
        assertThat(next.sourceProperty().get()).isEqualTo("a\nb\n");
        next.notices().choose(offer, offer.choices().getFirst());
        assertThat(next.sourceProperty().get()).isEqualTo("edited");
        assertThat(next.unsaved().get()).isTrue();
    }

    @Test
    void editsThatAreForgottenAreNotOfferedAgain() throws IOException {
        start().sourceProperty().set("edited");
        WorkspaceModel next = start();
        Notice offer = next.notices().shown().getFirst();
        next.notices().choose(offer, offer.choices().getLast());
        assertThat(start().notices().shown()).isEmpty();
    }

    @Test
    void savedEditsAreForgotten() throws IOException {
        WorkspaceModel model = start();
        model.sourceProperty().set("edited");
        assertThat(kept).hasSize(1);
        model.savedSourceProperty().set("edited");
        assertThat(kept).isEmpty();
    }

    @Test
    void editsOfTheJsonFilesAreKeptToo() throws IOException {
        Files.writeString(item.resolve("definition.json"), "{}");
        start().drafts().parts().getFirst().text().set("{\"a\": 1}");
        WorkspaceModel next = start();
        Notice offer = next.notices().shown().getFirst();
        assertThat(offer.text()).contains("definition.json");
        next.notices().choose(offer, offer.choices().getFirst());
        assertThat(next.drafts().parts().getFirst().text().get()).isEqualTo("{\"a\": 1}");
    }

    @Test
    void aFileKeepsItsLineEnds() throws IOException {
        WorkspaceModel model = start();
        assertThat(model.unsaved().get()).isFalse();
        SameThreadTaskRunner tasks = new SameThreadTaskRunner();
        model.sourceProperty().set("a\nnew\n");
        new ItemSession(model, new FolderFiles(), new NoRecentItems(), tasks).save();
        assertThat(Files.readString(item.resolve("function_app.py"))).isEqualTo("a\r\nnew\r\n");
        assertThat(model.unsaved().get()).isFalse();
    }

    private final class Memory implements UnsavedEdits {

        @Override
        public Optional<String> kept(Path file) {
            return Optional.ofNullable(kept.get(file));
        }

        @Override
        public void keep(Path file, String text) {
            kept.put(file, text);
        }

        @Override
        public void forget(Path file) {
            kept.remove(file);
        }
    }

    private static final class NoRecentItems implements RecentItems {

        @Override
        public ObservableList<Path> recent() {
            return FXCollections.observableArrayList();
        }

        @Override
        public void opened(Path folder) {}

        @Override
        public void forget(Path folder) {}
    }
}
