package dev.bobbin.emulator.standin.sql.functions;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The format of a message of RAISERROR and FORMATMESSAGE: {@code %s}, {@code %d}, {@code %05d}, {@code %-10s}, {@code %.3s}, {@code %%} … (reference, "RAISERROR"). */
public final class MessageFormat {

    private static final Pattern HOLE = Pattern.compile(
            "%(?<flags>[-+0# ]*)(?<width>\\*|\\d+)?(?:\\.(?<precision>\\*|\\d+))?(?:h|l|I64)?(?<kind>[diouxXs%])");

    private MessageFormat() {}

    /** The message with the arguments in its holes, one after the other; null stands for an argument that is NULL or missing. */
    public static String format(String message, List<? extends @Nullable Object> arguments) {
        Iterator<? extends @Nullable Object> next = arguments.iterator();
        Matcher hole = HOLE.matcher(message);
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (hole.find()) {
            text.append(message, from, hole.start());
            from = hole.end();
            text.append(hole.group("kind").equals("%") ? "%" : fill(hole, next));
        }
        return text.append(message.substring(from)).toString();
    }

    private static String fill(Matcher hole, Iterator<? extends @Nullable Object> next) {
        Integer width = size(hole.group("width"), next);
        Integer precision = size(hole.group("precision"), next);
        Object value = next.hasNext() ? next.next() : null;
        String flags = hole.group("flags");
        String text = value == null ? "(null)" : text(value, hole.group("kind"), flags);
        if (precision != null && text.length() > precision && hole.group("kind").equals("s")) {
            text = text.substring(0, precision);
        }
        if (width == null || text.length() >= width) {
            return text;
        }
        if (flags.contains("-")) {
            return text + " ".repeat(width - text.length());
        }
        boolean zeros = flags.contains("0") && value instanceof Long;
        return zeros && text.startsWith("-")
                ? "-" + "0".repeat(width - text.length()) + text.substring(1)
                : (zeros ? "0" : " ").repeat(width - text.length()) + text;
    }

    private static @Nullable Integer size(@Nullable String written, Iterator<? extends @Nullable Object> next) {
        if (written == null) {
            return null;
        }
        if (!written.equals("*")) {
            return Integer.valueOf(written);
        }
        return next.hasNext() && next.next() instanceof Long number ? number.intValue() : null;
    }

    private static String text(Object value, String kind, String flags) {
        if (!(value instanceof Long number)) {
            return value.toString();
        }
        return switch (kind) {
            case "x" -> (flags.contains("#") ? "0x" : "") + Long.toHexString(number);
            case "X" ->
                (flags.contains("#") ? "0X" : "") + Long.toHexString(number).toUpperCase(Locale.ROOT);
            case "o" -> Long.toOctalString(number);
            default -> (flags.contains("+") && number >= 0 ? "+" : "") + number;
        };
    }
}
