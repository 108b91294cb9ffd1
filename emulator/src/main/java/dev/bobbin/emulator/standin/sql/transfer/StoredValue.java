package dev.bobbin.emulator.standin.sql.transfer;

import dev.bobbin.emulator.standin.sql.types.Codec;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Makes a value of a file one as it lies in a table. Texts that are written as the table has them pass as they are. */
@FunctionalInterface
interface StoredValue {

    /** @throws RuntimeException when the value is none of the type */
    @Nullable
    Object of(Object value);

    static StoredValue to(SqlType type) {
        ImportValue convert = ImportValue.to(type);
        StoredValue any = value -> Codec.store(convert.of(value), type);
        return switch (type.kind()) {
            case DATE -> value -> value instanceof String text && isDate(text) ? text : any.of(value);
            case DECIMAL ->
                value -> {
                    String plain = value instanceof String text ? decimal(text, type) : null;
                    return plain == null ? any.of(value) : plain;
                };
            default -> any;
        };
    }

    /** Whether it is a day such as {@code 2024-02-28}. */
    private static boolean isDate(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        // The days that only some months have are left to the calendar.
        return year > 0 && month >= 1 && month <= 12 && day >= 1 && (day <= 28 || LocalDate.parse(text) != null);
    }

    /** The number the digits write; -1 when there is another sign among them. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    /**
     * A number such as {@code -12.5} with as many decimals as the type has.
     *
     * @return null when it is written otherwise, has too many digits or is zero, which has no sign
     */
    private static @Nullable String decimal(String text, SqlType type) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int whole = (point < 0 ? text.length() : point) - start;
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        if (whole < 1 || whole > type.size() - type.scale() || decimals > type.scale() || point >= 0 && decimals == 0) {
            return null;
        }
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i != point && (c < '0' || c > '9')) {
                return null;
            }
        }
        char first = text.charAt(start);
        if (first == '0' && (whole > 1 || start == 1)) {
            return null;
        }
        return decimals == type.scale() ? text : text + (point < 0 ? "." : "") + "0".repeat(type.scale() - decimals);
    }
}
