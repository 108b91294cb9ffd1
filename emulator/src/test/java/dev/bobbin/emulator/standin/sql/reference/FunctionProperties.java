package dev.bobbin.emulator.standin.sql.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Functions over random arguments answer what their definitions in the reference say, worked out here in another way. */
class FunctionProperties {

    private static final int TRIES = 150;

    private static Path folder = Path.of("");
    private static SqlSession session;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("functions");
        session = SqlDatabase.open(folder.resolve("data.db"), SqlKind.WAREHOUSE).connect();
    }

    @AfterContainer
    static void close() throws IOException {
        session.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The value of an expression, or the number of the error it raises. */
    private static Object ask(String expression) {
        try {
            for (SqlResult result : session.execute("SELECT " + expression, List.of())) {
                if (result instanceof SqlResult.Rows rows) {
                    return rows.rows().next(1).getFirst().getFirst();
                }
            }
        } catch (SqlError e) {
            return "error " + e.number();
        }
        throw new IllegalStateException(expression);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab %_[]^-'é").ofMaxLength(7);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of("a", "b", " ", "%", "_", "[ab]", "[^a]", "[a-b]", "[%]", "é")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void partsOfTexts(
            @ForAll("texts") String text,
            @ForAll @IntRange(min = -2, max = 9) int start,
            @ForAll @IntRange(min = -1, max = 9) int length) {
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (i + 1 >= start && i + 1 < start + length) {
                part.append(text.charAt(i));
            }
        }
        assertThat(ask("SUBSTRING(" + quoted(text) + ", " + start + ", " + length + ")"))
                .isEqualTo(length < 0 ? "error 537" : part.toString());
        assertThat(ask("LEFT(" + quoted(text) + ", " + length + ")"))
                .isEqualTo(length < 0 ? "error 537" : text.substring(0, Math.min(length, text.length())));
        assertThat(ask("RIGHT(" + quoted(text) + ", " + length + ")"))
                .isEqualTo(length < 0 ? "error 536" : text.substring(Math.max(0, text.length() - Math.max(0, length))));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void replacedTexts(
            @ForAll("texts") String text,
            @ForAll("texts") String other,
            @ForAll @IntRange(min = -1, max = 9) int start,
            @ForAll @IntRange(min = -1, max = 9) int length) {
        boolean fits = start >= 1 && start <= text.length() && length >= 0;
        assertThat(ask("STUFF(" + quoted(text) + ", " + start + ", " + length + ", " + quoted(other) + ")"))
                .isEqualTo(
                        fits
                                ? text.substring(0, start - 1)
                                        + other
                                        + text.substring(Math.min(text.length(), start - 1 + length))
                                : null);
        assertThat(ask("REPLACE(" + quoted(text) + ", 'a', " + quoted(other) + ")"))
                .isEqualTo(String.join(other, text.split("a", -1)));
        assertThat(ask("CHARINDEX('a', " + quoted(text) + ", " + start + ")"))
                .isEqualTo((long) text.indexOf('a', Math.max(0, start - 1)) + 1);
        assertThat(ask("LEN(" + quoted(text) + " + 'x') - 1")).isEqualTo((long) text.length());
    }

    @Property(tries = 2 * TRIES, edgeCases = EdgeCasesMode.NONE)
    void likeMatchesAsItsDefinitionSays(@ForAll("texts") String text, @ForAll("patterns") String pattern) {
        boolean expected = false;
        // Blanks at the end of the text may be left out, those of the pattern count.
        for (String tried = text; ; tried = tried.substring(0, tried.length() - 1)) {
            expected |= like(tried, pattern);
            if (!tried.endsWith(" ")) {
                break;
            }
        }
        assertThat(ask("CASE WHEN " + quoted(text) + " LIKE " + quoted(pattern) + " THEN 1 ELSE 0 END"))
                .as("'%s' LIKE '%s'", text, pattern)
                .isEqualTo(expected ? 1L : 0L);
    }

    /** By recursion over the pattern, character by character. */
    private static boolean like(String text, String pattern) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        char first = pattern.charAt(0);
        if (first == '%') {
            return like(text, pattern.substring(1)) || !text.isEmpty() && like(text.substring(1), pattern);
        }
        if (text.isEmpty()) {
            return false;
        }
        if (first == '_') {
            return like(text.substring(1), pattern.substring(1));
        }
        if (first == '[') {
            int close = pattern.indexOf(']');
            String set = pattern.substring(1, close);
            boolean negated = set.startsWith("^");
            String members = (negated ? set.substring(1) : set).replace("a-b", "ab");
            return members.indexOf(text.charAt(0)) >= 0 != negated
                    && like(text.substring(1), pattern.substring(close + 1));
        }
        return first == text.charAt(0) && like(text.substring(1), pattern.substring(1));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void daysAndMonths(
            @ForAll @IntRange(min = 0, max = 80_000) int day,
            @ForAll @IntRange(min = -5_000, max = 5_000) int other,
            @ForAll @IntRange(min = -300, max = 300) int months) {
        LocalDate date = LocalDate.of(1900, 1, 1).plusDays(day);
        LocalDate second = date.plusDays(other);
        String a = "CAST('" + date + "' AS DATE)";
        String b = "CAST('" + second + "' AS DATE)";
        assertThat(ask("DATEADD(day, " + other + ", " + a + ")")).isEqualTo(second);
        assertThat(ask("DATEDIFF(day, " + a + ", " + b + ")")).isEqualTo((long) other);
        assertThat(ask("DATEADD(month, " + months + ", " + a + ")")).isEqualTo(date.plusMonths(months));
        assertThat(ask("DATEDIFF(month, " + a + ", " + b + ")"))
                .isEqualTo(ChronoUnit.MONTHS.between(date.withDayOfMonth(1), second.withDayOfMonth(1)));
        assertThat(ask("DATEDIFF(year, " + a + ", " + b + ")")).isEqualTo((long) second.getYear() - date.getYear());
        assertThat(ask("DATEPART(weekday, " + a + ")"))
                .isEqualTo(ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 31), date) % 7 + 1);
        assertThat(ask("EOMONTH(" + a + ")"))
                .isEqualTo(date.plusMonths(1).withDayOfMonth(1).minusDays(1));
        assertThat(ask("CONVERT(VARCHAR(10), " + a + ", 104)"))
                .isEqualTo(String.format("%02d.%02d.%d", date.getDayOfMonth(), date.getMonthValue(), date.getYear()));
        assertThat(ask("CONVERT(DATE, '"
                        + String.format("%02d/%02d/%d", date.getDayOfMonth(), date.getMonthValue(), date.getYear())
                        + "', 103)"))
                .isEqualTo(date);
    }
}
