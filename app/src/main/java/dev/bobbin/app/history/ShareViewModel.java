package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.FilesToSee;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.Wish;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.share.BundleContent;
import dev.bobbin.emulator.share.ReportBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Saves runs for others: as a page to show, or as a report that lets others run the same again. */
public final class ShareViewModel {

    private static final String NOTICE = "share";
    private static final int MOST_NAMES = 12;

    private final WorkspaceModel model;
    private final RunHistory history;
    private final RunExport export;
    private final TaskRunner tasks;

    public ShareViewModel(WorkspaceModel model, RunHistory history, RunExport export, TaskRunner tasks) {
        this.model = model;
        this.history = history;
        this.export = export;
        this.tasks = tasks;
    }

    /** Asks where to, and saves a run as one HTML page. */
    public void savePage(RunSummary run) {
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            return;
        }
        model.wishes()
                .make(new Wish.Save(
                        text("share.page"),
                        run.function() + ".html",
                        file -> work(
                                () -> {
                                    export.writePage(item, record(item, run), file);
                                    return file;
                                },
                                saved -> tell(saved, text("share.saved", saved)))));
    }

    /** Shows what a bug report would hold; once that is confirmed, asks where to and saves it. */
    public void saveReport(RunSummary run) {
        saveReport(run, ReportBundle.Data.NONE);
    }

    private void saveReport(RunSummary run, ReportBundle.Data data) {
        ItemFolder item = model.itemProperty().get();
        if (item != null) {
            work(() -> export.prepareReport(item, record(item, run), data), report -> confirm(run, data, report));
        }
    }

    private void confirm(RunSummary run, ReportBundle.Data data, BundleContent report) {
        List<BundleContent.Entry> entries = report.entries();
        String names = entries.stream()
                .limit(MOST_NAMES)
                .map(BundleContent.Entry::path)
                .collect(Collectors.joining(", "));
        String more = entries.size() > MOST_NAMES ? ", …" : "";
        long kilobytes = entries.stream().mapToLong(BundleContent.Entry::size).sum() / 1024 + 1;
        Notice.Choice save = new Notice.Choice(text("share.save"), () -> save(run, report));
        List<Notice.Choice> choices = new ArrayList<>();
        choices.add(save);
        if (data == ReportBundle.Data.NONE) {
            choices.add(new Notice.Choice(text("share.withSchema"), () -> saveReport(run, ReportBundle.Data.SCHEMA)));
        }
        if (data != ReportBundle.Data.ALL) {
            Notice.Choice whole =
                    new Notice.Choice(text("share.withData"), () -> saveReport(run, ReportBundle.Data.ALL));
            // The first is suggested: a run without the data it read cannot be made again.
            choices.add(report.without().isEmpty() ? choices.size() : 0, whole);
        }
        choices.add(new Notice.Choice(text("share.look"), () -> model.wishes().make(files(run, data, report))));
        choices.add(Notice.Choice.decline(text("choice.cancel"), () -> {}));
        model.notices()
                .show(new Notice(
                        NOTICE,
                        Notice.Kind.QUESTION,
                        text("share.holds", entries.size(), kilobytes, names + more) + data(report),
                        choices));
    }

    /** What would be written, file by file; afterwards the question is asked again. */
    private FilesToSee files(RunSummary run, ReportBundle.Data data, BundleContent report) {
        List<FilesToSee.Entry> files = report.entries().stream()
                .map(entry -> new FilesToSee.Entry(
                        entry.path(),
                        entry.size(),
                        () -> report.text(entry.path()).orElseGet(() -> text("share.notLookedThrough"))))
                .toList();
        return new FilesToSee(text("share.look.title"), files, () -> confirm(run, data, report));
    }

    /** Whether the data are those that the run found. */
    private static String data(BundleContent report) {
        StringBuilder words = new StringBuilder();
        if (!report.without().isEmpty()) {
            words.append(' ').append(text("share.without", String.join(", ", report.without())));
        }
        if (!report.asFound().isEmpty()) {
            words.append(' ').append(text("share.asFound", String.join(", ", report.asFound())));
        }
        if (!report.asLeft().isEmpty()) {
            words.append(' ').append(text("share.asLeft", String.join(", ", report.asLeft())));
        }
        return words.toString();
    }

    private void save(RunSummary run, BundleContent report) {
        model.wishes()
                .make(new Wish.Save(
                        text("share.report"),
                        run.function() + "-report.zip",
                        file -> work(
                                () -> {
                                    export.writeReport(report, file);
                                    return file;
                                },
                                saved -> tell(saved, text("share.saved.report", saved)))));
    }

    private RunRecord record(ItemFolder item, RunSummary run) throws IOException {
        return history.get(item, run.id()).orElseThrow(() -> new IOException(text("history.gone")));
    }

    private void tell(Path saved, String words) {
        model.notices().saved(NOTICE, words, saved);
    }

    private <T> void work(Callable<T> work, Consumer<T> then) {
        tasks.run(work, then, e -> model.notices().show(Notice.error(NOTICE, text("share.failed", Reasons.of(e)))));
    }
}
