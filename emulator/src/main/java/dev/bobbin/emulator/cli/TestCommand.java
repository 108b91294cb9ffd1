package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.example.ExampleOutcome;
import dev.bobbin.emulator.example.ExampleRunner;
import dev.bobbin.emulator.example.ExampleStore;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.invoke.StopSign;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code bobbin test}: runs the approved examples. Exit code 0 when all are as expected, 1 when one is not, 2 when there
 * is nothing to run.
 */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = Main.EXIT_CODES,
        exitCodeList = {
            "0:every example is as expected, or was updated",
            "1:one is not, or cannot be read",
            "2:nothing to run, wrong usage, or an item that cannot be opened"
        },
        description = "Runs the approved examples of an item on a copy of its data and says which differ.")
final class TestCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "<item>", description = "The item folder.")
    Path item = Path.of("");

    @Option(names = "--junit", paramLabel = "FILE", description = "Writes a report in JUnit's XML form.")
    @Nullable
    Path junit;

    @Option(
            names = "--filter",
            paramLabel = "TEXT",
            description = "Runs only examples with this text in their name, function or file name.")
    String filter = "";

    @Option(names = "--update", description = "Approves the answers of today: rewrites examples that differ.")
    boolean update;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description =
                    "Examples to run at the same time, each process with data of its own (default: ${DEFAULT-VALUE}).")
    int parallel = 1;

    @Mixin
    RunOptions options = new RunOptions();

    @Override
    public Integer call() throws Exception {
        RunOptions.checkCount("--parallel", parallel);
        if (junit != null && Files.isDirectory(junit)) {
            throw new CliFailure(junit + " is a folder. Name the file to write.");
        }
        ItemFolder folder = ItemReader.read(item);
        Workspace workspace = options.workspace(folder);
        ExampleStore store = ExampleStore.of(workspace, folder);
        ExampleStore.Content content = store.read();
        List<ExampleStore.Kept> chosen =
                content.examples().stream().filter(this::isWanted).toList();
        List<ExampleStore.Unreadable> unreadable = content.unreadable().stream()
                .filter(file -> contains(String.valueOf(file.file().getFileName())))
                .toList();
        if (chosen.isEmpty() && unreadable.isEmpty()) {
            throw new CliFailure(
                    content.examples().isEmpty() && content.unreadable().isEmpty()
                            ? "There are no examples in " + store.folder()
                                    + ". Approve a run in Bobbin's history to make one."
                            : "No example has '" + filter + "' in its name.");
        }
        for (ExampleStore.Unreadable file : unreadable) {
            Output.line("ERROR    " + file.reason().english());
        }
        Ran ran = run(folder, workspace, store, chosen, unreadable);
        List<ExampleOutcome> outcomes = ran.outcomes();
        int updated = ran.updated();
        long bad = outcomes.stream()
                        .filter(outcome -> !(outcome instanceof ExampleOutcome.Passed))
                        .count()
                + unreadable.size()
                - updated;
        Output.line("%d passed, %d not as expected%s."
                .formatted(
                        outcomes.size() + unreadable.size() - bad - updated,
                        bad,
                        update ? ", " + updated + " updated" : ""));
        return bad == 0 ? 0 : 1;
    }

    /** @param updated how many examples that differed expect what came now */
    private record Ran(List<ExampleOutcome> outcomes, int updated) {}

    private Ran run(
            ItemFolder folder,
            Workspace workspace,
            ExampleStore store,
            List<ExampleStore.Kept> chosen,
            List<ExampleStore.Unreadable> unreadable)
            throws IOException, CliFailure {
        try (FunctionEngine engine = options.engines(folder, parallel);
                TestProgress progress = new TestProgress(folder.displayName(), chosen, unreadable, junit)) {
            ExampleRunner runner = new ExampleRunner(
                    folder,
                    ItemCode.of(folder),
                    workspace,
                    Emulator.invoker(engine),
                    options.rules(),
                    options.circumstances(folder));
            List<ExampleOutcome> outcomes = runner.run(chosen, parallel, progress, new StopSign());
            int updated = update ? update(store, outcomes, progress) : 0;
            progress.finish();
            return new Ran(outcomes, updated);
        }
    }

    private static int update(ExampleStore store, List<ExampleOutcome> outcomes, TestProgress progress)
            throws IOException {
        int updated = 0;
        for (ExampleOutcome outcome : outcomes) {
            if (outcome instanceof ExampleOutcome.Differs differs) {
                ExampleStore.Kept kept = differs.kept();
                store.write(kept.file(), kept.example().expecting(differs.actual()));
                progress.updated(differs);
                updated++;
            }
        }
        return updated;
    }

    private boolean isWanted(ExampleStore.Kept kept) {
        return contains(kept.example().name())
                || contains(kept.example().function())
                || contains(String.valueOf(kept.file().getFileName()));
    }

    private boolean contains(String text) {
        return text.toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT));
    }
}
