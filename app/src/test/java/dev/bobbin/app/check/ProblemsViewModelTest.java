package dev.bobbin.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.workspace.FolderFiles;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.QuickFixer;
import dev.bobbin.app.workspace.SourceAnalyst;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the text in the editor, saved or not, and mending it. */
class ProblemsViewModelTest {

    private static final String SCRIPT = """
            import fabric.functions as fn
            udf = fn.UserDataFunctions()

            @udf.function()
            def hello(name: str):
                return name
            """;

    @Test
    void theTextInTheEditorIsCheckedErrorsComeFirstAndAQuickFixMendsIt(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("function_app.py"), SCRIPT);
        WorkspaceModel model = Models.empty();
        SameThreadTaskRunner tasks = new SameThreadTaskRunner();
        new SourceAnalyst(model, tasks);
        ProblemsViewModel problems = new ProblemsViewModel(model, new QuickFixer(model, new FolderFiles(), tasks));
        model.open(new FolderFiles().read(folder));
        assertThat(problems.problems()).isNotEmpty();
        assertThat(problems.problems().getFirst().severity()).isEqualTo(Severity.ERROR);

        var missing = problems.problems().stream()
                .filter(finding -> finding.rule().equals("missing-return-type"))
                .findFirst()
                .orElseThrow();
        problems.fix(missing);
        assertThat(model.sourceProperty().get()).contains("->");
        assertThat(problems.problems()).noneMatch(finding -> finding.rule().equals("missing-return-type"));
        assertThat(Files.readString(folder.resolve("function_app.py"))).isEqualTo(SCRIPT);
    }
}
