package dev.bobbin.app.l10n;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Points in time as the window's language writes them. */
public final class Dates {

    private Dates() {}

    /** Day and time of this machine's zone, to the second. */
    public static String dayAndTime(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withLocale(locale())
                .withZone(ZoneId.systemDefault())
                .format(moment);
    }

    /** The time alone when it is of the same day, else the day and the time to the minute: where there is little room. */
    public static String brief(Instant moment, ZonedDateTime now) {
        boolean today = moment.atZone(now.getZone()).toLocalDate().equals(now.toLocalDate());
        DateTimeFormatter format = today
                ? DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.SHORT);
        return format.withLocale(locale()).withZone(now.getZone()).format(moment);
    }

    /** Whose names of months and days, and whose first day of the week, a calendar shows. */
    public static Locale locale() {
        return locale(Messages.language(), Locale.getDefault(Locale.Category.FORMAT));
    }

    /** The system's formats when they are of the window's language, as those of Britain or Austria are; else the language's own. */
    static Locale locale(Locale language, Locale system) {
        if (system.getLanguage().equals(language.getLanguage())) {
            return system;
        }
        // A language of no country begins its weeks as the United States do.
        return language.equals(Locale.GERMAN) ? Locale.GERMANY : language;
    }
}
