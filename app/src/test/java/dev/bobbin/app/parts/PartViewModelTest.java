package dev.bobbin.app.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.workspace.Draft;
import dev.bobbin.app.workspace.FolderFiles;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartViewModelTest {

    private final WorkspaceModel model = Models.empty();
    private @TempDir Path folder;
    private Draft draft;
    private PartViewModel part;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("definition.json"), "{\n  \"runtime\": \"PYTHON\"\n}");
        model.open(new FolderFiles().read(folder));
        draft = model.drafts().parts().getFirst();
        part = new PartViewModel(model, draft, new SameThreadTaskRunner());
    }

    @Test
    void namesAndValuesHaveTheirColours() {
        assertThat(part.analysisProperty().get().tokens()).hasSize(2);
        assertThat(part.analysisProperty().get().problems()).isEmpty();
    }

    @Test
    void slipsInTheSyntaxAreFoundWhileOneTypes() {
        draft.text().set("{\n  \"runtime\": PYTHON\n}");
        assertThat(part.analysisProperty().get().problems())
                .first()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(2));
    }

    @Test
    void whatTheChecksFoundIsMarkedUntilTheTextIsEdited() {
        model.setFindings(List.of(
                Finding.of(
                        "unknown-value",
                        Severity.WARNING,
                        new Place(draft.part(), 2, 14),
                        Message.of("unknown-value.runtime", "JAVA")),
                Finding.of(
                        "other", Severity.ERROR, new Place(Path.of("function_app.py"), 1, 1), Message.of("no-app"))));
        assertThat(part.analysisProperty().get().problems())
                .containsExactly(new PartViewModel.Problem(
                        Severity.WARNING,
                        2,
                        15,
                        23,
                        "The runtime 'JAVA' is not known; PYTHON is meant to stand here."));
        draft.text().set("{}");
        assertThat(part.analysisProperty().get().problems()).isEmpty();
    }
}
