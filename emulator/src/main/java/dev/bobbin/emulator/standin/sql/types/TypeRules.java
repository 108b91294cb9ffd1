package dev.bobbin.emulator.standin.sql.types;

import dev.bobbin.emulator.standin.sql.SqlErrors;

/**
 * Which type an expression has, from the types of its parts.
 *
 * <p>Transact-SQL reference: "Data type precedence" and "Precision, scale, and length".
 */
public final class TypeRules {

    private static final int SMALLEST_KEPT_SCALE = 6;

    private TypeRules() {}

    /** The type two values have in common: of CASE, COALESCE, UNION and comparisons. */
    public static SqlType common(SqlType left, SqlType right) {
        if (left.isNull() || left.equals(right)) {
            return right;
        }
        if (right.isNull()) {
            return left;
        }
        Kind kind = left.kind().precedes(right.kind()) ? left.kind() : right.kind();
        SqlType winner = kind == left.kind() ? left : right;
        SqlType other = kind == left.kind() ? right : left;
        requireCompatible(winner, other);
        if (kind == Kind.DECIMAL && (other.isDecimal() || other.isInteger())) {
            return commonDecimal(winner, other);
        }
        if (winner.isText() && other.isText() || winner.is(Kind.Family.BINARY) && other.is(Kind.Family.BINARY)) {
            int size = winner.size() == SqlType.MAX || other.size() == SqlType.MAX
                    ? SqlType.MAX
                    : Math.max(winner.size(), other.size());
            return new SqlType(size == SqlType.MAX ? varying(kind) : kind, size, 0);
        }
        if (winner.isDateTime() && other.isDateTime()) {
            return new SqlType(kind, 0, Math.max(winner.scale(), kind == Kind.DATE ? 0 : fractionOf(other, winner)));
        }
        return winner;
    }

    private static int fractionOf(SqlType other, SqlType winner) {
        return switch (winner.kind()) {
            case DATETIME2, DATETIMEOFFSET, TIME -> other.scale();
            default -> winner.scale();
        };
    }

    private static Kind varying(Kind kind) {
        return switch (kind) {
            case CHAR -> Kind.VARCHAR;
            case NCHAR -> Kind.NVARCHAR;
            case BINARY -> Kind.VARBINARY;
            default -> kind;
        };
    }

    private static void requireCompatible(SqlType winner, SqlType other) {
        if (!implicit(other, winner)) {
            throw SqlErrors.operandClash(
                    other.kind().messageName(), winner.kind().messageName());
        }
    }

    private static SqlType commonDecimal(SqlType left, SqlType right) {
        int scale = Math.max(left.scale(), right.scale());
        int whole = Math.max(left.precision() - left.scale(), right.precision() - right.scale());
        return fit(whole + scale, scale);
    }

    /** Brings a result precision above 38 down, giving up decimals first, as the reference describes. */
    private static SqlType fit(int precision, int scale) {
        if (precision <= SqlType.MAX_PRECISION) {
            return SqlType.decimal(precision, scale);
        }
        int whole = precision - scale;
        int kept = Math.max(Math.min(scale, SMALLEST_KEPT_SCALE), SqlType.MAX_PRECISION - whole);
        return SqlType.decimal(SqlType.MAX_PRECISION, Math.min(scale, kept));
    }

    /**
     * The type of an arithmetic result.
     *
     * @param operator one of {@code + - * / %}
     */
    public static SqlType arithmetic(String operator, SqlType left, SqlType right) {
        SqlType numberLeft = numeric(left, right);
        SqlType numberRight = numeric(right, left);
        Kind kind = numberLeft.kind().precedes(numberRight.kind()) ? numberLeft.kind() : numberRight.kind();
        if (kind == Kind.BIT || kind == Kind.NULL) {
            if (left.isNull() && right.isNull()) {
                return SqlType.INT;
            }
            throw SqlErrors.invalidOperand("bit", word(operator));
        }
        if (kind == Kind.REAL && (numberLeft.kind() != Kind.REAL || numberRight.kind() != Kind.REAL)) {
            return SqlType.REAL;
        }
        if (kind != Kind.DECIMAL) {
            return kind == numberLeft.kind() ? numberLeft : numberRight;
        }
        return decimal(operator, numberLeft, numberRight);
    }

    /** What takes part in arithmetic: text and NULL follow the other side. */
    private static SqlType numeric(SqlType type, SqlType other) {
        if (type.isNull() || type.isText()) {
            return other.isNumeric() ? other : SqlType.INT;
        }
        return type;
    }

    private static SqlType decimal(String operator, SqlType left, SqlType right) {
        int p1 = left.precision();
        int s1 = left.isDecimal() ? left.scale() : 0;
        int p2 = right.precision();
        int s2 = right.isDecimal() ? right.scale() : 0;
        return switch (operator) {
            case "*" -> fit(p1 + p2 + 1, s1 + s2);
            case "/" -> {
                int scale = Math.max(SMALLEST_KEPT_SCALE, s1 + p2 + 1);
                yield fit(p1 - s1 + s2 + scale, scale);
            }
            case "%" -> fit(Math.min(p1 - s1, p2 - s2) + Math.max(s1, s2), Math.max(s1, s2));
            default -> {
                int scale = Math.max(s1, s2);
                int whole = Math.max(p1 - s1, p2 - s2);
                // The digit for a carry is given up before decimals are.
                yield whole + scale + 1 > SqlType.MAX_PRECISION
                        ? SqlType.decimal(SqlType.MAX_PRECISION, Math.min(scale, SqlType.MAX_PRECISION - whole))
                        : SqlType.decimal(whole + scale + 1, scale);
            }
        };
    }

    /** The type of two texts or binaries put together. */
    public static SqlType concatenated(SqlType left, SqlType right) {
        Kind kind = left.isNull()
                ? right.kind()
                : left.kind().precedes(right.kind()) || right.isNull() ? left.kind() : right.kind();
        int largest = kind == Kind.NVARCHAR || kind == Kind.NCHAR ? 4000 : 8000;
        int size = left.size() == SqlType.MAX || right.size() == SqlType.MAX
                ? SqlType.MAX
                : Math.min(largest, Math.max(1, left.size() + right.size()));
        return new SqlType(left.fixedLength() && right.fixedLength() ? kind : varying(kind), size, 0);
    }

    /** How the operator is called in messages. */
    public static String word(String operator) {
        return switch (operator) {
            case "+" -> "add";
            case "-" -> "subtract";
            case "*" -> "multiply";
            case "/" -> "divide";
            case "%" -> "modulo";
            default -> operator;
        };
    }

    /** Whether SQL Server converts without being asked ("CAST and CONVERT", table of conversions). */
    public static boolean implicit(SqlType from, SqlType to) {
        if (from.isNull() || from.kind().family() == to.kind().family()) {
            return !(from.kind() == Kind.TIME && to.kind() == Kind.DATE
                    || from.kind() == Kind.DATE && to.kind() == Kind.TIME);
        }
        if (to.kind() == Kind.SQL_VARIANT) {
            return from.size() != SqlType.MAX;
        }
        return switch (from.kind().family()) {
            case TEXT -> to.kind().family() != Kind.Family.BINARY;
            case INTEGER, DECIMAL, APPROXIMATE ->
                to.isNumeric()
                        || to.isText()
                        || to.kind() == Kind.DATETIME
                        || to.kind() == Kind.SMALLDATETIME
                        || to.is(Kind.Family.BINARY) && !from.isApproximate();
            case DATE_TIME, GUID -> to.isText() || from.kind() == Kind.UNIQUEIDENTIFIER && to.is(Kind.Family.BINARY);
            case BINARY -> !to.isDateTime() && !to.isApproximate();
            default -> false;
        };
    }

    /** Whether CAST converts at all. */
    public static boolean explicit(SqlType from, SqlType to) {
        if (implicit(from, to)) {
            return true;
        }
        return switch (from.kind()) {
            case SQL_VARIANT -> true;
            case DATETIME, SMALLDATETIME -> to.isNumeric() || to.is(Kind.Family.BINARY);
            case DATE, TIME, DATETIME2, DATETIMEOFFSET -> to.is(Kind.Family.BINARY);
            case VARCHAR, NVARCHAR, CHAR, NCHAR -> true;
            case FLOAT, REAL -> to.is(Kind.Family.BINARY);
            case VARBINARY, BINARY -> to.isDateTime();
            default -> false;
        };
    }
}
