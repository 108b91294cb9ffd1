package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.standin.documents.query.Functions.Definition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Functions on times: texts such as {@code 2025-01-02T03:04:05.1234567Z}, ticks of 100 nanoseconds, and milliseconds
 * since 1970.
 */
final class DateFunctions {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'");
    private static final long TICKS_PER_SECOND = 10_000_000L;
    private static final int NANOS_PER_TICK = 100;
    private static final Pattern TIME = Pattern.compile("(?<date>\\d{4}-\\d\\d-\\d\\d)"
            + "(?:[T ](?<clock>\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,7})?))?(?<offset>Z|[+-]\\d\\d:\\d\\d)?");

    /** Functions of the present time, which their bodies are given as a text before the arguments of the query. */
    static final Map<String, Definition> OF_NOW = Map.of(
            "AGO", new Definition(2, 2, all -> shifted(all, Operators.unary("-", all.get(2)))),
            "NOW", new Definition(0, 2, all -> all.size() == 1 ? all.getFirst() : shifted(all, Arguments.at(all, 2))),
            "GETCURRENTDATETIME", new Definition(0, 0, List::getFirst),
            "GETCURRENTDATETIMESTATIC", new Definition(0, 0, List::getFirst),
            "GETCURRENTTIMESTAMP", new Definition(0, 0, all -> convert(all, DateFunctions::timestamp)),
            "GETCURRENTTIMESTAMPSTATIC", new Definition(0, 0, all -> convert(all, DateFunctions::timestamp)),
            "GETCURRENTTICKS", new Definition(0, 0, all -> convert(all, DateFunctions::ticks)),
            "GETCURRENTTICKSSTATIC", new Definition(0, 0, all -> convert(all, DateFunctions::ticks)));

    static final Map<String, Definition> ALL = Map.ofEntries(
            Map.entry("DATETIMEADD", new Definition(3, 3, DateFunctions::add)),
            Map.entry("DATETIMEDIFF", new Definition(3, 3, DateFunctions::difference)),
            Map.entry("DATETIMEPART", new Definition(2, 2, all -> part(unit(all.get(0)), all.get(1)))),
            Map.entry("YEAR", new Definition(1, 1, all -> part(Optional.of(ChronoUnit.YEARS), all.getFirst()))),
            Map.entry("MONTH", new Definition(1, 1, all -> part(Optional.of(ChronoUnit.MONTHS), all.getFirst()))),
            Map.entry("DAY", new Definition(1, 1, all -> part(Optional.of(ChronoUnit.DAYS), all.getFirst()))),
            Map.entry("DATETIMEBIN", new Definition(2, 4, DateFunctions::bin)),
            Map.entry("DATETIMEFORMAT", new Definition(2, 2, DateFunctions::format)),
            Map.entry("DATETIMEFROMPARTS", new Definition(3, 7, DateFunctions::fromParts)),
            Map.entry("DATETIMETOTICKS", new Definition(1, 1, all -> convert(all, DateFunctions::ticks))),
            Map.entry("DATETIMETOTIMESTAMP", new Definition(1, 1, all -> convert(all, DateFunctions::timestamp))),
            Map.entry("IS_DATETIME", new Definition(1, 1, DateFunctions::isTime)),
            Map.entry("TICKSTODATETIME", new Definition(1, 1, all -> fromNumber(all, DateFunctions::ofTicks))),
            Map.entry("TIMESTAMPTODATETIME", new Definition(1, 1, all -> fromNumber(all, Instant::ofEpochMilli))));

    private DateFunctions() {}

    static JsonNode text(Instant instant) {
        return Values.JSON.textNode(SHOWN.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
    }

    private static JsonNode timestamp(Instant instant) {
        return Values.of((double) instant.toEpochMilli());
    }

    private static JsonNode ticks(Instant instant) {
        return Values.JSON.numberNode(instant.getEpochSecond() * TICKS_PER_SECOND + instant.getNano() / NANOS_PER_TICK);
    }

    private static Instant ofTicks(long ticks) {
        return Instant.ofEpochSecond(
                Math.floorDiv(ticks, TICKS_PER_SECOND), Math.floorMod(ticks, TICKS_PER_SECOND) * NANOS_PER_TICK);
    }

    /** Dates alone, and with a time behind a T or a space; in UTC when no offset is given. Source: "IS_DATETIME". */
    private static Optional<Instant> instant(JsonNode value) {
        Matcher time = TIME.matcher(value.asText(""));
        if (!value.isTextual() || !time.matches()) {
            return Optional.empty();
        }
        String clock = time.group("clock") == null ? "00:00:00" : time.group("clock");
        String offset = time.group("offset") == null ? "Z" : time.group("offset");
        try {
            return Optional.of(OffsetDateTime.parse(time.group("date") + "T" + clock + offset)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static JsonNode isTime(List<JsonNode> arguments) {
        JsonNode value = arguments.getFirst();
        return Values.isDefined(value) ? Values.of(instant(value).isPresent()) : Values.UNDEFINED;
    }

    private static JsonNode format(List<JsonNode> arguments) {
        Optional<Instant> instant = instant(arguments.get(0));
        JsonNode format = arguments.get(1);
        return instant.isEmpty() || !format.isTextual()
                ? Values.UNDEFINED
                : Values.JSON.textNode(
                        DateFormat.apply(format.textValue(), LocalDateTime.ofInstant(instant.get(), ZoneOffset.UTC)));
    }

    private static JsonNode convert(List<JsonNode> arguments, Function<Instant, JsonNode> conversion) {
        return instant(arguments.getFirst()).map(conversion::apply).orElse(Values.UNDEFINED);
    }

    private static JsonNode fromNumber(List<JsonNode> arguments, LongFunction<Instant> conversion) {
        JsonNode number = arguments.getFirst();
        try {
            return Arguments.isWhole(number) ? text(conversion.apply(number.longValue())) : Values.UNDEFINED;
        } catch (DateTimeException e) {
            return Values.UNDEFINED;
        }
    }

    private static Optional<ChronoUnit> unit(JsonNode name) {
        return Optional.ofNullable(
                switch (name.asText("").toLowerCase(Locale.ROOT)) {
                    case "year", "yyyy", "yy" -> ChronoUnit.YEARS;
                    case "month", "mm", "m" -> ChronoUnit.MONTHS;
                    case "day", "dd", "d" -> ChronoUnit.DAYS;
                    case "hour", "hh" -> ChronoUnit.HOURS;
                    case "minute", "mi", "n" -> ChronoUnit.MINUTES;
                    case "second", "ss", "s" -> ChronoUnit.SECONDS;
                    case "millisecond", "ms" -> ChronoUnit.MILLIS;
                    case "microsecond", "mcs" -> ChronoUnit.MICROS;
                    case "nanosecond", "ns" -> ChronoUnit.NANOS;
                    default -> null;
                });
    }

    /** The present time and some of a unit. @param all the present time, and the unit */
    private static JsonNode shifted(List<JsonNode> all, JsonNode count) {
        return add(List.of(all.get(1), count, all.getFirst()));
    }

    private static JsonNode add(List<JsonNode> arguments) {
        Optional<ChronoUnit> unit = unit(arguments.get(0));
        Optional<Instant> start = instant(arguments.get(2));
        if (unit.isEmpty() || start.isEmpty() || !Arguments.isWhole(arguments.get(1))) {
            return Values.UNDEFINED;
        }
        try {
            LocalDateTime moment = LocalDateTime.ofInstant(start.get(), ZoneOffset.UTC);
            return text(moment.plus(arguments.get(1).longValue(), unit.get()).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException | ArithmeticException e) {
            return Values.UNDEFINED;
        }
    }

    /** How many borders of the unit lie between the two times. */
    private static JsonNode difference(List<JsonNode> arguments) {
        Optional<ChronoUnit> unit = unit(arguments.get(0));
        Optional<Instant> start = instant(arguments.get(1));
        Optional<Instant> end = instant(arguments.get(2));
        if (unit.isEmpty() || start.isEmpty() || end.isEmpty()) {
            return Values.UNDEFINED;
        }
        LocalDateTime from = LocalDateTime.ofInstant(start.get(), ZoneOffset.UTC);
        LocalDateTime to = LocalDateTime.ofInstant(end.get(), ZoneOffset.UTC);
        return Values.of((double) floor(from, unit.get()).until(floor(to, unit.get()), unit.get()));
    }

    private static LocalDateTime floor(LocalDateTime moment, ChronoUnit unit) {
        return switch (unit) {
            case YEARS -> moment.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
            case MONTHS -> moment.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
            default -> moment.truncatedTo(unit);
        };
    }

    private static JsonNode part(Optional<ChronoUnit> unit, JsonNode time) {
        Optional<Instant> instant = instant(time);
        if (unit.isEmpty() || instant.isEmpty()) {
            return Values.UNDEFINED;
        }
        LocalDateTime moment = LocalDateTime.ofInstant(instant.get(), ZoneOffset.UTC);
        return Values.of((double)
                switch (unit.get()) {
                    case YEARS -> moment.getYear();
                    case MONTHS -> moment.getMonthValue();
                    case DAYS -> moment.getDayOfMonth();
                    case HOURS -> moment.getHour();
                    case MINUTES -> moment.getMinute();
                    case SECONDS -> moment.getSecond();
                    case MILLIS -> moment.getNano() / 1_000_000;
                    case MICROS -> moment.getNano() / 1_000;
                    default -> moment.getNano();
                });
    }

    /** The start of the bin, counted from 1970 or an origin of one's own. Source: "DateTimeBin". */
    private static JsonNode bin(List<JsonNode> arguments) {
        Optional<Instant> instant = instant(arguments.get(0));
        Optional<ChronoUnit> unit = unit(arguments.get(1));
        JsonNode size = arguments.size() < 3 ? Values.of(1.0) : arguments.get(2);
        Optional<Instant> origin = arguments.size() < 4 ? Optional.of(Instant.EPOCH) : instant(arguments.get(3));
        boolean sized = Arguments.isWhole(size) && size.doubleValue() > 0;
        if (instant.isEmpty() || unit.isEmpty() || origin.isEmpty() || !sized) {
            return Values.UNDEFINED;
        }
        LocalDateTime from = LocalDateTime.ofInstant(origin.get(), ZoneOffset.UTC);
        LocalDateTime moment = LocalDateTime.ofInstant(instant.get(), ZoneOffset.UTC);
        long passed = from.until(moment, unit.get());
        if (from.plus(passed, unit.get()).isAfter(moment)) {
            passed--;
        }
        long bins = Math.floorDiv(passed, size.longValue());
        return text(from.plus(bins * size.longValue(), unit.get()).toInstant(ZoneOffset.UTC));
    }

    private static JsonNode fromParts(List<JsonNode> arguments) {
        if (!arguments.stream().allMatch(Arguments::isWhole)) {
            return Values.UNDEFINED;
        }
        int[] parts = new int[7];
        for (int i = 0; i < arguments.size(); i++) {
            parts[i] = arguments.get(i).intValue();
        }
        try {
            LocalDateTime moment = LocalDateTime.of(
                    parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6] * NANOS_PER_TICK);
            return text(moment.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Values.UNDEFINED;
        }
    }
}
