package dev.bobbin.app.l10n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.WeekFields;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dates are written as the window's language writes them, whatever the system's. */
class DatesTest {

    private static final Instant MOMENT = LocalDateTime.of(2026, 11, 26, 6, 27, 11)
            .atZone(ZoneId.systemDefault())
            .toInstant();

    @AfterEach
    void speakEnglish() {
        Messages.use("en");
    }

    @Test
    void aGermanWindowHasGermanDates() {
        Messages.use("de");
        assertThat(Dates.dayAndTime(MOMENT)).contains("26.11.26").contains("06:27:11");
    }

    @Test
    void aMomentOfTodayIsTheTimeAlone() {
        Messages.use("de");
        ZonedDateTime evening = MOMENT.atZone(ZoneId.systemDefault()).withHour(22);
        assertThat(Dates.brief(MOMENT, evening)).isEqualTo("06:27:11");
        assertThat(Dates.brief(MOMENT, evening.plusDays(1)))
                .contains("26.11.26")
                .contains("06:27")
                .doesNotContain(":11");
    }

    @Test
    void theSystemsFormatsCountWhenTheyAreOfTheLanguage() {
        assertThat(Dates.locale(Locale.ENGLISH, Locale.UK)).isEqualTo(Locale.UK);
        assertThat(Dates.locale(Locale.ENGLISH, Locale.GERMANY)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void aGermanWeekBeginsWithMondayOnAnEnglishSystem() {
        Locale german = Dates.locale(Locale.GERMAN, Locale.US);
        assertThat(german.getLanguage()).isEqualTo("de");
        assertThat(WeekFields.of(german).getFirstDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    }
}
