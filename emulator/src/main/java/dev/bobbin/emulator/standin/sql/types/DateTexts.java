package dev.bobbin.emulator.standin.sql.types;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times written as text, in the forms SQL Server takes with the language us_english (Transact-SQL
 * reference, "date", "time", "datetime" and the styles of "CAST and CONVERT").
 */
final class DateTexts {

    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final LocalDate NO_DATE = LocalDate.of(1900, 1, 1);
    private static final int CENTURY_CUT = 50;

    /** A run of digits, a run of letters, or one other character. */
    private record Piece(String text, boolean digits, boolean letters) {}

    private final List<Piece> pieces;
    private final int style;
    private int at;

    private DateTexts(String text, int style) {
        this.pieces = split(text.strip());
        this.style = style % 100;
    }

    static Object parse(String text, SqlType from, SqlType to, int style) {
        if (text.isBlank()) {
            return DateTimes.to(NO_DATE.atStartOfDay(), ZoneOffset.UTC, to);
        }
        DateTexts reader = new DateTexts(text, style);
        try {
            return reader.read(from, to);
        } catch (DateTimeException | NumberFormatException e) {
            throw to.kind() == Kind.DATETIME || to.kind() == Kind.SMALLDATETIME
                    ? SqlErrors.dateTextOutOfRange(
                            from.kind().sqlName(), to.kind().sqlName())
                    : SqlErrors.badDateText();
        }
    }

    private static List<Piece> split(String text) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int start = i;
            char first = text.charAt(i++);
            boolean digit = first >= '0' && first <= '9';
            boolean letter = Character.isLetter(first);
            while (i < text.length()
                    && (digit && text.charAt(i) >= '0' && text.charAt(i) <= '9'
                            || letter && Character.isLetter(text.charAt(i)))) {
                i++;
            }
            pieces.add(new Piece(text.substring(start, i), digit, letter));
        }
        return pieces;
    }

    private Object read(SqlType from, SqlType to) {
        LocalDate date = timeComesFirst() ? NO_DATE : date();
        skipBlanks();
        if (is("T")) {
            at++;
        }
        LocalTime time = LocalTime.MIDNIGHT;
        if (at < pieces.size() && pieces.get(at).digits()) {
            time = time(to);
        }
        ZoneOffset offset = zone(to);
        skipBlanks();
        if (at < pieces.size()) {
            throw SqlErrors.badDateText();
        }
        try {
            return DateTimes.to(date.atTime(time), offset, to);
        } catch (SqlError e) {
            throw SqlErrors.dateTextOutOfRange(from.kind().sqlName(), to.kind().sqlName());
        }
    }

    private boolean timeComesFirst() {
        return pieces.size() > 1
                && pieces.getFirst().digits()
                && (pieces.get(1).text().equals(":")
                        || isHalfDay(1)
                        || pieces.get(1).text().equals(" ") && isHalfDay(2));
    }

    private boolean isHalfDay(int index) {
        if (index >= pieces.size()) {
            return false;
        }
        String word = pieces.get(index).text().toUpperCase(Locale.ROOT);
        return word.equals("AM") || word.equals("PM");
    }

    private LocalDate date() {
        Piece first = pieces.get(at);
        if (first.letters()) {
            return monthFirst();
        }
        if (!first.digits()) {
            throw SqlErrors.badDateText();
        }
        at++;
        if (first.text().length() == 8) {
            return LocalDate.of(
                    number(first.text().substring(0, 4)),
                    number(first.text().substring(4, 6)),
                    number(first.text().substring(6)));
        }
        if (first.text().length() == 6) {
            return LocalDate.of(
                    year(first.text().substring(0, 2)),
                    number(first.text().substring(2, 4)),
                    number(first.text().substring(4)));
        }
        if (at >= pieces.size()) {
            if (first.text().length() == 4) {
                return LocalDate.of(number(first.text()), 1, 1);
            }
            throw SqlErrors.badDateText();
        }
        String separator = pieces.get(at++).text();
        if (separator.equals(" ") || pieces.get(Math.min(at, pieces.size() - 1)).letters()) {
            skipBlanks();
            int month = month();
            skip(" ", "-", "/", ",");
            return LocalDate.of(year(digits()), month, number(first.text()));
        }
        if (!separator.equals("-") && !separator.equals("/") && !separator.equals(".")) {
            throw SqlErrors.badDateText();
        }
        String second = digits();
        if (!is(separator)) {
            throw SqlErrors.badDateText();
        }
        at++;
        return ordered(first.text(), second, digits());
    }

    private LocalDate ordered(String first, String second, String third) {
        if (first.length() == 4) {
            return LocalDate.of(number(first), number(second), number(third));
        }
        boolean dayFirst = style == 3 || style == 4 || style == 5 || style == 6 || style == 13;
        boolean yearFirst = style == 2 || style == 11 || style == 12;
        if (yearFirst) {
            return LocalDate.of(year(first), number(second), number(third));
        }
        return dayFirst
                ? LocalDate.of(year(third), number(second), number(first))
                : LocalDate.of(year(third), number(first), number(second));
    }

    private LocalDate monthFirst() {
        int month = month();
        skip(" ", "-", ".");
        String day = digits();
        skip(" ", ",", "-");
        if (at >= pieces.size() || !pieces.get(at).digits()) {
            throw SqlErrors.badDateText();
        }
        return LocalDate.of(year(digits()), month, number(day));
    }

    private int month() {
        String word = at < pieces.size() ? pieces.get(at).text().toLowerCase(Locale.ROOT) : "";
        for (int i = 0; i < MONTHS.size(); i++) {
            String month = MONTHS.get(i);
            if (word.equals(month) || word.length() == 3 && month.startsWith(word)) {
                at++;
                return i + 1;
            }
        }
        throw SqlErrors.badDateText();
    }

    private LocalTime time(SqlType to) {
        int hour = number(digits());
        int minute = 0;
        int second = 0;
        int nano = 0;
        boolean colon = is(":");
        if (colon) {
            at++;
            minute = number(digits());
        }
        if (is(":")) {
            at++;
            second = number(digits());
            if (is(".") || is(":")) {
                boolean fraction = is(".");
                at++;
                nano = nanos(digits(), fraction, to);
            }
        }
        skipBlanks();
        if (isHalfDay(at)) {
            boolean afternoon = pieces.get(at++).text().equalsIgnoreCase("PM");
            if (hour < 1 || hour > 12) {
                throw SqlErrors.badDateText();
            }
            hour = hour % 12 + (afternoon ? 12 : 0);
        } else if (!colon) {
            throw SqlErrors.badDateText();
        }
        return LocalTime.of(hour, minute, second, nano);
    }

    private static int nanos(String digits, boolean fraction, SqlType to) {
        int most = to.kind() == Kind.DATETIME || to.kind() == Kind.SMALLDATETIME ? 3 : 7;
        if (digits.length() > 9 || fraction && digits.length() > most) {
            throw SqlErrors.badDateText();
        }
        return fraction ? number((digits + "000000000").substring(0, 9)) : number(digits) * 1_000_000;
    }

    private ZoneOffset zone(SqlType to) {
        skipBlanks();
        if (is("Z")) {
            at++;
            return ZoneOffset.UTC;
        }
        if (!is("+") && !is("-")) {
            return ZoneOffset.UTC;
        }
        if (to.kind() == Kind.DATETIME || to.kind() == Kind.SMALLDATETIME) {
            throw SqlErrors.badDateText();
        }
        int sign = is("-") ? -1 : 1;
        at++;
        int hours = number(digits());
        if (!is(":")) {
            throw SqlErrors.badDateText();
        }
        at++;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * number(digits()));
    }

    private static int year(String digits) {
        int value = number(digits);
        if (digits.length() > 2) {
            return value;
        }
        return value < CENTURY_CUT ? 2000 + value : 1900 + value;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private String digits() {
        if (at >= pieces.size() || !pieces.get(at).digits()) {
            throw SqlErrors.badDateText();
        }
        return pieces.get(at++).text();
    }

    private boolean is(String text) {
        Piece piece = piece();
        return piece != null && piece.text().equalsIgnoreCase(text);
    }

    private @Nullable Piece piece() {
        return at < pieces.size() ? pieces.get(at) : null;
    }

    private void skipBlanks() {
        skip(" ");
    }

    private void skip(String... separators) {
        while (at < pieces.size() && List.of(separators).contains(pieces.get(at).text())) {
            at++;
        }
    }
}
