package dev.bobbin.emulator.standin.sql.batch;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The format of RAISERROR's message: {@code %s}, {@code %d}, {@code %i}, {@code %%} (reference, "RAISERROR"). */
final class MessageFormat {

    private MessageFormat() {}

    static String format(String message, List<? extends @Nullable Object> arguments) {
        StringBuilder text = new StringBuilder();
        Iterator<? extends @Nullable Object> next = arguments.iterator();
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            if (c != '%' || i + 1 == message.length()) {
                text.append(c);
                continue;
            }
            char kind = message.charAt(++i);
            switch (kind) {
                case '%' -> text.append('%');
                case 's', 'd', 'i', 'u' -> {
                    Object value = next.hasNext() ? next.next() : null;
                    text.append(value == null ? "(null)" : value);
                }
                default -> text.append('%').append(kind);
            }
        }
        return text.toString();
    }
}
