package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.ItemSession;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.share.ReportBundle;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens a bug report: its item, with the run it is about in the history, ready to be run again as it was. */
public final class ReportViewModel {

    private static final String NOTICE = "report";

    private final WorkspaceModel model;
    private final ItemSession session;
    private final RunReports reports;
    private final RunHistory history;
    private final Consumer<RunSummary> runAgain;
    private final TaskRunner tasks;

    /** Unpacked, and about to be opened. */
    private final AtomicReference<ReportBundle.@Nullable Opened> coming = new AtomicReference<>();

    /** @param runAgain runs a run of the history as it was */
    public ReportViewModel(
            WorkspaceModel model,
            ItemSession session,
            RunReports reports,
            RunHistory history,
            Consumer<RunSummary> runAgain,
            TaskRunner tasks) {
        this.model = model;
        this.session = session;
        this.reports = reports;
        this.history = history;
        this.runAgain = runAgain;
        this.tasks = tasks;
        model.itemProperty().addListener((_, _, item) -> opened(item));
    }

    /** Unpacks a report and opens its item, after asking about unsaved edits; a later wish to open something wins. */
    public void open(Path report) {
        session.openMade(
                String.valueOf(report.getFileName()),
                () -> {
                    ReportBundle.Opened unpacked = reports.unpack(report);
                    coming.set(unpacked);
                    return unpacked.item();
                },
                e -> {
                    coming.set(null);
                    return text("report.notOpened", Reasons.of(e));
                });
    }

    private void opened(@Nullable ItemFolder item) {
        if (item == null) {
            return;
        }
        ReportBundle.Opened expected = coming.getAndSet(null);
        if (expected != null
                && item.root().equals(expected.item().toAbsolutePath().normalize())) {
            tasks.run(() -> history.add(item, expected.run()), run -> offer(item, run), this::tell);
        }
    }

    private void offer(ItemFolder item, RunSummary run) {
        if (!model.isOpen(item)) {
            return;
        }
        String ended = run.status() + ", HTTP " + run.httpStatus();
        model.notices()
                .show(new Notice(
                        NOTICE,
                        Notice.Kind.OFFER,
                        text(
                                "report.opened",
                                run.function(),
                                ended,
                                String.valueOf(item.root().getParent())),
                        List.of(
                                new Notice.Choice(text("report.runAgain"), () -> runAgain.accept(run)),
                                Notice.Choice.decline(text("choice.notNow"), () -> {}))));
    }

    private void tell(Exception e) {
        model.notices().show(Notice.error(NOTICE, text("report.notOpened", Reasons.of(e))));
    }
}
