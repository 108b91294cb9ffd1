package dev.bobbin.emulator.standin.files;

import java.util.regex.Pattern;

/** The names behind local ones; the twin of {@code _names.py}, which says how and why they differ. */
final class LocalNames {

    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-F]{2})");
    private static final int HEXADECIMAL = 16;

    private LocalNames() {}

    /** The path that the service has for a local one. */
    static String service(String local) {
        return ESCAPE.matcher(local)
                .replaceAll(escape -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(escape.group(1), HEXADECIMAL))));
    }
}
