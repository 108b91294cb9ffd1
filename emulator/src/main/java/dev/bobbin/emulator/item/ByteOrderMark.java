package dev.bobbin.emulator.item;

/** The mark that editors and shells on Windows put before a text in UTF-8; it is no part of the text. */
public final class ByteOrderMark {

    private static final String MARK = "\uFEFF";

    private ByteOrderMark() {}

    /** The text without the mark, if it begins with one. */
    public static String without(String text) {
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }
}
