package dev.bobbin.app.run;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Batcher;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.FunctionRunner;
import dev.bobbin.app.workspace.LogBuffer;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.RequestDraft;
import dev.bobbin.app.workspace.RunAgain;
import dev.bobbin.app.workspace.RunPhase;
import dev.bobbin.app.workspace.RunSetting;
import dev.bobbin.app.workspace.RunState;
import dev.bobbin.app.workspace.StreamedText;
import dev.bobbin.app.workspace.Trust;
import dev.bobbin.app.workspace.TrustQuestion;
import dev.bobbin.app.workspace.WholeLog;
import dev.bobbin.app.workspace.Wish;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.EngineState;
import dev.bobbin.emulator.invoke.Invocation;
import dev.bobbin.emulator.invoke.InvocationListener;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.invoke.StreamChunk;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.service.Status;
import dev.bobbin.emulator.signature.FunctionSignature;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Runs the selected function with what the form holds, on the editor's present text, and decides what to ask before: may
 * this folder run code, and shall a request go out that the service would refuse.
 */
public final class RunViewModel {

    /** Most fields that a question names. */
    private static final int MOST_NAMED = 5;

    private static final String REFUSED = "refused-request";
    private static final String STILL = "still-running";

    /** Pieces of a stream that wait to be shown; of more, only the last are. */
    private static final int MOST_PIECES = 10_000;

    private final WorkspaceModel model;
    private final FunctionRunner runner;
    private final Trust trust;
    private final TaskRunner tasks;
    private final RunState state;
    private final BooleanBinding canRun;
    private final BooleanBinding canStop;
    private final BooleanBinding active;
    private final BooleanBinding single;
    private final StringBinding status;
    private final InstantSource time;
    private final RunClock clock;
    /** Asked last before a run; others ask about examples and requests from outside. */
    private Optional<Notice> trustQuestion = Optional.empty();

    private @Nullable Invocation current;
    private @Nullable Duration limit;

    /**
     * A function that somebody wants to be run.
     *
     * @param draft what the form held when it was asked for
     * @param again what it is to repeat; null for a run in the chosen setting, as it is when it starts
     */
    private record Attempt(
            ItemFolder item,
            FunctionSignature function,
            RequestDraft draft,
            @Nullable RunAgain again) {

        @Nullable
        RunSetting setting() {
            return again == null ? null : again.setting();
        }
    }

    /** @param time tells how long a run takes */
    public RunViewModel(
            WorkspaceModel model, FunctionRunner runner, Trust trust, TaskRunner tasks, InstantSource time) {
        this.model = model;
        this.runner = runner;
        this.trust = trust;
        this.tasks = tasks;
        this.state = model.run();
        var phase = state.phaseProperty();
        active = Bindings.createBooleanBinding(() -> phase.get().active(), phase);
        single = Bindings.createBooleanBinding(() -> phase.get().active() && state.kind() == RunState.Kind.ONE, phase);
        canRun = model.ready().and(model.selectedProperty().isNotNull()).and(active.not());
        canStop = phase.isEqualTo(RunPhase.STARTING).or(phase.isEqualTo(RunPhase.RUNNING));
        this.time = time;
        clock = new RunClock(time);
        phase.addListener((_, _, now) -> measure(now));
        status = Bindings.createStringBinding(
                () -> (text("run.phase." + phase.get()) + " "
                                + clock.wordsProperty().get())
                        .strip(),
                phase,
                clock.wordsProperty());
        model.itemProperty().addListener((_, before, now) -> {
            if (now != null && (before == null || !before.root().equals(now.root()))) {
                prepare();
            }
        });
        model.savedSourceProperty().addListener((_, _, _) -> prepare());
        model.engineProperty().addListener((_, _, _) -> noteEngine());
        // The question was about another request.
        model.requestProperty().addListener((_, _, _) -> model.notices().dismiss(REFUSED));
        model.sourceProperty().addListener((_, _, _) -> model.notices().dismiss(REFUSED));
        active.addListener((_, _, runs) -> {
            if (runs) {
                model.notices().dismiss(REFUSED);
            }
        });
        model.selectedProperty().addListener((_, before, now) -> {
            if (before == null || now == null || !before.name().equals(now.name())) {
                model.notices().dismiss(REFUSED);
                // Whoever agrees means the function that is on the screen.
                trustQuestion.ifPresent(model.notices()::dismiss);
            }
        });
    }

    /** Whether there is something to run and nothing runs. */
    public BooleanBinding canRun() {
        return canRun;
    }

    /** Whether something runs that has not been told to stop. */
    public BooleanBinding canStop() {
        return canStop;
    }

    /** Whether a run is under way. */
    public BooleanBinding active() {
        return active;
    }

    /** Whether one request is being run, whose result will be shown. */
    public BooleanBinding single() {
        return single;
    }

    /** What the run is doing, in a word or two, and for how many seconds. */
    public StringBinding status() {
        return status;
    }

    /** Brings the seconds of {@link #status} up to date; to be called every second while something runs. */
    public void tick() {
        clock.tick();
    }

    /** Says that something runs already, and how to end it. @param stopKeys that stop it, to read */
    public void tellActive(String stopKeys) {
        model.notices().show(new Notice(STILL, Notice.Kind.INFO, text("notice.stillRunning", stopKeys), List.of()));
    }

    /** Runs the selected function, after asking what must be asked. */
    public void run() {
        run(null);
    }

    /** The same as an earlier run was. @param again null for a run in the chosen setting, as it is then */
    public void run(@Nullable RunAgain again) {
        ItemFolder item = model.itemProperty().get();
        FunctionSignature function = model.selectedProperty().get();
        if (item == null || function == null || state.phase().active()) {
            return;
        }
        if (model.requestBehindProperty().get()) {
            whenRequestStands(() -> {
                FunctionSignature chosen = model.selectedProperty().get();
                if (model.isOpen(item) && chosen != null && chosen.name().equals(function.name())) {
                    run(again);
                }
            });
            return;
        }
        Attempt attempt = new Attempt(item, function, model.requestProperty().get(), again);
        if (trust.trusts(item.root())) {
            send(attempt);
        } else {
            trustQuestion = TrustQuestion.ask(model, trust, item, "choice.trustAndRun", () -> send(asNow(attempt)));
        }
    }

    /** Waits for what the form is about to send: a large table takes a moment to become one. */
    private void whenRequestStands(Runnable then) {
        model.requestBehindProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> behind, Boolean before, Boolean now) {
                behind.removeListener(this);
                then.run();
            }
        });
    }

    private void send(Attempt attempt) {
        if (!attempt.draft().refused().isEmpty()) {
            askToSendAnyway(attempt);
        } else {
            start(attempt);
        }
    }

    /** The attempt with what the form holds now. */
    private Attempt asNow(Attempt attempt) {
        FunctionSignature chosen = model.selectedProperty().get();
        return chosen == null
                ? attempt
                : new Attempt(attempt.item(), chosen, model.requestProperty().get(), attempt.again());
    }

    /** Ends the run; it is over within two seconds, whatever the function does. */
    public void stop() {
        state.stop();
    }

    private void stopCurrent() {
        if (current != null) {
            current.stop();
        }
    }

    private void askToSendAnyway(Attempt attempt) {
        List<String> refused = attempt.draft().refused();
        String named = refused.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int http = model.profile().httpStatus(Status.BAD_REQUEST, List.of());
        model.notices()
                .show(new Notice(
                        REFUSED,
                        Notice.Kind.QUESTION,
                        text("notice.refused", named, http, Math.max(0, refused.size() - MOST_NAMED)),
                        List.of(
                                new Notice.Choice(
                                        text("choice.correct"),
                                        () -> model.wishes().make(new Wish.Correct())),
                                new Notice.Choice(text("choice.sendAnyway"), () -> start(attempt)))));
    }

    private void start(Attempt attempt) {
        ItemFolder item = attempt.item();
        RunSetting setting = attempt.setting();
        InvocationRequest request = request(attempt);
        if (!state.begin(RunState.Kind.ONE, this::stopCurrent)) {
            return;
        }
        limit = request.timeLimit() == null ? request.profile().timeLimit() : request.timeLimit();
        model.notices().dismiss(REFUSED);
        model.notices().dismiss(FunctionRunner.NOT_STARTED);
        model.notices().dismissTold();
        model.logs().clear();
        model.streamed().clear();
        RunAgain again = attempt.again();
        if (again != null) {
            again.started().run();
        }
        ItemCode code = presentCode(item);
        WholeLog whole = model.logs().whole();
        // A run goes on when another item is opened, which has logs of its own.
        Batcher<LogLine> logs = new Batcher<>(tasks, LogBuffer.LIMIT, (batch, lost) -> {
            if (model.isOpen(item)) {
                model.logs().append(batch, lost);
            }
        });
        Batcher<StreamedText.Arrival> pieces = new Batcher<>(tasks, MOST_PIECES, (batch, _) -> {
            if (model.isOpen(item)) {
                model.streamed().append(batch);
            }
        });
        InvocationListener listener = new InvocationListener() {
            @Override
            public void log(LogLine line) {
                whole.add(line);
                logs.add(line);
            }

            @Override
            public void chunk(StreamChunk chunk) {
                pieces.add(new StreamedText.Arrival(chunk.text(), time.instant()));
            }
        };
        tasks.run(
                () -> (setting == null ? runner : runner.in(setting.engine())).start(item, code, request, listener),
                started -> follow(attempt, request, started, List.of(logs, pieces)),
                e -> {
                    end();
                    model.notices()
                            .show(Notice.error(FunctionRunner.NOT_STARTED, text("notice.runFailed", Reasons.of(e))));
                });
    }

    private InvocationRequest request(Attempt attempt) {
        RunSetting setting = attempt.setting();
        return new InvocationRequest(
                UUID.randomUUID().toString(),
                attempt.function().name(),
                attempt.draft().body(),
                setting == null ? model.profile() : setting.profile(),
                setting == null ? null : setting.timeLimit(),
                setting == null ? model.userProperty().get() : setting.user(),
                setting == null ? Circumstances.USUAL : setting.circumstances());
    }

    private void follow(Attempt attempt, InvocationRequest request, Invocation started, List<Batcher<?>> waiting) {
        current = started;
        if (state.phase() == RunPhase.STOPPING) {
            started.stop();
        }
        noteEngine();
        started.result()
                .thenAccept(result -> tasks.onFx(() -> {
                    waiting.forEach(Batcher::flush);
                    end();
                    show(attempt, request, result);
                }));
    }

    private void show(Attempt attempt, InvocationRequest request, InvocationResult result) {
        if (!model.isOpen(attempt.item())) {
            return;
        }
        FinishedRun run = new FinishedRun(request, result, model.streamed().pieces());
        model.lastRunProperty().set(run);
        RunAgain again = attempt.again();
        if (again != null) {
            again.ended().accept(run);
        }
    }

    /** Of the engine's start and of many runs nobody knows how long they may take; one run has its limit. */
    private void measure(RunPhase now) {
        if (now == RunPhase.STARTING) {
            clock.start(null);
        } else if (now == RunPhase.RUNNING && state.kind() == RunState.Kind.ONE) {
            clock.start(limit);
        } else if (!now.active()) {
            clock.stop();
            model.notices().dismiss(STILL);
        }
    }

    private void end() {
        current = null;
        state.end();
    }

    private void noteEngine() {
        if (current != null
                && model.engineProperty().get() instanceof EngineState.Ready
                && state.move(RunPhase.STARTING, RunPhase.RUNNING)) {
            state.publish();
        }
    }

    private void prepare() {
        ItemFolder item = model.itemProperty().get();
        if (item == null
                || !item.scriptExists()
                || !trust.trusts(item.root())
                || state.phase().active()) {
            return;
        }
        ItemCode code = presentCode(item);
        tasks.run(
                () -> {
                    runner.prepare(code);
                    return code;
                },
                _ -> {},
                // The run itself will meet the same problem and report it.
                _ -> {});
    }

    private ItemCode presentCode(ItemFolder item) {
        return new ItemCode(item.scriptPath(), model.sourceProperty().get(), item.wheels());
    }
}
