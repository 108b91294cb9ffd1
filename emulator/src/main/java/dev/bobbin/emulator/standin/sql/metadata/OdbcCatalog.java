package dev.bobbin.emulator.standin.sql.metadata;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.ForeignKey;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * ODBC's catalog functions, with the columns and orders of the ODBC reference; names in lower case, as pyodbc gives
 * them.
 */
public final class OdbcCatalog {

    private static final int RESTRICT = 1;

    /** SQL_INDEX_CLUSTERED and SQL_INDEX_OTHER. */
    private static final int CLUSTERED = 1;

    private static final int OTHER = 3;

    private final String database;
    private final boolean ignoreCase;
    private final Collection<CatalogObject> objects;
    private final Function<CatalogObject.View, List<CatalogObject.Column>> viewColumns;

    /**
     * @param database name of the database
     * @param viewColumns finds out the columns of a view
     */
    public OdbcCatalog(
            String database,
            boolean ignoreCase,
            Collection<CatalogObject> objects,
            Function<CatalogObject.View, List<CatalogObject.Column>> viewColumns) {
        this.database = database;
        this.ignoreCase = ignoreCase;
        this.objects = objects;
        this.viewColumns = viewColumns;
    }

    /**
     * Carries out a catalog function.
     *
     * @param argument gives an argument by its name; null when it was not given
     */
    public MetadataRows call(String function, Function<String, @Nullable String> argument) {
        return switch (function) {
            case "tables" -> tables(argument);
            case "columns" -> columns(argument);
            case "primaryKeys" -> primaryKeys(argument);
            case "foreignKeys" -> foreignKeys(argument);
            case "statistics" -> statistics(argument);
            case "rowIdColumns", "rowVerColumns" ->
                new MetadataRows()
                        .number("scope")
                        .text("column_name")
                        .number("data_type")
                        .text("type_name")
                        .number("column_size", "buffer_length", "decimal_digits", "pseudo_column");
            case "procedures" -> procedures(argument);
            case "procedureColumns" -> procedureColumns();
            case "typeInfo" -> TypeInfo.rows(argument.apply("type"));
            default -> throw SqlErrors.notSupported(function);
        };
    }

    /** Objects of a kind whose schema and name the arguments match, in the order of their names. */
    private <T extends CatalogObject> Stream<T> found(
            Class<T> kind, Function<String, @Nullable String> argument, String name, String schema) {
        SearchPattern names = SearchPattern.of(argument.apply(name), ignoreCase);
        SearchPattern schemas = SearchPattern.of(argument.apply(schema), ignoreCase);
        return objects.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(object -> names.finds(object.name()) && schemas.finds(object.schema()))
                .sorted(Comparator.<T, String>comparing(CatalogObject::schema).thenComparing(CatalogObject::name));
    }

    private MetadataRows tables(Function<String, @Nullable String> argument) {
        MetadataRows rows = new MetadataRows().text("table_cat", "table_schem", "table_name", "table_type", "remarks");
        Set<String> types = types(argument.apply("type"));
        if (types.isEmpty() || types.contains("TABLE")) {
            found(Table.class, argument, "name", "schema")
                    .forEach(table -> rows.add(database, table.schema(), table.name(), "TABLE", null));
        }
        if (types.isEmpty() || types.contains("VIEW")) {
            found(CatalogObject.View.class, argument, "name", "schema")
                    .forEach(view -> rows.add(database, view.schema(), view.name(), "VIEW", null));
        }
        return rows;
    }

    /** A list such as {@code 'TABLE','VIEW'}, with or without quotes; empty for all. */
    private static Set<String> types(@Nullable String list) {
        Set<String> types = new TreeSet<>();
        if (list != null && !list.equals("%")) {
            for (String type : list.split(",", -1)) {
                types.add(type.replace("'", "").strip().toUpperCase(Locale.ROOT));
            }
        }
        return types;
    }

    private MetadataRows columns(Function<String, @Nullable String> argument) {
        MetadataRows rows = new MetadataRows()
                .text("table_cat", "table_schem", "table_name", "column_name")
                .number("data_type")
                .text("type_name")
                .number("column_size", "buffer_length", "decimal_digits", "num_prec_radix", "nullable")
                .text("remarks", "column_def")
                .number("sql_data_type", "sql_datetime_sub", "char_octet_length", "ordinal_position")
                .text("is_nullable");
        SearchPattern wanted = SearchPattern.of(argument.apply("column"), ignoreCase);
        Stream.concat(
                        found(Table.class, argument, "name", "schema"),
                        found(CatalogObject.View.class, argument, "name", "schema"))
                .forEach(object -> {
                    int position = 0;
                    for (CatalogObject.Column column : columnsOf(object)) {
                        position++;
                        if (wanted.finds(column.name())) {
                            add(rows, object, column, position);
                        }
                    }
                });
        return rows;
    }

    private List<CatalogObject.Column> columnsOf(CatalogObject object) {
        return switch (object) {
            case Table table -> table.columns();
            case CatalogObject.View view -> viewColumns.apply(view);
            default -> List.of();
        };
    }

    private void add(MetadataRows rows, CatalogObject table, CatalogObject.Column column, int position) {
        SqlType type = column.type();
        OdbcType odbc = OdbcType.of(type);
        rows.add(
                database,
                table.schema(),
                table.name(),
                column.name(),
                odbc.code(),
                type.kind().sqlName() + (column.identitySeed() == null ? "" : " identity"),
                odbc.size(),
                odbc.bytes(),
                odbc.digits(),
                odbc.radix(),
                column.nullable() ? 1 : 0,
                null,
                column.defaultText() == null ? null : "(" + column.defaultText() + ")",
                odbc.sqlCode(),
                odbc.dateTimeCode(),
                odbc.octets(),
                position,
                column.nullable() ? "YES" : "NO");
    }

    private MetadataRows primaryKeys(Function<String, @Nullable String> argument) {
        MetadataRows rows = new MetadataRows()
                .text("table_cat", "table_schem", "table_name", "column_name")
                .number("key_seq")
                .text("pk_name");
        found(Table.class, argument, "name", "schema")
                .forEach(table -> table.keys().stream()
                        .filter(CatalogObject.Key::primary)
                        .forEach(key -> {
                            int position = 0;
                            for (String column : key.columns()) {
                                rows.add(database, table.schema(), table.name(), column, ++position, key.name());
                            }
                        }));
        return rows;
    }

    private MetadataRows foreignKeys(Function<String, @Nullable String> argument) {
        MetadataRows rows = new MetadataRows()
                .text("pktable_cat", "pktable_schem", "pktable_name", "pkcolumn_name")
                .text("fktable_cat", "fktable_schem", "fktable_name", "fkcolumn_name")
                .number("key_seq", "update_rule", "delete_rule")
                .text("fk_name", "pk_name")
                .number("deferrability");
        SearchPattern parents = SearchPattern.of(argument.apply("name"), ignoreCase);
        SearchPattern parentSchemas = SearchPattern.of(argument.apply("schema"), ignoreCase);
        found(Table.class, argument, "foreignName", "foreignSchema")
                .forEach(table -> table.foreignKeys().stream()
                        .filter(key -> parents.finds(key.table()) && parentSchemas.finds(key.schema()))
                        .forEach(key -> add(rows, table, key)));
        return rows;
    }

    private void add(MetadataRows rows, Table table, ForeignKey key) {
        CatalogObject.@Nullable Key primary = objects.stream()
                .filter(object -> object.name().equalsIgnoreCase(key.table())
                        && object.schema().equalsIgnoreCase(key.schema()))
                .flatMap(object -> object instanceof Table parent ? parent.keys().stream() : Stream.empty())
                .filter(CatalogObject.Key::primary)
                .findFirst()
                .orElse(null);
        List<String> references = !key.references().isEmpty() || primary == null ? key.references() : primary.columns();
        for (int i = 0; i < key.columns().size(); i++) {
            rows.add(
                    database,
                    key.schema(),
                    key.table(),
                    i < references.size() ? references.get(i) : null,
                    database,
                    table.schema(),
                    table.name(),
                    key.columns().get(i),
                    i + 1,
                    rule(key.onUpdate()),
                    rule(key.onDelete()),
                    key.name(),
                    primary == null ? null : primary.name(),
                    7);
        }
    }

    /** SQL_CASCADE 0, SQL_SET_NULL 2, SQL_NO_ACTION 3, SQL_SET_DEFAULT 4. */
    private static int rule(@Nullable String action) {
        return switch (String.valueOf(action).toUpperCase(Locale.ROOT)) {
            case "CASCADE" -> 0;
            case "SET NULL" -> 2;
            case "SET DEFAULT" -> 4;
            case "RESTRICT" -> RESTRICT;
            default -> 3;
        };
    }

    /** The first row of a table tells of the table itself. */
    private MetadataRows statistics(Function<String, @Nullable String> argument) {
        MetadataRows rows = new MetadataRows()
                .text("table_cat", "table_schem", "table_name")
                .number("non_unique")
                .text("index_qualifier", "index_name")
                .number("type", "ordinal_position")
                .text("column_name", "asc_or_desc")
                .number("cardinality", "pages")
                .text("filter_condition");
        boolean all = !"true".equals(argument.apply("unique"));
        found(Table.class, argument, "name", "schema").forEach(table -> {
            rows.add(database, table.schema(), table.name(), null, null, null, 0, null, null, null, null, null, null);
            for (CatalogObject.Key key : table.keys()) {
                add(rows, table, key.name(), true, key.primary() ? CLUSTERED : OTHER, key.columns(), null);
            }
            for (CatalogObject.Index index : table.indexes()) {
                if (all || index.unique()) {
                    add(rows, table, index.name(), index.unique(), OTHER, index.columns(), index.filter());
                }
            }
        });
        return rows;
    }

    private void add(
            MetadataRows rows,
            Table table,
            String index,
            boolean unique,
            int type,
            List<String> columns,
            @Nullable String filter) {
        int position = 0;
        for (String column : columns) {
            rows.add(
                    database,
                    table.schema(),
                    table.name(),
                    unique ? 0 : 1,
                    table.name(),
                    index,
                    type,
                    ++position,
                    column,
                    "A",
                    null,
                    null,
                    filter);
        }
    }

    private MetadataRows procedures(Function<String, @Nullable String> argument) {
        MetadataRows rows = new MetadataRows()
                .text("procedure_cat", "procedure_schem", "procedure_name")
                .number("num_input_params", "num_output_params", "num_result_sets")
                .text("remarks")
                .number("procedure_type");
        found(CatalogObject.Procedure.class, argument, "name", "schema")
                .forEach(each -> rows.add(database, each.schema(), each.name() + ";1", -1, -1, -1, null, 2));
        return rows;
    }

    private static MetadataRows procedureColumns() {
        return new MetadataRows()
                .text("procedure_cat", "procedure_schem", "procedure_name", "column_name")
                .number("column_type", "data_type")
                .text("type_name")
                .number("column_size", "buffer_length", "decimal_digits", "num_prec_radix", "nullable")
                .text("remarks", "column_def")
                .number("sql_data_type", "sql_datetime_sub", "char_octet_length", "ordinal_position")
                .text("is_nullable");
    }
}
