package dev.bobbin.emulator.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.QuickEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code bobbin serve} whose standard error nobody reads, as a paused terminal does, or a harness that keeps the pipe. */
@Timeout(120)
class UnreadLogTest {

    /** About what a pipe takes. */
    private static final int LONG = 60_000;

    /** More than there is room for in a small heap and than may be told of at the same time, so that nobody waits any more. */
    private static final int CALLS = 320;

    private static final Pattern MISSING =
            Pattern.compile("Nobody has read this for a while: (\\d+) messages? had no room here and will not come.");

    private final ServedTestItem client = new ServedTestItem();

    @TempDir
    Path workspace;

    @Test
    void callsGoOnAndWhatHadNoRoomIsCounted() throws Exception {
        Path item = ServedTestItem.write(workspace);
        String body = "{\"name\": \"" + "x".repeat(LONG) + "\"}";
        try (ServeProgram program = ServeProgram.startUnread(
                List.of("-Xmx128m"), item, QuickEngine.with("--engines", "1", "--no-history"))) {
            for (int i = 0; i < CALLS; i++) {
                assertThat(client.post(program.address(), "/api/hello", body).statusCode())
                        .isEqualTo(200);
            }
            program.terminate();

            long written = 0;
            long missing = 0;
            for (String line : program.errors().readAllLines()) {
                Matcher told = MISSING.matcher(line);
                missing += told.matches() ? Long.parseLong(told.group(1)) : 0;
                written += line.contains("hello: Succeeded") ? 1 : 0;
            }
            assertThat(missing).isPositive();
            assertThat(written + missing).isEqualTo(CALLS);
        }
    }

    @Test
    void itEndsWhenItIsToldTo() throws Exception {
        Path item = ServedTestItem.write(workspace);
        ServeProgram program =
                ServeProgram.startUnread(List.of(), item, QuickEngine.with("--engines", "1", "--no-history"));
        for (int i = 0; i < 3; i++) {
            assertThat(client.get(program.address(), "/" + "x".repeat(LONG)).statusCode())
                    .isEqualTo(404);
        }
        program.close();
    }
}
