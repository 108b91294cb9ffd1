package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.standin.UndoOutcome;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bobbin data undo}: puts back what a run changed. */
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = Main.EXIT_CODES,
        exitCodeList = {"0:put back", "1:that is not possible", Main.WRONG_USAGE},
        description = "Puts back what a run changed.")
final class DataUndoCommand implements Callable<Integer> {

    @Mixin
    DataTarget target = new DataTarget();

    @Parameters(index = "2", paramLabel = "<invocationId>", description = "The run's invocationId.")
    String run = "";

    @Override
    public Integer call() throws Exception {
        return switch (target.lifecycle().changes().undo(run)) {
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
}
