package dev.bobbin.emulator.standin.sql.functions;

import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.number;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.functions.FunctionDefinition.Parameter;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bits of integers (Transact-SQL reference, "Bit manipulation functions"), and checksums. */
final class BitFunctions {

    private static final int CHECKSUM_STEP = 4;
    private static final int MANY = 254;

    private BitFunctions() {}

    static void addTo(FunctionTable table) {
        table.function("LEFT_SHIFT", Parameter.ANY, Parameter.BIGINT)
                .gives(types -> integer(types, "left_shift"), (c, v) -> shifted(c, v, number(v, 1)));
        table.function("RIGHT_SHIFT", Parameter.ANY, Parameter.BIGINT)
                .gives(types -> integer(types, "right_shift"), (c, v) -> shifted(c, v, -number(v, 1)));
        table.function("BIT_COUNT", Parameter.ANY)
                .gives(
                        types -> {
                            integer(types, "bit_count");
                            return SqlType.BIGINT;
                        },
                        (c, v) -> (long) Long.bitCount(unsigned(number(v, 0), c.type(0))));
        table.function("GET_BIT", Parameter.ANY, Parameter.BIGINT)
                .gives(
                        types -> {
                            integer(types, "get_bit");
                            return SqlType.BIT;
                        },
                        (c, v) -> unsigned(number(v, 0), c.type(0)) >>> offset(c, v) & 1);
        table.function("SET_BIT", Parameter.ANY, Parameter.BIGINT, Parameter.BIT)
                .from(2)
                .gives(types -> integer(types, "set_bit"), (c, v) -> {
                    long bit = 1L << offset(c, v);
                    boolean on = v.length < 3 || number(v, 2) != 0;
                    return signed(on ? number(v, 0) | bit : number(v, 0) & ~bit, c.type(0));
                });
        table.function("CHECKSUM", Parameter.ANY)
                .upTo(MANY)
                .takesNull()
                .gives(SqlType.INT, (c, v) -> checksum(v, c.session().ignoresCase()));
        table.function("BINARY_CHECKSUM", Parameter.ANY)
                .upTo(MANY)
                .takesNull()
                .gives(SqlType.INT, (c, v) -> checksum(v, false));
    }

    private static SqlType integer(List<SqlType> arguments, String function) {
        SqlType type = arguments.getFirst();
        if (!type.isInteger()) {
            throw SqlErrors.wrongArgumentType(type.kind().messageName(), 1, function);
        }
        return type;
    }

    private static int width(SqlType type) {
        return type.bytes() * Byte.SIZE;
    }

    /** The bits of a value as wide as its type. */
    private static long unsigned(long value, SqlType type) {
        return width(type) == Long.SIZE ? value : value & (1L << width(type)) - 1;
    }

    /** The value whose bits those are; tinyint and bit have no sign. */
    private static long signed(long bits, SqlType type) {
        int width = width(type);
        return width <= Byte.SIZE ? unsigned(bits, type) : bits << Long.SIZE - width >> Long.SIZE - width;
    }

    /** Shifts to the left, or to the right by a negative number; what goes over the edge is lost. */
    private static long shifted(Invocation call, @Nullable Object[] v, long left) {
        SqlType type = call.type(0);
        if (Math.abs(left) >= width(type)) {
            return 0;
        }
        long bits = unsigned(number(v, 0), type);
        return signed(left >= 0 ? bits << left : bits >>> -left, type);
    }

    private static long offset(Invocation call, @Nullable Object[] v) {
        long offset = number(v, 1);
        if (offset < 0 || offset >= width(call.type(0))) {
            throw new SqlError(
                    9838,
                    "42000",
                    "Invalid bit offset " + offset + ": it must be from 0 to " + (width(call.type(0)) - 1) + ".");
        }
        return offset;
    }

    /** Stable, and the same for values that are equal; not the number SQL Server computes of texts. */
    private static long checksum(@Nullable Object[] v, boolean ignoreCase) {
        int sum = 0;
        for (Object value : v) {
            sum = Integer.rotateLeft(sum, CHECKSUM_STEP) ^ hash(value, ignoreCase);
        }
        return sum;
    }

    private static int hash(@Nullable Object value, boolean ignoreCase) {
        return switch (value) {
            case null -> Integer.MAX_VALUE;
            case byte[] bytes -> java.util.Arrays.hashCode(bytes);
            case String text -> {
                String trimmed = text.stripTrailing();
                yield (ignoreCase ? trimmed.toUpperCase(java.util.Locale.ROOT) : trimmed).hashCode();
            }
            case java.math.BigDecimal number -> number.stripTrailingZeros().hashCode();
            default -> value.hashCode();
        };
    }
}
