package dev.bobbin.emulator.standin.sql.catalog;

import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** INFORMATION_SCHEMA and sys: queries over the facts of the catalog, written out as values. */
public final class SystemViews {

    private SystemViews() {}

    /** The T-SQL that yields the view's rows; null when there is no such view. */
    public static @Nullable String query(String schema, String name, Catalog catalog) {
        return switch ((schema + "." + name).toUpperCase(Locale.ROOT)) {
            case "INFORMATION_SCHEMA.TABLES" -> tables(catalog);
            case "INFORMATION_SCHEMA.VIEWS" -> views(catalog);
            case "INFORMATION_SCHEMA.COLUMNS" -> columns(catalog);
            case "INFORMATION_SCHEMA.SCHEMATA" -> schemata(catalog);
            case "SYS.TABLES" -> sysTables(catalog);
            case "SYS.SCHEMAS" -> sysSchemas(catalog);
            default -> null;
        };
    }

    private static String rows(List<String> rows, String columns, String empty) {
        String values = rows.isEmpty() ? "(" + empty + ")" : String.join(", ", rows);
        return "SELECT * FROM (VALUES " + values + ") AS v(" + columns + ")" + (rows.isEmpty() ? " WHERE 1 = 0" : "");
    }

    private static String text(@Nullable String value) {
        return value == null ? "CAST(NULL AS nvarchar(128))" : "N'" + value.replace("'", "''") + "'";
    }

    private static String number(@Nullable Integer value) {
        return value == null ? "CAST(NULL AS int)" : value.toString();
    }

    private static String tables(Catalog catalog) {
        List<String> rows = new ArrayList<>();
        for (CatalogObject object : catalog.all()) {
            if (!(object instanceof CatalogObject.Procedure)) {
                String type = object instanceof CatalogObject.View ? "VIEW" : "BASE TABLE";
                rows.add("(DB_NAME(), " + text(object.schema()) + ", " + text(object.name()) + ", '" + type + "')");
            }
        }
        return rows(rows, "TABLE_CATALOG, TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE", "N'', N'', N'', ''");
    }

    private static String views(Catalog catalog) {
        List<String> rows = new ArrayList<>();
        for (CatalogObject object : catalog.all()) {
            if (object instanceof CatalogObject.View view) {
                rows.add("(DB_NAME(), " + text(view.schema()) + ", " + text(view.name()) + ", " + text(view.query())
                        + ", 'NONE', 'NO')");
            }
        }
        return rows(
                rows,
                "TABLE_CATALOG, TABLE_SCHEMA, TABLE_NAME, VIEW_DEFINITION, CHECK_OPTION, IS_UPDATABLE",
                "N'', N'', N'', N'', '', ''");
    }

    private static String columns(Catalog catalog) {
        List<String> rows = new ArrayList<>();
        for (CatalogObject object : catalog.all()) {
            if (object instanceof CatalogObject.Table table) {
                int position = 0;
                for (CatalogObject.Column column : table.columns()) {
                    rows.add(column(table, column, ++position));
                }
            }
        }
        return rows(
                rows,
                "TABLE_CATALOG, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, ORDINAL_POSITION, COLUMN_DEFAULT, IS_NULLABLE, DATA_TYPE,"
                        + " CHARACTER_MAXIMUM_LENGTH, CHARACTER_OCTET_LENGTH, NUMERIC_PRECISION, NUMERIC_PRECISION_RADIX, NUMERIC_SCALE, DATETIME_PRECISION",
                "N'', N'', N'', N'', 0, N'', '', N'', 0, 0, 0, 0, 0, 0");
    }

    private static String column(CatalogObject.Table table, CatalogObject.Column column, int position) {
        SqlType type = column.type();
        boolean sized = type.isText() || type.is(Kind.Family.BINARY);
        boolean exact = type.isInteger() && type.kind() != Kind.BIT || type.isDecimal();
        Integer precision =
                exact ? Integer.valueOf(type.precision()) : type.isApproximate() ? Integer.valueOf(type.size()) : null;
        Integer radix = exact ? Integer.valueOf(10) : type.isApproximate() ? Integer.valueOf(2) : null;
        Integer octets = sized
                ? Integer.valueOf(type.size() == SqlType.MAX ? SqlType.MAX : type.size() * (type.isNational() ? 2 : 1))
                : null;
        String defaultText = column.defaultText() == null ? null : "(" + column.defaultText() + ")";
        return "(DB_NAME(), " + text(table.schema()) + ", " + text(table.name()) + ", " + text(column.name()) + ", "
                + position + ", "
                + text(defaultText) + ", '" + (column.nullable() ? "YES" : "NO") + "', "
                + text(type.kind().sqlName()) + ", "
                + number(sized ? Integer.valueOf(type.size()) : null) + ", " + number(octets) + ", " + number(precision)
                + ", " + number(radix) + ", "
                + number(exact ? Integer.valueOf(type.scale()) : null) + ", "
                + number(type.isDateTime() ? Integer.valueOf(type.scale()) : null) + ")";
    }

    private static String schemata(Catalog catalog) {
        List<String> rows = catalog.schemas().stream()
                .map(name -> "(DB_NAME(), " + text(name) + ", N'dbo')")
                .toList();
        return rows(rows, "CATALOG_NAME, SCHEMA_NAME, SCHEMA_OWNER", "N'', N'', N''");
    }

    private static String sysTables(Catalog catalog) {
        List<String> rows = new ArrayList<>();
        for (CatalogObject object : catalog.all()) {
            if (object instanceof CatalogObject.Table table) {
                String qualified = text(table.qualifiedName());
                rows.add("(" + text(table.name()) + ", OBJECT_ID(" + qualified + "), SCHEMA_ID(" + text(table.schema())
                        + "), 'U ', N'USER_TABLE')");
            }
        }
        return rows(rows, "name, object_id, schema_id, type, type_desc", "N'', 0, 0, '', N''");
    }

    private static String sysSchemas(Catalog catalog) {
        List<String> rows = catalog.schemas().stream()
                .map(name -> "(" + text(name) + ", SCHEMA_ID(" + text(name) + "))")
                .toList();
        return rows(rows, "name, schema_id", "N'', 0");
    }
}
