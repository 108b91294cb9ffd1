package dev.bobbin.app.result;

import dev.bobbin.app.l10n.Messages;

/** Texts of any length as labels can lay them out: a label of a megabyte holds the window for seconds. */
final class Shortened {

    private static final int MOST = 4_000;

    private Shortened() {}

    /** The text, or its beginning and how much follows; the response has all of it. */
    static String of(String whole) {
        if (whole.length() <= MOST) {
            return whole;
        }
        int end = Character.isHighSurrogate(whole.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return whole.substring(0, end) + " " + Messages.text("errors.cut", whole.length() - end);
    }
}
