package dev.bobbin.emulator.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Looking for many texts at once finds what looking for each of them finds. */
class SpellingsProperties {

    @Provide
    Arbitrary<Set<String>> wanted() {
        return letters(Spellings.SHORTEST, 9).set().ofMaxSize(30);
    }

    @Provide
    Arbitrary<String> texts() {
        return letters(0, 200);
    }

    private static Arbitrary<String> letters(int least, int most) {
        return Arbitraries.strings()
                .withChars("ab-\u00fc\u6f22")
                .ofMinLength(least)
                .ofMaxLength(most);
    }

    @Property(tries = 300)
    void allPlacesOfAllTextsAreFound(@ForAll("wanted") Set<String> wanted, @ForAll("texts") String text) {
        Spellings spellings = new Spellings();
        wanted.forEach(spellings::add);
        BitSet found = new BitSet();
        spellings.find(text, found::set);

        BitSet expected = new BitSet();
        for (String one : wanted) {
            for (int at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + 1)) {
                expected.set(at, at + one.length());
            }
        }
        assertThat(found).isEqualTo(expected);
    }
}
