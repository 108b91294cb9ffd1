package dev.bobbin.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.emulator.example.Difference;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.journal.RunAnswer;
import dev.bobbin.emulator.journal.RunInput;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.service.ErrorEntry;
import dev.bobbin.emulator.standin.RunTrace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where two runs differ. */
class RunDifferencesTest {

    @Test
    void runsThatDifferInMoreThanTheirOutputAreToldApart() throws IOException {
        RunRecord well = ThreeRuns.run("hello", "{\"name\": 1}", "\"Hello\"");
        RunRecord refused = new RunRecord(
                new RunSummary(
                        0,
                        Instant.now(),
                        RunOrigin.WINDOW,
                        "hello",
                        "BadRequest",
                        400,
                        Duration.ofMillis(9),
                        RunRecord.hashOf("other code"),
                        false,
                        "",
                        0),
                new RunInput("id2", "no JSON", "cpython", "documented-2025", ExecutingUser.LOCAL),
                "other code",
                new RunAnswer(
                        "\"Hello\"",
                        List.of(new ErrorEntry("InvalidInput", "not so", JsonNodeFactory.instance.objectNode())),
                        null,
                        null),
                List.of(new LogLine(Instant.now(), LogLine.Level.WARNING, "late")),
                RunTrace.EMPTY);

        assertThat(RunDifferences.of(well, refused))
                .extracting(Difference::place)
                .containsExactly("/status", "/httpStatus", "/errors/0", "/logs/0", "/input", "/code", "/engine");
        assertThat(RunDifferences.of(well, ThreeRuns.run("hello", "{\"name\": 1}", "\"Hello\"")))
                .isEmpty();
    }
}
