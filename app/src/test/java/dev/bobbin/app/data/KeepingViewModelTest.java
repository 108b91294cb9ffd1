package dev.bobbin.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.services.LifecycleKeeping;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots, reset and export of a real lakehouse. */
class KeepingViewModelTest {

    private @TempDir Path folder;
    private WorkspaceModel model;
    private Path file;
    private KeepingViewModel keeping;

    @BeforeEach
    void open() throws IOException {
        model = Models.open(Files.createDirectories(folder.resolve("First.UserDataFunction")), "");
        Path lake = Workspace.of(model.itemProperty().get()).standIns().resolve("Lake.lakehouse");
        file = Files.createDirectories(lake.resolve("Files")).resolve("a.txt");
        Files.writeString(file, "first");
        keeping = new KeepingViewModel(model, new LifecycleKeeping(), new SameThreadTaskRunner());
        keeping.show(new StandIn.Lakehouse("Lake", lake));
    }

    private String answer() {
        Notice question = model.notices().shown().getLast();
        assertThat(question.kind()).isEqualTo(Notice.Kind.QUESTION);
        model.notices().choose(question, question.choices().getFirst());
        return model.notices().shown().isEmpty()
                ? ""
                : model.notices().shown().getLast().text();
    }

    @Test
    void dataIsKeptComparedAndPutBackOnlyAfterAsking() throws IOException {
        keeping.take("before");
        assertThat(keeping.snapshots()).containsExactly("before");
        Files.writeString(file, "second");
        keeping.compare("before");
        assertThat(model.notices().shown().getLast().text()).startsWith("One table, file");
        keeping.restore("before");
        assertThat(file).hasContent("second");
        answer();
        assertThat(file).hasContent("first");
        keeping.forget("before");
        answer();
        assertThat(keeping.snapshots()).isEmpty();
        keeping.restore("before");
        answer();
        assertThat(model.notices().shown().getLast().kind()).isEqualTo(Notice.Kind.ERROR);
    }

    @Test
    void everythingIsExportedAndReset() throws IOException {
        Path out = folder.resolve("out");
        keeping.export(out);
        assertThat(out.resolve("Files/a.txt")).hasContent("first");
        keeping.reset();
        assertThat(file).exists();
        answer();
        assertThat(file).doesNotExist();
    }

    @Test
    void aNameThatCannotBeIsTold() {
        keeping.take("a/b");
        assertThat(model.notices().shown().getLast().kind()).isEqualTo(Notice.Kind.ERROR);
        assertThat(keeping.snapshots()).isEmpty();
    }
}
