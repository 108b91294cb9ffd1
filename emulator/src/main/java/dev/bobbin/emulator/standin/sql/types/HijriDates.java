package dev.bobbin.emulator.standin.sql.types;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.JulianFields;
import java.util.List;
import java.util.Locale;

/**
 * The styles 130 and 131 of CONVERT: dates of the Hijri calendar by the Kuwaiti algorithm, as the reference says, which is the
 * tabular calendar with the leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of every thirty.
 */
final class HijriDates {

    /** The day before the first of Muharram of the year 1, which is the 18th of July 622, as a Julian day number. */
    private static final long EPOCH = 1_948_438;

    private static final int DAYS_PER_CYCLE = 10_631;
    private static final int YEARS_PER_CYCLE = 30;
    private static final List<String> MONTHS = List.of(
            "محرم",
            "صفر",
            "ربيع الاول",
            "ربيع الثاني",
            "جمادى الاولى",
            "جمادى الثانية",
            "رجب",
            "شعبان",
            "رمضان",
            "شوال",
            "ذو القعدة",
            "ذو الحجة");

    private HijriDates() {}

    static String format(LocalDateTime moment, SqlType type, int style) {
        String fraction =
                type.scale() == 0 ? "" : (type.kind() == Kind.DATETIME ? ":" : ".") + "S".repeat(type.scale());
        String time = type.kind() == Kind.DATE
                ? ""
                : " "
                        + DateTimeFormatter.ofPattern("pph:mm:ss" + fraction + "a", Locale.ENGLISH)
                                .format(moment);
        return type.kind() == Kind.TIME ? time.strip() : date(moment.toLocalDate(), style) + time;
    }

    private static String date(LocalDate date, int style) {
        long days = date.getLong(JulianFields.JULIAN_DAY) - EPOCH;
        if (days < 1) {
            throw SqlErrors.badDateText();
        }
        long year = (YEARS_PER_CYCLE * (days - 1) + DAYS_PER_CYCLE + 15) / DAYS_PER_CYCLE;
        long dayOfYear = days - (year - 1) * 354 - (3 + 11 * year) / YEARS_PER_CYCLE;
        int month = (int) Math.min(12, (dayOfYear - 1) * 2 / 59 + 1);
        long day = dayOfYear - (month * 59L - 58) / 2;
        return style == 130
                ? String.format(Locale.ROOT, "%2d %s %d", day, MONTHS.get(month - 1), year)
                : String.format(Locale.ROOT, "%2d/%02d/%d", day, month, year);
    }
}
