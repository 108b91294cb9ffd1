package dev.bobbin.emulator.standin.sql.catalog;

import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The views of the schema sys (reference, "Object Catalog Views"), with the columns analysts ask for. */
final class SysViews {

    private static final String NAME = "name nvarchar(128)";
    private static final String[] OBJECT = {
        NAME,
        "object_id int",
        "schema_id int",
        "parent_object_id int",
        "type char(2)",
        "type_desc nvarchar(60)",
        "is_ms_shipped bit"
    };

    private final Catalog catalog;
    private final String database;
    private final SystemViews.ViewColumns viewColumns;

    SysViews(Catalog catalog, String database, SystemViews.ViewColumns viewColumns) {
        this.catalog = catalog;
        this.database = database;
        this.viewColumns = viewColumns;
    }

    static boolean isSystem(String schema) {
        return schema.equalsIgnoreCase("sys") || schema.equalsIgnoreCase("INFORMATION_SCHEMA");
    }

    @Nullable
    SystemRows view(String name) {
        return switch (name) {
            case "tables" -> objects("U");
            case "views" -> objects("V");
            case "procedures" -> objects("P");
            case "objects", "all_objects" -> allObjects();
            case "columns", "all_columns" -> columns();
            case "identity_columns" -> identityColumns();
            case "computed_columns" -> computedColumns();
            case "types" -> types();
            case "schemas" -> schemas();
            case "databases" -> databases();
            case "sql_modules", "all_sql_modules" -> modules();
            case "sequences" -> sequences();
            default -> new SysConstraints(catalog).view(name);
        };
    }

    /** Numbers for what has no entry of its own in the catalog, such as constraints. */
    static long constraintId(Table table, String name) {
        long hash = Math.abs((long)
                (table.qualifiedName() + "/" + name).toLowerCase(Locale.ROOT).hashCode());
        return 100_000_000L + hash % 1_900_000_000L;
    }

    private static String description(String type) {
        return switch (type) {
            case "U" -> "USER_TABLE";
            case "V" -> "VIEW";
            case "P" -> "SQL_STORED_PROCEDURE";
            case "FN" -> "SQL_SCALAR_FUNCTION";
            case "IF" -> "SQL_INLINE_TABLE_VALUED_FUNCTION";
            case "TF" -> "SQL_TABLE_VALUED_FUNCTION";
            default -> "SEQUENCE_OBJECT";
        };
    }

    private SystemRows objects(String type) {
        SystemRows rows = new SystemRows(OBJECT);
        catalog.all().stream()
                .filter(object -> Catalog.type(object).equals(type))
                .forEach(object -> object(rows, object));
        return rows;
    }

    private static void object(SystemRows rows, CatalogObject object) {
        String type = Catalog.type(object);
        rows.add(
                object.name(),
                Catalog.id(object),
                Catalog.schemaId(object.schema()),
                0,
                type,
                description(type),
                false);
    }

    private SystemRows allObjects() {
        SystemRows rows = new SystemRows(OBJECT);
        for (CatalogObject object : catalog.all()) {
            object(rows, object);
            if (object instanceof Table table) {
                SysConstraints.names(table)
                        .forEach((name, type) -> rows.add(
                                name,
                                constraintId(table, name),
                                Catalog.schemaId(table.schema()),
                                Catalog.id(table),
                                type,
                                SysConstraints.description(type),
                                false));
            }
        }
        return rows;
    }

    private SystemRows columns() {
        SystemRows rows = new SystemRows(
                "object_id int",
                NAME,
                "column_id int",
                "system_type_id tinyint",
                "user_type_id int",
                "max_length smallint",
                "precision tinyint",
                "scale tinyint",
                "collation_name nvarchar(128)",
                "is_nullable bit",
                "is_identity bit",
                "is_computed bit",
                "default_object_id int");
        for (CatalogObject object : catalog.all()) {
            List<Column> columns = object instanceof Table table
                    ? table.columns()
                    : object instanceof CatalogObject.View view ? viewColumns.of(view) : List.of();
            for (int i = 0; i < columns.size(); i++) {
                column(rows, object, columns.get(i), i + 1);
            }
        }
        return rows;
    }

    private void column(SystemRows rows, CatalogObject object, Column column, int position) {
        SqlType type = column.type();
        String byDefault = column.defaultName();
        rows.add(
                Catalog.id(object),
                column.name(),
                position,
                SystemTypes.id(type.kind()),
                SystemTypes.id(type.kind()),
                type.bytes(),
                shownPrecision(type),
                shownScale(type),
                type.isText() ? catalog.collation() : null,
                column.nullable(),
                column.identitySeed() != null,
                column.computed() != null,
                byDefault == null || !(object instanceof Table table) ? 0L : constraintId(table, byDefault));
    }

    /** Dates and times show how many characters they have. */
    private static int shownPrecision(SqlType type) {
        int fraction = type.scale() == 0 ? 0 : type.scale() + 1;
        return switch (type.kind()) {
            case DATE -> 10;
            case TIME -> 8 + fraction;
            case DATETIME -> 23;
            case SMALLDATETIME -> 16;
            case DATETIME2 -> 19 + fraction;
            case DATETIMEOFFSET -> 26 + fraction;
            case FLOAT, REAL -> type.size();
            default -> type.isInteger() || type.isDecimal() ? type.precision() : 0;
        };
    }

    private static int shownScale(SqlType type) {
        return type.isDecimal() || type.isDateTime() ? type.scale() : 0;
    }

    private SystemRows identityColumns() {
        SystemRows rows = new SystemRows(
                "object_id int",
                NAME,
                "column_id int",
                "seed_value bigint",
                "increment_value bigint",
                "is_identity bit");
        eachColumn((table, column, position) -> {
            if (column.identitySeed() != null) {
                rows.add(
                        Catalog.id(table), column.name(), position, column.identitySeed(), column.identityStep(), true);
            }
        });
        return rows;
    }

    private SystemRows computedColumns() {
        SystemRows rows = new SystemRows(
                "object_id int",
                NAME,
                "column_id int",
                "definition nvarchar(4000)",
                "is_persisted bit",
                "is_computed bit");
        eachColumn((table, column, position) -> {
            if (column.computed() != null) {
                rows.add(Catalog.id(table), column.name(), position, "(" + column.computed() + ")", false, true);
            }
        });
        return rows;
    }

    /** Something done for each column of each table. */
    private interface ColumnVisitor {
        void visit(Table table, Column column, int position);
    }

    private void eachColumn(ColumnVisitor visitor) {
        for (CatalogObject object : catalog.all()) {
            if (object instanceof Table table) {
                for (int i = 0; i < table.columns().size(); i++) {
                    visitor.visit(table, table.columns().get(i), i + 1);
                }
            }
        }
    }

    private static SystemRows types() {
        SystemRows rows = new SystemRows(
                NAME,
                "system_type_id tinyint",
                "user_type_id int",
                "schema_id int",
                "max_length smallint",
                "is_nullable bit",
                "is_user_defined bit");
        for (Map.Entry<Kind, Integer> type : SystemTypes.all().entrySet()) {
            int bytes = new SqlType(type.getKey(), 8000, 0).bytes();
            rows.add(type.getKey().sqlName(), type.getValue(), type.getValue(), 4, bytes, true, false);
        }
        rows.add("numeric", 108, 108, 4, 17, true, false);
        rows.add("sysname", 231, 256, 4, 256, false, false);
        return rows;
    }

    private SystemRows schemas() {
        SystemRows rows = new SystemRows(NAME, "schema_id int", "principal_id int");
        catalog.schemas()
                .forEach(name -> rows.add(name, Catalog.schemaId(name), isSystem(name) ? Catalog.schemaId(name) : 1));
        return rows;
    }

    private SystemRows databases() {
        return new SystemRows(
                        NAME,
                        "database_id int",
                        "compatibility_level tinyint",
                        "collation_name nvarchar(128)",
                        "state_desc nvarchar(60)",
                        "is_read_only bit")
                .add(database, 5, 160, catalog.collation(), "ONLINE", false);
    }

    private SystemRows modules() {
        SystemRows rows = new SystemRows("object_id int", "definition nvarchar(max)");
        for (CatalogObject object : catalog.all()) {
            String text =
                    switch (object) {
                        case CatalogObject.View view -> view.definition();
                        case CatalogObject.Procedure procedure -> procedure.text();
                        case CatalogObject.Function function -> function.text();
                        default -> null;
                    };
            if (text != null) {
                rows.add(Catalog.id(object), text);
            }
        }
        return rows;
    }

    private SystemRows sequences() {
        SystemRows rows = new SystemRows(
                NAME,
                "object_id int",
                "schema_id int",
                "start_value bigint",
                "increment bigint",
                "minimum_value bigint",
                "maximum_value bigint",
                "is_cycling bit",
                "system_type_id tinyint");
        for (CatalogObject object : catalog.all()) {
            if (object instanceof CatalogObject.Sequence each) {
                rows.add(
                        each.name(),
                        Catalog.id(each),
                        Catalog.schemaId(each.schema()),
                        each.start(),
                        each.step(),
                        each.least(),
                        each.most(),
                        each.cycle(),
                        SystemTypes.id(each.type().kind()));
            }
        }
        return rows;
    }

    /** The key a foreign key refers to; null when it cannot be told. */
    static @Nullable String referencedKey(Catalog catalog, CatalogObject.ForeignKey key) {
        for (CatalogObject object : catalog.all()) {
            if (object instanceof Table table
                    && table.schema().equalsIgnoreCase(key.schema())
                    && table.name().equalsIgnoreCase(key.table())) {
                return table.keys().stream()
                        .filter(each -> key.references().isEmpty()
                                ? each.primary()
                                : each.columns().equals(key.references()))
                        .map(CatalogObject.Key::name)
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }
}
