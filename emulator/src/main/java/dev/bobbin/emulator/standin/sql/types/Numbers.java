package dev.bobbin.emulator.standin.sql.types;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/** Conversions to numbers, and of numbers to text. */
public final class Numbers {

    private static final int MONEY_DISPLAY_SCALE = 2;

    private Numbers() {}

    static Object convert(Object value, SqlType from, SqlType to) {
        return switch (value) {
            case String text -> ofText(text, from, to);
            case Long number -> ofNumber(BigDecimal.valueOf(number), from, to);
            case BigDecimal number -> ofNumber(number, from, to);
            case Double number -> ofDouble(number, from, to);
            case byte[] bytes when to.isInteger() && to.kind() != Kind.BIT -> ofBytes(bytes, to);
            case byte[] bytes ->
                ofNumber(new BigDecimal(bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes)), from, to);
            case LocalDate date -> ofNumber(DateTimes.days(date.atStartOfDay()), from, to);
            case LocalDateTime moment -> ofDateTime(moment, from, to);
            default ->
                throw SqlErrors.noConversion(
                        from.kind().messageName(), to.kind().messageName());
        };
    }

    /** The last bytes, as many as the type has; what is missing in front is zero. */
    private static long ofBytes(byte[] bytes, SqlType to) {
        int width = to.bytes();
        long value = 0;
        for (int i = Math.max(0, bytes.length - width); i < bytes.length; i++) {
            value = value << Byte.SIZE | bytes[i] & 0xff;
        }
        int unused = Long.SIZE - width * Byte.SIZE;
        return to.kind() == Kind.TINYINT ? value : value << unused >> unused;
    }

    private static Object ofDateTime(LocalDateTime moment, SqlType from, SqlType to) {
        BigDecimal days = DateTimes.days(moment);
        return ofNumber(to.isInteger() ? days.setScale(0, RoundingMode.HALF_UP) : days, from, to);
    }

    private static Object ofNumber(BigDecimal number, SqlType from, SqlType to) {
        return switch (to.kind().family()) {
            case INTEGER -> integer(number, from, to);
            case DECIMAL -> decimal(number, from, to);
            default -> to.kind() == Kind.REAL ? (double) number.floatValue() : number.doubleValue();
        };
    }

    private static Object ofDouble(double number, SqlType from, SqlType to) {
        if (to.isApproximate()) {
            double value = to.kind() == Kind.REAL ? (double) (float) number : number;
            if (Double.isInfinite(value)) {
                throw SqlErrors.overflow(to.kind().sqlName());
            }
            return value;
        }
        if (to.isInteger() && to.kind() != Kind.BIT && Math.abs(number) >= limit(to)) {
            throw new SqlError(
                    232,
                    "22003",
                    String.format(
                            Locale.ROOT,
                            "Arithmetic overflow error for type %s, value = %f.",
                            to.kind().sqlName(),
                            number));
        }
        return ofNumber(new BigDecimal(number), from, to);
    }

    private static double limit(SqlType to) {
        return switch (to.kind()) {
            case TINYINT -> 256.0;
            case SMALLINT -> 32_768.0;
            case INT -> 2_147_483_648.0;
            default -> 9.223372036854775807e18;
        };
    }

    private static long integer(BigDecimal number, SqlType from, SqlType to) {
        if (to.kind() == Kind.BIT) {
            return number.signum() == 0 ? 0 : 1;
        }
        RoundingMode rounding =
                from.kind() == Kind.MONEY || from.kind() == Kind.SMALLMONEY ? RoundingMode.HALF_UP : RoundingMode.DOWN;
        BigInteger whole = number.setScale(0, rounding).toBigInteger();
        if (whole.compareTo(smallest(to)) < 0 || whole.compareTo(largest(to)) > 0) {
            boolean small = to.kind() == Kind.TINYINT || to.kind() == Kind.SMALLINT;
            if (small && from.isInteger()) {
                throw SqlErrors.smallIntegerOverflow(to.kind().sqlName(), whole.toString());
            }
            throw SqlErrors.overflow(to.kind().sqlName());
        }
        return whole.longValue();
    }

    private static BigInteger smallest(SqlType type) {
        return switch (type.kind()) {
            case TINYINT -> BigInteger.ZERO;
            case SMALLINT -> BigInteger.valueOf(Short.MIN_VALUE);
            case INT -> BigInteger.valueOf(Integer.MIN_VALUE);
            default -> BigInteger.valueOf(Long.MIN_VALUE);
        };
    }

    private static BigInteger largest(SqlType type) {
        return switch (type.kind()) {
            case TINYINT -> BigInteger.valueOf(255);
            case SMALLINT -> BigInteger.valueOf(Short.MAX_VALUE);
            case INT -> BigInteger.valueOf(Integer.MAX_VALUE);
            default -> BigInteger.valueOf(Long.MAX_VALUE);
        };
    }

    /** Rounds to the scale, half away from zero, and checks that the number fits. */
    public static BigDecimal decimal(BigDecimal number, SqlType from, SqlType to) {
        BigDecimal rounded = number.setScale(to.scale(), RoundingMode.HALF_UP);
        boolean fits = to.kind() == Kind.MONEY
                ? rounded.unscaledValue().bitLength() < Long.SIZE
                : to.kind() == Kind.SMALLMONEY
                        ? rounded.unscaledValue().bitLength() < Integer.SIZE
                        : rounded.precision() - rounded.scale() <= to.size() - to.scale();
        if (!fits && rounded.signum() != 0) {
            throw SqlErrors.overflow(from.kind().messageName(), to.kind().messageName());
        }
        return rounded;
    }

    private static Object ofText(String text, SqlType from, SqlType to) {
        String trimmed = text.strip();
        return switch (to.kind().family()) {
            case INTEGER -> integerOfText(text, trimmed, from, to);
            case DECIMAL -> decimalOfText(trimmed, from, to);
            default -> floatOfText(trimmed, from, to);
        };
    }

    private static long integerOfText(String text, String trimmed, SqlType from, SqlType to) {
        if (to.kind() == Kind.BIT) {
            if (trimmed.equalsIgnoreCase("true")) {
                return 1;
            }
            if (trimmed.equalsIgnoreCase("false")) {
                return 0;
            }
        }
        if (trimmed.isEmpty()) {
            return 0;
        }
        BigInteger whole;
        try {
            whole = new BigInteger(
                    trimmed.startsWith("+") && !trimmed.startsWith("+-") ? trimmed.substring(1) : trimmed);
        } catch (NumberFormatException e) {
            if (to.kind() == Kind.BIGINT) {
                throw SqlErrors.errorConverting(from.kind().sqlName(), "bigint");
            }
            throw SqlErrors.conversionFailed(
                    from.kind().sqlName(), text, to.kind().sqlName());
        }
        if (to.kind() == Kind.BIT) {
            return whole.signum() == 0 ? 0 : 1;
        }
        if (whole.compareTo(smallest(to)) < 0 || whole.compareTo(largest(to)) > 0) {
            throw overflowOfText(text, from, to);
        }
        return whole.longValue();
    }

    private static SqlError overflowOfText(String text, SqlType from, SqlType to) {
        return switch (to.kind()) {
            case TINYINT ->
                new SqlError(
                        244,
                        "22003",
                        "The conversion of the " + from.kind().sqlName() + " value '" + text
                                + "' overflowed an INT1 column. Use a larger integer column.");
            case SMALLINT ->
                new SqlError(
                        244,
                        "22003",
                        "The conversion of the " + from.kind().sqlName() + " value '" + text
                                + "' overflowed an INT2 column. Use a larger integer column.");
            case INT -> SqlErrors.integerTextOverflow(from.kind().sqlName(), text, "int");
            default -> SqlErrors.overflow(from.kind().sqlName(), to.kind().sqlName());
        };
    }

    private static BigDecimal decimalOfText(String trimmed, SqlType from, SqlType to) {
        boolean money = to.kind() != Kind.DECIMAL;
        String plain = money ? trimmed.replace(",", "").replace("$", "") : trimmed;
        boolean digits = !plain.isEmpty() && plain.chars().allMatch(c -> c >= '0' && c <= '9' || "+-.".indexOf(c) >= 0);
        try {
            if (digits) {
                return decimal(new BigDecimal(plain), from, to);
            }
            if (money && plain.isEmpty()) {
                return BigDecimal.ZERO.setScale(to.scale());
            }
        } catch (NumberFormatException e) {
            digits = false;
        }
        throw money
                ? new SqlError(
                        235, "42000", "Cannot convert a char value to money. The char value has incorrect syntax.")
                : SqlErrors.errorConverting(from.kind().sqlName(), "numeric");
    }

    private static double floatOfText(String trimmed, SqlType from, SqlType to) {
        if (trimmed.isEmpty()) {
            return 0;
        }
        boolean digits = trimmed.chars().allMatch(c -> c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0);
        try {
            if (digits) {
                double value = Double.parseDouble(trimmed);
                return (double) convert(value, SqlType.FLOAT, to);
            }
        } catch (NumberFormatException e) {
            throw SqlErrors.errorConverting(from.kind().sqlName(), to.kind().sqlName());
        }
        throw SqlErrors.errorConverting(from.kind().sqlName(), to.kind().sqlName());
    }

    static String text(BigDecimal number, SqlType from, int style) {
        if (from.kind() == Kind.DECIMAL) {
            return number.toPlainString();
        }
        if (style == 2 || style == 126) {
            return number.setScale(4, RoundingMode.HALF_UP).toPlainString();
        }
        BigDecimal shown = number.setScale(MONEY_DISPLAY_SCALE, RoundingMode.HALF_UP);
        return style == 1 ? String.format(Locale.ROOT, "%,.2f", shown) : shown.toPlainString();
    }

    /** Six significant digits, or sixteen with style 1 or 2 (always scientific) and seventeen with style 3. */
    static String text(double number, SqlType from, int style) {
        if (style == 3) {
            return scientificOrPlain(number, from.kind() == Kind.REAL ? 9 : 17);
        }
        if (style == 1 || style == 2) {
            return scientific(new BigDecimal(number), style == 1 ? 8 : 16, true);
        }
        return scientificOrPlain(number, 6);
    }

    private static String scientificOrPlain(double number, int digits) {
        if (number == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent < -5 || exponent >= digits
                ? scientific(rounded, digits, false)
                : rounded.stripTrailingZeros().toPlainString();
    }

    private static String scientific(BigDecimal number, int digits, boolean fixed) {
        BigDecimal rounded = number.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        BigDecimal mantissa = rounded.movePointLeft(exponent);
        String shown = fixed
                ? mantissa.setScale(digits - 1, RoundingMode.HALF_EVEN).toPlainString()
                : mantissa.stripTrailingZeros().toPlainString();
        return String.format(Locale.ROOT, "%se%s%03d", shown, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
