package dev.bobbin.emulator.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Logs of any length. */
class KeptLinesTest {

    private static LogLine line(String message) {
        return new LogLine(Instant.EPOCH, LogLine.Level.PRINT, message);
    }

    private static List<String> kept(List<String> logged) {
        KeptLines lines = new KeptLines();
        logged.forEach(message -> lines.add(line(message)));
        return lines.kept().stream().map(LogLine::message).toList();
    }

    @Property(tries = 20)
    void theFirstAndTheLastLinesStayAndTheOthersAreCounted(@ForAll @IntRange(max = 25_000) int number) {
        List<String> logged =
                IntStream.range(0, number).mapToObj(String::valueOf).toList();

        List<String> kept = kept(logged);

        if (number <= 10_000) {
            assertThat(kept).isEqualTo(logged);
        } else {
            assertThat(kept.subList(0, 1_000)).isEqualTo(logged.subList(0, 1_000));
            assertThat(kept.get(1_000).replace(",", "")).contains(" " + (number - 10_000) + " lines");
            assertThat(kept.subList(1_001, kept.size())).isEqualTo(logged.subList(number - 9_000, number));
        }
    }

    @Test
    void longLinesTakeNoMoreRoomThanManyShortOnes() {
        List<String> kept = kept(
                IntStream.range(0, 100).mapToObj(i -> i + "x".repeat(1_000_000)).toList());

        assertThat(kept.stream().mapToInt(String::length).sum()).isLessThan(11_000_000);
        assertThat(kept.getLast()).startsWith("99x");
    }

    @Test
    void aLineThatIsTooLongAloneIsCutAndSaysSo() {
        List<String> kept = kept(List.of("y".repeat(60_000_000)));

        assertThat(kept).singleElement().asString().startsWith("yyy").endsWith("more characters are left out)");
        assertThat(kept.getFirst().length()).isLessThan(10_000_000);
    }
}
