package dev.bobbin.emulator.standin.sql.metadata;

import dev.bobbin.emulator.standin.sql.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A T-SQL type as ODBC describes it (ODBC reference, "SQLColumns" and "Column size, decimal digits, transfer octet
 * length, and display size"; Microsoft ODBC driver for SQL Server).
 *
 * @param code SQL_… data type
 * @param size column size; 0 for (max)
 * @param bytes transfer octet length
 * @param radix 10 or 2; null when not numeric
 * @param digits decimal digits; null when meaningless
 * @param sqlCode without the detail of date and time types
 * @param dateTimeCode that detail; null for others
 * @param octets length in bytes of texts and binaries; null for others
 */
record OdbcType(
        int code,
        int size,
        int bytes,
        @Nullable Integer radix,
        @Nullable Integer digits,
        int sqlCode,
        @Nullable Integer dateTimeCode,
        @Nullable Integer octets) {

    private static final int DATE_TIME = 9;

    static OdbcType of(SqlType type) {
        int scale = type.scale();
        return switch (type.kind()) {
            case BIT -> plain(-7, 1, 1, null, null);
            case TINYINT -> plain(-6, 3, 1, 10, 0);
            case SMALLINT -> plain(5, 5, 2, 10, 0);
            case INT, NULL, BOOLEAN -> plain(4, 10, 4, 10, 0);
            case BIGINT -> plain(-5, 19, 8, 10, 0);
            case FLOAT -> plain(6, 53, 8, 2, null);
            case REAL -> plain(7, 24, 4, 2, null);
            case DECIMAL -> plain(3, type.precision(), type.precision() + 2, 10, scale);
            case MONEY -> plain(3, 19, 21, 10, 4);
            case SMALLMONEY -> plain(3, 10, 12, 10, 4);
            case DATE -> moment(91, 10, 6, null, 1);
            case TIME -> new OdbcType(-154, withFraction(8, scale), 12, null, scale, -154, 0, null);
            case DATETIME -> moment(93, 23, 16, 3, 3);
            case SMALLDATETIME -> moment(93, 16, 16, 0, 3);
            case DATETIME2 -> moment(93, withFraction(19, scale), 16, scale, 3);
            case DATETIMEOFFSET -> new OdbcType(-155, withFraction(26, scale), 20, null, scale, -155, 0, null);
            case UNIQUEIDENTIFIER -> plain(-11, 36, 16, null, null);
            case SQL_VARIANT -> plain(-150, 8000, 8000, 10, 0);
            case CHAR -> sized(1, type, 1);
            case VARCHAR -> sized(12, type, 1);
            case NCHAR -> sized(-8, type, 2);
            case NVARCHAR -> sized(-9, type, 2);
            case BINARY -> sized(-2, type, 1);
            case VARBINARY -> sized(-3, type, 1);
        };
    }

    private static int withFraction(int size, int scale) {
        return scale == 0 ? size : size + 1 + scale;
    }

    private static OdbcType plain(int code, int size, int bytes, @Nullable Integer radix, @Nullable Integer digits) {
        return new OdbcType(code, size, bytes, radix, digits, code, null, null);
    }

    private static OdbcType moment(int code, int size, int bytes, @Nullable Integer digits, int detail) {
        return new OdbcType(code, size, bytes, null, digits, DATE_TIME, detail, null);
    }

    private static OdbcType sized(int code, SqlType type, int bytesEach) {
        int size = Math.max(0, type.size());
        return new OdbcType(code, size, size * bytesEach, null, null, code, null, size * bytesEach);
    }
}
