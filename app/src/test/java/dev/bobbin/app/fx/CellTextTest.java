package dev.bobbin.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What cells show of texts that are too long or have several lines. */
class CellTextTest {

    @Test
    void aShortLineIsShownAsItIs() {
        assertThat(CellText.of("naïve Ω 中")).isEqualTo("naïve Ω 中");
    }

    @Test
    void severalLinesAreShownAsOne() {
        assertThat(CellText.of("a\nb\tc")).isEqualTo("a b c");
    }

    @Property
    void whateverThereIsTheCellHasOneLineOfBearableLength(@ForAll String words, @ForAll boolean much) {
        String shown = CellText.of(much ? words.repeat(500) : words);
        assertThat(shown.length()).isLessThanOrEqualTo(301);
        assertThat(shown.chars()).noneMatch(Character::isISOControl);
    }
}
