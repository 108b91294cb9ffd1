package dev.bobbin.emulator.standin.sql.types;

import dev.bobbin.emulator.standin.sql.SqlError;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes dates and times as text, by CONVERT's style (Transact-SQL reference, "Date and time styles"). */
final class DateStyles {

    private DateStyles() {}

    static String format(OffsetDateTime moment, SqlType type, int style) {
        if (style == Conversion.NO_STYLE || style == 121 || style == 120) {
            return Codec.text(moment, type.scale());
        }
        if (style == 127) {
            return format(
                            moment.withOffsetSameInstant(java.time.ZoneOffset.UTC)
                                    .toLocalDateTime(),
                            new SqlType(Kind.DATETIME2, 0, type.scale()),
                            style)
                    + "Z";
        }
        String zone = moment.getOffset().getTotalSeconds() == 0
                ? "+00:00"
                : moment.getOffset().getId();
        return format(moment.toLocalDateTime(), new SqlType(Kind.DATETIME2, 0, type.scale()), style)
                + (style == 126 ? zone : " " + zone);
    }

    static String format(LocalDateTime moment, SqlType type, int style) {
        if (style == Conversion.NO_STYLE && type.kind() != Kind.DATETIME && type.kind() != Kind.SMALLDATETIME) {
            return standard(moment, type);
        }
        if (style == 130 || style == 131) {
            return HijriDates.format(moment, type, style);
        }
        boolean hasDate = type.kind() != Kind.TIME;
        boolean hasTime = type.kind() != Kind.DATE;
        String fraction = type.scale() == 0 ? "" : "." + "S".repeat(type.scale());
        // The old type sets its milliseconds apart by a colon.
        String old = type.kind() == Kind.DATETIME ? fraction.replace('.', ':') : fraction;
        int plain = style == Conversion.NO_STYLE || style == 100 ? 0 : style;
        String pattern =
                switch (plain) {
                    case 0 -> "MMM ppd yyyy pph:mma";
                    case 1 -> "MM/dd/yy";
                    case 101 -> "MM/dd/yyyy";
                    case 2 -> "yy.MM.dd";
                    case 102 -> "yyyy.MM.dd";
                    case 3 -> "dd/MM/yy";
                    case 103 -> "dd/MM/yyyy";
                    case 4 -> "dd.MM.yy";
                    case 104 -> "dd.MM.yyyy";
                    case 5 -> "dd-MM-yy";
                    case 105 -> "dd-MM-yyyy";
                    case 6 -> "dd MMM yy";
                    case 106 -> "dd MMM yyyy";
                    case 7 -> "MMM dd, yy";
                    case 107 -> "MMM dd, yyyy";
                    case 8, 24, 108 -> "HH:mm:ss";
                    case 9, 109 -> "MMM ppd yyyy pph:mm:ss" + old + "a";
                    case 10 -> "MM-dd-yy";
                    case 110 -> "MM-dd-yyyy";
                    case 11 -> "yy/MM/dd";
                    case 111 -> "yyyy/MM/dd";
                    case 12 -> "yyMMdd";
                    case 112 -> "yyyyMMdd";
                    case 13, 113 -> "dd MMM yyyy HH:mm:ss" + old;
                    case 14, 114 -> "HH:mm:ss" + old;
                    case 20, 120 -> joined(hasDate, hasTime, " ", "");
                    case 21, 25, 121 -> joined(hasDate, hasTime, " ", fraction);
                    case 22 -> "MM/dd/yy pph:mm:ss a";
                    case 23 -> "yyyy-MM-dd";
                    case 126, 127 ->
                        joined(
                                hasDate,
                                hasTime,
                                "'T'",
                                moment.getNano() == 0 && type.kind() == Kind.DATETIME ? "" : fraction);
                    default ->
                        throw new SqlError(
                                281,
                                "42000",
                                style + " is not a valid style number when converting from "
                                        + type.kind().sqlName() + " to a character string.");
                };
        if (!hasTime && (plain == 0 || style == 9 || style == 109)) {
            pattern = "MMM ppd yyyy";
        } else if (!hasDate && plain == 0) {
            pattern = "pph:mma";
        }
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(moment);
    }

    private static String joined(boolean hasDate, boolean hasTime, String between, String fraction) {
        String date = hasDate ? "yyyy-MM-dd" : "";
        String time = hasTime ? "HH:mm:ss" + fraction : "";
        return date + (hasDate && hasTime ? between : "") + time;
    }

    private static String standard(LocalDateTime moment, SqlType type) {
        return switch (type.kind()) {
            case DATE -> moment.toLocalDate().toString();
            case TIME -> Codec.text(moment.toLocalTime(), type.scale());
            default -> Codec.text(moment, type.scale());
        };
    }
}
