package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.bind.Standalone;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a table's entry in the catalog from what CREATE TABLE says. */
final class TableBuilder {

    private final SessionState state;
    private final ObjectName name;
    private final List<CatalogObject.Key> keys = new ArrayList<>();
    private final List<CatalogObject.Check> checks = new ArrayList<>();
    private final List<CatalogObject.ForeignKey> foreignKeys = new ArrayList<>();
    private final List<CatalogObject.Index> indexes = new ArrayList<>();
    private final Set<String> keyColumns = new HashSet<>();
    private int unnamed;

    TableBuilder(SessionState state, ObjectName name) {
        this.state = state;
        this.name = name;
    }

    static String schema(ObjectName name) {
        return name.temporary() || name.name().startsWith("@")
                ? "tempdb"
                : name.schema() == null ? "dbo" : name.schema();
    }

    Table build(List<Statement.ColumnDefinition> definitions, List<Statement.Constraint> constraints) {
        constraints.forEach(this::constraint);
        definitions.forEach(definition -> definition.constraints().forEach(this::constraint));
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Statement.ColumnDefinition definition : definitions) {
            if (!names.add(state.ignoresCase() ? definition.name().toLowerCase(Locale.ROOT) : definition.name())) {
                throw new SqlError(
                        2705,
                        "42S21",
                        "Column names in each table must be unique. Column name '" + definition.name() + "' in table '"
                                + name + "' is specified more than once.",
                        16,
                        3);
            }
            columns.add(column(definition, columns));
        }
        boolean temporary = name.temporary() || name.name().startsWith("@");
        return new Table(schema(name), name.name(), temporary, columns, keys, checks, foreignKeys, indexes);
    }

    /** Values of sql_variant are reckoned with, not kept in tables. */
    static void requireStorable(SqlType type) {
        if (type.kind() == Kind.SQL_VARIANT) {
            throw SqlErrors.notSupported("column of data type " + type);
        }
    }

    Column column(Statement.ColumnDefinition definition, List<Column> before) {
        if (definition.collation() != null) {
            new Frame(state, List.of(), new ArrayList<>()).bindContext().requireCollation(definition.collation());
        }
        if (definition.computed() != null) {
            Table soFar = Table.of(schema(name), name.name(), false, before);
            SqlType type = Standalone.typeOver(
                    new Frame(state, List.of(), new ArrayList<>()).bindContext(), soFar, definition.computed());
            return new Column(definition.name(), type, true, null, 0, definition.computedText(), null, null);
        }
        SqlType type = SqlType.declared(java.util.Objects.requireNonNull(definition.type()), before.size() + 1);
        requireStorable(type);
        if (state.warehouse()) {
            requireWarehouseType(type, definition);
        }
        Statement.DefaultValue value = definition.constraints().stream()
                .filter(Statement.DefaultValue.class::isInstance)
                .map(Statement.DefaultValue.class::cast)
                .findFirst()
                .orElse(null);
        boolean key = keyColumns.contains(definition.name().toLowerCase(Locale.ROOT));
        boolean nullable =
                definition.nullable() == null ? !key && definition.identity() == null : definition.nullable();
        Statement.Identity identity = definition.identity();
        return new Column(
                definition.name(),
                type,
                nullable,
                identity == null ? null : (Long) identity.seed(),
                identity == null ? 0 : identity.increment(),
                null,
                value == null ? null : constraintName(value.name(), "DF", definition.name()),
                value == null ? null : value.text());
    }

    /**
     * Types a warehouse does not have (Fabric documentation, "Data types in Microsoft Fabric"). The national texts are
     * taken all the same: they hold what a warehouse's varchar, which is UTF-8, holds too.
     */
    private void requireWarehouseType(SqlType type, Statement.ColumnDefinition definition) {
        boolean refused =
                switch (type.kind()) {
                    case DATETIME, SMALLDATETIME, DATETIMEOFFSET, MONEY, SMALLMONEY, TINYINT -> true;
                    default -> false;
                };
        if (refused && !name.temporary() && !name.name().startsWith("@")) {
            throw new SqlError(
                    24574,
                    "42000",
                    "The data type '" + type + "' of column '" + definition.name()
                            + "' is not supported in this edition of SQL Server.");
        }
    }

    /** The name given, or one as SQL Server makes them: kind, table, column and digits. */
    private String constraintName(@Nullable String given, String prefix, @Nullable String column) {
        if (given != null) {
            return given;
        }
        String table = name.name().length() > 9 ? name.name().substring(0, 9) : name.name();
        String digits = String.format(
                Locale.ROOT, "%08X%08X", (name + prefix).hashCode(), (prefix + name + ++unnamed).hashCode());
        return column == null
                ? prefix + "__" + table + "__" + digits
                : prefix + "__" + table + "__" + column + "__" + digits.substring(0, 8);
    }

    String defaultName(Statement.DefaultValue value, String column) {
        return constraintName(value.name(), "DF", column);
    }

    void constraint(Statement.Constraint constraint) {
        switch (constraint) {
            case Statement.Key key -> {
                if (key.primary()) {
                    key.columns().forEach(column -> keyColumns.add(column.toLowerCase(Locale.ROOT)));
                }
                keys.add(new CatalogObject.Key(
                        constraintName(key.name(), key.primary() ? "PK" : "UQ", null), key.primary(), key.columns()));
            }
            case Statement.Check check ->
                checks.add(new CatalogObject.Check(constraintName(check.name(), "CK", null), check.text()));
            case Statement.ForeignKey key -> foreignKey(key);
            case Statement.DefaultValue ignored -> {}
        }
    }

    private void foreignKey(Statement.ForeignKey key) {
        if (!state.warehouse()
                && state.catalog().find(key.table()) == null
                && !key.table().name().equalsIgnoreCase(name.name())) {
            throw new SqlError(
                    1767,
                    "42000",
                    "Foreign key '"
                            + constraintName(key.name(), "FK", key.columns().getFirst())
                            + "' references invalid table '" + key.table() + "'.");
        }
        foreignKeys.add(new CatalogObject.ForeignKey(
                constraintName(key.name(), "FK", key.columns().getFirst()),
                key.columns(),
                schema(key.table()),
                key.table().name(),
                key.references(),
                key.onDelete(),
                key.onUpdate()));
    }

    List<CatalogObject.Key> keys() {
        return keys;
    }

    List<CatalogObject.Check> checks() {
        return checks;
    }

    List<CatalogObject.ForeignKey> foreignKeys() {
        return foreignKeys;
    }
}
