package dev.bobbin.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.RequestDraft;
import dev.bobbin.app.workspace.RunAgain;
import dev.bobbin.app.workspace.RunPhase;
import dev.bobbin.app.workspace.RunSetting;
import dev.bobbin.app.workspace.RunState;
import dev.bobbin.app.workspace.ScriptedRunner;
import dev.bobbin.app.workspace.Trust;
import dev.bobbin.app.workspace.TrustQuestion;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.EngineState;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.invoke.StreamChunk;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.badday.BadDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunViewModelTest {

    private final List<String> heard = new ArrayList<>();
    private static final String SCRIPT = """
            import fabric.functions as fn
            udf = fn.UserDataFunctions()

            @udf.function()
            def hello(name: str) -> str:
                return name

            @udf.function()
            def wipe() -> str:
                return "gone"
            """;

    private final ScriptedRunner runner = new ScriptedRunner();
    private final TrustedSet trust = new TrustedSet();
    private @TempDir Path folder;
    private WorkspaceModel model;
    private RunViewModel run;
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void open() throws IOException {
        model = Models.open(folder, SCRIPT);
        run = new RunViewModel(model, runner, trust, new SameThreadTaskRunner(), () -> now);
        model.requestProperty().set(new RequestDraft("{\"name\": \"Ada\"}", List.of()));
        model.engineProperty().set(new EngineState.Ready("3.12"));
    }

    @Test
    void theFirstRunInAFolderAsksForTrustAndRunsNothing() {
        run.run();
        assertThat(runner.requests).isEmpty();
        assertThat(notice("trust").text()).contains(folder.toString());
    }

    @Test
    void aRunWaitsForTheRequestThatTheFormIsMaking() {
        trust.trust(folder);
        model.requestBehindProperty().set(true);
        run.run();
        model.select("wipe");
        model.requestBehindProperty().set(false);
        assertThat(runner.requests).as("another function has another form").isEmpty();

        model.select("hello");
        model.requestBehindProperty().set(true);
        run.run();
        assertThat(runner.requests).isEmpty();
        model.requestProperty().set(new RequestDraft("{\"name\": \"Grace\"}", List.of()));
        model.requestBehindProperty().set(false);
        assertThat(runner.requests)
                .singleElement()
                .satisfies(request -> assertThat(request.body()).contains("Grace"));
    }

    @Test
    void aQuestionAboutARequestIsOverWhenTheCodeIsEditedOrSomethingElseRuns() {
        trust.trust(folder);
        model.requestProperty().set(new RequestDraft("{}", List.of("name")));
        run.run();
        assertThat(model.notices().shown()).hasSize(1);
        model.sourceProperty().set("# edited\n" + SCRIPT);
        assertThat(model.notices().shown()).isEmpty();

        run.run();
        assertThat(model.notices().shown()).hasSize(1);
        model.run().begin(RunState.Kind.MANY, () -> {});
        assertThat(model.notices().shown()).isEmpty();
    }

    @Test
    void trustingRunsAtOnceAndIsRemembered() {
        run.run();
        choose("trust", 0);
        assertThat(runner.requests).hasSize(1);
        assertThat(trust.trusts(folder)).isTrue();
        assertThat(model.notices().shown()).isEmpty();
    }

    @Test
    void theQuestionForTrustIsOverWhenAnotherFunctionIsChosen() {
        run.run();
        model.select("wipe");
        assertThat(model.notices().shown()).isEmpty();
        assertThat(trust.trusts(folder)).isFalse();

        run.run();
        choose("trust", 0);
        assertThat(runner.requests)
                .singleElement()
                .satisfies(request -> assertThat(request.function()).isEqualTo("wipe"));
    }

    @Test
    void choosingAnotherFunctionLeavesAQuestionForTrustThatIsNotAboutARun() {
        run.run();
        TrustQuestion.ask(model, trust, model.itemProperty().get(), "choice.trustAndRun", () -> {});
        model.select("wipe");
        assertThat(notice("trust")).isNotNull();
    }

    @Test
    void afterTheQuestionForTrustRunsWhatTheFormOfThatFunctionHoldsThen() {
        run.run();
        model.requestProperty().set(new RequestDraft("{\"name\": \"Grace\"}", List.of()));
        choose("trust", 0);

        assertThat(runner.requests.getLast().body()).isEqualTo("{\"name\": \"Grace\"}");
    }

    @Test
    void notNowRunsNothingAndAsksAgainNextTime() {
        run.run();
        choose("trust", 1);
        assertThat(runner.requests).isEmpty();
        run.run();
        assertThat(notice("trust")).isNotNull();
    }

    @Test
    void noCodeIsLoadedFromAFolderThatIsNotTrusted() {
        model.savedSourceProperty().set(SCRIPT + "\n");
        assertThat(runner.prepared).isEmpty();
        trust.trust(folder);
        model.savedSourceProperty().set(SCRIPT + "\n\n");
        assertThat(runner.prepared).hasSize(1);
    }

    @Test
    void whatRunsIsTheEditorsTextSavedOrNot() {
        trust.trust(folder);
        model.sourceProperty().set(SCRIPT + "# edited");
        run.run();
        assertThat(runner.codes.getLast().text()).endsWith("# edited");
        assertThat(runner.requests.getLast().body()).isEqualTo("{\"name\": \"Ada\"}");
        assertThat(runner.requests.getLast().function()).isEqualTo("hello");
    }

    @Test
    void aRequestTheServiceWouldRefuseIsSentOnlyWhenTheUserSaysSo() {
        trust.trust(folder);
        model.requestProperty().set(new RequestDraft("{}", List.of("count", "day")));
        run.run();
        assertThat(runner.requests).isEmpty();
        assertThat(notice("refused-request").text()).contains("HTTP 400", "count, day.");
        choose("refused-request", 1);
        assertThat(runner.requests).hasSize(1);
    }

    @Test
    void theQuestionAboutARefusedRequestGoesAwayWhenTheFormIsMended() {
        trust.trust(folder);
        model.requestProperty().set(new RequestDraft("{}", List.of("count", "day")));
        run.run();
        model.requestProperty().set(new RequestDraft("{}", List.of()));
        assertThat(model.notices().shown()).isEmpty();
    }

    @Test
    void theQuestionAboutARefusedRequestGoesAwayWithTheRequestItWasAbout() {
        trust.trust(folder);
        model.requestProperty().set(new RequestDraft("{}", List.of("name is missing")));
        run.run();
        model.requestProperty().set(new RequestDraft("{\"name\": 1}", List.of("name is missing")));
        assertThat(model.notices().shown()).isEmpty();

        run.run();
        assertThat(notice("refused-request")).isNotNull();
        model.select("wipe");
        assertThat(model.notices().shown())
                .as("also when the other function's request is the same")
                .isEmpty();
    }

    @Test
    void aRunTellsItsSecondsAndHowManyItMayTake() {
        trust.trust(folder);
        model.engineProperty().set(new EngineState.WarmingUp());
        run.run();
        run.tick();
        assertThat(run.status().get()).isEqualTo("Starting the engine and loading the code…");
        pass(5);
        assertThat(run.status().get()).isEqualTo("Starting the engine and loading the code… 5 s");
        model.engineProperty().set(new EngineState.Ready("3.12"));
        assertThat(run.status().get()).isEqualTo("Running…");
        pass(12);
        assertThat(run.status().get())
                .isEqualTo(
                        "Running… 12 s of at most %d s",
                        model.profile().timeLimit().toSeconds());
        runner.finish(new InvocationResult.Stopped(Duration.ZERO, RunTrace.EMPTY));
        run.tick();
        assertThat(run.status().get()).isEqualTo("Done");
    }

    private RunAgain again(RunSetting setting) {
        return new RunAgain(setting, () -> heard.add("started"), _ -> heard.add("ended"));
    }

    @Test
    void theLimitOfARunIsThatOfItsSetting() {
        trust.trust(folder);
        run.run(again(new RunSetting(
                "embedded", model.profile(), ExecutingUser.LOCAL, Duration.ofSeconds(9), Circumstances.USUAL)));
        pass(3);
        assertThat(run.status().get()).isEqualTo("Running… 3 s of at most 9 s");
    }

    @Test
    void whoAsksAgainIsToldThatSomethingRunsUntilItHasEnded() {
        trust.trust(folder);
        run.run();
        run.tellActive("Shift+F5");
        assertThat(notice("still-running").text()).contains("Shift+F5");
        runner.finish(new InvocationResult.Stopped(Duration.ZERO, RunTrace.EMPTY));
        assertThat(model.notices().shown()).isEmpty();
    }

    @Test
    void anotherSettingHoldsForThatRunOnlyAlsoWhenTrustIsAskedForFirst() {
        ServiceProfile other = ServiceProfiles.named("service-2026").orElseThrow();
        ExecutingUser guest = new ExecutingUser("oid", "tenant", "guest@example.com");
        Circumstances badDay = new Circumstances(Map.of("Db", BadDay.of("denied")), Map.of());
        run.run(again(new RunSetting("cpython", other, guest, Duration.ofSeconds(3), badDay)));
        assertThat(heard).as("the question stands").isEmpty();
        choose("trust", 0);
        assertThat(heard).containsExactly("started");

        InvocationRequest then = runner.requests.getLast();
        assertThat(then.profile()).isEqualTo(other);
        assertThat(then.user()).isEqualTo(guest);
        assertThat(then.timeLimit()).isEqualTo(Duration.ofSeconds(3));
        assertThat(then.circumstances()).isEqualTo(badDay);
        assertThat(runner.engines).containsExactly("cpython");

        runner.finish(new InvocationResult.Stopped(Duration.ZERO, RunTrace.EMPTY));
        assertThat(heard).containsExactly("started", "ended");
        run.run();
        InvocationRequest next = runner.requests.getLast();
        assertThat(next.profile()).isEqualTo(model.profile());
        assertThat(next.user()).isEqualTo(ExecutingUser.LOCAL);
        assertThat(next.circumstances()).isEqualTo(Circumstances.USUAL);
    }

    @Test
    void phasesGoFromStartingOverRunningToDone() {
        trust.trust(folder);
        model.engineProperty().set(new EngineState.WarmingUp());
        run.run();
        assertThat(phase()).isEqualTo(RunPhase.STARTING);
        model.engineProperty().set(new EngineState.Ready("3.12"));
        assertThat(phase()).isEqualTo(RunPhase.RUNNING);
        runner.finish(new InvocationResult.Stopped(Duration.ZERO, RunTrace.EMPTY));
        assertThat(phase()).isEqualTo(RunPhase.DONE);
        assertThat(Objects.requireNonNull(model.lastRunProperty().get()).function())
                .isEqualTo("hello");
    }

    @Test
    void stoppingEndsTheRunAndTheNextOneWorks() {
        trust.trust(folder);
        run.run();
        assertThat(run.canStop().get()).isTrue();
        run.stop();
        assertThat(phase()).isEqualTo(RunPhase.DONE);
        run.run();
        assertThat(runner.requests).hasSize(2);
        assertThat(phase()).isEqualTo(RunPhase.RUNNING);
    }

    @Test
    void aSecondRunCannotStartWhileOneIsUnderWay() {
        trust.trust(folder);
        run.run();
        run.run();
        assertThat(runner.requests).hasSize(1);
        assertThat(run.canRun().get()).isFalse();
    }

    @Test
    void logsOfARunReplaceThoseOfTheRunBefore() {
        trust.trust(folder);
        run.run();
        log("one");
        runner.finish(new InvocationResult.Stopped(Duration.ZERO, RunTrace.EMPTY));
        run.run();
        log("two");
        assertThat(model.logs().lines()).extracting(LogLine::message).containsExactly("two");
    }

    @Test
    void aRunThatGoesOnSaysNothingInTheItemOpenedMeanwhile() throws IOException {
        trust.trust(folder);
        run.run();
        log("one");
        Path other = Files.createDirectories(folder.resolve("Other.UserDataFunction"));
        Files.writeString(other.resolve("function_app.py"), SCRIPT);
        model.open(ItemReader.read(other));
        log("two");
        runner.listener.chunk(new StreamChunk("streamed", false));
        assertThat(model.logs().lines()).isEmpty();
        assertThat(model.streamed().textProperty().get()).isEmpty();
    }

    @Test
    void whatAFunctionStreamsIsSeenWhileItRuns() {
        trust.trust(folder);
        run.run();
        runner.listener.chunk(new StreamChunk("one ", false));
        runner.listener.chunk(new StreamChunk("dHdv", true));
        assertThat(model.streamed().textProperty().get()).isEqualTo("one two");
        runner.listener.chunk(new StreamChunk("x".repeat(100_000), false));
        assertThat(model.streamed().textProperty().get().length()).isLessThan(60_000);
        runner.finish(new InvocationResult.Stopped(Duration.ZERO, RunTrace.EMPTY));
        run.run();
        assertThat(model.streamed().textProperty().get()).isEmpty();
    }

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
        run.tick();
    }

    private void log(String message) {
        runner.listener.log(new LogLine(Instant.EPOCH, LogLine.Level.INFO, message));
    }

    private RunPhase phase() {
        return model.run().phaseProperty().get();
    }

    private Notice notice(String id) {
        return model.notices().shown().stream()
                .filter(notice -> notice.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void choose(String id, int choice) {
        Notice notice = notice(id);
        model.notices().choose(notice, notice.choices().get(choice));
    }

    private static final class TrustedSet implements Trust {
        private final Set<Path> folders = new HashSet<>();

        @Override
        public boolean trusts(Path folder) {
            return folders.contains(folder);
        }

        @Override
        public void trust(Path folder) {
            folders.add(folder);
        }
    }
}
