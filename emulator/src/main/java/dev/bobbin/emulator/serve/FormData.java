package dev.bobbin.emulator.serve;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code multipart/form-data} bodies (RFC 7578), which are in memory already. */
final class FormData {

    /** More parts than any function has parameters. */
    private static final int MOST_PARTS = 256;

    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))");
    private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=(?:\"([^\"]*)\"|([^;\\s]+))");
    private static final byte[] END_OF_HEADERS = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private FormData() {}

    /** A part of a form. */
    record Part(String name, byte[] content) {}

    /**
     * The parts of a body.
     *
     * @throws Problem when it is no such form
     */
    static List<Part> parse(String contentType, byte[] body) throws Problem {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw broken("its content type names no boundary");
        }
        String text = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        byte[] mark = ("--" + text).getBytes(StandardCharsets.ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        int start = delimiter(body, mark, 0);
        while (start >= 0) {
            int from = start + mark.length;
            if (startsWith(body, "--", from)) {
                return parts;
            }
            int next = delimiter(body, mark, from);
            if (next < 0 || parts.size() == MOST_PARTS) {
                break;
            }
            parts.add(part(Arrays.copyOfRange(body, from, next)));
            start = next;
        }
        throw broken("its end is missing");
    }

    /** @param bytes from behind the boundary's text up to the next boundary */
    private static Part part(byte[] bytes) throws Problem {
        int headersEnd = indexOf(bytes, END_OF_HEADERS, 0);
        if (headersEnd < 0 || !startsWith(bytes, "\r\n", bytes.length - 2)) {
            throw broken("a part has no headers");
        }
        Matcher name = NAME.matcher(new String(bytes, 0, headersEnd, StandardCharsets.UTF_8));
        if (!name.find()) {
            throw broken("a part has no name");
        }
        int from = headersEnd + END_OF_HEADERS.length;
        byte[] content = Arrays.copyOfRange(bytes, from, Math.max(from, bytes.length - 2));
        return new Part(name.group(1) == null ? name.group(2) : name.group(1), content);
    }

    private static Problem broken(String how) {
        return new Problem(400, "InvalidInput", "The body is no multipart form: " + how + ".");
    }

    private static boolean startsWith(byte[] bytes, String text, int at) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        return at >= 0
                && at + wanted.length <= bytes.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }

    /**
     * Where the next delimiter begins: the mark at the beginning of a line, with only blanks or two dashes behind it (RFC
     * 2046, section 5.1.1); -1 when there is none.
     */
    private static int delimiter(byte[] bytes, byte[] mark, int from) {
        for (int at = indexOf(bytes, mark, from); at >= 0; at = indexOf(bytes, mark, at + 1)) {
            int behind = at + mark.length;
            while (behind < bytes.length && (bytes[behind] == ' ' || bytes[behind] == '\t')) {
                behind++;
            }
            boolean begins = at == 0 || startsWith(bytes, "\r\n", at - 2);
            if (begins && (startsWith(bytes, "\r\n", behind) || startsWith(bytes, "--", at + mark.length))) {
                return at;
            }
        }
        return -1;
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (int i = from; i <= bytes.length - wanted.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
