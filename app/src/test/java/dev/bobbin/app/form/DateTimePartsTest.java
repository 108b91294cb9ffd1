package dev.bobbin.app.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates and times, with the offset their zone has at that moment. */
class DateTimePartsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({"2026-01-15,2026-01-15T12:00:00+01:00", "2026-07-15,2026-07-15T12:00:00+02:00"})
    void theOffsetIsThatOfTheSeason(LocalDate date, String iso) {
        assertThat(new DateTimeParts(date, LocalTime.NOON, BERLIN).iso()).isEqualTo(iso);
    }

    @Test
    void aTimeThatClocksSkipOrShowTwiceIsKnown() {
        assertThat(new DateTimeParts(LocalDate.of(2026, 3, 29), LocalTime.of(2, 30), BERLIN).skipped())
                .isTrue();
        assertThat(new DateTimeParts(LocalDate.of(2026, 10, 25), LocalTime.of(2, 30), BERLIN).twice())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T14:30:05Z,2026-03-29,14:30:05,Z",
        "29.3.2026 14:30,2026-03-29,14:30,",
        "2026/3/29 at 2:30 pm,2026-03-29,14:30,",
        "29 March 14:30:05+02:00,,14:30:05,+02:00",
        "2026-13-29 14:30 Z,,14:30,Z",
        "2026-03-29 25:00,2026-03-29,00:00,",
        "soon,,00:00,"
    })
    void ofATextThatIsNoneTheCalendarKeepsWhatCanBeRead(String typed, LocalDate date, LocalTime time, String zone) {
        assertThat(DateTimeBeginning.of(typed))
                .isEqualTo(new DateTimeBeginning(
                        Optional.ofNullable(date),
                        time,
                        Optional.ofNullable(zone).map(ZoneId::of)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29,2026-03-29T00:00:00",
        "2026-03-29 14:30,2026-03-29T14:30:00",
        "2026-03-29T14:30:05Z,2026-03-29T14:30:05Z",
        "2026-03-29T14:30:05+02:00,2026-03-29T14:30:05+02:00"
    })
    void whatIsTypedIsTakenOverByTheCalendar(String typed, String iso) {
        assertThat(DateTimeParts.parse(typed)).map(DateTimeParts::iso).contains(iso);
    }

    @Test
    void garbageIsNoDate() {
        assertThat(DateTimeParts.parse("soon")).isEmpty();
        assertThat(DateTimeParts.time("25:00")).isEmpty();
    }
}
