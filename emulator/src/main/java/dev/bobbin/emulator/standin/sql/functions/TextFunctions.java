package dev.bobbin.emulator.standin.sql.functions;

import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.number;
import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.string;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.functions.FunctionDefinition.Parameter;
import dev.bobbin.emulator.standin.sql.types.Conversion;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text (Transact-SQL reference, "String functions"). */
final class TextFunctions {

    private static final Parameter TEXT = Parameter.TEXT;
    private static final Parameter INT = Parameter.INT;
    private static final Charset ANSI = Charset.forName("windows-1252");
    private static final int MANY = 254;

    /** What one text may take of the memory that all functions share. */
    private static final int LONGEST = 100_000_000;

    private TextFunctions() {}

    static void addTo(FunctionTable table) {
        table.function("FORMATMESSAGE", Parameter.TEXT, Parameter.ANY)
                .from(1)
                .upTo(21)
                .takesNull()
                .gives(
                        SqlType.nvarchar(2048),
                        (c, v) -> v[0] == null
                                ? null
                                : MessageFormat.format(
                                        string(v, 0), Arrays.asList(v).subList(1, v.length)));
        table.function("DATALENGTH", Parameter.ANY).gives(SqlType.INT, TextFunctions::dataLength);
        table.function("UPPER", TEXT)
                .gives(FunctionTable::first, (c, v) -> mapped(string(v, 0), Character::toUpperCase));
        table.function("LOWER", TEXT)
                .gives(FunctionTable::first, (c, v) -> mapped(string(v, 0), Character::toLowerCase));
        table.function("LTRIM", TEXT, TEXT).from(1).gives(FunctionTable::first, (c, v) -> trim(v, true, false));
        table.function("RTRIM", TEXT, TEXT).from(1).gives(FunctionTable::first, (c, v) -> trim(v, false, true));
        table.function("TRIM", TEXT, TEXT).from(1).gives(FunctionTable::first, (c, v) -> trim(v, true, true));
        table.function("REPLACE", TEXT, TEXT, TEXT).gives(FunctionTable::text, TextFunctions::replace);
        table.function("REPLICATE", TEXT, INT).gives(FunctionTable::text, TextFunctions::replicate);
        table.function("SPACE", INT)
                .gives(
                        SqlType.varchar(8000),
                        (c, v) -> number(v, 0) < 0 ? null : " ".repeat((int) Math.min(number(v, 0), 8000)));
        table.function("CONCAT", TEXT)
                .from(2)
                .upTo(MANY)
                .takesNull()
                .gives(TextFunctions::joinedType, (c, v) -> concat("", v, 0));
        table.function("CONCAT_WS", TEXT)
                .from(3)
                .upTo(MANY)
                .takesNull()
                .gives(TextFunctions::joinedType, (c, v) -> concat(v[0] == null ? "" : string(v, 0), v, 1));
        table.function("ASCII", TEXT)
                .gives(
                        SqlType.INT,
                        (c, v) -> string(v, 0).isEmpty()
                                ? null
                                : (long) (c.session().codePage().bytes(string(v, 0))[0] & 0xff));
        table.function("CHAR", INT)
                .gives(
                        new SqlType(dev.bobbin.emulator.standin.sql.types.Kind.CHAR, 1, 0),
                        (c, v) -> number(v, 0) < 0 || number(v, 0) > 255
                                ? null
                                : new String(new byte[] {(byte) number(v, 0)}, ANSI));
        table.function("QUOTENAME", TEXT, TEXT).from(1).gives(SqlType.nvarchar(258), TextFunctions::quoteName);
        table.function("STR", Parameter.FLOAT, INT, INT).from(1).gives(SqlType.varchar(8000), TextFunctions::str);
        table.function("TRANSLATE", TEXT, TEXT, TEXT).gives(FunctionTable::text, TextFunctions::translate);
        table.function("STRING_ESCAPE", TEXT, TEXT)
                .gives(SqlType.NVARCHAR_MAX, (c, v) -> JsonFunctions.escape(string(v, 0)));
        table.function("SOUNDEX", TEXT).gives(SqlType.varchar(4), (c, v) -> Soundex.of(string(v, 0)));
        table.function("DIFFERENCE", TEXT, TEXT)
                .gives(SqlType.INT, (c, v) -> Soundex.difference(string(v, 0), string(v, 1)));
        table.function("FORMAT", Parameter.ANY, TEXT, TEXT).from(2).gives(SqlType.nvarchar(4000), Formats::format);
        table.function("$concatenate", TEXT, TEXT)
                .gives(FunctionTable::text, (c, v) -> cut(string(v, 0) + string(v, 1), c.result()));
        table.function("$parse", TEXT, TEXT).gives(FunctionTable::first, CultureParser::parse);
        table.function("$try_parse", TEXT, TEXT).gives(FunctionTable::first, CultureParser::tryParse);
        table.function("$variants", TEXT).gives(SqlType.NVARCHAR_MAX, (c, v) -> CaseVariants.of(string(v, 0)));
        table.function("$split", TEXT, TEXT)
                .gives(SqlType.NVARCHAR_MAX, (c, v) -> JsonFunctions.split(string(v, 0), string(v, 1)));
    }

    /** SQL Server maps one character to one: an eszett stays. */
    private static String mapped(String text, java.util.function.IntUnaryOperator letter) {
        return text.codePoints()
                .map(letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static @Nullable String replicate(Invocation call, @Nullable Object[] v) {
        String text = string(v, 0);
        long times = number(v, 1);
        if (times < 0) {
            return null;
        }
        int most = call.result().size() == SqlType.MAX ? LONGEST : call.result().size();
        long needed = text.isEmpty() ? 0 : Math.min(times, most / text.length() + 1L);
        if (call.result().size() == SqlType.MAX && needed < times) {
            throw SqlErrors.notSupported("REPLICATE to more than " + LONGEST + " characters");
        }
        return cut(text.repeat((int) needed), call.result());
    }

    private static Object dataLength(Invocation call, @Nullable Object[] v) {
        SqlType type = call.type(0);
        return switch (type.kind().family()) {
            case TEXT ->
                type.isNational()
                        ? 2L * string(v, 0).length()
                        : (long) call.session().codePage().length(string(v, 0));
            case BINARY -> (long) ((byte[]) java.util.Objects.requireNonNull(v[0])).length;
            default -> (long) type.bytes();
        };
    }

    private static String trim(@Nullable Object[] v, boolean left, boolean right) {
        String text = string(v, 0);
        String characters = v.length > 1 ? string(v, 1) : " ";
        int start = 0;
        int end = text.length();
        while (left && start < end && characters.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (right && end > start && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static String replace(Invocation call, @Nullable Object[] v) {
        String text = string(v, 0);
        String what = string(v, 1);
        if (what.isEmpty()) {
            return text;
        }
        if (!call.session().ignoresCase()) {
            return cut(text.replace(what, string(v, 2)), call.result());
        }
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (int i = 0; i <= text.length() - what.length(); ) {
            if (text.regionMatches(true, i, what, 0, what.length())) {
                result.append(text, at, i).append(string(v, 2));
                i += what.length();
                at = i;
            } else {
                i++;
            }
        }
        return cut(result.append(text.substring(at)).toString(), call.result());
    }

    private static String cut(String text, SqlType type) {
        return type.size() != SqlType.MAX && text.length() > type.size() ? text.substring(0, type.size()) : text;
    }

    private static SqlType joinedType(List<SqlType> arguments) {
        boolean max = arguments.stream().anyMatch(type -> type.isText() && type.size() == SqlType.MAX);
        boolean national = arguments.stream().anyMatch(SqlType::isNational);
        if (max) {
            return national ? SqlType.NVARCHAR_MAX : SqlType.VARCHAR_MAX;
        }
        return national ? SqlType.nvarchar(4000) : SqlType.varchar(8000);
    }

    private static String concat(String separator, @Nullable Object[] v, int from) {
        StringBuilder joined = new StringBuilder();
        boolean started = false;
        for (int i = from; i < v.length; i++) {
            if (v[i] != null) {
                joined.append(started ? separator : "").append(v[i]);
                started = true;
            }
        }
        return joined.toString();
    }

    private static @Nullable String quoteName(Invocation call, @Nullable Object[] v) {
        String quote = v.length > 1 ? string(v, 1) : "[";
        String text = string(v, 0);
        return switch (quote) {
            case "[", "]", "[]" -> "[" + text.replace("]", "]]") + "]";
            case "\"" -> "\"" + text.replace("\"", "\"\"") + "\"";
            case "'" -> "'" + text.replace("'", "''") + "'";
            case "(", ")" -> "(" + text.replace(")", "))") + ")";
            case "{", "}" -> "{" + text.replace("}", "}}") + "}";
            case "<", ">" -> "<" + text.replace(">", ">>") + ">";
            default -> null;
        };
    }

    private static String str(Invocation call, @Nullable Object[] v) {
        int length = v.length > 1 ? (int) number(v, 1) : 10;
        int decimals = v.length > 2 ? (int) Math.min(16, number(v, 2)) : 0;
        double value = v[0] instanceof Double d ? d : 0;
        String whole = new BigDecimal(value).setScale(0, RoundingMode.HALF_UP).toPlainString();
        if (whole.length() > length) {
            return "*".repeat(length);
        }
        int room = Math.max(0, Math.min(decimals, length - whole.length() - 1));
        String text =
                BigDecimal.valueOf(value).setScale(room, RoundingMode.HALF_UP).toPlainString();
        return " ".repeat(Math.max(0, length - text.length())) + text;
    }

    private static String translate(Invocation call, @Nullable Object[] v) {
        String from = string(v, 1);
        String to = string(v, 2);
        if (from.length() != to.length()) {
            throw new SqlError(
                    9828,
                    "42000",
                    "The second and third arguments of the TRANSLATE built-in function must contain an equal number of characters.");
        }
        boolean ignoreCase = call.session().ignoresCase();
        StringBuilder result = new StringBuilder();
        for (char c : string(v, 0).toCharArray()) {
            int index = indexOf(from, c, ignoreCase);
            result.append(index < 0 ? c : to.charAt(index));
        }
        return result.toString();
    }

    private static int indexOf(String text, char wanted, boolean ignoreCase) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == wanted
                    || ignoreCase && Character.toLowerCase(text.charAt(i)) == Character.toLowerCase(wanted)) {
                return i;
            }
        }
        return -1;
    }

    /** A value as text, for functions that take any type. */
    static @Nullable String asText(@Nullable Object value, SqlType type) {
        Object text = Conversion.convert(value, type, SqlType.NVARCHAR_MAX, Conversion.NO_STYLE);
        return text == null ? null : text.toString();
    }
}
