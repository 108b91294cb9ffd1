package dev.bobbin.emulator.standin.sql.functions;

import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.number;
import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.string;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.functions.FunctionDefinition.Parameter;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions, by the rules of RE2 as in the service (Transact-SQL reference, "Regular expressions functions"): upper and
 * lower case differ unless the flags say {@code i}, whatever the collation.
 */
final class RegularExpressions {

    private static final int REMEMBERED = 200;

    private record Key(String pattern, String flags) {}

    private static final Map<Key, Pattern> CACHE = new ConcurrentHashMap<>();

    private RegularExpressions() {}

    static void addTo(FunctionTable table) {
        Parameter text = Parameter.TEXT;
        Parameter number = Parameter.BIGINT;
        table.function("REGEXP_LIKE", text, text, text)
                .from(2)
                .gives(SqlType.INT, (c, v) -> matcher(v, 2, string(v, 0)).find() ? 1L : 0L);
        table.function("REGEXP_COUNT", text, text, number, text)
                .from(2)
                .gives(SqlType.INT, (c, v) -> count(matcher(v, 3, from(v, 2))));
        table.function("REGEXP_INSTR", text, text, number, number, number, text, number)
                .from(2)
                .gives(SqlType.INT, (c, v) -> position(v));
        table.function("REGEXP_SUBSTR", text, text, number, number, text, number)
                .from(2)
                .gives(FunctionTable::text, (c, v) -> substring(v));
        table.function("REGEXP_REPLACE", text, text, text, number, number, text)
                .from(2)
                .gives(FunctionTable::text, (c, v) -> replaced(v));
    }

    private static long count(Matcher matcher) {
        long count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    private static long position(@Nullable Object[] v) {
        Matcher matcher = matcher(v, 5, from(v, 2));
        int group = group(matcher, v, 6);
        if (!find(matcher, occurrence(v, 3, 1)) || matcher.start(group) < 0) {
            return 0;
        }
        boolean after = optional(v, 4, 0) == 1;
        return start(v, 2) + (after ? matcher.end(group) : matcher.start(group));
    }

    private static @Nullable String substring(@Nullable Object[] v) {
        Matcher matcher = matcher(v, 4, from(v, 2));
        int group = group(matcher, v, 5);
        return find(matcher, occurrence(v, 3, 1)) ? matcher.group(group) : null;
    }

    private static String replaced(@Nullable Object[] v) {
        String replacement = v.length > 2 ? string(v, 2) : "";
        String text = from(v, 3);
        long only = occurrence(v, 4, 0);
        Matcher matcher = matcher(v, 5, text);
        StringBuilder result =
                new StringBuilder(string(v, 0).substring(0, string(v, 0).length() - text.length()));
        int copied = 0;
        for (long each = 1; matcher.find(); each++) {
            if (only == 0 || only == each) {
                result.append(text, copied, matcher.start()).append(filled(replacement, matcher));
                copied = matcher.end();
            }
        }
        return result.append(text, copied, text.length()).toString();
    }

    /** {@code \1} to {@code \9} stand for the groups, {@code &} for all that was found. */
    private static String filled(String replacement, Matcher matcher) {
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < replacement.length(); i++) {
            char sign = replacement.charAt(i);
            char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : ' ';
            if (sign == '&') {
                filled.append(matcher.group());
            } else if (sign != '\\' || next == ' ') {
                filled.append(sign);
            } else {
                i++;
                int group = next - '0';
                if (group < 0 || group > 9) {
                    filled.append(next);
                } else if (group <= matcher.groupCount() && matcher.group(group) != null) {
                    filled.append(matcher.group(group));
                }
            }
        }
        return filled.toString();
    }

    private static boolean find(Matcher matcher, long occurrence) {
        for (long each = 0; each < occurrence; each++) {
            if (!matcher.find()) {
                return false;
            }
        }
        return true;
    }

    /** @param flags index of the argument with the flags */
    private static Matcher matcher(@Nullable Object[] v, int flags, String text) {
        return pattern(string(v, 1), v.length > flags ? string(v, flags) : "").matcher(text);
    }

    /** The part of the text from where an argument says, counted from 1. */
    private static String from(@Nullable Object[] v, int argument) {
        String text = string(v, 0);
        return text.substring((int) Math.min(text.length(), start(v, argument) - 1));
    }

    private static long start(@Nullable Object[] v, int argument) {
        return positive(optional(v, argument, 1), 1, "start");
    }

    private static long occurrence(@Nullable Object[] v, int argument, long otherwise) {
        return positive(optional(v, argument, otherwise), otherwise, "occurrence");
    }

    private static int group(Matcher matcher, @Nullable Object[] v, int argument) {
        long group = positive(optional(v, argument, 0), 0, "group");
        return (int) Math.min(group, matcher.groupCount());
    }

    private static long optional(@Nullable Object[] v, int argument, long otherwise) {
        return v.length > argument ? number(v, argument) : otherwise;
    }

    private static long positive(long value, long least, String argument) {
        if (value < least) {
            throw new SqlError(
                    19302, "42000", "Invalid value '" + value + "' was provided for argument '" + argument + "'.");
        }
        return value;
    }

    private static Pattern pattern(String pattern, String flags) {
        return CACHE.size() > REMEMBERED
                ? compiled(pattern, flags)
                : CACHE.computeIfAbsent(new Key(pattern, flags), key -> compiled(key.pattern(), key.flags()));
    }

    private static Pattern compiled(String pattern, String flags) {
        int options = 0;
        for (char flag : flags.strip().toCharArray()) {
            options = switch (flag) {
                case 'i' -> options | Pattern.CASE_INSENSITIVE;
                case 'c' -> options & ~Pattern.CASE_INSENSITIVE;
                case 'm' -> options | Pattern.MULTILINE;
                case 's' -> options | Pattern.DOTALL;
                default ->
                    throw new SqlError(
                            19304,
                            "42000",
                            "Invalid flag provided. '" + flag
                                    + "' are not valid flags. Only {c,i,s,m} flags are valid.");
            };
        }
        try {
            return Pattern.compile(pattern, options);
        } catch (PatternSyntaxException e) {
            throw new SqlError(
                    19300,
                    "42000",
                    "An invalid Pattern '" + pattern + "' was provided. Error '" + e.getDescription() + ": "
                            + e.getPattern() + "' occurred during evaluation of the Pattern.");
        }
    }
}
