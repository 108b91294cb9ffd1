package dev.bobbin.app.l10n;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Points in time as the window's language writes them. */
public final class Dates {

    private Dates() {}

    /** Day and time of this machine's zone, to the second. */
    public static String dayAndTime(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withLocale(locale(Messages.language(), Locale.getDefault(Locale.Category.FORMAT)))
                .withZone(ZoneId.systemDefault())
                .format(moment);
    }

    /** The system's formats when they are of the window's language, as those of Britain or Austria are; else the language's own. */
    static Locale locale(Locale language, Locale system) {
        return system.getLanguage().equals(language.getLanguage()) ? system : language;
    }
}
