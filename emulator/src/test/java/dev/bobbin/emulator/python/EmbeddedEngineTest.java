package dev.bobbin.emulator.python;

import java.io.IOException;

/** The engine on GraalPy. */
class EmbeddedEngineTest extends EngineContract {

    @Override
    PythonEngine newEngine() throws IOException {
        return PythonEngine.embedded(EngineLaunch.fromSystemProperties());
    }
}
