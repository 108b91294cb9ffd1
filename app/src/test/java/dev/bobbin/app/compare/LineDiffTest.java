package dev.bobbin.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    @Test
    void linesOfBothTextsStandInOrderWithTheirSigns() {
        LineDiff diff = LineDiff.of("a\nb\nc", "a\nB\nc\nd");
        assertThat(diff.lines()).extracting(LineDiff.Line::marked).containsExactly("  a", "− b", "+ B", "  c", "+ d");
        assertThat(diff.places()).isEqualTo(2);
        assertThat(LineDiff.of("same", "same").places()).isZero();
    }

    @Test
    void onlyTheLinesAroundDifferencesAreKept() {
        LineDiff diff = LineDiff.of("1\n2\n3\n4\n5\n6\n7\n8\n9", "1\n2\n3\nX\n5\n6\n7\n8\n9\nend");
        LineDiff around = diff.around(1, left -> left + " more");
        assertThat(around.lines())
                .extracting(LineDiff.Line::marked)
                .containsExactly("⋯ 2 more", "  3", "− 4", "+ X", "  5", "⋯ 3 more", "  9", "+ end");
        assertThat(around.starts()).containsExactly(2, 7);
        assertThat(diff.around(9, String::valueOf).lines()).isEqualTo(diff.lines());
    }

    @Property
    void bothTextsCanBeReadOffTheLines(
            @ForAll @CharRange(from = '\n', to = '\n') @CharRange(from = 'a', to = 'c') @StringLength(max = 40)
                    String before,
            @ForAll @CharRange(from = '\n', to = '\n') @CharRange(from = 'a', to = 'c') @StringLength(max = 40)
                    String after) {
        LineDiff diff = LineDiff.of(before, after);
        assertThat(without(diff, LineDiff.Side.AFTER)).isEqualTo(before);
        assertThat(without(diff, LineDiff.Side.BEFORE)).isEqualTo(after);
    }

    private static String without(LineDiff diff, LineDiff.Side side) {
        return diff.lines().stream()
                .filter(line -> line.side() != side)
                .map(LineDiff.Line::text)
                .collect(Collectors.joining("\n"));
    }
}
