package dev.bobbin.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of a line is worth its layout. */
class LayoutCostTest {

    private static final int LINE = 10_000;

    @Test
    void latinTextIsShownUpToTheBudget() {
        assertThat(LayoutCost.affordable("Zoë, naïve; ".repeat(2_000), LINE)).isEqualTo(LINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "漢字とかなとカタカナの混ざった文、",
                "한국어 문장과 English words, ",
                "جملة باللغة العربية مع words, ",
                "Ελληνικά με words 🙂, ",
                "हिन्दी में एक वाक्य, "
            })
    void aSentenceAsPeopleWriteThemIsShownWhole(String sentence) {
        String line = sentence.repeat(400 / sentence.length());
        assertThat(LayoutCost.affordable(line, LINE)).isEqualTo(line.length());
    }

    @Test
    void lettersOfEveryKindInTurnAreNoWriting() {
        StringBuilder garbage = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            garbage.append((char) (i * 7919 % 0xD7FF + 1));
        }
        assertThat(LayoutCost.affordable(garbage, LINE)).isBetween(20, 120);
    }

    @Property
    void whatIsAffordableIsWholeCharactersAndFitsByItself(
            @ForAll String words, @ForAll @IntRange(min = 1, max = 2_000) int budget) {
        int end = LayoutCost.affordable(words, budget);
        assertThat(LayoutCost.fits(words.substring(0, end), budget)).isTrue();
        assertThat(LayoutCost.fits(words, budget)).isEqualTo(end == words.length());
        boolean halved =
                end > 0 && end < words.length() && Character.isSurrogatePair(words.charAt(end - 1), words.charAt(end));
        assertThat(halved).isFalse();
    }
}
