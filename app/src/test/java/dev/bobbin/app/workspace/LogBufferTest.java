package dev.bobbin.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.invoke.LogLine;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogBufferTest {

    private final LogBuffer logs = new LogBuffer();

    @Test
    void theNewestLinesAreKeptAndAllAreCounted() {
        logs.append(lines(0, LogBuffer.LIMIT - 1), 0);
        logs.append(lines(LogBuffer.LIMIT - 1, LogBuffer.LIMIT + 4), 7);
        assertThat(logs.lines()).hasSize(LogBuffer.LIMIT);
        assertThat(logs.lines().getFirst().message()).isEqualTo("4");
        assertThat(logs.lines().getLast().message()).isEqualTo(String.valueOf(LogBuffer.LIMIT + 3));
        assertThat(logs.totalProperty().get()).isEqualTo(LogBuffer.LIMIT + 4 + 7);
    }

    @Test
    void aBatchLargerThanTheLimitReplacesEverything() {
        logs.append(lines(0, 5), 0);
        logs.append(lines(5, LogBuffer.LIMIT + 10), 0);
        assertThat(logs.lines()).hasSize(LogBuffer.LIMIT);
        assertThat(logs.lines().getFirst().message()).isEqualTo("10");
    }

    private static List<LogLine> lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new LogLine(Instant.EPOCH, LogLine.Level.PRINT, String.valueOf(i)))
                .toList();
    }
}
