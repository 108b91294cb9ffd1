package dev.bobbin.app.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A date and time taken apart, as it is chosen from a calendar.
 *
 * @param zone null when the value has none
 */
record DateTimeParts(
        LocalDate date, LocalTime time, @Nullable ZoneId zone) {

    private static final List<String> ZONES = List.of(
            "Europe/London",
            "Europe/Berlin",
            "America/New_York",
            "America/Los_Angeles",
            "Asia/Kolkata",
            "Asia/Tokyo",
            "Australia/Sydney");

    /** Zones to choose from: UTC, this machine's, and some that people work with. */
    static List<ZoneId> zones() {
        Set<ZoneId> zones = new LinkedHashSet<>();
        zones.add(ZoneOffset.UTC);
        zones.add(ZoneId.systemDefault().normalized() instanceof ZoneOffset ? ZoneOffset.UTC : ZoneId.systemDefault());
        ZONES.forEach(id -> zones.add(ZoneId.of(id)));
        return List.copyOf(zones);
    }

    /** The parts of an extended ISO 8601 text; empty when it is none. */
    static Optional<DateTimeParts> parse(String iso) {
        String text = iso.strip();
        try {
            if (text.length() == "2026-03-29".length()) {
                return Optional.of(new DateTimeParts(LocalDate.parse(text), LocalTime.MIDNIGHT, null));
            }
            var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    parsed instanceof OffsetDateTime with
                            ? new DateTimeParts(with.toLocalDate(), with.toLocalTime(), with.getOffset())
                            : new DateTimeParts(LocalDate.from(parsed), LocalTime.from(parsed), null));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** The time of day of a text such as {@code 14:30} or {@code 14:30:05}; empty when it is none. */
    static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text.strip()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** Whether clocks in the zone skip that time, as when summer time begins. */
    boolean skipped() {
        return zone != null
                && zone.getRules().getValidOffsets(date.atTime(time)).isEmpty();
    }

    /** Whether clocks in the zone show that time twice, as when summer time ends. */
    boolean twice() {
        return zone != null
                && zone.getRules().getValidOffsets(date.atTime(time)).size() > 1;
    }

    /** ISO 8601, with the offset the zone has at that moment; of a time shown twice, the first. */
    String iso() {
        LocalDateTime local = date.atTime(time);
        DateTimeFormatter format = DateTimeFormatter.ISO_LOCAL_DATE_TIME;
        return zone == null
                ? format.format(local)
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        local.atZone(zone).toOffsetDateTime());
    }
}
