package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.example.Example;
import dev.bobbin.emulator.example.ExampleStore;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.journal.RunJournal;
import dev.bobbin.emulator.journal.RunQuery;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.share.BundleContent;
import dev.bobbin.emulator.share.ReportBundle;
import dev.bobbin.emulator.share.SecretMask;
import dev.bobbin.emulator.share.page.RunPage;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin history}: the runs that are kept; one of them as a page to show, or as a bundle to reproduce it from. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description =
                "Lists the runs of an item, exports one as a page or as a bug report, and approves one as an example.")
final class HistoryCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "<item>", description = "The item folder.")
    Path item = Path.of("");

    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "Only runs with this text in input, output or errors.")
    String search = "";

    @Option(names = "--limit", paramLabel = "N", description = "How many runs to list (default: ${DEFAULT-VALUE}).")
    int limit = 50;

    @Option(
            names = "--run",
            paramLabel = "ID",
            description =
                    "The run to show in full, export or approve; without it the newest one is exported or approved.")
    @Nullable
    Long id;

    @Option(
            names = "--approve",
            paramLabel = "NAME",
            description =
                    "Keeps the run's answer as an example for bobbin test, with what differs from run to run and secrets masked.")
    @Nullable
    String example;

    @Option(names = "--html", paramLabel = "FILE", description = "Writes the run as one page; secrets are masked.")
    @Nullable
    Path html;

    @Option(
            names = "--bundle",
            paramLabel = "FILE",
            description = "Writes the run as a bug report that another Bobbin can reproduce; secrets are masked.")
    @Nullable
    Path bundle;

    @Option(
            names = "--with-data",
            description = "Puts the data of the item's stand-ins into the bug report; rows of tables are not masked.")
    boolean withData;

    @Option(
            names = "--with-schema",
            description = "Puts tables without rows and files' head lines into the bug report.")
    boolean withSchema;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of stand-ins and history, instead of .bobbin.")
    @Nullable
    Path data;

    @Override
    public Integer call() throws Exception {
        if (limit < 0) {
            throw new CliFailure("--limit is a number of runs, 0 or more, not " + limit + ".");
        }
        if ((withData || withSchema) && bundle == null) {
            throw new CliFailure("--with-data and --with-schema say what goes into the bug report of --bundle FILE.");
        }
        if (withData && withSchema) {
            throw new CliFailure("--with-data has all that --with-schema has, and the data: give one of them.");
        }
        if (example != null && example.isBlank()) {
            throw new CliFailure("--approve needs a name in plain words, such as --approve \"Ada is greeted\".");
        }
        ItemFolder folder = ItemReader.read(item);
        Workspace workspace = data == null ? Workspace.of(folder) : Workspace.at(data);
        Path file = RunJournal.fileOf(workspace, folder);
        if (!Files.exists(file)) {
            throw new CliFailure(
                    "There is no history yet. Runs of the window and of the commands run and serve are kept there.");
        }
        try (RunJournal journal = RunJournal.open(file)) {
            journal.rescue().ifPresent(Output::error);
            if (html == null && bundle == null && example == null) {
                show(journal);
            } else {
                RunRecord run = record(journal);
                export(folder, workspace, run);
                if (example != null) {
                    approve(folder, workspace, run, example);
                }
            }
        }
        return 0;
    }

    private void show(RunJournal journal) throws IOException, CliFailure {
        if (id != null) {
            RunRecord run = record(journal);
            print(run.summary());
            for (String line : RunText.lines(run)) {
                Output.lines(line);
            }
            return;
        }
        for (RunSummary run : journal.find(query(limit))) {
            print(run);
        }
    }

    private ReportBundle.Data share() {
        if (withData) {
            return ReportBundle.Data.ALL;
        }
        return withSchema ? ReportBundle.Data.SCHEMA : ReportBundle.Data.NONE;
    }

    private RunQuery query(int most) {
        return RunQuery.newest(most).containing(search);
    }

    private static void print(RunSummary run) throws IOException {
        Output.line("%6d  %s  %-24s %-16s %3d  %d ms%s"
                .formatted(
                        run.id(),
                        run.time(),
                        run.function(),
                        run.status(),
                        run.httpStatus(),
                        run.duration().toMillis(),
                        run.pinned() ? "  pinned" : ""));
    }

    private RunRecord record(RunJournal journal) throws IOException, CliFailure {
        Long wanted = id == null
                ? journal.find(query(1)).stream()
                        .map(RunSummary::id)
                        .findFirst()
                        .orElseThrow(() -> new CliFailure("No run matches."))
                : id;
        return journal.get(wanted).orElseThrow(() -> new CliFailure("There is no run " + wanted + "."));
    }

    private void export(ItemFolder folder, Workspace workspace, RunRecord run) throws IOException {
        if (html != null) {
            RunPage.write(run, folder, workspace, html, Locale.ENGLISH);
            Output.line(
                    "Wrote run " + run.summary().id() + " of " + run.summary().function() + " to " + html + ".");
        }
        if (bundle != null) {
            BundleContent content = ReportBundle.prepare(folder, workspace, run, share());
            for (BundleContent.Entry entry : content.entries()) {
                Output.line("%10d  %s%s"
                        .formatted(
                                entry.size(),
                                entry.path(),
                                entry.searched() ? "" : "  (not looked through for secrets)"));
            }
            if (!content.leftOut().isEmpty()) {
                Output.line("Left out, since it does not belong to the item: " + String.join(", ", content.leftOut()));
            }
            sayWhichData(content);
            ReportBundle.write(content, bundle);
            Output.line("Wrote all of this to " + bundle + ".");
        }
    }

    private static void approve(ItemFolder folder, Workspace workspace, RunRecord run, String name) throws IOException {
        ExampleStore.Approval kept =
                ExampleStore.of(workspace, folder).approve(Example.approve(run, name, SecretMask.of(workspace)));
        Output.line("Run " + run.summary().id() + " of " + run.summary().function()
                + (kept.isNew() ? " is approved as “" : " was approved before, as “") + kept.name() + "”.");
        if (kept.isNew() && run.summary().changes() > 0) {
            Output.line(
                    "The run changed data, from which the example would begin: take that back, so that it holds, with"
                            + " bobbin data undo " + folder.root() + " "
                            + run.summary().id());
        }
    }

    private static void sayWhichData(BundleContent content) throws IOException {
        if (!content.without().isEmpty()) {
            Output.line("The function works with data of " + String.join(", ", content.without())
                    + ", which the report does not have: made again it may end otherwise. --with-data puts them in.");
        }
        if (!content.asFound().isEmpty()) {
            Output.line("The report has " + String.join(", ", content.asFound())
                    + " as the run found it, without what it and later runs changed, so that it can be made again.");
        }
        if (!content.asLeft().isEmpty()) {
            Output.line("The report has " + String.join(", ", content.asLeft())
                    + " as it is now, with what this run or later ones changed. To have it as the run found it, undo"
                    + " them first, the last one first: bobbin data undo, or Undo in the window.");
        }
    }
}
