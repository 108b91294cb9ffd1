package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.functions.FunctionInstance;
import dev.bobbin.emulator.standin.sql.functions.FunctionTable;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.types.Conversion;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import dev.bobbin.emulator.standin.sql.types.TypeRules;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns expressions into another type, as cheaply as can be done without changing the result. */
final class Coercion {

    private static final int SAFE_DIGITS = 18;
    private static final char LAST_ASCII = 0x7f;

    private Coercion() {}

    /** Converts as SQL Server does without being asked. */
    static Bound implicit(Bound value, SqlType to) {
        if (!TypeRules.implicit(value.type(), to)) {
            throw to.kind() == Kind.SQL_VARIANT
                            || value.type().isNumeric() && to.isDateTime()
                            || to.isNumeric() && value.type().isDateTime()
                    ? SqlErrors.operandClash(
                            value.type().kind().messageName(), to.kind().messageName())
                    : SqlErrors.noImplicitConversion(
                            value.type().kind().messageName(), to.kind().messageName());
        }
        return convert(value, to);
    }

    static Bound convert(Bound value, SqlType to) {
        SqlType from = value.type();
        if (from.equals(to) || sameCarrier(from, to)) {
            return retype(value, to);
        }
        if (value instanceof Bound.Constant constant && !byCodePage(constant.value(), from, to)) {
            try {
                return new Bound.Constant(Conversion.convert(constant.value(), from, to, Conversion.NO_STYLE), to);
            } catch (SqlError e) {
                return call("$convert", to, value, number(Conversion.NO_STYLE));
            }
        }
        if (value instanceof Bound.Input input && input.from().equals(input.type())) {
            return new Bound.Input(input.name(), input.from(), to, false);
        }
        return byExpression(value, from, to);
    }

    /** Whether the database's code page has a say in the conversion: it is made when the statement runs. */
    private static boolean byCodePage(@Nullable Object value, SqlType from, SqlType to) {
        if (!to.isText() || to.isNational()) {
            return to.is(Kind.Family.BINARY) && from.isText();
        }
        return value instanceof byte[]
                || value instanceof String text && text.chars().anyMatch(c -> c > LAST_ASCII);
    }

    private static Bound byExpression(Bound value, SqlType from, SqlType to) {
        if (from.isInteger() && to.isApproximate() && to.kind() == Kind.FLOAT) {
            return Bound.Sql.of(to, "CAST({0} AS REAL)", value);
        }
        boolean exact = from.isInteger() || from.carriedAsInteger();
        int scale = from.isInteger() ? 0 : from.scale();
        if (exact
                && to.kind() == Kind.DECIMAL
                && to.carriedAsInteger()
                && to.scale() >= scale
                && to.size() - to.scale() >= from.precision() - scale
                && from.precision() + to.scale() - scale <= SAFE_DIGITS) {
            String factor = BigDecimal.TEN.pow(to.scale() - scale).toPlainString();
            return to.scale() == scale ? retype(value, to) : Bound.Sql.of(to, "({0} * " + factor + ")", value);
        }
        return call("$convert", to, value, number(Conversion.NO_STYLE));
    }

    /** True when every value of the one is carried the same way in the other. */
    private static boolean sameCarrier(SqlType from, SqlType to) {
        if (from.isNull()) {
            return true;
        }
        if (from.kind().family() != to.kind().family()) {
            return false;
        }
        return switch (to.kind().family()) {
            case TEXT ->
                !to.fixedLength()
                        && (to.isNational() || !from.isNational())
                        && (to.size() == SqlType.MAX || from.size() != SqlType.MAX && from.size() <= to.size());
            case BINARY ->
                to.kind() == Kind.VARBINARY
                        && (to.size() == SqlType.MAX || from.size() != SqlType.MAX && from.size() <= to.size());
            case INTEGER -> to.kind().ordinal() <= from.kind().ordinal();
            case DECIMAL ->
                from.kind() == Kind.DECIMAL
                        && to.kind() == Kind.DECIMAL
                        && from.scale() == to.scale()
                        && from.size() <= to.size()
                        && from.carriedAsInteger() == to.carriedAsInteger();
            case APPROXIMATE -> to.kind() == Kind.FLOAT;
            default -> false;
        };
    }

    /** The same expression under another type with the same carrier. */
    private static Bound retype(Bound value, SqlType to) {
        if (value.type().equals(to)) {
            return value;
        }
        return switch (value) {
            case Bound.Constant constant -> new Bound.Constant(constant.value(), to, constant.stored());
            case Bound.Input input
            when input.from().equals(input.type()) -> new Bound.Input(input.name(), input.from(), to, false);
            default -> Bound.Sql.of(to, "{0}", value);
        };
    }

    static Bound number(long value) {
        return new Bound.Constant(value, SqlType.INT);
    }

    static Bound text(String value) {
        return new Bound.Constant(value, SqlType.varchar(Math.max(1, value.length())));
    }

    /** A call of one of the stand-in's own functions. */
    static Bound call(String name, SqlType result, Bound... arguments) {
        List<Bound> list = List.of(arguments);
        List<SqlType> types = list.stream().map(Bound::type).toList();
        return new Bound.Invoke(new FunctionInstance(FunctionTable.own(name), types, result), list);
    }

    /** The form a value has in a column of the type; texts that are too long are refused. */
    static Bound stored(Bound value, SqlType type, String table, String column) {
        boolean longText = (type.isText() || type.is(Kind.Family.BINARY))
                && type.size() != SqlType.MAX
                && (!sameCarrier(value.type(), type) || type.fixedLength())
                && !value.type().isNull();
        Bound fitted = longText ? fitted(value, type, table, column) : implicit(value, type);
        return switch (fitted) {
            case Bound.Constant constant -> new Bound.Constant(constant.value(), type, true);
            case Bound.Input input
            when input.type().equals(type) -> new Bound.Input(input.name(), input.from(), type, true);
            default -> type.carriedAsInteger() ? call("$store", SqlType.VARCHAR_MAX, fitted) : fitted;
        };
    }

    private static Bound fitted(Bound value, SqlType type, String table, String column) {
        SqlType open = type.is(Kind.Family.BINARY)
                ? SqlType.VARBINARY_MAX
                : type.isNational() ? SqlType.NVARCHAR_MAX : SqlType.VARCHAR_MAX;
        Bound text = implicit(value, open);
        return call("$fit", type, text, text(table), text(column));
    }
}
