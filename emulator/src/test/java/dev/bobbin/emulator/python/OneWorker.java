package dev.bobbin.emulator.python;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests whose calls leave nothing behind, so that one worker serves them all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneWorker {

    private final String functions;

    WorkerChild child;

    /** @param functions the module under test, after {@link WorkerChild#APP} */
    OneWorker(String functions) {
        this.functions = functions;
    }

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        child = WorkerChild.with(folder, functions);
    }

    @AfterAll
    void stop() throws IOException {
        if (child != null) {
            child.close();
        }
    }
}
