package dev.bobbin.emulator.standin.sql.functions;

import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.number;
import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.string;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.functions.FunctionDefinition.Parameter;
import dev.bobbin.emulator.standin.sql.types.CodePage;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text functions that count characters. In a warehouse, whose collation is one of UTF-8, a character is a code point; in a SQL
 * database it is a unit of UTF-16 ("Collation and Unicode support", supplementary characters).
 */
final class CharacterFunctions {

    private static final Parameter TEXT = Parameter.TEXT;
    private static final Parameter INT = Parameter.INT;

    private CharacterFunctions() {}

    static void addTo(FunctionTable table) {
        table.function("LEN", TEXT).gives(SqlType.INT, (c, v) -> length(withoutBlanks(string(v, 0)), c));
        table.function("LEFT", TEXT, INT).gives(FunctionTable::first, CharacterFunctions::left);
        table.function("RIGHT", TEXT, INT).gives(FunctionTable::first, CharacterFunctions::right);
        table.function("SUBSTRING", Parameter.ANY, INT, INT)
                .gives(CharacterFunctions::part, CharacterFunctions::substring);
        table.function("STUFF", TEXT, INT, INT, TEXT).takesNull().gives(FunctionTable::text, CharacterFunctions::stuff);
        table.function("REVERSE", TEXT)
                .gives(
                        FunctionTable::first,
                        (c, v) -> new StringBuilder(string(v, 0)).reverse().toString());
        table.function("CHARINDEX", TEXT, TEXT, INT).from(2).gives(SqlType.INT, CharacterFunctions::charIndex);
        table.function("PATINDEX", TEXT, TEXT).gives(SqlType.INT, (c, v) -> {
            int index =
                    LikePattern.indexOf(string(v, 0), string(v, 1), c.session().ignoresCase());
            return index == 0 ? 0L : length(string(v, 1).substring(0, index - 1), c) + 1;
        });
        table.function("UNICODE", TEXT)
                .gives(
                        SqlType.INT,
                        (c, v) -> string(v, 0).isEmpty()
                                ? null
                                : (long)
                                        (byPoint(c)
                                                ? string(v, 0).codePointAt(0)
                                                : string(v, 0).charAt(0)));
        table.function("NCHAR", INT).gives(SqlType.nvarchar(2), CharacterFunctions::character);
    }

    private static boolean byPoint(Invocation call) {
        return call.session().codePage() == CodePage.UTF_8;
    }

    private static long length(String text, Invocation call) {
        return byPoint(call) ? text.codePointCount(0, text.length()) : text.length();
    }

    /** Where that many characters from the start end. */
    private static int offset(String text, long characters, Invocation call) {
        if (characters <= 0) {
            return 0;
        }
        return characters >= length(text, call)
                ? text.length()
                : byPoint(call) ? text.offsetByCodePoints(0, (int) characters) : (int) characters;
    }

    /** Only blanks at the end are not counted; other white space is. */
    private static String withoutBlanks(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    private static SqlError invalidLength() {
        return new SqlError(537, "42000", "Invalid length parameter passed to the LEFT or SUBSTRING function.", 16, 2);
    }

    private static String left(Invocation call, @Nullable Object[] v) {
        if (number(v, 1) < 0) {
            throw invalidLength();
        }
        return string(v, 0).substring(0, offset(string(v, 0), number(v, 1), call));
    }

    private static String right(Invocation call, @Nullable Object[] v) {
        if (number(v, 1) < 0) {
            throw new SqlError(536, "42000", "Invalid length parameter passed to the right function.");
        }
        String text = string(v, 0);
        return text.substring(offset(text, length(text, call) - number(v, 1), call));
    }

    /** Texts and binaries have parts; nothing else has. */
    private static SqlType part(List<SqlType> arguments) {
        SqlType type = arguments.getFirst();
        if (!type.isText() && !type.is(Kind.Family.BINARY)) {
            throw SqlErrors.wrongArgumentType(type.kind().messageName(), 1, "substring");
        }
        return type;
    }

    private static Object substring(Invocation call, @Nullable Object[] v) {
        if (number(v, 2) < 0) {
            throw invalidLength();
        }
        long from = number(v, 1) - 1;
        long to = from + number(v, 2);
        if (v[0] instanceof byte[] bytes) {
            int start = (int) Math.clamp(from, 0, bytes.length);
            return Arrays.copyOfRange(bytes, start, (int) Math.clamp(to, start, bytes.length));
        }
        String text = string(v, 0);
        int start = offset(text, from, call);
        return text.substring(start, Math.max(start, offset(text, to, call)));
    }

    private static @Nullable String stuff(Invocation call, @Nullable Object[] v) {
        if (v[0] == null || v[1] == null || v[2] == null) {
            return null;
        }
        String text = string(v, 0);
        long start = number(v, 1);
        long deleted = number(v, 2);
        if (start < 1 || start > length(text, call) || deleted < 0) {
            return null;
        }
        return text.substring(0, offset(text, start - 1, call))
                + (v[3] == null ? "" : string(v, 3))
                + text.substring(offset(text, start - 1 + deleted, call));
    }

    private static Object charIndex(Invocation call, @Nullable Object[] v) {
        String what = string(v, 0);
        String text = string(v, 1);
        if (what.isEmpty()) {
            return 0L;
        }
        int from = v.length > 2 ? offset(text, number(v, 2) - 1, call) : 0;
        for (int i = from; i <= text.length() - what.length(); i++) {
            if (text.regionMatches(call.session().ignoresCase(), i, what, 0, what.length())) {
                return length(text.substring(0, i), call) + 1;
            }
        }
        return 0L;
    }

    private static @Nullable String character(Invocation call, @Nullable Object[] v) {
        long point = number(v, 0);
        long last = byPoint(call) ? Character.MAX_CODE_POINT : Character.MAX_VALUE;
        return point < 0 || point > last ? null : Character.toString((int) point);
    }
}
