package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.invoke.EngineOutcome;
import dev.bobbin.emulator.invoke.EngineOutcome.Answered;
import dev.bobbin.emulator.invoke.EngineOutcome.LoadFailed;
import dev.bobbin.emulator.invoke.EngineOutcome.ProcessLost;
import dev.bobbin.emulator.invoke.EngineOutcome.Stopped;
import dev.bobbin.emulator.invoke.EngineOutcome.TimedOut;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.service.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That functions which harm the process they run in cost the next run nothing; on real processes. */
abstract class HarmContract extends RequestsContract {

    @ParameterizedTest
    @ValueSource(strings = {"endless_loop", "long_sleep", "big_power", "endless_allocation"})
    void stopEndsWhateverRunsAndTheNextRunWorks(String function) {
        EngineRig.Call call = rig.begin(harm, function, "{}", EngineRig.LONG);
        assertThat(call.next()).isEqualTo("running");

        call.stop();

        assertThat(call.outcome()).isInstanceOf(Stopped.class);
        assertThatTheNextRunWorks();
    }

    @Test
    void theTimeLimitEndsARunAndTheNextRunWorks() {
        EngineRig.Call call = rig.begin(harm, "endless_loop", "{}", Duration.ofMillis(300));

        assertThat(call.outcome()).isEqualTo(new TimedOut(Duration.ofMillis(300)));
        assertThatTheNextRunWorks();
    }

    @ParameterizedTest
    @CsvSource({
        "leave_at_once, with os._exit",
        "give_up, signal 6",
        "crash, native code",
        "replace_builtins, parts of Python itself"
    })
    void aProcessThatIsLostIsExplainedAndReplaced(String function, String reason) {
        EngineOutcome outcome = rig.call(harm, function, "{}");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ProcessLost.class, lost -> assertThat(lost.reason()).contains(reason));
        assertThatTheNextRunWorks();
    }

    @Test
    void aProcessEndedFromOutsideIsReplaced() {
        EngineRig.Call call = rig.begin(harm, "long_sleep", "{}", EngineRig.LONG);
        assertThat(call.next()).isEqualTo("running");

        ProcessHandle.of(engine.pid().orElseThrow()).orElseThrow().destroyForcibly();

        assertThat(call.outcome()).isInstanceOf(ProcessLost.class);
        assertThatTheNextRunWorks();
    }

    @Test
    void anExitIsAFailureLikeAnyOther() {
        Answered answered = answered(rig.call(harm, "leave", "{}"));

        assertThat(answered.status()).isEqualTo(Status.FAILED);
        assertThat(answered.errors().getFirst().properties().path("error_type").asText())
                .isEqualTo("SystemExit");
    }

    @Test
    void changesToModulesAndStreamsHarmNobody() {
        assertThat(answered(rig.call(harm, "replace_json", "{}")).outputJson()).isEqualTo("\"done\"");

        EngineRig.Call closing = rig.begin(harm, "close_streams", "{}", EngineRig.LONG);

        assertThat(answered(closing.outcome()).outputJson()).isEqualTo("\"done\"");
        assertThat(closing.messages()).containsExactly("printed after all");
        assertThatTheNextRunWorks();
    }

    @Test
    void recursionGoesAsDeepAsPythonAllowsAndNoDeeper() {
        assertThat(answered(rig.call(harm, "depth", "{\"levels\": 900}")).outputJson())
                .isEqualTo("900");
        assertThat(answered(rig.call(harm, "recurse", "{}"))
                        .errors()
                        .getFirst()
                        .properties()
                        .path("error_type")
                        .asText())
                .isEqualTo("RecursionError");
    }

    /** Where the stack ends the log line has no room either, and what cannot be logged must not become another error. */
    @Test
    void recursionThatLogsItsEndIsARecursionErrorToo() {
        EngineRig.Call logging = rig.begin(harm, "recurse_and_log", "{}", EngineRig.LONG);

        assertThat(answered(logging.outcome())
                        .errors()
                        .getFirst()
                        .properties()
                        .path("error_type")
                        .asText())
                .isEqualTo("RecursionError");
        assertThat(logging.messages()).contains("level 1 failed with RecursionError");
        assertThatTheNextRunWorks();
    }

    @Test
    void aThreadThatOutlivesItsRunDoesNotSpeakInAnother() {
        assertThat(answered(rig.call(harm, "leave_a_thread", "{}")).outputJson())
                .isEqualTo("\"left\"");

        EngineRig.Call next = rig.begin(harm, "wait_for_it", "{}", EngineRig.LONG);

        assertThat(answered(next.outcome()).outputJson()).isEqualTo("\"joined\"");
        assertThat(next.messages()).containsExactly("mine");
    }

    @Test
    void oneRunThatIsStoppedLeavesTheOthersAlone() throws IOException {
        ItemCode code = rig.code("""
                import os, threading, time

                @udf.function()
                def for_ever() -> str:
                    print("running")
                    threading.Event().wait()

                @udf.function()
                def finish() -> str:
                    print("running")
                    while not os.path.exists("go"):
                        time.sleep(0.01)
                    return "finished"

                @udf.function()
                def fresh() -> bool:
                    return True
                """);
        EngineRig.Call endless = rig.begin(code, "for_ever", "{}", EngineRig.LONG);
        EngineRig.Call other = rig.begin(code, "finish", "{}", EngineRig.LONG);
        assertThat(endless.next()).isEqualTo("running");
        assertThat(other.next()).isEqualTo("running");

        endless.stop();

        assertThat(endless.outcome()).isInstanceOf(Stopped.class);
        assertThat(answered(rig.call(code, "fresh", "{}")).outputJson()).isEqualTo("true");
        assertThat(other.hasEnded()).isFalse();
        Files.createFile(folder.resolve("go"));
        assertThat(answered(other.outcome()).outputJson()).isEqualTo("\"finished\"");
    }

    @Test
    void aModuleThatCannotBeLoadedSaysWhy() {
        LoadFailed failing = loadFailed("RATE = {}['EUR']\n");
        assertThat(failing.traceback().type()).isEqualTo("KeyError");
        assertThat(failing.traceback().frames().getLast().line()).isEqualTo(3);

        LoadFailed missing = loadFailed("import library_nobody_has\n");
        assertThat(missing.missingModule()).isEqualTo("library_nobody_has");

        LoadFailed leaving = loadFailed("import os\nraise SystemExit(3)\n");
        assertThat(leaving.traceback().type()).isEqualTo("SystemExit");
        assertThatTheNextRunWorks();
    }

    @Test
    void aModuleThatEndsThePythonProcessIsExplained() {
        EngineOutcome outcome = rig.call(rig.code("import os\nos._exit(7)\n"), "any", "{}");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ProcessLost.class, lost -> assertThat(lost.reason()).contains("exit code 7"));
        assertThatTheNextRunWorks();
    }

    private void assertThatTheNextRunWorks() {
        assertThat(answered(rig.call(harm, "hello", "{\"name\": \"Ada\"}")).outputJson())
                .isEqualTo("\"hello Ada\"");
    }

    private LoadFailed loadFailed(String source) {
        EngineOutcome outcome = rig.call(rig.code(source), "any", "{}");
        assertThat(outcome).isInstanceOf(LoadFailed.class);
        return (LoadFailed) outcome;
    }
}
