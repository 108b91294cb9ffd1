package dev.bobbin.emulator.standin;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Makes file names of names that users chose: valid on every platform, different for different names. */
public final class FileNames {

    private static final int LONGEST = 100;
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul");

    private FileNames() {}

    /** Keeps letters, digits, space, dot, dash and underscore; writes every other character as {@code %} and its code. */
    public static String safe(String name) {
        StringBuilder safe = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || " ._-".indexOf(c) >= 0);
            // A leading dot would hide the file, or be the folder itself.
            if (plain && !(c == '.' && safe.isEmpty())) {
                safe.append(c);
            } else {
                safe.append('%').append(String.format("%02X", (int) c));
            }
        }
        if (safe.length() > LONGEST) {
            String tail = Integer.toHexString(name.hashCode());
            safe.setLength(LONGEST - tail.length() - 1);
            safe.append('~').append(tail);
        }
        boolean reserved = safe.isEmpty() || RESERVED.contains(safe.toString().toLowerCase(java.util.Locale.ROOT));
        return reserved ? "_" + safe : safe.toString();
    }
}
