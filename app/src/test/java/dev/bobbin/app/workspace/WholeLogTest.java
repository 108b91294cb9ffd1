package dev.bobbin.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.invoke.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WholeLogTest {

    @Test
    void isReadWhileItGrows() throws Exception {
        WholeLog log = new WholeLog();
        List<LogLine> added = new ArrayList<>();
        for (LogLine.Level level : LogLine.Level.values()) {
            LogLine line = new LogLine(Instant.ofEpochMilli(added.size()), level, "ünder\n" + level);
            log.add(line);
            added.add(line);

            List<LogLine> read = new ArrayList<>();
            assertThat(log.read(read::add)).isZero();
            assertThat(read).isEqualTo(added);
        }
    }

    @Test
    void linesWithoutRoomAreCounted() throws Exception {
        WholeLog log = new WholeLog(0);
        // What is packed comes out in blocks, so the first lines always find room.
        String incompressible = new Random(1)
                .ints(100_000, ' ', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        log.add(new LogLine(Instant.EPOCH, LogLine.Level.INFO, incompressible));
        log.add(new LogLine(Instant.EPOCH, LogLine.Level.INFO, "late"));
        log.add(new LogLine(Instant.EPOCH, LogLine.Level.INFO, "later"));

        List<String> read = new ArrayList<>();
        assertThat(log.read(line -> read.add(line.message()))).isEqualTo(2);
        assertThat(read).containsExactly(incompressible);
    }
}
