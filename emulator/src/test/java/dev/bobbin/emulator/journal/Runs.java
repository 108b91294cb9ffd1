package dev.bobbin.emulator.journal;

import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.badday.BadDay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs to keep. */
final class Runs {

    private Runs() {}

    /** A run that succeeded. */
    static RunRecord run(String function, String body, String output) {
        return run(function, body, output, "def f(): pass");
    }

    static RunRecord run(String function, String body, String output, String code) {
        RunSummary summary = new RunSummary(
                0,
                Instant.ofEpochMilli(1_700_000_000_123L),
                RunOrigin.HTTP,
                function,
                "Succeeded",
                200,
                Duration.ofNanos(1_234_567),
                RunRecord.hashOf(code),
                false,
                "",
                0);
        return new RunRecord(
                summary,
                new RunInput(
                        "id",
                        body,
                        "embedded",
                        "documented-2025",
                        ExecutingUser.LOCAL,
                        Duration.ofSeconds(9),
                        new Circumstances(
                                Map.of("a", BadDay.of("dropped:3"), "b", BadDay.of("slow:20")), Map.of("c", "Busy"))),
                code,
                new RunAnswer(output, List.of(), null, null),
                List.of(new LogLine(Instant.ofEpochMilli(5), LogLine.Level.WARNING, "careful")),
                RunTrace.EMPTY);
    }
}
