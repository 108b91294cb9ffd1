package dev.bobbin.emulator.standin.sql.types;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.syntax.TypeRef;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A T-SQL type.
 *
 * @param size length in characters or bytes, {@link #MAX} for MAX; precision of a decimal; 0 where neither applies
 * @param scale decimals of a decimal; digits of the fraction of a second, 0 to 7
 */
public record SqlType(Kind kind, int size, int scale) {

    public static final int MAX = -1;

    /** Largest precision of a decimal. */
    public static final int MAX_PRECISION = 38;

    /** Largest precision whose unscaled value fits SQLite's 64 bit integers. */
    private static final int INTEGER_PRECISION = 18;

    private static final int DEFAULT_CAST_LENGTH = 30;
    private static final int FULL_FRACTION = 7;

    public static final SqlType INT = new SqlType(Kind.INT, 0, 0);
    public static final SqlType BIGINT = new SqlType(Kind.BIGINT, 0, 0);
    public static final SqlType SMALLINT = new SqlType(Kind.SMALLINT, 0, 0);
    public static final SqlType TINYINT = new SqlType(Kind.TINYINT, 0, 0);
    public static final SqlType BIT = new SqlType(Kind.BIT, 0, 0);
    public static final SqlType FLOAT = new SqlType(Kind.FLOAT, 53, 0);
    public static final SqlType REAL = new SqlType(Kind.REAL, 24, 0);
    public static final SqlType MONEY = new SqlType(Kind.MONEY, 19, 4);
    public static final SqlType SMALLMONEY = new SqlType(Kind.SMALLMONEY, 10, 4);
    public static final SqlType DATE = new SqlType(Kind.DATE, 0, 0);
    public static final SqlType DATETIME = new SqlType(Kind.DATETIME, 0, 3);
    public static final SqlType SMALLDATETIME = new SqlType(Kind.SMALLDATETIME, 0, 0);
    public static final SqlType DATETIME2 = new SqlType(Kind.DATETIME2, 0, FULL_FRACTION);
    public static final SqlType DATETIMEOFFSET = new SqlType(Kind.DATETIMEOFFSET, 0, FULL_FRACTION);
    public static final SqlType TIME = new SqlType(Kind.TIME, 0, FULL_FRACTION);
    public static final SqlType UNIQUEIDENTIFIER = new SqlType(Kind.UNIQUEIDENTIFIER, 0, 0);
    public static final SqlType NVARCHAR_MAX = new SqlType(Kind.NVARCHAR, MAX, 0);
    public static final SqlType VARCHAR_MAX = new SqlType(Kind.VARCHAR, MAX, 0);
    public static final SqlType VARBINARY_MAX = new SqlType(Kind.VARBINARY, MAX, 0);
    public static final SqlType SQL_VARIANT = new SqlType(Kind.SQL_VARIANT, 0, 0);
    public static final SqlType NULL = new SqlType(Kind.NULL, 0, 0);
    public static final SqlType BOOLEAN = new SqlType(Kind.BOOLEAN, 0, 0);

    public static SqlType decimal(int precision, int scale) {
        return new SqlType(Kind.DECIMAL, precision, scale);
    }

    public static SqlType varchar(int length) {
        return new SqlType(Kind.VARCHAR, length, 0);
    }

    public static SqlType nvarchar(int length) {
        return new SqlType(Kind.NVARCHAR, length, 0);
    }

    public static SqlType varbinary(int length) {
        return new SqlType(Kind.VARBINARY, length, 0);
    }

    /** The type of a column or variable: a length that is not written is 1. */
    public static SqlType declared(TypeRef ref) {
        return declared(ref, 1);
    }

    /** As above. @param position which column or variable it is, from 1, for the message about an unknown type */
    public static SqlType declared(TypeRef ref, int position) {
        try {
            return of(ref, 1);
        } catch (SqlError e) {
            throw e.number() == SqlErrors.UNKNOWN_TYPE ? SqlErrors.cannotFindType(ref.name(), position) : e;
        }
    }

    /** The type of CAST and CONVERT: a length that is not written is 30. */
    public static SqlType converted(TypeRef ref) {
        return of(ref, DEFAULT_CAST_LENGTH);
    }

    private static SqlType of(TypeRef ref, int defaultLength) {
        String name = ref.name().toLowerCase(Locale.ROOT);
        Integer size = ref.size();
        return switch (name) {
            case "int", "integer" -> INT;
            case "bigint" -> BIGINT;
            case "smallint" -> SMALLINT;
            case "tinyint" -> TINYINT;
            case "bit" -> BIT;
            case "float" -> size != null && size <= 24 ? REAL : FLOAT;
            case "real" -> REAL;
            case "decimal", "numeric", "dec" -> decimalOf(size, ref.scale());
            case "money" -> MONEY;
            case "smallmoney" -> SMALLMONEY;
            case "date" -> DATE;
            case "datetime" -> DATETIME;
            case "smalldatetime" -> SMALLDATETIME;
            case "datetime2" -> new SqlType(Kind.DATETIME2, 0, fraction(name, size));
            case "datetimeoffset" -> new SqlType(Kind.DATETIMEOFFSET, 0, fraction(name, size));
            case "time" -> new SqlType(Kind.TIME, 0, fraction(name, size));
            case "uniqueidentifier" -> UNIQUEIDENTIFIER;
            case "varchar", "charvarying" -> sized(Kind.VARCHAR, size, defaultLength, 8000);
            case "nvarchar" -> sized(Kind.NVARCHAR, size, defaultLength, 4000);
            case "char", "character" -> sized(Kind.CHAR, size, defaultLength, 8000);
            case "nchar" -> sized(Kind.NCHAR, size, defaultLength, 4000);
            case "varbinary" -> sized(Kind.VARBINARY, size, defaultLength, 8000);
            case "binary" -> sized(Kind.BINARY, size, defaultLength, 8000);
            case "text" -> VARCHAR_MAX;
            case "ntext" -> NVARCHAR_MAX;
            case "image" -> VARBINARY_MAX;
            case "sysname" -> nvarchar(128);
            case "sql_variant" -> SQL_VARIANT;
            case "xml", "geography", "geometry", "hierarchyid", "rowversion", "timestamp", "json" ->
                throw SqlErrors.notSupported("data type " + name);
            default -> throw SqlErrors.unknownType(ref.name());
        };
    }

    private static SqlType decimalOf(@Nullable Integer precision, @Nullable Integer scale) {
        int p = precision == null ? INTEGER_PRECISION : precision;
        int s = scale == null ? 0 : scale;
        if (p < 1 || p > MAX_PRECISION || s > p) {
            throw new dev.bobbin.emulator.standin.sql.SqlError(
                    1002, "42000", "Line 1: Specified scale " + s + " is invalid.", 15, 1);
        }
        return decimal(p, s);
    }

    private static int fraction(String name, @Nullable Integer digits) {
        int value = digits == null ? FULL_FRACTION : digits;
        if (value < 0 || value > FULL_FRACTION) {
            throw new dev.bobbin.emulator.standin.sql.SqlError(
                    1002, "42000", "Line 1: Specified scale " + value + " is invalid.", 15, 1);
        }
        return value;
    }

    private static SqlType sized(Kind kind, @Nullable Integer size, int defaultLength, int largest) {
        int length = size == null ? defaultLength : size;
        if (length != MAX && (length < 1 || length > largest)) {
            throw new dev.bobbin.emulator.standin.sql.SqlError(
                    131,
                    "42000",
                    "The size (" + length + ") given to the type '" + kind.sqlName()
                            + "' exceeds the maximum allowed for any data type (8000).",
                    15,
                    2);
        }
        return new SqlType(kind, length, 0);
    }

    public boolean is(Kind.Family family) {
        return kind.family() == family;
    }

    public boolean isText() {
        return is(Kind.Family.TEXT);
    }

    public boolean isInteger() {
        return is(Kind.Family.INTEGER);
    }

    public boolean isDecimal() {
        return is(Kind.Family.DECIMAL);
    }

    public boolean isApproximate() {
        return is(Kind.Family.APPROXIMATE);
    }

    public boolean isNumeric() {
        return isInteger() || isDecimal() || isApproximate();
    }

    public boolean isDateTime() {
        return is(Kind.Family.DATE_TIME);
    }

    public boolean isNull() {
        return kind == Kind.NULL;
    }

    public boolean isNational() {
        return kind == Kind.NVARCHAR || kind == Kind.NCHAR;
    }

    public boolean fixedLength() {
        return kind == Kind.CHAR || kind == Kind.NCHAR || kind == Kind.BINARY;
    }

    /** True when SQLite carries the values as the unscaled integer rather than as text. */
    public boolean carriedAsInteger() {
        return isDecimal() && (kind != Kind.DECIMAL || size <= INTEGER_PRECISION);
    }

    /** The precision this type has as a decimal. */
    public int precision() {
        return switch (kind) {
            case BIT -> 1;
            case TINYINT -> 3;
            case SMALLINT -> 5;
            case INT -> 10;
            case BIGINT -> 19;
            case DECIMAL, MONEY, SMALLMONEY -> size;
            default -> MAX_PRECISION;
        };
    }

    /** How many bytes a column of the type takes at most, as {@code sys.columns.max_length} has it; {@link #MAX} for MAX. */
    public int bytes() {
        return switch (kind) {
            case BIT, TINYINT -> 1;
            case SMALLINT -> 2;
            case INT, REAL, SMALLMONEY, SMALLDATETIME -> 4;
            case DATE -> 3;
            case TIME -> scale <= 2 ? 3 : scale <= 4 ? 4 : 5;
            case DATETIME2 -> scale <= 2 ? 6 : scale <= 4 ? 7 : 8;
            case DATETIMEOFFSET -> scale <= 2 ? 8 : scale <= 4 ? 9 : 10;
            case DECIMAL -> size <= 9 ? 5 : size <= 19 ? 9 : size <= 28 ? 13 : 17;
            case UNIQUEIDENTIFIER -> 16;
            case VARCHAR, CHAR, VARBINARY, BINARY -> size;
            case NVARCHAR, NCHAR -> size == MAX ? MAX : 2 * size;
            default -> 8;
        };
    }

    /** As it is written in T-SQL, such as {@code decimal(10,2)}. */
    @Override
    public String toString() {
        return switch (kind) {
            case DECIMAL -> "decimal(" + size + "," + scale + ")";
            case VARCHAR, NVARCHAR, CHAR, NCHAR, VARBINARY, BINARY ->
                kind.sqlName() + "(" + (size == MAX ? "max" : size) + ")";
            case DATETIME2, DATETIMEOFFSET, TIME -> kind.sqlName() + "(" + scale + ")";
            default -> kind.sqlName();
        };
    }
}
