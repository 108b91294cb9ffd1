package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.invoke.EngineOutcome;
import dev.bobbin.emulator.invoke.EngineOutcome.Answered;
import dev.bobbin.emulator.invoke.EngineOutcome.ProcessLost;
import dev.bobbin.emulator.invoke.EngineOutcome.TimedOut;
import dev.bobbin.emulator.service.EngineFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Children that do not keep to the protocol: real processes that say what they like. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the children are shell scripts")
class BrokenChildTest {

    private static final String READY = "echo '{\"type\": \"ready\", \"python\": \"3.12.0\"}'; read load; ";
    private static final String LOADED = READY + "echo '{\"type\": \"loaded\", \"module\": 1}'; read invoke; ";
    private static final String RESULT =
            "{\"type\": \"result\", \"run\": 1, \"status\": \"Succeeded\", \"output\": \"7\"}";
    private static final String WAIT = "; cat > /dev/null";

    @TempDir
    Path folder;

    @Test
    void garbageBetweenMessagesIsLoggedAndHarmsNothing() {
        EngineRig.Call call =
                call(LOADED + "echo garbage; echo '{\"type\": 5}'; echo '[1]'; echo; echo '" + RESULT + "'" + WAIT);

        assertThat(call.outcome())
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(answered.outputJson()).isEqualTo("7"));
        assertThat(call.messages()).contains("garbage");
    }

    @Test
    void halfAMessageAtTheEndIsALostProcess() {
        EngineOutcome outcome =
                call(LOADED + "printf '{\"type\": \"result\", \"run\": 1'").outcome();

        assertThat(outcome).isInstanceOf(ProcessLost.class);
    }

    @Test
    void aMessageWithoutEndIsToldAsWhatItIs() throws Exception {
        CompletableFuture<Integer> end = new CompletableFuture<>();
        ChildProcess.start(
                new ChildCommand(List.of("/bin/sh", "-c", "cat /dev/zero"), Map.of()),
                new ChildProcess.Listener() {
                    @Override
                    public void message(ChildMessage message) {}

                    @Override
                    public void ended(int exitCode, String lastWords) {
                        end.complete(exitCode);
                    }
                },
                1000);

        assertThat(EndReason.of(end.get(), true, "", 0).kind()).isEqualTo(EngineFault.Kind.SAID_TOO_MUCH);
    }

    @Test
    void anAnswerThatIsDamagedIsNotWaitedForTwice() {
        EngineOutcome outcome = call(LOADED + "echo '{\"type\": \"result\", \"run\": 1, \"out hello put\"'" + WAIT)
                .outcome();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ProcessLost.class, lost -> assertThat(lost.reason()).contains("damaged"));
    }

    @Test
    void answersNobodyAskedForAreIgnored() {
        EngineRig.Call call = call(LOADED
                + "echo '{\"type\": \"result\", \"run\": 99, \"status\": \"Succeeded\", \"output\": \"1\"}';"
                + "echo '{\"type\": \"host\", \"call\": 1, \"run\": 99, \"op\": \"sql.open\"}';"
                + "echo '{\"type\": \"loaded\", \"module\": 42}'; echo '" + RESULT + "'" + WAIT);

        assertThat(call.outcome()).isInstanceOf(Answered.class);
    }

    @Test
    void aChildThatNeverComesUpIsGivenUp() {
        assertThat(call("cat > /dev/null").outcome())
                .isInstanceOfSatisfying(
                        ProcessLost.class, lost -> assertThat(lost.reason()).contains("did not start"));
    }

    @Test
    void aChildThatNeverLoadsIsGivenUp() {
        assertThat(call(READY + "cat > /dev/null").outcome()).isInstanceOf(TimedOut.class);
    }

    @Test
    void aChildThatNeverAnswersRunsIntoTheTimeLimit() {
        assertThat(call(LOADED + "cat > /dev/null").outcome()).isInstanceOf(TimedOut.class);
    }

    @Test
    void aChildThatCannotStartTellsItsLastWords() {
        assertThat(call("echo 'no such encoding' >&2; exit 3").outcome())
                .isInstanceOfSatisfying(
                        ProcessLost.class,
                        lost -> assertThat(lost.reason())
                                .contains("exit code 3")
                                .contains("no such encoding"));
    }

    private EngineRig.Call call(String script) {
        try (PythonEngine engine = new PythonEngine(new ScriptLaunch(script))) {
            EngineRig rig = new EngineRig(engine, folder);
            EngineRig.Call call = rig.begin(rig.code(""), "any", "{}", Duration.ofSeconds(2));
            call.outcome();
            return call;
        }
    }

    /** Starts a shell script as the child. */
    private record ScriptLaunch(String script) implements ChildLaunch {

        @Override
        public String engineName() {
            return "script";
        }

        @Override
        public ChildCommand command(@Nullable Path itemFolder) {
            return new ChildCommand(List.of("sh", "-c", script), Map.of());
        }

        @Override
        public boolean holdsManyVersions() {
            return true;
        }

        @Override
        public String installCommand(String module, @Nullable ChildCommand command) {
            return "";
        }

        @Override
        public EngineLimits limits() {
            return new EngineLimits(Duration.ofSeconds(2), Duration.ofSeconds(2), 0, false);
        }
    }
}
