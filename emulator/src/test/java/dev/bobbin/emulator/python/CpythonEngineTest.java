package dev.bobbin.emulator.python;

import dev.bobbin.emulator.python.local.PythonFinder;
import java.io.IOException;
import org.junit.jupiter.api.Assumptions;

/** The engine on the Python of this machine. */
class CpythonEngineTest extends EngineContract {

    @Override
    PythonEngine newEngine() throws IOException {
        PythonFinder finder = PythonFinder.ofThisMachine(null);
        Assumptions.assumeFalse(
                finder.all(null).isEmpty(), "there is no Python 3.11 or newer on this machine to run functions in");
        return PythonEngine.cpython(
                finder, EngineLaunch.fromSystemProperties().pythonHome(), CpythonMemory.DEFAULT_MEGABYTES);
    }
}
