package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bobbin.emulator.invoke.EngineOutcome;
import dev.bobbin.emulator.invoke.EngineOutcome.Answered;
import dev.bobbin.emulator.invoke.ItemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One engine for all tests of a class, and an item whose functions harm the process they run in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EngineFixture {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    Path folder;
    PythonEngine engine;
    EngineRig rig;
    ItemCode harm;

    /** A new engine. */
    abstract PythonEngine newEngine() throws IOException;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        engine = newEngine();
        rig = new EngineRig(engine, folder);
        harm = new ItemCode(folder.resolve("function_app.py"), resource("/python/harmful_functions.py"), List.of());
    }

    @AfterAll
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    static String resource(String name) throws IOException {
        try (InputStream in = EngineFixture.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Answered answered(EngineOutcome outcome) {
        assertThat(outcome).isInstanceOf(Answered.class);
        return (Answered) outcome;
    }
}
