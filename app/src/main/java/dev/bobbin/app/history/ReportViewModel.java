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
    private ReportBundle.@Nullable Opened coming;

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

    /** Unpacks a report and opens its item, after asking about unsaved edits. */
    public void open(Path report) {
        session.whenNothingUnsaved(() -> {
            session.announce(String.valueOf(report.getFileName()));
            tasks.run(
                    () -> reports.unpack(report),
                    unpacked -> {
                        coming = unpacked;
                        session.open(unpacked.item());
                    },
                    e -> {
                        session.giveUpOpening();
                        tell(e);
                    });
        });
    }

    private void opened(@Nullable ItemFolder item) {
        ReportBundle.Opened expected = coming;
        if (item == null || expected == null) {
            return;
        }
        coming = null;
        if (item.root().equals(expected.item().toAbsolutePath().normalize())) {
            tasks.run(() -> history.add(item, expected.run()), this::offer, this::tell);
        }
    }

    private void offer(RunSummary run) {
        String ended = run.status() + ", HTTP " + run.httpStatus();
        model.notices()
                .show(new Notice(
                        NOTICE,
                        Notice.Kind.OFFER,
                        text("report.opened", run.function(), ended),
                        List.of(
                                new Notice.Choice(text("report.runAgain"), () -> runAgain.accept(run)),
                                Notice.Choice.decline(text("choice.notNow"), () -> {}))));
    }

    private void tell(Exception e) {
        model.notices().show(Notice.error(NOTICE, text("report.notOpened", Reasons.of(e))));
    }
}
