package dev.bobbin.app.fx;

import dev.bobbin.app.text.LayoutCost;

/** What a cell of a table shows of a text. The toolkit lays out all of it, however little can be seen. */
public final class CellText {

    /** Most characters that are shown; no cell is that wide. */
    private static final int LONGEST = 300;

    /** Most that what is shown may cost to lay out, in Latin letters: tables lay out many cells at once. */
    private static final int BUDGET = 3_000;

    private CellText() {}

    /** The beginning of a text, on one line. */
    public static String of(String words) {
        int end = Math.min(LONGEST, LayoutCost.affordable(words, BUDGET));
        boolean all = end == words.length();
        if (all && isPlain(words)) {
            return words;
        }
        StringBuilder shown = new StringBuilder(words.substring(0, end));
        for (int i = 0; i < shown.length(); i++) {
            if (Character.isISOControl(shown.charAt(i))) {
                shown.setCharAt(i, ' ');
            }
        }
        return all ? shown.toString() : shown.append('…').toString();
    }

    /** Whether a text is one line that a field can hold as it is: no line ends, no tabs, no other control characters. */
    static boolean isPlain(String words) {
        return words.chars().noneMatch(Character::isISOControl);
    }
}
