package dev.bobbin.emulator.standin.sql.catalog;

import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The views of the schema INFORMATION_SCHEMA (reference, "System Information Schema Views"). */
final class InformationSchema {

    private static final String NAME = " nvarchar(128)";

    private final Catalog catalog;
    private final String database;
    private final SystemViews.ViewColumns viewColumns;

    InformationSchema(Catalog catalog, String database, SystemViews.ViewColumns viewColumns) {
        this.catalog = catalog;
        this.database = database;
        this.viewColumns = viewColumns;
    }

    @Nullable
    SystemRows view(String name) {
        return switch (name) {
            case "TABLES" -> tables();
            case "VIEWS" -> views();
            case "COLUMNS" -> columns();
            case "SCHEMATA" -> schemata();
            case "ROUTINES" -> routines();
            case "TABLE_CONSTRAINTS" -> constraints();
            case "KEY_COLUMN_USAGE" -> keyColumns();
            case "CONSTRAINT_COLUMN_USAGE" -> constraintColumns();
            case "REFERENTIAL_CONSTRAINTS" -> references();
            case "CHECK_CONSTRAINTS" -> checks();
            case "SEQUENCES" -> sequences();
            default -> null;
        };
    }

    private <T extends CatalogObject> List<T> all(Class<T> kind) {
        return catalog.all().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private List<String> name(CatalogObject object) {
        return List.of(database, object.schema(), object.name());
    }

    private List<String> name(Table table, String constraint) {
        return List.of(database, table.schema(), constraint);
    }

    private SystemRows tables() {
        SystemRows rows = new SystemRows("TABLE_*", "TABLE_TYPE varchar(10)");
        for (CatalogObject object : catalog.all()) {
            if (object instanceof Table || object instanceof CatalogObject.View) {
                rows.add(name(object), object instanceof Table ? "BASE TABLE" : "VIEW");
            }
        }
        return rows;
    }

    private SystemRows views() {
        SystemRows rows = new SystemRows(
                "TABLE_*", "VIEW_DEFINITION nvarchar(4000)", "CHECK_OPTION varchar(7)", "IS_UPDATABLE varchar(2)");
        all(CatalogObject.View.class).forEach(view -> rows.add(name(view), view.definition(), "NONE", "NO"));
        return rows;
    }

    private SystemRows columns() {
        SystemRows rows = new SystemRows(
                "TABLE_*",
                "COLUMN_NAME" + NAME,
                "ORDINAL_POSITION int",
                "COLUMN_DEFAULT nvarchar(4000)",
                "IS_NULLABLE varchar(3)",
                "DATA_TYPE" + NAME,
                "CHARACTER_MAXIMUM_LENGTH int",
                "CHARACTER_OCTET_LENGTH int",
                "NUMERIC_PRECISION tinyint",
                "NUMERIC_PRECISION_RADIX smallint",
                "NUMERIC_SCALE int",
                "DATETIME_PRECISION smallint",
                "CHARACTER_SET_NAME" + NAME,
                "COLLATION_NAME" + NAME);
        for (CatalogObject object : catalog.all()) {
            List<Column> columns = object instanceof Table table
                    ? table.columns()
                    : object instanceof CatalogObject.View view ? viewColumns.of(view) : List.of();
            int position = 0;
            for (Column column : columns) {
                rows.add(name(object), column(column, ++position));
            }
        }
        return rows;
    }

    private List<@Nullable Object> column(Column column, int position) {
        SqlType type = column.type();
        boolean sized = type.isText() || type.is(Kind.Family.BINARY);
        boolean exact = type.isInteger() && type.kind() != Kind.BIT || type.isDecimal();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(column.name());
        values.add(position);
        values.add(SystemViews.shownDefault(column));
        values.add(column.nullable() ? "YES" : "NO");
        values.add(type.kind().sqlName());
        values.add(sized ? Integer.valueOf(type.size()) : null);
        values.add(sized ? Integer.valueOf(type.bytes()) : null);
        values.add(
                exact ? Integer.valueOf(type.precision()) : type.isApproximate() ? Integer.valueOf(type.size()) : null);
        values.add(exact ? Integer.valueOf(10) : type.isApproximate() ? Integer.valueOf(2) : null);
        values.add(exact ? Integer.valueOf(type.scale()) : null);
        values.add(type.isDateTime() ? Integer.valueOf(type.scale()) : null);
        values.add(type.isText() ? type.isNational() ? "UNICODE" : "iso_1" : null);
        values.add(type.isText() ? catalog.collation() : null);
        return values;
    }

    private SystemRows schemata() {
        SystemRows rows = new SystemRows("CATALOG_NAME" + NAME, "SCHEMA_NAME" + NAME, "SCHEMA_OWNER" + NAME);
        catalog.schemas().forEach(name -> rows.add(database, name, SysViews.isSystem(name) ? name : "dbo"));
        return rows;
    }

    private SystemRows routines() {
        SystemRows rows = new SystemRows(
                "SPECIFIC_*",
                "ROUTINE_*",
                "ROUTINE_TYPE nvarchar(20)",
                "DATA_TYPE" + NAME,
                "CHARACTER_MAXIMUM_LENGTH int",
                "NUMERIC_PRECISION tinyint",
                "NUMERIC_SCALE int",
                "ROUTINE_BODY nvarchar(30)",
                "ROUTINE_DEFINITION nvarchar(4000)");
        for (CatalogObject object : catalog.all()) {
            if (object instanceof CatalogObject.Procedure procedure) {
                routine(rows, object, "PROCEDURE", null, null, procedure.text());
            } else if (object instanceof CatalogObject.Function function) {
                SqlType result = function.result();
                String type = result == null ? "TABLE" : result.kind().sqlName();
                routine(rows, object, "FUNCTION", type, result, function.text());
            }
        }
        return rows;
    }

    private void routine(
            SystemRows rows,
            CatalogObject object,
            String kind,
            @Nullable String type,
            @Nullable SqlType result,
            String text) {
        SqlType exact = result != null && (result.isInteger() || result.isDecimal()) ? result : null;
        rows.add(
                name(object),
                name(object),
                kind,
                type,
                result != null && result.isText() ? Integer.valueOf(result.size()) : null,
                exact == null ? null : Integer.valueOf(exact.precision()),
                exact == null ? null : Integer.valueOf(exact.scale()),
                "SQL",
                text.length() > 4000 ? text.substring(0, 4000) : text);
    }

    private SystemRows constraints() {
        SystemRows rows = new SystemRows(
                "CONSTRAINT_*",
                "TABLE_*",
                "CONSTRAINT_TYPE varchar(11)",
                "IS_DEFERRABLE varchar(2)",
                "INITIALLY_DEFERRED varchar(2)");
        for (Table table : all(Table.class)) {
            table.keys().forEach(key -> constraint(rows, table, key.name(), key.primary() ? "PRIMARY KEY" : "UNIQUE"));
            table.checks().forEach(check -> constraint(rows, table, check.name(), "CHECK"));
            table.foreignKeys().forEach(key -> constraint(rows, table, key.name(), "FOREIGN KEY"));
        }
        return rows;
    }

    private void constraint(SystemRows rows, Table table, String name, String type) {
        rows.add(name(table, name), name(table), type, "NO", "NO");
    }

    private SystemRows keyColumns() {
        SystemRows rows = new SystemRows("CONSTRAINT_*", "TABLE_*", "COLUMN_NAME" + NAME, "ORDINAL_POSITION int");
        for (Table table : all(Table.class)) {
            table.keys().forEach(key -> keyColumns(rows, table, key.name(), key.columns()));
            table.foreignKeys().forEach(key -> keyColumns(rows, table, key.name(), key.columns()));
        }
        return rows;
    }

    private void keyColumns(SystemRows rows, Table table, String name, List<String> columns) {
        for (int i = 0; i < columns.size(); i++) {
            rows.add(name(table, name), name(table), columns.get(i), i + 1);
        }
    }

    private SystemRows constraintColumns() {
        SystemRows rows = new SystemRows("TABLE_*", "COLUMN_NAME" + NAME, "CONSTRAINT_*");
        for (Table table : all(Table.class)) {
            table.keys().forEach(key -> constraintColumns(rows, table, key.name(), key.columns()));
            table.foreignKeys().forEach(key -> constraintColumns(rows, table, key.name(), key.columns()));
        }
        return rows;
    }

    private void constraintColumns(SystemRows rows, Table table, String name, List<String> columns) {
        columns.forEach(column -> rows.add(name(table), column, name(table, name)));
    }

    private SystemRows references() {
        SystemRows rows = new SystemRows(
                "CONSTRAINT_*",
                "UNIQUE_CONSTRAINT_*",
                "MATCH_OPTION varchar(7)",
                "UPDATE_RULE varchar(11)",
                "DELETE_RULE varchar(11)");
        for (Table table : all(Table.class)) {
            for (CatalogObject.ForeignKey key : table.foreignKeys()) {
                rows.add(
                        name(table, key.name()),
                        List.of(database, key.schema()),
                        SysViews.referencedKey(catalog, key),
                        "SIMPLE",
                        key.onUpdate() == null ? "NO ACTION" : key.onUpdate(),
                        key.onDelete() == null ? "NO ACTION" : key.onDelete());
            }
        }
        return rows;
    }

    private SystemRows checks() {
        SystemRows rows = new SystemRows("CONSTRAINT_*", "CHECK_CLAUSE nvarchar(4000)");
        all(Table.class)
                .forEach(table -> table.checks()
                        .forEach(check -> rows.add(name(table, check.name()), "(" + check.condition() + ")")));
        return rows;
    }

    private SystemRows sequences() {
        SystemRows rows = new SystemRows(
                "SEQUENCE_*",
                "DATA_TYPE" + NAME,
                "START_VALUE bigint",
                "MINIMUM_VALUE bigint",
                "MAXIMUM_VALUE bigint",
                "INCREMENT bigint",
                "CYCLE_OPTION bit");
        all(CatalogObject.Sequence.class)
                .forEach(each -> rows.add(
                        name(each),
                        each.type().kind().sqlName(),
                        each.start(),
                        each.least(),
                        each.most(),
                        each.step(),
                        each.cycle()));
        return rows;
    }
}
