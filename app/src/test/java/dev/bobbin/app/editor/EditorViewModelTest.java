package dev.bobbin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.Traceback;
import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.service.FailureContext;
import dev.bobbin.emulator.service.Status;
import dev.bobbin.emulator.signature.SourceParser;
import dev.bobbin.emulator.standin.RunTrace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorViewModelTest {

    @Test
    void coloursBelongToTheTextTheyWereMadeFor() {
        WorkspaceModel model = Models.empty();
        EditorViewModel editor = Places.editor(model);
        model.sourceProperty().set("if x:");
        assertThat(editor.highlightProperty().get().text()).isEqualTo("if x:");
        assertThat(editor.highlightProperty().get().tokens()).hasSize(1);
    }

    @Test
    void syntaxErrorsMarkTheirLine() {
        WorkspaceModel model = Models.empty();
        EditorViewModel editor = Places.editor(model);
        String broken = "x = 1\ny = (\n";
        model.sourceProperty().set(broken);
        model.setFindings(SourceParser.outline(broken).findings());
        assertThat(editor.problemsProperty().get().all())
                .extracting(EditorProblem::line)
                .containsExactly(2);
    }

    @Test
    void whatIsMissingAtTheEndOfALineMarksItsLastWord() {
        WorkspaceModel model = Models.empty();
        EditorViewModel editor = Places.editor(model);
        String broken = "def hello(n: int) -> str\n    return str(n)\n";
        model.sourceProperty().set(broken);
        model.setFindings(SourceParser.outline(broken).findings());

        assertThat(editor.problemsProperty().get().all())
                .extracting(problem -> broken.substring(problem.start(), problem.end()))
                .containsExactly("str");
    }

    @Test
    void theFailingLineIsMarkedUntilTheTextChanges(@TempDir Path folder) throws IOException {
        WorkspaceModel model = Models.open(folder, "a\nb\nc\n");
        EditorViewModel editor = Places.editor(model);
        model.lastRunProperty().set(failedIn(folder.resolve("function_app.py"), 2));
        assertThat(editor.problemsOf(2)).extracting(EditorProblem::message).containsExactly("ValueError: bad");
        model.sourceProperty().set("new line\na\nb\nc\n");
        assertThat(editor.problemsProperty().get().all()).isEmpty();
    }

    private static FinishedRun failedIn(Path script, int line) {
        Traceback traceback = new Traceback(
                "ValueError",
                "bad",
                List.of(
                        new Traceback.Frame(script.toString(), line, "hello", "b"),
                        new Traceback.Frame("/usr/lib/json.py", 99, "loads", null)),
                "");
        Envelope envelope = new Envelope("hello", "id", Status.FAILED, Envelope.NO_OUTPUT, List.of());
        return new FinishedRun(
                Models.request("hello"),
                new InvocationResult.Answered(
                        envelope, 409, traceback, FailureContext.NONE, Duration.ZERO, RunTrace.EMPTY));
    }
}
