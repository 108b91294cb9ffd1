package dev.bobbin.app.text;

/** Looks for words in a text, whatever the case of either. */
public final class Containing {

    private Containing() {}

    /** Whether a text contains words; every text contains none. */
    public static boolean contains(String text, String words) {
        int last = text.length() - words.length();
        for (int i = 0; i <= last; i++) {
            if (text.regionMatches(true, i, words, 0, words.length())) {
                return true;
            }
        }
        return false;
    }
}
