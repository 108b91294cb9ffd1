package dev.bobbin.app.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * What laying out a text costs, in letters of Latin script. The toolkit lays out all of a line, whatever of it is seen,
 * and needs far longer for some lines than for others of the same length. The weights are measured ones, rounded: they
 * leave lines as people write them alone, in whatever script, and find those that are no writing at all.
 */
public final class LayoutCost {

    /** Letters, signs and pictures that are drawn one by one, but often from a font that has to be looked for. */
    private static final int ONE_BY_ONE = 5;

    /** Letters whose shape depends on their neighbours. */
    private static final int SHAPED = 20;

    /** A letter of another script than the one before it is laid out on its own, and in another font. */
    private static final int CHANGE = 300;

    /** The last character before the first combining mark; Latin letters and the usual signs come before it. */
    private static final int LAST_LATIN = 0x2FF;

    private static final Set<UnicodeScript> DRAWN_ONE_BY_ONE = EnumSet.of(
            UnicodeScript.COMMON,
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARMENIAN,
            UnicodeScript.HAN,
            UnicodeScript.HANGUL,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO);

    private LayoutCost() {}

    /**
     * How many characters at the beginning of a text cost no more than a budget; never half of a surrogate pair.
     *
     * @param budget how many Latin letters may be laid out instead
     */
    public static int affordable(CharSequence text, int budget) {
        long cost = 0;
        int end = 0;
        UnicodeScript before = UnicodeScript.COMMON;
        while (end < text.length()) {
            int character = Character.codePointAt(text, end);
            UnicodeScript script = character <= LAST_LATIN ? UnicodeScript.COMMON : written(character);
            cost += character <= LAST_LATIN ? 1 : DRAWN_ONE_BY_ONE.contains(script) ? ONE_BY_ONE : SHAPED;
            if (script != UnicodeScript.COMMON && script != before) {
                cost += before == UnicodeScript.COMMON ? 0 : CHANGE;
                before = script;
            }
            if (cost > budget) {
                break;
            }
            end += Character.charCount(character);
        }
        return end;
    }

    /** Whether all of a text costs no more than a budget. @param budget see {@link #affordable} */
    public static boolean fits(CharSequence text, int budget) {
        return text.length() <= budget && affordable(text, budget) == text.length();
    }

    /** The script of a letter; those that Japanese mixes count as one, and marks belong to the letter before them. */
    private static UnicodeScript written(int character) {
        UnicodeScript script = UnicodeScript.of(character);
        return switch (script) {
            case HIRAGANA, KATAKANA, BOPOMOFO -> UnicodeScript.HAN;
            case INHERITED, LATIN -> UnicodeScript.COMMON;
            default -> script;
        };
    }
}
