package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.invoke.EngineOutcome;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.python.local.PythonFinder;
import java.io.IOException;
import java.nio.file.Path;
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
