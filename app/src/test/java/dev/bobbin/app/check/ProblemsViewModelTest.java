package dev.bobbin.app.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.services.DiskItemFiles;
import dev.bobbin.app.workspace.FolderFiles;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.QuickFixer;
import dev.bobbin.app.workspace.SourceAnalyst;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.item.ConnectedDataSource;
import dev.bobbin.emulator.item.Definition;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.StandInKind;
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

    @Test
    void whatKeepsEveryFunctionFromRunningStandsFirst(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("function_app.py"), SCRIPT + """

                @udf.function()
                def broken(n: int) -> str
                    return ""
                """);
        WorkspaceModel model = Models.empty();
        SameThreadTaskRunner tasks = new SameThreadTaskRunner();
        new SourceAnalyst(model, tasks);
        ProblemsViewModel problems = new ProblemsViewModel(model, new QuickFixer(model, new FolderFiles(), tasks));

        model.open(new FolderFiles().read(folder));

        assertThat(problems.problems()).hasSizeGreaterThan(1);
        assertThat(problems.problems().getFirst().rule()).isEqualTo("python-syntax");
    }

    @Test
    void whatTheDefinitionDoesNotListIsListedInOneStepAsWhatStandsInForIt(@TempDir Path workspace) throws IOException {
        Path folder = Files.createDirectories(workspace.resolve("Shop.UserDataFunction"));
        Files.writeString(folder.resolve("definition.json"), "{\"functions\": [{\"name\": \"a\"}]}");
        Files.writeString(folder.resolve("function_app.py"), """
                import fabric.functions as fn
                udf = fn.UserDataFunctions()

                @udf.connection(argName="db", alias="Sales")
                @udf.function()
                def a(db: fn.FabricSqlConnection) -> str:
                    return ""

                @udf.connection(argName="db", alias="Sales")
                @udf.connection(argName="lake", alias="Lake")
                @udf.function()
                def b(db: fn.FabricSqlConnection, lake: fn.FabricLakehouseClient) -> str:
                    return ""
                """);
        WorkspaceModel model = Models.empty();
        SameThreadTaskRunner tasks = new SameThreadTaskRunner();
        new SourceAnalyst(model, tasks);
        DiskItemFiles files = new DiskItemFiles();
        ItemFolder item = files.read(folder);
        files.expect(item, "Sales", StandInKind.WAREHOUSE);
        ProblemsViewModel problems = new ProblemsViewModel(model, new QuickFixer(model, files, tasks));
        model.open(item);
        assertThat(problems.unlisted().get()).isEqualTo(4);

        problems.listAll();
        assertThat(problems.unlisted().get()).isZero();
        Definition now = files.read(folder).definition();
        assertThat(now.functions()).extracting(Definition.FunctionEntry::name).containsExactly("a", "b");
        assertThat(now.connectedDataSources())
                .extracting(ConnectedDataSource::alias, ConnectedDataSource::artifactType)
                .containsExactly(tuple("Sales", "Warehouse"), tuple("Lake", "Lakehouse"));
    }
}
