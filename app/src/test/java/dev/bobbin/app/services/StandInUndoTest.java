package dev.bobbin.app.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.workspace.ChangedRun;
import dev.bobbin.app.workspace.FolderFiles;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.StandInBindings;
import dev.bobbin.emulator.standin.StandInKind;
import dev.bobbin.emulator.standin.UndoOutcome;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on real data are taken back, whatever has become of the code that made them. */
class StandInUndoTest {

    private static final String SCRIPT = """
            import fabric.functions as fn
            udf = fn.UserDataFunctions()

            @udf.connection(argName="db", alias="Sales")
            @udf.function()
            def sell(db: fn.FabricSqlConnection) -> int:
                return 1
            """;

    private static final String COUNT = "SELECT COUNT(*) FROM dbo.Orders";

    private final JournalService journals = new JournalService();
    private final StandInUndo undo = new StandInUndo(journals);

    private @TempDir Path folder;
    private ItemFolder item;
    private RunsOnData sales;

    @BeforeEach
    void fill() throws IOException {
        Path root = Files.createDirectories(folder.resolve("Shop.UserDataFunction"));
        item = Models.open(root, SCRIPT).itemProperty().get();
        sales = new RunsOnData(item, "Sales");
        sales.change("before", "CREATE TABLE dbo.Orders (Id INT); INSERT INTO dbo.Orders VALUES (1)");
    }

    @AfterEach
    void close() {
        journals.close();
    }

    private ChangedRun sold(String run, String sql) throws IOException {
        return keep(run, RunOrigin.WINDOW, sales.change(run, sql));
    }

    private ChangedRun keep(String run, RunOrigin origin, ChangeSet changes) throws IOException {
        InvocationRequest request = Models.request(run, "sell");
        InvocationResult result =
                new InvocationResult.Stopped(Duration.ofMillis(1), new RunTrace(List.of(), 0, changes));
        RunRecord record = RunRecord.of(Instant.now(), origin, request, "embedded", SCRIPT, result, List.of());
        journals.record(item, record);
        return journals.changed(item, record);
    }

    private void rewrite(String script) throws IOException {
        Files.writeString(item.scriptPath(), script);
        item = new FolderFiles().read(item.root());
    }

    @Test
    void aRunOfAFunctionThatIsNotInTheSavedScriptIsTakenBack() throws IOException {
        rewrite(SCRIPT.replace("def sell(", "def sellMore("));
        ChangedRun run = sold("run-1", "INSERT INTO dbo.Orders VALUES (99)");

        assertThat(undo.undo(item, run)).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(sales.value(COUNT)).isEqualTo(1L);
    }

    @Test
    void aRunIsTakenBackWhereItWroteWhenItsConnectionMeansOtherDataSince() throws IOException {
        ChangedRun run = sold("run-1", "INSERT INTO dbo.Orders VALUES (99)");
        Workspace workspace = Workspace.of(item);
        new StandInBindings(Map.of("Sales", new StandInBindings.Target(StandInKind.SQL_DATABASE, "Others")))
                .write(workspace.bindingsFile(item));
        RunsOnData others = new RunsOnData(item, "Others");
        others.change("before", "CREATE TABLE dbo.Orders (Id INT); INSERT INTO dbo.Orders VALUES (1), (2)");
        rewrite(SCRIPT.replace("alias=\"Sales\"", "alias=\"Elsewhere\""));

        assertThat(undo.undo(item, run)).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(sales.value(COUNT)).isEqualTo(1L);
        assertThat(others.value(COUNT)).isEqualTo(2L);
    }

    @Test
    void aNameThatNoFileCanHaveIsFoundAgain() throws IOException {
        RunsOnData odd = new RunsOnData(item, "Märkte: Süd");
        odd.change("before", "CREATE TABLE dbo.T (Id INT)");
        ChangedRun run = keep("run-1", RunOrigin.WINDOW, odd.change("run-1", "INSERT INTO dbo.T VALUES (1)"));

        assertThat(undo.undo(item, run)).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(odd.value("SELECT COUNT(*) FROM dbo.T")).isEqualTo(0L);
    }

    @Test
    void theNewestOfTheWindowsRunsThatIsKeptIsFound() throws IOException {
        ChangedRun first = sold("run-1", "INSERT INTO dbo.Orders VALUES (2)");
        ChangedRun second = sold("run-2", "INSERT INTO dbo.Orders VALUES (3)");
        keep("run-3", RunOrigin.WINDOW, ChangeSet.EMPTY);
        keep("run-4", RunOrigin.HTTP, sales.change("run-4", "INSERT INTO dbo.Orders VALUES (4)"));
        assertThat(second.kept()).isTrue();

        assertThat(undo.newest(item)).map(ChangedRun::run).contains("run-2");
        undo.undo(item, second);
        assertThat(undo.newest(item)).map(ChangedRun::run).contains("run-1");
        undo.undo(item, first);
        assertThat(undo.newest(item)).isEmpty();
        assertThat(sales.value(COUNT)).as("what a caller sold stays").isEqualTo(2L);
    }

    @Test
    void whatALaterRunChangedAgainStaysAndThatIsSaid() throws IOException {
        ChangedRun first = sold("run-1", "UPDATE dbo.Orders SET Id = 5");
        ChangedRun second = sold("run-2", "UPDATE dbo.Orders SET Id = 6");

        assertThat(undo.undo(item, first))
                .isInstanceOfSatisfying(
                        UndoOutcome.Refused.class,
                        refused -> assertThat(refused.reason().english())
                                .contains("A row of Orders that this run wrote has been changed or deleted since")
                                .contains("Undo what came later first"));
        assertThat(sales.value("SELECT Id FROM dbo.Orders")).isEqualTo(6L);
        assertThat(undo.undo(item, second)).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(undo.undo(item, first)).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(sales.value("SELECT Id FROM dbo.Orders")).isEqualTo(1L);
    }
}
