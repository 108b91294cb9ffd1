package dev.bobbin.app.code;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the caret, written as |, goes when the text around it is replaced. */
class CaretPlaceTest {

    @ParameterizedTest
    @CsvSource({
        // blanks and blank lines only
        "a=1;b=|2;c=3, a = 1;b =| 2;c = 3",
        "a=1;;;;def f|();x=1, a = 1;;def f|();x = 1",
        "a=1;def f();|  x=1;y=2, a = 1;;;def f();|    x = 1;y = 2",
        "a=1;;|;b=1, a = 1;;|;b = 1",
        "a=1 |;b=1, a = 1|;b = 1",
        // other words, line by line
        "go(Sales);to(Sa|les);of(Sales), go(Verkauf);to(Ve|rkauf);of(Verkauf)",
        "x1;long line|;x2, y1;short|;y2",
        // other lines
        "a;b;c|;d, a;X;c|;d",
        "a;b|;c, a;X|;Y;c"
    })
    void theCaretStaysWhereTheReaderLooks(String before, String after) {
        String old = before.replace(';', '\n');
        String now = after.replace(';', '\n');
        assertThat(moved(old.replace("|", ""), now.replace("|", ""), old.indexOf('|')))
                .isEqualTo(now.indexOf('|'));
    }

    @Test
    void anUntouchedCaretMovesWithItsText() {
        assertThat(moved("abc", "xxabc", 3)).isEqualTo(5);
        assertThat(moved("abc", "abcxx", 2)).isEqualTo(2);
    }

    @Property
    void thePlaceIsAlwaysOneOfTheNewText(
            @ForAll @Chars({'a', 'b', ' ', '\n'}) String old,
            @ForAll @Chars({'a', 'b', ' ', '\n'}) String now,
            @ForAll @IntRange(min = 0, max = 300) int caret) {
        assertThat(moved(old, now, Math.min(caret, old.length()))).isBetween(0, now.length());
    }

    @Property
    void changedBlanksLeaveTheSameLettersBeforeTheCaret(
            @ForAll @CharRange(from = 'a', to = 'z') String letters, @ForAll @IntRange(min = 0, max = 600) int caret) {
        String old = String.join(" ", letters.split("", -1));
        String now = String.join("\n  ", letters.split("", -1));
        int place = Math.min(caret, old.length());
        String before = now.substring(0, moved(old, now, place));
        assertThat(before.replaceAll("\\s", ""))
                .isEqualTo(old.substring(0, place).replace(" ", ""));
    }

    private static int moved(String old, String now, int caret) {
        return CaretPlace.in(old, now, Difference.of(old, now), caret);
    }
}
