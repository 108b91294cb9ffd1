package dev.bobbin.emulator.standin.sql.functions;

import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.number;
import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.string;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.functions.FunctionDefinition.Parameter;
import dev.bobbin.emulator.standin.sql.types.CodePage;
import dev.bobbin.emulator.standin.sql.types.Conversion;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.Numbers;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import dev.bobbin.emulator.standin.sql.types.Variant;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Arithmetic, conversion and comparison, where SQLite's own would give another result than T-SQL's. */
final class Operators {

    private static final int HALF_WORD = 32;

    private Operators() {}

    static void addTo(FunctionTable table) {
        for (String operator : new String[] {"+", "-", "*", "/", "%"}) {
            table.function("$" + name(operator), Parameter.NUMBER, Parameter.NUMBER)
                    .gives(FunctionTable::first, (call, values) -> arithmetic(operator, call, values));
        }
        table.function("$negate", Parameter.NUMBER)
                .gives(FunctionTable::first, (call, values) -> arithmetic("-", call, new Object[] {0L, values[0]}));
        table.function("$convert", Parameter.ANY, Parameter.INT).gives(FunctionTable::first, Operators::converted);
        table.function("$try_convert", Parameter.ANY, Parameter.INT).gives(FunctionTable::first, Operators::tryConvert);
        table.function("$fit", Parameter.TEXT, Parameter.TEXT, Parameter.TEXT)
                .gives(FunctionTable::first, Operators::fit);
        table.function("$store", Parameter.NUMBER)
                .gives(
                        SqlType.VARCHAR_MAX,
                        (call, values) -> values[0] instanceof BigDecimal number ? number.toPlainString() : null);
        table.function("$compare_variants", Parameter.ANY, Parameter.ANY)
                .gives(
                        SqlType.INT,
                        (call, values) -> values[0] instanceof Variant left && values[1] instanceof Variant right
                                ? (Object) (long)
                                        left.compareTo(right, call.session().ignoresCase())
                                : null);
        table.function("$one_row", Parameter.ANY, Parameter.INT)
                .takesNull()
                .gives(FunctionTable::first, (call, values) -> {
                    if (number(values, 1) > 1) {
                        throw SqlErrors.subqueryRows();
                    }
                    return values[0];
                });
        table.function("$like", Parameter.TEXT, Parameter.TEXT, Parameter.TEXT, Parameter.INT)
                .gives(SqlType.BOOLEAN, Operators::like);
        table.function("$sum", Parameter.BIGINT, Parameter.BIGINT).gives(FunctionTable::first, Operators::sumOfHalves);
        table.function("$average", Parameter.NUMBER, Parameter.BIGINT).gives(FunctionTable::first, Operators::average);
        table.function("$exact", Parameter.BIGINT)
                .gives(
                        FunctionTable::first,
                        (call, values) ->
                                Conversion.convert(values[0], SqlType.BIGINT, call.result(), Conversion.NO_STYLE));
        rows(table, "$top", 0, 127, "A TOP N or FETCH rowcount value may not be negative.");
        rows(table, "$offset", 0, 10742, "The offset specified in a OFFSET clause may not be negative.");
        rows(table, "$fetch", 1, 10744, "The number of rows provided for a FETCH clause must be greater then zero.");
        table.function("$recursion", Parameter.INT, Parameter.INT).gives(SqlType.INT, (call, values) -> {
            if (number(values, 0) > number(values, 1)) {
                throw new SqlError(
                        530,
                        "42000",
                        "The statement terminated. The maximum recursion " + number(values, 1)
                                + " has been exhausted before statement completion.");
            }
            return number(values, 0);
        });
    }

    /** A number of rows that is given when the statement runs. */
    private static void rows(FunctionTable table, String name, int least, int error, String message) {
        table.function(name, Parameter.BIGINT).takesNull().gives(SqlType.BIGINT, (call, values) -> {
            if (values[0] == null) {
                throw new SqlError(
                        1060,
                        "42000",
                        "The number of rows provided for a TOP or FETCH clauses row count parameter must be an integer.");
            }
            if (number(values, 0) < least) {
                throw new SqlError(error, "42000", message);
            }
            return values[0];
        });
    }

    static String name(String operator) {
        return switch (operator) {
            case "+" -> "add";
            case "-" -> "subtract";
            case "*" -> "multiply";
            case "/" -> "divide";
            default -> "modulo";
        };
    }

    private static Object arithmetic(String operator, Invocation call, @Nullable Object[] values) {
        SqlType result = call.result();
        Object left = values[0];
        Object right = values[1];
        if (result.isApproximate()) {
            return approximate(
                    operator, decimal(left).doubleValue(), decimal(right).doubleValue(), result);
        }
        BigDecimal exact = exact(operator, decimal(left), decimal(right), result);
        if (result.isInteger()) {
            try {
                return java.util.Objects.requireNonNull(
                        Conversion.convert(exact.longValueExact(), SqlType.BIGINT, result, Conversion.NO_STYLE));
            } catch (ArithmeticException | SqlError e) {
                throw SqlErrors.overflow(result.kind().sqlName());
            }
        }
        try {
            return Numbers.decimal(exact, SqlType.decimal(38, result.scale()), result);
        } catch (SqlError e) {
            throw SqlErrors.overflow(result.kind().messageName());
        }
    }

    private static BigDecimal decimal(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case Long number -> BigDecimal.valueOf(number);
            case Double number -> BigDecimal.valueOf(number);
            case null, default -> BigDecimal.ZERO;
        };
    }

    private static BigDecimal exact(String operator, BigDecimal left, BigDecimal right, SqlType result) {
        if ((operator.equals("/") || operator.equals("%")) && right.signum() == 0) {
            throw SqlErrors.divideByZero();
        }
        return switch (operator) {
            case "+" -> left.add(right);
            case "-" -> left.subtract(right);
            case "*" -> left.multiply(right);
            // A quotient is cut, not rounded, at its scale.
            case "/" -> left.divide(right, result.isInteger() ? 0 : result.scale(), RoundingMode.DOWN);
            default -> left.remainder(right);
        };
    }

    private static double approximate(String operator, double left, double right, SqlType result) {
        if (operator.equals("/") && right == 0) {
            throw SqlErrors.divideByZero();
        }
        double value =
                switch (operator) {
                    case "+" -> left + right;
                    case "-" -> left - right;
                    case "*" -> left * right;
                    case "/" -> left / right;
                    default -> throw SqlErrors.operandTypes("float", "float", "modulo");
                };
        double rounded = result.kind() == Kind.REAL ? (double) (float) value : value;
        if (Double.isInfinite(rounded) || Double.isNaN(rounded)) {
            throw SqlErrors.overflow(result.kind().sqlName());
        }
        return rounded;
    }

    private static @Nullable Object converted(Invocation call, @Nullable Object[] values) {
        return Conversion.convert(
                values[0],
                call.type(0),
                call.result(),
                (int) number(values, 1),
                call.session().codePage());
    }

    private static @Nullable Object tryConvert(Invocation call, @Nullable Object[] values) {
        try {
            return converted(call, values);
        } catch (SqlError e) {
            return null;
        }
    }

    /** Checks that a text or binary fits its column; blanks and zeros at the end may go. */
    private static @Nullable Object fit(Invocation call, @Nullable Object[] values) {
        int size = call.result().size();
        if (values[0] instanceof byte[] bytes) {
            if (size != SqlType.MAX && bytes.length > size) {
                throw SqlErrors.truncated(string(values, 1), string(values, 2), "");
            }
            return Conversion.convert(bytes, call.type(0), call.result(), Conversion.NO_STYLE);
        }
        String text = string(values, 0);
        CodePage page =
                call.result().isNational() ? CodePage.NONE : call.session().codePage();
        if (size != SqlType.MAX && page.length(text) > size) {
            String held = page.cut(text, size);
            if (!text.substring(held.length()).isBlank()) {
                throw SqlErrors.truncated(string(values, 1), string(values, 2), held);
            }
        }
        return Conversion.convert(text, SqlType.VARCHAR_MAX, call.result(), Conversion.NO_STYLE, page);
    }

    private static Object like(Invocation call, @Nullable Object[] values) {
        String escape = string(values, 2);
        if (escape.length() > 1) {
            throw new SqlError(
                    506, "22019", "The invalid escape character \"" + escape + "\" was specified in a LIKE predicate.");
        }
        boolean matches = LikePattern.of(string(values, 1), escape, number(values, 3) != 0)
                .matches(string(values, 0));
        return matches ? 1L : 0L;
    }

    /** SQLite adds the halves of 64 bit integers, which cannot overflow; here they become one exact sum again. */
    private static Object sumOfHalves(Invocation call, @Nullable Object[] values) {
        BigInteger sum =
                BigInteger.valueOf(number(values, 0)).shiftLeft(HALF_WORD).add(BigInteger.valueOf(number(values, 1)));
        BigDecimal exact = new BigDecimal(sum, call.result().scale());
        return Numbers.decimal(exact, call.result(), call.result());
    }

    private static @Nullable Object average(Invocation call, @Nullable Object[] values) {
        BigDecimal count = BigDecimal.valueOf(number(values, 1));
        if (count.signum() == 0) {
            return null;
        }
        BigDecimal quotient = decimal(values[0])
                .divide(count, call.result().isInteger() ? 0 : call.result().scale(), RoundingMode.DOWN);
        return call.result().isInteger() ? (Object) quotient.longValueExact() : quotient;
    }
}
