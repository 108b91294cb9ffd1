package dev.bobbin.emulator.share;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Looks for secrets in what may be bytes written as text: Base64, also in lines, and hexadecimal numbers. */
final class Encoded {

    /** A longer one is data. */
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{8,4096}={0,2}");

    /**
     * As mail, certificates and programs of the command line break it, and as files of settings indent it. Source: RFC 2045,
     * section 6.8.
     */
    private static final Pattern BASE64_LINES =
            Pattern.compile("(?:[A-Za-z0-9+/]{60,76}[ \\t]*\\r?\\n[ \\t]*){1,400}[A-Za-z0-9+/]{1,76}={0,2}");

    private static final Pattern HEX = Pattern.compile("(?i)(?<![0-9a-f])(?:[0-9a-f]{8,4096}(?![0-9a-f])"
            + "|[0-9a-f]{2}(?:[: -][0-9a-f]{2}){3,1023}(?![0-9a-f]))");

    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern NO_DIGIT = Pattern.compile("[: -]");

    /** PowerShell and Windows write the second one. */
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private Encoded() {}

    /** @param secret whether a decoded text holds one */
    static String masked(String text, Predicate<String> secret) {
        String masked =
                BASE64.matcher(text).replaceAll(word -> holds(word.group(), secret) ? KnownSecrets.MASKED : "$0");
        if (masked.indexOf('\n') >= 0) {
            masked = BASE64_LINES
                    .matcher(masked)
                    .replaceAll(lines ->
                            holds(BLANK.matcher(lines.group()).replaceAll(""), secret) ? KnownSecrets.MASKED : "$0");
        }
        return HEX.matcher(masked)
                .replaceAll(digits -> holds(bytes(digits.group()), secret) ? KnownSecrets.MASKED : "$0");
    }

    private static byte[] bytes(String hex) {
        String digits = NO_DIGIT.matcher(hex).replaceAll("");
        return HexFormat.of().parseHex(digits, 0, digits.length() / 2 * 2);
    }

    private static boolean holds(String base64, Predicate<String> secret) {
        try {
            return holds(Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/')), secret);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean holds(byte[] bytes, Predicate<String> secret) {
        return CHARSETS.stream().anyMatch(charset -> secret.test(new String(bytes, charset)));
    }
}
