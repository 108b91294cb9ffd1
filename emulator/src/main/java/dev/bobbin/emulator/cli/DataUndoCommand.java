package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.journal.RunJournal;
import dev.bobbin.emulator.standin.ChangeLog;
import dev.bobbin.emulator.standin.ChangeLogs;
import dev.bobbin.emulator.standin.UndoOutcome;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.lifecycle.Lifecycles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bobbin data undo}: puts back what a run changed, behind one alias or in all data of the workspace. */
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = Main.EXIT_CODES,
        exitCodeList = {"0:put back", "1:that is not possible", Main.WRONG_USAGE},
        customSynopsis = "bobbin data undo [-hV] [--data=DIR] <item> [<alias>] <run>",
        description =
                "Puts back what a run changed: in all data of the workspace, whatever code and connections say by now, or in none.")
final class DataUndoCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "<item>", description = "The item folder.")
    Path item = Path.of("");

    @Parameters(
            index = "1..2",
            arity = "1..2",
            hideParamSyntax = true,
            paramLabel = "<run>",
            description =
                    "The run's number in bobbin history, or its invocationId. Before it may stand the alias of a connection,"
                            + " to put back only what lies behind it.")
    List<String> aliasAndRun = List.of();

    @Mixin
    DataOption data = new DataOption();

    @Override
    public Integer call() throws Exception {
        return switch (ChangeLogs.undo(invocationId(aliasAndRun.getLast()), logs())) {
            case UndoOutcome.Undone undone -> {
                ChangeText.print(undone.undone(), false);
                Output.line("Undone.");
                yield 0;
            }
            case UndoOutcome.Refused refused -> {
                Output.error(refused.reason().english());
                yield 1;
            }
            case UndoOutcome.NothingToUndo _ -> {
                Output.error("That run has changed nothing here that could be undone.");
                yield 1;
            }
        };
    }

    private String invocationId(String run) throws IOException, CliFailure {
        if (!run.matches("\\d{1,18}")) {
            return run;
        }
        ItemFolder folder = ItemReader.read(item);
        Path history = RunJournal.fileOf(data.workspace(folder), folder);
        CliFailure unknown = new CliFailure("There is no run " + run + " in the history.");
        if (!Files.exists(history)) {
            throw unknown;
        }
        try (RunJournal journal = RunJournal.open(history)) {
            return journal.get(Long.parseLong(run))
                    .orElseThrow(() -> unknown)
                    .input()
                    .invocationId();
        }
    }

    private List<ChangeLog> logs() throws IOException, CliFailure {
        if (aliasAndRun.size() == 2) {
            DataTarget target = new DataTarget();
            target.item = item;
            target.alias = aliasAndRun.getFirst();
            target.data = data;
            return List.of(target.lifecycle().changes());
        }
        // All there are, not those of today's code: the run may have been of another one, with other connections.
        Workspace workspace = data.workspace(ItemReader.read(item));
        return workspace.existing().stream()
                .map(standIn -> Lifecycles.changes(standIn, workspace))
                .toList();
    }
}
