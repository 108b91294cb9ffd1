package dev.bobbin.emulator.standin.sql.types;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How characters of varchar and char are kept as bytes, by which their lengths are counted (Transact-SQL reference, "char and
 * varchar": n is a number of bytes).
 */
public enum CodePage {
    /** No database is at hand: every character is kept and counts as one. */
    NONE(StandardCharsets.UTF_8),
    /** SQL_Latin1_General_CP1_CI_AS of a SQL database: what the code page lacks becomes a question mark. */
    WINDOWS_1252(Charset.forName("windows-1252")),
    /** Latin1_General_100_BIN2_UTF8 of a warehouse. */
    UTF_8(StandardCharsets.UTF_8);

    private static final int ASCII = 0x80;

    private final Charset charset;

    CodePage(Charset charset) {
        this.charset = charset;
    }

    public byte[] bytes(String text) {
        return text.getBytes(charset);
    }

    public String text(byte[] bytes) {
        return new String(bytes, charset);
    }

    /** The text with a question mark for each character that cannot be kept. */
    public String kept(String text) {
        return this != WINDOWS_1252 || isAscii(text) ? text : text(bytes(text));
    }

    /** The length of a text as the length of a type counts it. */
    public int length(String text) {
        return this != UTF_8 || isAscii(text) ? text.length() : bytes(text).length;
    }

    /** As much of the text as that many bytes hold, without half a character. */
    public String cut(String text, int length) {
        if (this != UTF_8 || text.length() <= length && isAscii(text)) {
            return text.length() <= length ? text : text.substring(0, length);
        }
        int used = 0;
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            used += point < ASCII ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (used > length) {
                break;
            }
            at += Character.charCount(point);
        }
        return text.substring(0, at);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII) {
                return false;
            }
        }
        return true;
    }
}
