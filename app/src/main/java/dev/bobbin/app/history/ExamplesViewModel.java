package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Debouncer;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.RunPhase;
import dev.bobbin.app.workspace.RunState;
import dev.bobbin.app.workspace.Trust;
import dev.bobbin.app.workspace.TrustQuestion;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.example.ExampleOutcome;
import dev.bobbin.emulator.example.ExampleStore;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.invoke.StopSign;
import dev.bobbin.emulator.item.ItemFolder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The approved answers of the open item, run on the editor's present text: green, or red with what differs. */
public final class ExamplesViewModel {

    private static final String NOTICE = "examples";
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final WorkspaceModel model;
    private final ExampleBook examples;
    private final Trust trust;
    private final TaskRunner tasks;
    private final ObservableList<ExampleRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final StringBinding summary = Bindings.createStringBinding(this::summarise, rows, running);
    private final StringBinding title = Bindings.createStringBinding(this::describe, rows, running);
    private final BooleanBinding canRun;
    private final Debouncer changes;

    public ExamplesViewModel(WorkspaceModel model, ExampleBook examples, Trust trust, TaskRunner tasks) {
        this.model = model;
        this.examples = examples;
        this.trust = trust;
        this.tasks = tasks;
        this.changes = new Debouncer(tasks, PAUSE);
        var phase = model.run().phaseProperty();
        canRun = Bindings.createBooleanBinding(
                () -> model.itemProperty().get() != null && !phase.get().active(), phase, model.itemProperty());
        model.itemProperty().addListener((_, before, now) -> {
            if (before == null || now == null || !before.root().equals(now.root())) {
                rows.clear();
                changes.call(this::refresh);
            }
        });
        model.sourceProperty().addListener((_, _, script) -> judge(script));
    }

    /** Marks outcomes of another script than the present one. */
    private void judge(String script) {
        for (int i = 0; i < rows.size(); i++) {
            ExampleRow row = rows.get(i);
            ExampleRow now = row.on(script);
            if (now != row) {
                rows.set(i, now);
            }
        }
    }

    /** The examples, by file name. */
    public ObservableList<ExampleRow> rows() {
        return rows;
    }

    /** What the tab says: how many are red, if any is. */
    public StringBinding title() {
        return title;
    }

    /** How many are green. */
    public StringBinding summary() {
        return summary;
    }

    /** Whether they can be run now: nothing else is. */
    public BooleanBinding canRun() {
        return canRun;
    }

    /** Reads the examples anew; outcomes of those that have not changed stay. */
    public void refresh() {
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            return;
        }
        work(() -> examples.read(item), content -> {
            if (!model.isOpen(item)) {
                return;
            }
            list(content);
            noteUnreadable(content);
        });
    }

    /** Runs all examples on the editor's present text. */
    public void runAll() {
        ItemFolder item = model.itemProperty().get();
        if (item == null || model.run().phase().active()) {
            return;
        }
        TrustQuestion.ask(model, trust, item, "choice.trustAndRun", () -> runAll(item));
    }

    private void runAll(ItemFolder item) {
        StopSign stop = new StopSign();
        if (!model.run().begin(RunState.Kind.MANY, stop::raise)) {
            return;
        }
        model.notices().dismissTold();
        model.run().move(RunPhase.STARTING, RunPhase.RUNNING);
        model.run().publish();
        running.set(true);
        ItemCode code = new ItemCode(item.scriptPath(), model.sourceProperty().get(), item.wheels());
        tasks.run(
                () -> {
                    ExampleStore.Content content = examples.read(item);
                    tasks.onFx(() -> {
                        if (model.isOpen(item)) {
                            list(content);
                        }
                    });
                    examples.run(
                            item,
                            code,
                            content.examples(),
                            outcome -> tasks.onFx(() -> took(item, code, outcome)),
                            stop);
                    return stop;
                },
                _ -> ended(),
                e -> {
                    ended();
                    fail(e);
                });
    }

    private void ended() {
        running.set(false);
        model.run().end();
    }

    /** Shows examples; outcomes of those that have not changed stay. */
    private void list(ExampleStore.Content content) {
        var outcomes = rows.stream()
                .filter(row -> row.outcome() != null)
                .collect(Collectors.toMap(ExampleRow::kept, row -> row, (one, _) -> one));
        rows.setAll(content.examples().stream()
                .map(kept -> outcomes.getOrDefault(kept, ExampleRow.notRun(kept)))
                .toList());
    }

    /** Approves today's answer of a red example. */
    public void update(ExampleRow row) {
        ItemFolder item = model.itemProperty().get();
        if (item != null && row.isRed() && row.outcome() instanceof ExampleOutcome.Differs differs) {
            work(
                    () -> {
                        examples.update(item, differs);
                        return item;
                    },
                    _ -> refresh());
        }
    }

    /** Removes an example, after asking. */
    public void delete(ExampleRow row) {
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            return;
        }
        model.notices()
                .show(new Notice(
                        NOTICE,
                        Notice.Kind.QUESTION,
                        text("examples.delete.question", row.kept().example().name()),
                        List.of(
                                new Notice.Choice(
                                        text("examples.delete"),
                                        () -> work(
                                                () -> {
                                                    examples.delete(item, row.kept());
                                                    return item;
                                                },
                                                _ -> refresh())),
                                Notice.Choice.decline(text("choice.keep"), () -> {}))));
    }

    private void took(ItemFolder item, ItemCode code, ExampleOutcome outcome) {
        if (!model.isOpen(item)) {
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).kept().file().equals(outcome.kept().file())) {
                ExampleRow row = new ExampleRow(outcome.kept(), outcome, code.text(), false);
                rows.set(i, row.on(model.sourceProperty().get()));
            }
        }
    }

    private void noteUnreadable(ExampleStore.Content content) {
        if (!content.unreadable().isEmpty()) {
            String reasons = content.unreadable().stream()
                    .map(file -> text(file.reason()))
                    .collect(Collectors.joining(" "));
            model.notices().show(Notice.error(NOTICE, reasons));
        }
    }

    private <T> void work(Callable<T> work, Consumer<? super T> then) {
        tasks.run(work, then, this::fail);
    }

    private void fail(Exception e) {
        model.notices().show(Notice.error(NOTICE, text("examples.failed", Reasons.of(e))));
    }

    private String describe() {
        long red = rows.stream().filter(ExampleRow::isRed).count();
        return running.get()
                ? text("examples.title.running")
                : red > 0 ? text("examples.title.red", red) : text("examples.title");
    }

    private String summarise() {
        if (rows.isEmpty()) {
            return "";
        }
        long notRun = rows.stream().filter(row -> row.outcome() == null).count();
        long stale = rows.stream().filter(ExampleRow::stale).count();
        long red = rows.stream().filter(ExampleRow::isRed).count();
        if (running.get()) {
            return text("examples.running");
        }
        long green = rows.size() - notRun - stale - red;
        return notRun == rows.size()
                ? text("examples.summary.notRun", rows.size())
                : text("examples.summary", green, rows.size(), red, notRun, stale);
    }
}
