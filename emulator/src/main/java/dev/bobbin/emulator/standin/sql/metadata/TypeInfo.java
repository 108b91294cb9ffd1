package dev.bobbin.emulator.standin.sql.metadata;

import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** SQLGetTypeInfo: the types a column can have. */
final class TypeInfo {

    private TypeInfo() {}

    /** @param code of one type; null for all */
    static MetadataRows rows(@Nullable String code) {
        MetadataRows rows = new MetadataRows()
                .text("type_name")
                .number("data_type", "column_size")
                .text("literal_prefix", "literal_suffix", "create_params")
                .number("nullable", "case_sensitive", "searchable", "unsigned_attribute", "fixed_prec_scale")
                .number("auto_unique_value")
                .text("local_type_name")
                .number("minimum_scale", "maximum_scale", "sql_data_type", "sql_datetime_sub", "num_prec_radix")
                .number("interval_precision");
        Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.NULL && kind != Kind.BOOLEAN && kind != Kind.SQL_VARIANT)
                .sorted(Comparator.comparing(kind -> OdbcType.of(largest(kind)).code()))
                .filter(kind -> code == null
                        || code.equals("0")
                        || code.equals(String.valueOf(OdbcType.of(largest(kind)).code())))
                .forEach(kind -> add(rows, kind));
        return rows;
    }

    private static SqlType largest(Kind kind) {
        return switch (kind) {
            case VARCHAR, CHAR, VARBINARY, BINARY -> new SqlType(kind, 8000, 0);
            case NVARCHAR, NCHAR -> new SqlType(kind, 4000, 0);
            case DECIMAL -> SqlType.decimal(SqlType.MAX_PRECISION, SqlType.MAX_PRECISION);
            case DATETIME2, DATETIMEOFFSET, TIME -> new SqlType(kind, 0, 7);
            case MONEY -> SqlType.MONEY;
            case SMALLMONEY -> SqlType.SMALLMONEY;
            case FLOAT -> SqlType.FLOAT;
            case REAL -> SqlType.REAL;
            default -> new SqlType(kind, 0, 0);
        };
    }

    private static void add(MetadataRows rows, Kind kind) {
        SqlType type = largest(kind);
        OdbcType odbc = OdbcType.of(type);
        boolean text = type.isText();
        boolean quoted = text || type.isDateTime() || kind == Kind.UNIQUEIDENTIFIER;
        boolean binary = type.is(Kind.Family.BINARY);
        String parameters = kind == Kind.DECIMAL
                ? "precision,scale"
                : kind == Kind.CHAR || kind == Kind.NCHAR || kind == Kind.BINARY
                        ? "length"
                        : text || binary ? "max length" : odbc.size() > 26 && type.isDateTime() ? "scale" : null;
        rows.add(
                kind.sqlName(),
                odbc.code(),
                odbc.size(),
                quoted ? (type.isNational() ? "N'" : "'") : binary ? "0x" : null,
                quoted ? "'" : null,
                parameters,
                1,
                text ? 1 : 0,
                text ? 3 : 2,
                type.isNumeric() ? (kind == Kind.TINYINT || kind == Kind.BIT ? 1 : 0) : null,
                kind == Kind.MONEY || kind == Kind.SMALLMONEY ? 1 : 0,
                type.isNumeric() ? 0 : null,
                kind.sqlName(),
                type.isDecimal() || type.isDateTime() ? odbc.digits() == null ? null : 0 : odbc.digits(),
                odbc.digits(),
                odbc.sqlCode(),
                odbc.dateTimeCode(),
                odbc.radix(),
                null);
    }
}
