package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.text.Json;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code datetime}. The service calls {@code datetime.fromisoformat}, which on Python 3.11 and later reads most of ISO
 * 8601: extended and basic dates, weeks, any one character between date and time, fractions, {@code Z} and offsets.
 */
record IsoDateTime() implements FieldFormat {

    private static final Pattern SHAPE = Pattern.compile("(?<date>\\d{4}-\\d{2}-\\d{2}|\\d{8}|\\d{4}-?W\\d{2}(-?\\d)?)"
            + "(?s:.(?<hour>\\d{2})(?<rest>(:\\d{2}(:\\d{2}([.,]\\d+)?)?)?|(\\d{2}(\\d{2}([.,]\\d+)?)?)?)"
            + "(?<zone>Z|[+-]\\d{2}(:?\\d{2}(:?\\d{2}([.,]\\d+)?)?)?)?)?");

    @Override
    public Reading.Sent read(String text) {
        String value = text.strip();
        if (value.isEmpty()) {
            return new Reading.Refused(Json.quote(text), text("form.datetime.empty"));
        }
        String problem = problem(value);
        return problem == null
                ? new Reading.Accepted(Json.quote(value))
                : new Reading.Refused(Json.quote(text), problem);
    }

    private static @Nullable String problem(String value) {
        Matcher shape = SHAPE.matcher(value);
        if (!shape.matches()) {
            return text("form.datetime.refused");
        }
        try {
            checkDate(shape.group("date"));
            if (shape.group("hour") != null) {
                checkTime(shape.group("hour"), shape.group("rest"));
            }
            return null;
        } catch (DateTimeException _) {
            return text("form.datetime.noSuchTime");
        }
    }

    private static void checkDate(String date) {
        boolean extended = date.indexOf('-') > 0;
        if (date.indexOf('W') < 0) {
            LocalDate.parse(date, extended ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.BASIC_ISO_DATE);
            return;
        }
        String digits = date.replace("-", "").replace("W", "");
        String day = digits.length() > 6 ? digits.substring(6) : "1";
        LocalDate.parse(
                digits.substring(0, 4) + "-W" + digits.substring(4, 6) + "-" + day, DateTimeFormatter.ISO_WEEK_DATE);
    }

    private static void checkTime(String hour, String rest) {
        String digits = (hour + rest).replace(":", "").replaceAll("[.,].*", "");
        String full = (digits + "0000").substring(0, 6);
        LocalTime.of(
                Integer.parseInt(full.substring(0, 2)),
                Integer.parseInt(full.substring(2, 4)),
                Integer.parseInt(full.substring(4, 6)));
    }

    @Override
    public Optional<String> absence() {
        return Optional.of(text("form.datetime.empty"));
    }

    @Override
    public String hint() {
        return text("form.datetime.hint");
    }
}
