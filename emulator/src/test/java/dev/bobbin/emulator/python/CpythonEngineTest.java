package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.invoke.EngineOutcome;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.python.local.PythonFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The engine on the Python of this machine. */
class CpythonEngineTest extends EngineContract {

    @Override
    PythonEngine newEngine() throws IOException {
        return PythonEngine.cpython(finder(), pythonHome(), CpythonMemory.DEFAULT_MEGABYTES);
    }

    @Test
    @DisabledOnOs(
            value = {OS.WINDOWS, OS.MAC},
            disabledReason = "the system keeps no such limit there")
    void moreThanTheLimitIsAMemoryErrorTheFunctionCanCatch(@TempDir Path folder) throws IOException {
        try (PythonEngine engine = PythonEngine.cpython(finder(), pythonHome(), 256)) {
            EngineRig rig = new EngineRig(engine, folder);
            ItemCode code = rig.code("""
                    @udf.function()
                    def greedy() -> str:
                        try:
                            return str(len(bytearray(400 * 1024 * 1024)))
                        except MemoryError:
                            return "too much"
                    """);

            assertThat(answered(rig.call(code, "greedy", "{}")).outputJson()).isEqualTo("\"too much\"");
        }
    }

    @Test
    void stacksOfCallsAtTheSameTimeAreNotTakenFromTheLimit(@TempDir Path folder) throws IOException {
        try (PythonEngine engine = PythonEngine.cpython(finder(), pythonHome(), 256)) {
            EngineRig rig = new EngineRig(engine, folder);
            // All twelve wait for one another, so that each has a thread of its own, of 64 MB.
            ItemCode code = rig.code("""
                    import threading

                    together = threading.Barrier(12)
                    alone = threading.Lock()

                    @udf.function()
                    def meet() -> int:
                        together.wait(60)
                        with alone:
                            return len(bytearray(50 * 1024 * 1024))
                    """);

            List<EngineRig.Call> calls = IntStream.range(0, 12)
                    .mapToObj(_ -> rig.begin(code, "meet", "{}", EngineRig.LONG))
                    .toList();

            assertThat(calls)
                    .allSatisfy(call ->
                            assertThat(answered(call.outcome()).outputJson()).isEqualTo("52428800"));
        }
    }

    @Test
    void aCallThatGetsNoThreadFailsAlone(@TempDir Path folder) throws IOException {
        try (PythonEngine engine = newEngine()) {
            EngineRig rig = new EngineRig(engine, folder);
            ItemCode code = rig.code("""
                    import threading
                    from bobbin_worker import threads

                    waiting = threading.Event()

                    def none_left(thread):
                        raise RuntimeError("can't start new thread")

                    @udf.function()
                    def hold() -> str:
                        threads._thread_start = none_left
                        print("holding")
                        waiting.wait(60)
                        return "held"

                    @udf.function()
                    def release() -> str:
                        waiting.set()
                        return "released"
                    """);
            EngineRig.Call holding = rig.begin(code, "hold", "{}", EngineRig.LONG);
            assertThat(holding.next()).isEqualTo("holding");

            assertThat(answered(rig.call(code, "release", "{}")).errors().toString())
                    .contains("can't start new thread");
            assertThat(holding.hasEnded()).isFalse();
            holding.stop();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "that system reports memory in words of its own")
    void aChildThatIsWatchedIsEndedWhenItHoldsTooMuch(@TempDir Path folder) throws IOException {
        Assumptions.assumeTrue(
                ResidentMemory.megabytes(ProcessHandle.current().pid()).isPresent(), "there is no program ps here");
        try (PythonEngine engine = new PythonEngine(new CpythonLaunch(finder(), pythonHome(), 256, false))) {
            EngineRig rig = new EngineRig(engine, folder);
            ItemCode code = rig.code("""
                    import threading

                    @udf.function()
                    def greedy() -> str:
                        kept = bytearray(b"x") * (400 * 1024 * 1024)
                        threading.Event().wait()

                    @udf.function()
                    def modest() -> str:
                        return "fine"
                    """);

            assertThat(rig.call(code, "greedy", "{}"))
                    .isInstanceOfSatisfying(
                            EngineOutcome.ProcessLost.class,
                            lost -> assertThat(lost.reason())
                                    .contains("ran out of memory")
                                    .contains("256 MB"));
            assertThat(answered(rig.call(code, "modest", "{}")).outputJson()).isEqualTo("\"fine\"");
        }
    }

    private static Path pythonHome() throws IOException {
        return EngineLaunch.fromSystemProperties().pythonHome();
    }

    private static PythonFinder finder() {
        PythonFinder finder = PythonFinder.ofThisMachine(null);
        Assumptions.assumeFalse(
                finder.all(null).isEmpty(), "there is no Python 3.11 or newer on this machine to run functions in");
        return finder;
    }
}
