package dev.bobbin.emulator.standin.sql.catalog;

import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The views of the schema sys about keys, indexes and constraints. */
final class SysConstraints {

    private static final String[] CONSTRAINT = {
        "name nvarchar(128)",
        "object_id int",
        "schema_id int",
        "parent_object_id int",
        "type char(2)",
        "type_desc nvarchar(60)"
    };

    private final Catalog catalog;

    SysConstraints(Catalog catalog) {
        this.catalog = catalog;
    }

    @Nullable
    SystemRows view(String name) {
        return switch (name) {
            case "key_constraints" -> keys();
            case "check_constraints" -> checks();
            case "default_constraints" -> defaults();
            case "foreign_keys" -> foreignKeys();
            case "foreign_key_columns" -> foreignKeyColumns();
            case "indexes" -> indexes();
            case "index_columns" -> indexColumns();
            case "partitions" -> partitions();
            default -> null;
        };
    }

    private List<Table> tables() {
        return catalog.all().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    /** The constraints of a table with the letters of their types. */
    static Map<String, String> names(Table table) {
        Map<String, String> names = new LinkedHashMap<>();
        table.keys().forEach(key -> names.put(key.name(), key.primary() ? "PK" : "UQ"));
        table.checks().forEach(check -> names.put(check.name(), "C"));
        table.foreignKeys().forEach(key -> names.put(key.name(), "F"));
        for (Column column : table.columns()) {
            if (column.defaultName() != null) {
                names.put(column.defaultName(), "D");
            }
        }
        return names;
    }

    static String description(String type) {
        return switch (type) {
            case "PK" -> "PRIMARY_KEY_CONSTRAINT";
            case "UQ" -> "UNIQUE_CONSTRAINT";
            case "C" -> "CHECK_CONSTRAINT";
            case "F" -> "FOREIGN_KEY_CONSTRAINT";
            default -> "DEFAULT_CONSTRAINT";
        };
    }

    private static @Nullable Object[] constraint(Table table, String name, String type, @Nullable Object... more) {
        @Nullable Object[] values = new Object[6 + more.length];
        values[0] = name;
        values[1] = SysViews.constraintId(table, name);
        values[2] = Catalog.schemaId(table.schema());
        values[3] = Catalog.id(table);
        values[4] = type;
        values[5] = description(type);
        System.arraycopy(more, 0, values, 6, more.length);
        return values;
    }

    private static SystemRows rows(String... more) {
        String[] columns = java.util.Arrays.copyOf(CONSTRAINT, CONSTRAINT.length + more.length);
        System.arraycopy(more, 0, columns, CONSTRAINT.length, more.length);
        return new SystemRows(columns);
    }

    private SystemRows keys() {
        SystemRows rows = rows("unique_index_id int", "is_enforced bit");
        for (Table table : tables()) {
            for (CatalogObject.Key key : table.keys()) {
                rows.add(constraint(
                        table,
                        key.name(),
                        key.primary() ? "PK" : "UQ",
                        indexId(table, key.name()),
                        catalog.enforces()));
            }
        }
        return rows;
    }

    private SystemRows checks() {
        SystemRows rows = rows("definition nvarchar(4000)", "is_disabled bit");
        tables().forEach(table -> table.checks()
                .forEach(
                        check -> rows.add(constraint(table, check.name(), "C", "(" + check.condition() + ")", false))));
        return rows;
    }

    private SystemRows defaults() {
        SystemRows rows = rows("parent_column_id int", "definition nvarchar(4000)");
        for (Table table : tables()) {
            for (int i = 0; i < table.columns().size(); i++) {
                Column column = table.columns().get(i);
                if (column.defaultName() != null) {
                    rows.add(constraint(table, column.defaultName(), "D", i + 1, SystemViews.shownDefault(column)));
                }
            }
        }
        return rows;
    }

    private @Nullable Table referenced(CatalogObject.ForeignKey key) {
        return tables().stream()
                .filter(table -> table.schema().equalsIgnoreCase(key.schema())
                        && table.name().equalsIgnoreCase(key.table()))
                .findFirst()
                .orElse(null);
    }

    private SystemRows foreignKeys() {
        SystemRows rows = rows(
                "referenced_object_id int",
                "is_disabled bit",
                "delete_referential_action tinyint",
                "delete_referential_action_desc nvarchar(60)",
                "update_referential_action tinyint",
                "update_referential_action_desc nvarchar(60)");
        for (Table table : tables()) {
            for (CatalogObject.ForeignKey key : table.foreignKeys()) {
                Table parent = referenced(key);
                rows.add(constraint(
                        table,
                        key.name(),
                        "F",
                        parent == null ? null : (Long) Catalog.id(parent),
                        false,
                        action(key.onDelete()),
                        shown(key.onDelete()),
                        action(key.onUpdate()),
                        shown(key.onUpdate())));
            }
        }
        return rows;
    }

    private static int action(@Nullable String action) {
        return switch (action) {
            case "CASCADE" -> 1;
            case "SET NULL" -> 2;
            case "SET DEFAULT" -> 3;
            case null, default -> 0;
        };
    }

    private static String shown(@Nullable String action) {
        return action == null ? "NO_ACTION" : action.replace(' ', '_');
    }

    private static int position(Table table, String column) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).name().equalsIgnoreCase(column)) {
                return i + 1;
            }
        }
        return 0;
    }

    private SystemRows foreignKeyColumns() {
        SystemRows rows = new SystemRows(
                "constraint_object_id int",
                "constraint_column_id int",
                "parent_object_id int",
                "parent_column_id int",
                "referenced_object_id int",
                "referenced_column_id int");
        for (Table table : tables()) {
            for (CatalogObject.ForeignKey key : table.foreignKeys()) {
                Table parent = referenced(key);
                if (parent == null) {
                    continue;
                }
                List<String> references = key.references().isEmpty() ? primary(parent) : key.references();
                for (int i = 0; i < Math.min(key.columns().size(), references.size()); i++) {
                    rows.add(
                            SysViews.constraintId(table, key.name()),
                            i + 1,
                            Catalog.id(table),
                            position(table, key.columns().get(i)),
                            Catalog.id(parent),
                            position(parent, references.get(i)));
                }
            }
        }
        return rows;
    }

    private static List<String> primary(Table table) {
        return table.keys().stream()
                .filter(CatalogObject.Key::primary)
                .findFirst()
                .map(CatalogObject.Key::columns)
                .orElse(List.of());
    }

    /** The primary key is the clustered index, number 1; the others count on from 2. */
    private static int indexId(Table table, String name) {
        int next = 2;
        for (CatalogObject.Key key : table.keys()) {
            int id = key.primary() ? 1 : next++;
            if (key.name().equals(name)) {
                return id;
            }
        }
        for (CatalogObject.Index index : table.indexes()) {
            if (index.name().equals(name)) {
                return next;
            }
            next++;
        }
        return 0;
    }

    /** A table and each of its indexes is one partition. */
    private SystemRows partitions() {
        SystemRows rows = new SystemRows(
                "partition_id bigint",
                "object_id int",
                "index_id int",
                "partition_number int",
                "hobt_id bigint",
                "rows bigint",
                "data_compression tinyint",
                "data_compression_desc nvarchar(60)");
        for (Table table : tables()) {
            boolean clustered = table.keys().stream().anyMatch(CatalogObject.Key::primary);
            Set<Integer> ids = new TreeSet<>(Set.of(clustered ? 1 : 0));
            table.uniques().forEach(unique -> ids.add(indexId(table, unique.name())));
            table.indexes().forEach(index -> ids.add(indexId(table, index.name())));
            for (int index : ids) {
                long partition = Catalog.id(table) << Integer.SIZE | index;
                SystemRows.Counted count = new SystemRows.Counted(table.schema(), table.name());
                rows.add(partition, Catalog.id(table), index, 1, partition, count, 0, "NONE");
            }
        }
        return rows;
    }

    private SystemRows indexes() {
        SystemRows rows = new SystemRows(
                "object_id int",
                "name nvarchar(128)",
                "index_id int",
                "type tinyint",
                "type_desc nvarchar(60)",
                "is_unique bit",
                "is_primary_key bit",
                "is_unique_constraint bit",
                "has_filter bit",
                "filter_definition nvarchar(4000)",
                "is_disabled bit");
        for (Table table : tables()) {
            boolean clustered = table.keys().stream().anyMatch(CatalogObject.Key::primary);
            if (!clustered) {
                rows.add(Catalog.id(table), null, 0, 0, "HEAP", false, false, false, false, null, false);
            }
            for (CatalogObject.Key key : table.keys()) {
                rows.add(
                        Catalog.id(table),
                        key.name(),
                        indexId(table, key.name()),
                        key.primary() ? 1 : 2,
                        key.primary() ? "CLUSTERED" : "NONCLUSTERED",
                        true,
                        key.primary(),
                        !key.primary(),
                        false,
                        null,
                        false);
            }
            for (CatalogObject.Index index : table.indexes()) {
                String filter = index.filter();
                rows.add(
                        Catalog.id(table),
                        index.name(),
                        indexId(table, index.name()),
                        2,
                        "NONCLUSTERED",
                        index.unique(),
                        false,
                        false,
                        filter != null,
                        filter == null ? null : "(" + filter + ")",
                        false);
            }
        }
        return rows;
    }

    private SystemRows indexColumns() {
        SystemRows rows = new SystemRows(
                "object_id int",
                "index_id int",
                "index_column_id int",
                "column_id int",
                "key_ordinal tinyint",
                "is_descending_key bit",
                "is_included_column bit");
        for (Table table : tables()) {
            table.keys().forEach(key -> indexColumns(rows, table, key.name(), key.columns()));
            table.indexes().forEach(index -> indexColumns(rows, table, index.name(), index.columns()));
        }
        return rows;
    }

    private static void indexColumns(SystemRows rows, Table table, String name, List<String> columns) {
        for (int i = 0; i < columns.size(); i++) {
            rows.add(
                    Catalog.id(table),
                    indexId(table, name),
                    i + 1,
                    position(table, columns.get(i)),
                    i + 1,
                    false,
                    false);
        }
    }
}
