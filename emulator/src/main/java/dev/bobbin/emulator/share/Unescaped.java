package dev.bobbin.emulator.share;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * A text with one layer of escapes taken away, of addresses ({@code %2F}), of JSON and Python ({@code \u00fc}, {@code \xfc},
 * {@code \"}) and of HTML ({@code &quot;}), that knows where each of its characters comes from.
 */
final class Unescaped {

    private static final Map<String, String> ENTITIES =
            Map.of("&quot;", "\"", "&amp;", "&", "&lt;", "<", "&gt;", ">", "&#39;", "'", "&#x27;", "'", "&apos;", "'");

    /** No end of one is looked for further on: a text may hold very many signs that begin none. */
    private static final int LONGEST_ENTITY = 6;

    private final StringBuilder text;
    private int[] starts;
    private boolean changed;

    private Unescaped(int length) {
        text = new StringBuilder(length);
        starts = new int[length + 1];
    }

    /** The text as it is. */
    static Unescaped of(String text) {
        Unescaped same = new Unescaped(text.length());
        same.text.append(text);
        for (int i = 0; i <= text.length(); i++) {
            same.starts[i] = i;
        }
        return same;
    }

    String text() {
        return text.toString();
    }

    /** Where in the first text the character at that place begins; its length for the end. */
    int origin(int at) {
        return starts[at];
    }

    /** Whether there was anything to take away. */
    boolean changed() {
        return changed;
    }

    /** Whether a text has any of the signs that escapes begin with. */
    static boolean mayHoldEscapes(String text) {
        return text.indexOf('%') >= 0 || text.indexOf('\\') >= 0 || text.indexOf('&') >= 0;
    }

    /** With one more layer taken away. */
    Unescaped next() {
        Unescaped result = new Unescaped(text.length());
        int at = 0;
        while (at < text.length()) {
            int end =
                    switch (text.charAt(at)) {
                        case '%' -> bytes(at, "%", result);
                        case '\\' -> backslash(at, result);
                        case '&' -> entity(at, result);
                        default -> at;
                    };
            if (end == at) {
                result.add(String.valueOf(text.charAt(at)), starts[at]);
                end++;
            } else {
                result.changed = true;
            }
            at = end;
        }
        result.close(starts[text.length()]);
        return result;
    }

    private void add(String more, int origin) {
        for (int i = 0; i < more.length(); i++) {
            if (text.length() == starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
            }
            starts[text.length()] = origin;
            text.append(more.charAt(i));
        }
    }

    private void close(int end) {
        starts = Arrays.copyOf(starts, text.length() + 1);
        starts[text.length()] = end;
    }

    /** A run of bytes written as hexadecimal numbers: UTF-8 where they are, else one character each. */
    private int bytes(int at, String mark, Unescaped result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int end = at;
        while (text.indexOf(mark, end) == end && hex(end + mark.length(), 2) >= 0) {
            bytes.write(hex(end + mark.length(), 2));
            end += mark.length() + 2;
        }
        if (end > at) {
            int step = mark.length() + 2;
            String decoded = decode(bytes.toByteArray());
            boolean single = decoded.length() == bytes.size();
            for (int i = 0; i < decoded.length(); i++) {
                result.add(decoded.substring(i, i + 1), starts[single ? at + i * step : at]);
            }
        }
        return end;
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private int backslash(int at, Unescaped result) {
        char kind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (kind == 'x') {
            return bytes(at, "\\x", result);
        }
        if (kind == 'u' && hex(at + 2, 4) >= 0) {
            result.add(String.valueOf((char) hex(at + 2, 4)), starts[at]);
            return at + 6;
        }
        int known = "nrt\\\"'/".indexOf(kind);
        if (known < 0) {
            return at;
        }
        result.add("\n\r\t\\\"'/".substring(known, known + 1), starts[at]);
        return at + 2;
    }

    private int entity(int at, Unescaped result) {
        int last = Math.min(at + LONGEST_ENTITY, text.length());
        int end = at + 1;
        while (end < last && text.charAt(end - 1) != ';') {
            end++;
        }
        String value = ENTITIES.get(text.substring(at, end));
        if (value == null) {
            return at;
        }
        result.add(value, starts[at]);
        return end;
    }

    /** The number that so many hexadecimal digits make; -1 when there are none. */
    private int hex(int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * 16 + digit;
        }
        return number;
    }
}
