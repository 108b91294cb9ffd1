package dev.bobbin.app.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordEndsTest {

    private static final String LINE = "total_2 = db.rows(🙂x)\n  end";

    @Test
    void namesSignsAndBlanksAreWords() {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < LINE.length()) {
            int end = WordEnds.after(LINE, at);
            words.add(LINE.substring(at, end));
            at = end;
        }
        assertThat(words)
                .containsExactly("total_2", " ", "=", " ", "db", ".", "rows", "(", "🙂x", ")", "\n", "  ", "end");
    }

    @ParameterizedTest
    @CsvSource({
        "0, total_2",
        "3, total_2",
        "7, total_2",
        "8, =",
        "10, db",
        "11, db",
        "12, db",
        "13, rows",
        "17, rows",
        "18, 🙂x",
    })
    void theWordAtAPlaceIsSelectedAndNamesComeFirst(int place, String word) {
        assertThat(LINE.substring(WordEnds.startOf(LINE, place), WordEnds.endOf(LINE, place)))
                .isEqualTo(word);
    }

    @Property
    void aWordIsTheSameFromBothEnds(
            @ForAll @StringLength(max = 30) @Chars({'a', '_', '1', ' ', '.', '('}) @CharRange(from = '\n', to = '\n')
                    String text,
            @ForAll @IntRange(max = 30) int place) {
        int at = Math.min(place, text.length());
        int end = WordEnds.after(text, at);
        assertThat(end).isBetween(at, text.length());
        assertThat(end == at).isEqualTo(at == text.length());
        assertThat(WordEnds.before(text, end)).isLessThanOrEqualTo(at);
        assertThat(WordEnds.startOf(text, at)).isLessThanOrEqualTo(at);
        assertThat(WordEnds.endOf(text, at)).isGreaterThanOrEqualTo(at);
    }
}
