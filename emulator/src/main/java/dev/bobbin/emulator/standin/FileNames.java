package dev.bobbin.emulator.standin;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Makes file names of names that users chose: valid on every platform, different for different names. */
public final class FileNames {

    private static final int LONGEST = 100;

    /** Devices of Windows, whatever the ending. Source: "Naming files, paths, and namespaces". */
    private static final Pattern RESERVED =
            Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

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
        return safe.isEmpty() || isReserved(safe.toString()) ? "_" + safe : safe.toString();
    }

    /** Whether Windows has a device of that name, so that no file can have it. */
    public static boolean isReserved(String name) {
        return RESERVED.matcher(name).matches();
    }
}
