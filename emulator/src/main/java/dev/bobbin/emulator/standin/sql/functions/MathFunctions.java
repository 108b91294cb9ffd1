package dev.bobbin.emulator.standin.sql.functions;

import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.number;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.functions.FunctionDefinition.Parameter;
import dev.bobbin.emulator.standin.sql.types.Conversion;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.Numbers;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Numbers (Transact-SQL reference, "Mathematical functions"). */
final class MathFunctions {

    private static final Parameter NUMBER = Parameter.NUMBER;
    private static final Parameter FLOAT = Parameter.FLOAT;

    private MathFunctions() {}

    static void addTo(FunctionTable table) {
        table.function("ABS", NUMBER)
                .gives(
                        MathFunctions::widened,
                        (c, v) -> v[0] instanceof Double d
                                ? (Object) Math.abs(d)
                                : back(decimal(v[0]).abs(), c));
        table.function("CEILING", NUMBER)
                .gives(
                        MathFunctions::whole,
                        (c, v) -> v[0] instanceof Double d
                                ? (Object) Math.ceil(d)
                                : back(decimal(v[0]).setScale(0, RoundingMode.CEILING), c));
        table.function("FLOOR", NUMBER)
                .gives(
                        MathFunctions::whole,
                        (c, v) -> v[0] instanceof Double d
                                ? (Object) Math.floor(d)
                                : back(decimal(v[0]).setScale(0, RoundingMode.FLOOR), c));
        table.function("SIGN", NUMBER)
                .gives(
                        MathFunctions::widened,
                        (c, v) -> v[0] instanceof Double d
                                ? (Object) Math.signum(d)
                                : back(BigDecimal.valueOf(decimal(v[0]).signum()), c));
        table.function("ROUND", NUMBER, Parameter.INT, Parameter.INT)
                .from(2)
                .gives(MathFunctions::rounded, MathFunctions::round);
        table.function("POWER", NUMBER, FLOAT).gives(MathFunctions::widened, MathFunctions::power);
        real(table, "SQRT", x -> x < 0 ? Double.NaN : Math.sqrt(x));
        real(table, "SQUARE", x -> x * x);
        real(table, "EXP", Math::exp);
        real(table, "LOG10", x -> x <= 0 ? Double.NaN : Math.log10(x));
        real(table, "SIN", Math::sin);
        real(table, "COS", Math::cos);
        real(table, "TAN", Math::tan);
        real(table, "COT", x -> 1 / Math.tan(x));
        real(table, "ASIN", Math::asin);
        real(table, "ACOS", Math::acos);
        real(table, "ATAN", Math::atan);
        table.function("DEGREES", NUMBER)
                .gives(
                        MathFunctions::angle,
                        (c, v) -> turned(c, Math.toDegrees(decimal(v[0]).doubleValue())));
        table.function("RADIANS", NUMBER)
                .gives(
                        MathFunctions::angle,
                        (c, v) -> turned(c, Math.toRadians(decimal(v[0]).doubleValue())));
        table.function("ATN2", FLOAT, FLOAT).gives(SqlType.FLOAT, (c, v) -> Math.atan2(real(v[0]), real(v[1])));
        table.function("LOG", FLOAT, FLOAT).from(1).gives(SqlType.FLOAT, MathFunctions::log);
        table.function("PI").gives(SqlType.FLOAT, (c, v) -> Math.PI);
        table.function("RAND", Parameter.INT)
                .from(0)
                .volatileResult()
                .gives(
                        SqlType.FLOAT,
                        (c, v) -> v.length > 0
                                ? new java.util.Random(number(v, 0)).nextDouble()
                                : ThreadLocalRandom.current().nextDouble());
    }

    private static void real(FunctionTable table, String name, DoubleUnaryOperator operator) {
        table.function(name, FLOAT).gives(SqlType.FLOAT, (c, v) -> checked(operator.applyAsDouble(real(v[0]))));
    }

    private static Object checked(double value) {
        if (Double.isNaN(value)) {
            throw new SqlError(3623, "42000", "An invalid floating point operation occurred.");
        }
        if (Double.isInfinite(value)) {
            throw SqlErrors.overflow("float");
        }
        return value;
    }

    private static double real(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    private static BigDecimal decimal(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case Long number -> BigDecimal.valueOf(number);
            case Double number -> new BigDecimal(number);
            case null, default -> BigDecimal.ZERO;
        };
    }

    private static Object back(BigDecimal value, Invocation call) {
        SqlType type = call.result();
        if (type.isInteger()) {
            Object whole = Conversion.convert(value, SqlType.decimal(38, 0), SqlType.BIGINT, Conversion.NO_STYLE);
            return java.util.Objects.requireNonNull(
                    Conversion.convert(whole, SqlType.BIGINT, type, Conversion.NO_STYLE));
        }
        try {
            return Numbers.decimal(value, type, type);
        } catch (SqlError e) {
            throw SqlErrors.overflow(type.kind().messageName());
        }
    }

    /** Small integers count as int; text as float. */
    private static SqlType widened(List<SqlType> arguments) {
        SqlType type = arguments.getFirst();
        return switch (type.kind()) {
            case BIT, TINYINT, SMALLINT, NULL -> SqlType.INT;
            case REAL -> SqlType.FLOAT;
            case SMALLMONEY -> SqlType.MONEY;
            default -> type.isNumeric() ? type : SqlType.FLOAT;
        };
    }

    private static SqlType whole(List<SqlType> arguments) {
        SqlType type = widened(arguments);
        return type.kind() == Kind.DECIMAL
                ? SqlType.decimal(Math.max(1, type.size() - type.scale() + (type.scale() > 0 ? 1 : 0)), 0)
                : type;
    }

    private static SqlType rounded(List<SqlType> arguments) {
        return widened(arguments);
    }

    private static SqlType angle(List<SqlType> arguments) {
        SqlType type = widened(arguments);
        return type.isDecimal() ? SqlType.decimal(38, 18) : type;
    }

    private static Object turned(Invocation call, double angle) {
        return call.result().isApproximate() ? (Object) angle : back(new BigDecimal(angle), call);
    }

    private static Object round(Invocation call, @Nullable Object[] v) {
        int digits = (int) Math.max(-40, Math.min(40, number(v, 1)));
        boolean cut = v.length > 2 && number(v, 2) != 0;
        RoundingMode mode = cut ? RoundingMode.DOWN : RoundingMode.HALF_UP;
        if (v[0] instanceof Double value) {
            return BigDecimal.valueOf(value).setScale(digits, mode).doubleValue();
        }
        BigDecimal value = decimal(v[0]);
        BigDecimal rounded = digits >= value.scale() ? value : value.setScale(digits, mode);
        return back(rounded, call);
    }

    private static Object power(Invocation call, @Nullable Object[] v) {
        SqlType type = call.result();
        double power = Math.pow(decimal(v[0]).doubleValue(), real(v[1]));
        checked(power);
        if (call.result().isApproximate()) {
            return power;
        }
        if (type.isInteger() && Math.abs(power) >= Math.scalb(1.0, type.kind() == Kind.BIGINT ? 63 : 31)) {
            throw new SqlError(
                    232,
                    "22003",
                    String.format(
                            Locale.ROOT,
                            "Arithmetic overflow error for type %s, value = %f.",
                            type.kind().sqlName(),
                            power));
        }
        if (real(v[1]) == Math.rint(real(v[1])) && real(v[1]) >= 0 && real(v[1]) < 200) {
            return back(decimal(v[0]).pow((int) real(v[1])), call);
        }
        BigDecimal value = new BigDecimal(power);
        return back(call.result().isInteger() ? value.setScale(0, RoundingMode.DOWN) : value, call);
    }

    private static Object log(Invocation call, @Nullable Object[] v) {
        double value = real(v[0]);
        double natural = value <= 0 ? Double.NaN : Math.log(value);
        return checked(v.length > 1 ? natural / Math.log(real(v[1])) : natural);
    }
}
