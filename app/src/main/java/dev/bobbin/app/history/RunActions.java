package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.ChangedRun;
import dev.bobbin.app.workspace.Comparison;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.RunAgain;
import dev.bobbin.app.workspace.RunSetting;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.example.Expectation;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.message.PlainException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What can be done with runs of the history: used and run again, compared with code, pinned, deleted, approved. */
public final class RunActions {

    private static final String NOTICE = "history";
    private static final String AS_THEN = "run-again";

    /** As many masked places are named one by one. */
    private static final int MASKS_TOLD = 5;

    /** The question about deleting, which is over when other runs are selected. */
    static final String DELETE = "history-delete";

    private final WorkspaceModel model;
    private final RunHistory history;
    private final ExampleBook examples;
    private final Consumer<RunAgain> runAgain;
    private final Runnable approvedOne;
    private final Consumer<ChangedRun> undo;
    private final TaskRunner tasks;

    /**
     * @param runAgain runs the selected function with what the form holds, as an earlier run was
     * @param approvedOne hears that there is an example more
     * @param undo takes back what a run changed
     */
    public RunActions(
            WorkspaceModel model,
            RunHistory history,
            ExampleBook examples,
            Consumer<RunAgain> runAgain,
            Runnable approvedOne,
            Consumer<ChangedRun> undo,
            TaskRunner tasks) {
        this.model = model;
        this.history = history;
        this.examples = examples;
        this.runAgain = runAgain;
        this.approvedOne = approvedOne;
        this.undo = undo;
        this.tasks = tasks;
    }

    /** A name to suggest for an example made of a run. */
    public static String suggestedName(RunSummary run) {
        return run.function() + " " + run.status();
    }

    /** Compares the code of two runs, over the window. */
    public void compareCode(RunSummary one, RunSummary other) {
        RunSummary earlier = one.id() < other.id() ? one : other;
        RunSummary later = earlier == one ? other : one;
        onItem(
                item -> new Comparison(
                        text("history.code"),
                        RunText.time(earlier),
                        history.require(item, earlier).code(),
                        RunText.time(later),
                        history.require(item, later).code()),
                model.wishes()::make);
    }

    /** Compares the code a run ran with what the editor holds now. */
    public void compareWithNow(RunSummary run) {
        withRecord(
                run,
                record -> model.wishes()
                        .make(new Comparison(
                                text("history.code"),
                                RunText.time(run),
                                record.code(),
                                text("history.code.now"),
                                model.sourceProperty().get())));
    }

    /** Fills the form with the input of a run, and selects its function; says so when there is no such function any more. */
    public void use(RunSummary run) {
        withRecord(run, this::fill);
    }

    /**
     * Runs today's code as an earlier run was: with its input, in its engine, under its profile and circumstances, for its
     * user. Says when it begins what that is, and when it ends whether it ended the same. Runs nothing when there is no such
     * function any more.
     */
    public void runAgain(RunSummary run) {
        onItem(
                item -> {
                    RunRecord record = history.require(item, run);
                    return new Again(record, history.settingOf(item, record));
                },
                this::runAgain);
    }

    private record Again(RunRecord record, RunSetting setting) {}

    private void runAgain(Again again) {
        if (!fill(again.record())) {
            return;
        }
        String asThen = text("history.again.asThen", RunText.setting(again.record()));
        runAgain.accept(new RunAgain(
                again.setting(), () -> tell(AS_THEN, asThen, List.of()), run -> compare(again.record(), run)));
    }

    private void compare(RunRecord then, FinishedRun now) {
        if (now.result() instanceof InvocationResult.Answered answered) {
            onItem(
                    item -> history.compare(item, then, answered),
                    comparison -> tell(AS_THEN, RunText.compared(then, answered, comparison), List.of()));
        }
    }

    /** Takes back what a run changed in its data; says so when it changed nothing. */
    public void undo(RunSummary run) {
        onItem(item -> history.changed(item, history.require(item, run)), changed -> {
            if (changed.changes().isEmpty()) {
                tell(text("history.undo.nothing", changed.name()), List.of());
            } else {
                undo.accept(changed);
            }
        });
    }

    /** Keeps a run however old it gets, or no longer. */
    public void togglePin(RunSummary run) {
        onItem(
                item -> {
                    history.pin(item, run.id(), !run.pinned());
                    return run;
                },
                _ -> {});
    }

    /** Removes runs, after asking. */
    public void delete(List<RunSummary> runs) {
        if (runs.isEmpty()) {
            return;
        }
        List<Long> ids = runs.stream().map(RunSummary::id).toList();
        Notice.Choice keep = Notice.Choice.decline(text("choice.keep"), () -> {});
        Notice.Choice delete = new Notice.Choice(
                text("history.delete"),
                () -> onItem(
                        item -> {
                            history.delete(item, ids);
                            return ids;
                        },
                        _ -> {}));
        model.notices()
                .show(new Notice(
                        DELETE,
                        Notice.Kind.QUESTION,
                        text("history.delete.question", ids.size(), RunText.name(runs.getFirst())),
                        // Nothing brings a run back, so Enter must not take it.
                        List.of(keep, delete)));
    }

    /** Approves the answer of a run. @param name in plain words */
    public void approve(RunSummary run, String name) {
        onItem(
                item -> {
                    RunRecord record = history.require(item, run);
                    return new Approved(history.changed(item, record), examples.approve(item, record, name));
                },
                this::approved);
    }

    private record Approved(ChangedRun run, ExampleBook.Approval approval) {}

    private void approved(Approved approved) {
        approvedOne.run();
        String name = approved.approval().name();
        if (!approved.approval().isNew()) {
            tell(text("history.approvedBefore", name), List.of());
        } else if (approved.run().kept()) {
            // The example would be red from the beginning: it runs on the data as this run has left them.
            model.notices()
                    .show(new Notice(
                            NOTICE,
                            Notice.Kind.QUESTION,
                            withMasks(text("history.approved.changed", name), approved.approval()),
                            List.of(
                                    new Notice.Choice(text("history.approved.undo"), () -> undo.accept(approved.run())),
                                    Notice.Choice.decline(text("history.approved.leave"), () -> {}))));
        } else {
            tell(withMasks(text("history.approved", name), approved.approval()), List.of());
        }
    }

    /** Who wanted a masked value compared learns that it is not. */
    private static String withMasks(String words, ExampleBook.Approval approval) {
        List<Expectation.Masked> masked = approval.masked();
        if (masked.isEmpty()) {
            return words;
        }
        String places = masked.stream()
                .limit(MASKS_TOLD)
                .map(one ->
                        text("history.approved.mask", PlaceWords.of(one.place()), String.join(" ", one.placeholders())))
                .collect(Collectors.joining(", "));
        return words + " " + text("history.approved.masked", places, Math.max(0, masked.size() - MASKS_TOLD));
    }

    private void tell(String words, List<Notice.Choice> choices) {
        tell(NOTICE, words, choices);
    }

    private void tell(String id, String words, List<Notice.Choice> choices) {
        model.notices().show(new Notice(id, Notice.Kind.INFO, words, choices));
    }

    private boolean fill(RunRecord record) {
        return model.fillRequest(record.summary().function(), record.input().body());
    }

    private void withRecord(RunSummary run, Consumer<RunRecord> action) {
        onItem(item -> history.require(item, run), action);
    }

    /** Something to find out in the background. */
    private interface ItemWork<T> {
        T on(ItemFolder item) throws IOException;
    }

    private <T> void onItem(ItemWork<T> work, Consumer<? super T> then) {
        ItemFolder item = model.itemProperty().get();
        if (item != null) {
            Callable<T> inBackground = () -> work.on(item);
            tasks.run(
                    inBackground,
                    done -> {
                        // It is about this item's runs, not those of one that was opened meanwhile.
                        if (model.isOpen(item)) {
                            then.accept(done);
                        }
                    },
                    e -> model.notices().show(Notice.error(NOTICE, reason(e))));
        }
    }

    /** What to say of work on the history that failed; what the journal itself tells is a whole sentence. */
    static String reason(Exception e) {
        if (e instanceof PlainException) {
            return Reasons.of(e);
        }
        // A profile that this Bobbin does not have; its words are for users.
        String words = e instanceof IllegalArgumentException ? String.valueOf(e.getMessage()) : Reasons.of(e);
        return text("history.failed", words);
    }
}
