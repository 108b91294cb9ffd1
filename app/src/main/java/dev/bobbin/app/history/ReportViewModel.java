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
import org.jspecify.annotations.Nullable;

/** Opens a bug report: its item, with the run it is about in the history, ready to be run again as it was. */
public final class ReportViewModel {

    private static final String NOTICE = "report";

    private final WorkspaceModel model;
    private final ItemSession session;
    private final RunReports reports;
    private final RunHistory history;
    private final RunActions runs;
    private final TaskRunner tasks;

    /** Unpacked, and about to be opened. */
    private final AtomicReference<ReportBundle.@Nullable Opened> coming = new AtomicReference<>();

    /** The run whose function and input are still to be put into the form. */
    private @Nullable Filling filling;

    private record Filling(ItemFolder item, RunSummary run) {}

    /** @param runs what can be done with the run of a report */
    public ReportViewModel(
            WorkspaceModel model,
            ItemSession session,
            RunReports reports,
            RunHistory history,
            RunActions runs,
            TaskRunner tasks) {
        this.model = model;
        this.session = session;
        this.reports = reports;
        this.history = history;
        this.runs = runs;
        this.tasks = tasks;
        model.itemProperty().addListener((_, _, item) -> opened(item));
        model.outlineProperty().addListener((_, _, _) -> fillForm());
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
            tasks.run(() -> history.add(item, expected.run()), run -> offer(item, run, expected.data()), this::tell);
        }
    }

    /** The run's function and input, once it is known what functions there are. */
    private void fillForm() {
        Filling wanted = filling;
        if (wanted != null && !model.outlineProperty().get().functions().isEmpty()) {
            filling = null;
            if (model.isOpen(wanted.item())) {
                runs.use(wanted.run());
            }
        }
    }

    private void offer(ItemFolder item, RunSummary run, ReportBundle.Data data) {
        if (!model.isOpen(item)) {
            return;
        }
        filling = new Filling(item, run);
        fillForm();
        String ended = run.status() + ", HTTP " + run.httpStatus();
        model.notices()
                .show(new Notice(
                        NOTICE,
                        Notice.Kind.QUESTION,
                        text(
                                "report.opened",
                                run.function(),
                                ended,
                                String.valueOf(item.root().getParent()),
                                data.ordinal()),
                        List.of(
                                new Notice.Choice(text("report.runAgain"), () -> runs.runAgain(run)),
                                Notice.Choice.decline(text("choice.notNow"), () -> {}))));
    }

    private void tell(Exception e) {
        model.notices().show(Notice.error(NOTICE, text("report.notOpened", Reasons.of(e))));
    }
}
