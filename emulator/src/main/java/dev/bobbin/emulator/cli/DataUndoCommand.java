package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.standin.ChangeLog;
import dev.bobbin.emulator.standin.ChangeLogs;
import dev.bobbin.emulator.standin.UndoOutcome;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.lifecycle.Lifecycles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bobbin data undo}: puts back what a run changed, behind one alias or in all data of the workspace. */
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = Main.EXIT_CODES,
        exitCodeList = {"0:put back", "1:that is not possible", Main.WRONG_USAGE},
        customSynopsis = "bobbin data undo [-hV] [--data=DIR] <item> [<alias>] <invocationId>",
        description =
                "Puts back what a run changed: in all data of the workspace, whatever code and connections say by now, or in none.")
final class DataUndoCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "<item>", description = "The item folder.")
    Path item = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "<alias>",
            description = "Alias of a connection, to put back only what lies behind it. May be left out.")
    String aliasOrRun = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            hideParamSyntax = true,
            paramLabel = "<invocationId>",
            description = "The run's invocationId.")
    @Nullable
    String runBehindAlias;

    @Mixin
    DataOption data = new DataOption();

    @Override
    public Integer call() throws Exception {
        String run = runBehindAlias == null ? aliasOrRun : runBehindAlias;
        return switch (ChangeLogs.undo(run, logs())) {
            case UndoOutcome.Undone undone -> {
                ChangeText.print(undone.undone(), false);
                Output.line("Undone.");
                yield 0;
            }
            case UndoOutcome.Refused refused -> {
                Output.error(refused.reason());
                yield 1;
            }
            case UndoOutcome.NothingToUndo _ -> {
                Output.error("No run of that invocationId has changed anything here that could be undone.");
                yield 1;
            }
        };
    }

    private List<ChangeLog> logs() throws IOException, CliFailure {
        if (runBehindAlias != null) {
            DataTarget target = new DataTarget();
            target.item = item;
            target.alias = aliasOrRun;
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
