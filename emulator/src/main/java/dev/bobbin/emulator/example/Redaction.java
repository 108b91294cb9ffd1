package dev.bobbin.emulator.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.share.SecretMask;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Masks secrets and what differs from run to run: times near that of the run, and GUIDs that neither the input nor the code knows.
 * A date of the data, or an id that was asked for, stays: it is what the example is about.
 */
final class Redaction {

    /** Time zones, and functions that look a day ahead or back. */
    private static final Duration NEAR = Duration.ofHours(49);

    private static final Pattern TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2})(:\\d{2}(?:[.,]\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern DATE = Pattern.compile("(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?![\\dT])");

    /** ISO's basic form, also with an underline in names of files, or with nothing between day and time. */
    private static final Pattern BASIC_TIME = Pattern.compile(
            "(?<![0-9A-Za-z.,])(\\d{8})[T_]?(\\d{6})(?:[.,]?\\d{1,9})?" + "(?:Z|[+-]\\d{2}:?\\d{2})?(?![0-9A-Za-z])");

    private static final Pattern BASIC_DATE = Pattern.compile("(?<![0-9A-Za-z.,])\\d{8}(?![0-9A-Za-z])");

    /** C's asctime, which Python calls ctime. */
    private static final Pattern OF_C =
            Pattern.compile("([A-Z][a-z]{2} [A-Z][a-z]{2}) ([ \\d]\\d \\d{2}:\\d{2}:\\d{2}) (?:[A-Z]{3,4} )?(\\d{4})");

    private static final DateTimeFormatter C_FORM =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter BASIC_FORM = DateTimeFormatter.ofPattern("uuuuMMdd HHmmss", Locale.ROOT);
    private static final Pattern OF_SERVERS =
            Pattern.compile("[A-Z][a-z]{2}, \\d{1,2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} (?:GMT|UTC|[+-]\\d{4})");

    /** Day, sign, month and year, and what may follow; with slashes the month may come first. */
    private static final Pattern DAY_FIRST = Pattern.compile("(?<![\\d./])(\\d{1,2})([./])(\\d{1,2})\\2(\\d{4}|\\d{2})"
            + "(,? \\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[AP]M)?)?(?![\\d./]*\\d)");

    private static final Pattern GUID =
            Pattern.compile("(?<![0-9a-fA-F-])[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![0-9a-fA-F-])"
                    + "|(?<![0-9a-fA-F-])[0-9a-fA-F]{32}(?![0-9a-fA-F-])");

    private final Instant time;
    private final String known;
    private final String invocationId;
    private final UnaryOperator<String> secrets;

    /**
     * @param time of the run
     * @param known texts whose GUIDs are no surprise
     * @param secrets puts marks in place of them
     */
    Redaction(Instant time, String known, String invocationId, UnaryOperator<String> secrets) {
        this.secrets = secrets;
        this.time = time;
        this.known = known.toLowerCase(Locale.ROOT);
        this.invocationId = invocationId;
    }

    /** Puts marks in place of the secrets that a mask knows. */
    static UnaryOperator<String> marking(SecretMask mask) {
        return text -> {
            String masked = mask.text(text);
            return masked.equals(text) ? text : marked(masked);
        };
    }

    /** A text that was masked before, with marks in place of its secrets. */
    static String marked(String masked) {
        return masked.replace(SecretMask.MASKED, Placeholder.ANY.mark());
    }

    /** The value with marks in place of what will differ. */
    JsonNode mask(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> JsonNodeFactory.instance.textNode(mask(value.textValue()));
            case NUMBER -> number(value);
            case ARRAY -> {
                ArrayNode masked = JsonNodeFactory.instance.arrayNode();
                value.forEach(element -> masked.add(mask(element)));
                yield masked;
            }
            case OBJECT -> object(value);
            default -> value;
        };
    }

    private JsonNode number(JsonNode value) {
        String digits = value.asText();
        if (!secrets.apply(digits).equals(digits)) {
            return JsonNodeFactory.instance.textNode(Placeholder.ANY.mark());
        }
        Matcher basic = BASIC_TIME.matcher(digits);
        boolean passes = isNow(value.decimalValue()) || basic.matches() && isNearBasic(basic);
        return passes ? JsonNodeFactory.instance.textNode(Placeholder.TIME.mark()) : value;
    }

    /** Keys are masked as texts are; where two become the same, nothing is said of the object. */
    private JsonNode object(JsonNode value) {
        ObjectNode masked = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            if (masked.replace(mask(entry.getKey()), mask(entry.getValue())) != null) {
                return JsonNodeFactory.instance.textNode(Placeholder.ANY.mark());
            }
        }
        return masked;
    }

    /** The text with marks in place of what will differ. */
    String mask(String text) {
        String masked = GUID.matcher(secrets.apply(text))
                .replaceAll(found -> quoted(isKnown(found) ? found.group() : Placeholder.GUID.mark()));
        masked = TIME.matcher(masked)
                .replaceAll(found -> quoted(isNear(found) ? Placeholder.TIME.mark() : found.group()));
        masked = DATE.matcher(masked)
                .replaceAll(found -> quoted(isToday(found.group()) ? Placeholder.DATE.mark() : found.group()));
        masked = OF_SERVERS
                .matcher(masked)
                .replaceAll(found -> quoted(isNearOfServer(found.group()) ? Placeholder.TIME.mark() : found.group()));
        masked = OF_C.matcher(masked)
                .replaceAll(found -> quoted(
                        isNear(found, found.group(1) + " " + found.group(2) + " " + found.group(3), C_FORM)
                                ? Placeholder.TIME.mark()
                                : found.group()));
        masked = BASIC_TIME
                .matcher(masked)
                .replaceAll(found -> quoted(isNearBasic(found) ? Placeholder.TIME.mark() : found.group()));
        masked = BASIC_DATE
                .matcher(masked)
                .replaceAll(found -> quoted(
                        isNear(found, found.group() + " 120000", BASIC_FORM)
                                ? Placeholder.DATE.mark()
                                : found.group()));
        masked = DAY_FIRST.matcher(masked).replaceAll(found -> quoted(dayFirst(found)));
        return invocationId.isBlank() ? masked : masked.replace(invocationId, Placeholder.GUID.mark());
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }

    private boolean isKnown(MatchResult guid) {
        String text = guid.group().toLowerCase(Locale.ROOT);
        return !text.equals(invocationId.toLowerCase(Locale.ROOT)) && known.contains(text);
    }

    private boolean isNear(MatchResult found) {
        try {
            String seconds = found.group(3) == null ? ":00" : found.group(3).replace(',', '.');
            LocalDateTime local = LocalDateTime.parse(found.group(1) + "T" + found.group(2) + seconds);
            return isNear(local.toInstant(ZoneOffset.UTC))
                    && !known.contains(found.group().toLowerCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private boolean isNearBasic(MatchResult found) {
        return isNear(found, found.group(1) + " " + found.group(2), BASIC_FORM);
    }

    /** @param local the time that was found, in a form of a fixed kind */
    private boolean isNear(MatchResult found, String local, DateTimeFormatter form) {
        try {
            return isNear(LocalDateTime.parse(local, form).toInstant(ZoneOffset.UTC))
                    && !known.contains(found.group().toLowerCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private boolean isNearOfServer(String text) {
        try {
            Instant moment = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.replace("UTC", "GMT")));
            return isNear(moment) && !known.contains(text.toLowerCase(Locale.ROOT));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private String dayFirst(MatchResult found) {
        String text = found.group();
        int year = Integer.parseInt(found.group(4).length() == 2 ? "20" + found.group(4) : found.group(4));
        int one = Integer.parseInt(found.group(1));
        int other = Integer.parseInt(found.group(3));
        boolean near = isNear(year, other, one) || found.group(2).equals("/") && isNear(year, one, other);
        if (!near || known.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        return (found.group(5) == null ? Placeholder.DATE : Placeholder.TIME).mark();
    }

    private boolean isNear(int year, int month, int day) {
        try {
            return isNear(LocalDate.of(year, month, day).atTime(12, 0).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private boolean isToday(String date) {
        try {
            return isNear(LocalDate.parse(date).atTime(12, 0).toInstant(ZoneOffset.UTC)) && !known.contains(date);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private boolean isNow(BigDecimal number) {
        return LongStream.of(1, 1_000, 1_000_000, 1_000_000_000).anyMatch(perSecond -> isNear(number, perSecond));
    }

    private boolean isNear(BigDecimal number, long perSecond) {
        BigDecimal seconds = number.divide(BigDecimal.valueOf(perSecond), RoundingMode.FLOOR);
        BigDecimal distance =
                seconds.subtract(BigDecimal.valueOf(time.getEpochSecond())).abs();
        return distance.compareTo(BigDecimal.valueOf(NEAR.toSeconds())) <= 0;
    }

    private boolean isNear(Instant other) {
        return Duration.between(time, other).abs().compareTo(NEAR) <= 0;
    }
}
