package dev.bobbin.app.batch;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.text.CsvFile;
import dev.bobbin.app.text.TextFile;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.FunctionRunner;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.RunPhase;
import dev.bobbin.app.workspace.RunState;
import dev.bobbin.app.workspace.Trust;
import dev.bobbin.app.workspace.TrustQuestion;
import dev.bobbin.app.workspace.Wish;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.Invocation;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.signature.FunctionSignature;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** Runs the selected function once a case, one after the other, into a table. */
public final class BatchViewModel {

    private static final String NOTICE = "batch";
    private static final String IN_HISTORY = "batch-in-history";
    private static final String ENCODING = "batch-encoding";

    /** Most cases of one table. */
    static final int MOST = 10_000;

    /** What shows an edge is shown by then; a function that loops as often as it is told must not take an hour. */
    static final Duration CORNER_LIMIT = Duration.ofSeconds(10);

    private static final String FILLED = "batch-filled";

    /** Room for answers of one table, in characters. */
    private static final long ROOM = 50_000_000;

    private final WorkspaceModel model;
    private final FunctionRunner runner;
    private final CaseChanges changes;
    private final Trust trust;
    private final TaskRunner tasks;
    private final ObservableList<BatchRow> rows = FXCollections.observableArrayList();
    private final FilteredList<BatchRow> shown = new FilteredList<>(rows);
    private final BooleanProperty failedOnly = new SimpleBooleanProperty();
    private final WholeRuns runs = new WholeRuns(ROOM);
    private final StringBinding summary;
    private final BooleanBinding canRun;
    private @Nullable Invocation current;
    private boolean stopped;

    /**
     * What all cases of one table are run with, whatever is chosen or typed meanwhile.
     *
     * @param apart whether every case is to find the data as they are now, instead of what the cases before have made of them
     */
    private record Series(
            ItemFolder item,
            ItemCode code,
            String function,
            ServiceProfile profile,
            @Nullable Duration limit,
            ExecutingUser user,
            boolean apart) {

        InvocationRequest request(BatchCase tried) {
            return new InvocationRequest(UUID.randomUUID().toString(), function, tried.body(), profile, limit, user);
        }
    }

    /** A request in a form. */
    private record Form(String function, String body) {}

    private String function = "";
    private int done;
    private int succeeded;

    public BatchViewModel(
            WorkspaceModel model, FunctionRunner runner, TakingBack takingBack, Trust trust, TaskRunner tasks) {
        this.model = model;
        this.runner = runner;
        this.changes = new CaseChanges(model, takingBack, tasks);
        this.trust = trust;
        this.tasks = tasks;
        var phase = model.run().phaseProperty();
        canRun = Bindings.createBooleanBinding(
                () -> model.itemProperty().get() != null
                        && model.selectedProperty().get() != null
                        && !phase.get().active(),
                phase,
                model.itemProperty(),
                model.selectedProperty());
        summary = Bindings.createStringBinding(this::summarise, rows);
        failedOnly.addListener((_, _, only) -> shown.setPredicate(only ? BatchRow::failed : null));
        model.itemProperty().addListener((_, before, now) -> {
            if (before == null || now == null || !before.root().equals(now.root())) {
                clear();
            }
        });
    }

    /** The cases and what came of them. */
    public ObservableList<BatchRow> rows() {
        return rows;
    }

    /** Those of them to show. */
    public ObservableList<BatchRow> shown() {
        return shown;
    }

    /** Whether only cases that failed are shown. */
    public BooleanProperty failedOnlyProperty() {
        return failedOnly;
    }

    /** How many have been run, and how many of them failed. */
    public StringBinding summary() {
        return summary;
    }

    /** Whether something can be run now. */
    public BooleanBinding canRun() {
        return canRun;
    }

    /** Runs the selected function with edge inputs made from its types, the values of its form being the ordinary ones. */
    public void tryCorners() {
        FunctionSignature function = model.selectedProperty().get();
        if (function != null) {
            String request = model.requestProperty().get().body();
            whenTrusted(item -> {
                Series series = series(item, function, cornerLimit(), true);
                prepare(series, () -> Corners.of(function, request), cases -> start(series, cases));
            });
        }
    }

    /** Asks for a CSV file, and runs the selected function once a row of it. */
    public void chooseRows() {
        if (canRun.get()) {
            model.wishes().make(new Wish.OpenTable(text("batch.csv"), this::runRows));
        }
    }

    /** Runs the selected function once a row of a CSV file whose first line names parameters. */
    public void runRows(Path file) {
        FunctionSignature function = model.selectedProperty().get();
        if (function != null) {
            whenTrusted(item -> {
                Series series = series(item, function, null, false);
                prepare(series, () -> CsvCases.of(content(file), function), rows -> startFitting(series, file, rows));
            });
        }
    }

    /** Asks first where the columns are not those of the parameters: mostly it is another function that was meant. */
    private void startFitting(Series series, Path file, CsvCases read) {
        if (read.fit() || read.cases().isEmpty()) {
            start(series, read.cases());
            return;
        }
        List<String> reasons = new ArrayList<>();
        if (!read.missing().isEmpty()) {
            reasons.add(text("batch.unfit.missing", String.join(", ", read.missing())));
        }
        if (!read.unknown().isEmpty()) {
            reasons.add(text("batch.unfit.unknown", String.join(", ", read.unknown())));
        }
        model.notices()
                .show(new Notice(
                        NOTICE,
                        Notice.Kind.QUESTION,
                        text("batch.unfit", file.getFileName(), series.function(), String.join(" ", reasons)),
                        List.of(
                                new Notice.Choice(text("batch.unfit.run"), () -> start(series, read.cases())),
                                Notice.Choice.decline(text("choice.cancel"), () -> {}))));
    }

    private Duration cornerLimit() {
        Duration usual = model.profile().timeLimit();
        return usual.compareTo(CORNER_LIMIT) < 0 ? usual : CORNER_LIMIT;
    }

    /** In the background; says when the encoding of the file had to be guessed. */
    private String content(Path file) throws IOException {
        TextFile read = TextFile.read(file);
        String remark = read.remark();
        if (!remark.isEmpty()) {
            tasks.onFx(() -> model.notices().show(new Notice(ENCODING, Notice.Kind.INFO, remark, List.of())));
        }
        return read.content();
    }

    /** Shows a run in the output area, and its inputs in the form of its function; what stood there can be put back. */
    public void show(BatchRow row) {
        FunctionSignature chosen = model.selectedProperty().get();
        Form before = chosen == null
                ? null
                : new Form(chosen.name(), model.requestProperty().get().body());
        model.notices().dismiss(FILLED);
        model.notices().dismiss(IN_HISTORY);
        if (model.fillRequest(function, row.tried().body())
                && before != null
                && !before.equals(
                        new Form(function, model.requestProperty().get().body()))) {
            model.notices()
                    .show(new Notice(
                            FILLED,
                            Notice.Kind.INFO,
                            text("batch.filled", row.number()),
                            List.of(new Notice.Choice(
                                    text("batch.filled.back"),
                                    () -> model.fillRequest(before.function(), before.body())))));
        }
        if (row.outcome() != null) {
            runs.get(row.number())
                    .ifPresentOrElse(
                            model.lastRunProperty()::set,
                            () -> model.notices()
                                    .show(new Notice(
                                            IN_HISTORY,
                                            Notice.Kind.INFO,
                                            text("batch.inHistory", row.number()),
                                            List.of())));
        }
    }

    /** The rows as cells for a spreadsheet, with a line of column names. @param chosen none means all */
    public String cells(List<BatchRow> chosen) {
        return BatchCells.of(chosen.isEmpty() ? shown : chosen, '\t');
    }

    /** Writes the table to a CSV file, in the background. */
    public void export(Path file) {
        List<BatchRow> written = List.copyOf(shown);
        tasks.run(
                () -> CsvFile.write(file, out -> {
                    out.write(BatchCells.of(written, ','));
                    return true;
                }),
                _ -> model.notices().saved(NOTICE, text("result.saved", file), file),
                e -> model.notices().show(Notice.error(NOTICE, text("result.notSaved", file, Reasons.of(e)))));
    }

    private void whenTrusted(Consumer<ItemFolder> action) {
        ItemFolder item = model.itemProperty().get();
        if (item == null || model.run().phase().active()) {
            return;
        }
        TrustQuestion.ask(model, trust, item, "choice.trustAndRun", () -> action.accept(item));
    }

    /** What was asked for is run, however long the file takes to be read and whatever is typed or opened meanwhile. */
    private Series series(ItemFolder item, FunctionSignature function, @Nullable Duration limit, boolean apart) {
        return new Series(
                item,
                new ItemCode(item.scriptPath(), model.sourceProperty().get(), item.wheels()),
                function.name(),
                model.profile(),
                limit,
                model.userProperty().get(),
                apart);
    }

    private <T> void prepare(Series series, Callable<T> maker, Consumer<T> then) {
        tasks.run(
                maker,
                made -> {
                    if (model.isOpen(series.item())) {
                        then.accept(made);
                    }
                },
                e -> model.notices().show(Notice.error(NOTICE, text("batch.notRead", Reasons.of(e)))));
    }

    private void start(Series series, List<BatchCase> cases) {
        if (cases.isEmpty() || cases.size() > MOST) {
            String key = cases.isEmpty() ? "batch.noRows" : "batch.tooMany";
            model.notices().show(Notice.error(NOTICE, text(key, cases.size(), MOST)));
            return;
        }
        if (!model.run().begin(RunState.Kind.MANY, this::stopCurrent)) {
            return;
        }
        model.notices().dismiss(NOTICE);
        stopped = false;
        clear();
        function = series.function();
        rows.setAll(IntStream.range(0, cases.size())
                .mapToObj(i -> new BatchRow(i + 1, cases.get(i), null))
                .toList());
        next(series, 0);
    }

    private void clear() {
        runs.clear();
        done = 0;
        succeeded = 0;
        changes.forget();
        rows.clear();
    }

    private void next(Series series, int place) {
        if (stopped || place >= rows.size()) {
            end();
            changes.tell(series.apart());
            return;
        }
        InvocationRequest request = series.request(rows.get(place).tried());
        tasks.run(
                () -> runner.start(series.item(), series.code(), request, _ -> {}),
                started -> follow(series, request, started, place),
                e -> {
                    end();
                    changes.tell(series.apart());
                    model.notices().show(Notice.error(NOTICE, text("notice.runFailed", Reasons.of(e))));
                });
    }

    private void follow(Series series, InvocationRequest request, Invocation started, int place) {
        current = started;
        if (model.run().move(RunPhase.STARTING, RunPhase.RUNNING)) {
            model.run().publish();
        }
        if (stopped) {
            started.stop();
        }
        started.result().thenAccept(result -> tasks.onFx(() -> took(series, request, result, place)));
    }

    private void took(Series series, InvocationRequest request, InvocationResult result, int place) {
        current = null;
        FinishedRun run = new FinishedRun(request, result);
        // Another item may have been opened meanwhile: what this run changed is taken back all the same.
        boolean same = place < rows.size() && rows.get(place).outcome() == null;
        if (same) {
            BatchRow row = rows.get(place);
            BatchOutcome outcome = BatchOutcome.of(result);
            runs.keep(row.number(), run);
            done++;
            succeeded += outcome.succeeded() ? 1 : 0;
            rows.set(place, new BatchRow(row.number(), row.tried(), outcome));
        }
        changes.settle(series.item(), run.changed(), place + 1, series.apart(), () -> {
            if (same) {
                next(series, place + 1);
            } else {
                end();
            }
        });
    }

    private void stopCurrent() {
        stopped = true;
        if (current != null) {
            current.stop();
        }
    }

    private void end() {
        current = null;
        model.run().end();
    }

    private String summarise() {
        return rows.isEmpty() ? "" : text("batch.summary", done, rows.size(), succeeded);
    }
}
