package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows a table takes: which columns get a value, and what they get when none is given. */
final class RowBinder {

    private final BindContext context;
    private final Table table;
    private final boolean identityInsert;

    /** @param identityInsert whether SET IDENTITY_INSERT is on for the table */
    RowBinder(BindContext context, Table table, boolean identityInsert) {
        this.context = context;
        this.table = table;
        this.identityInsert = identityInsert;
    }

    /** The columns named for values, or all that take one when none are named. */
    List<Column> targets(List<String> names, Function<String, Column> resolve) {
        if (names.isEmpty()) {
            return table.columns().stream()
                    .filter(column -> column.computed() == null && (column.identitySeed() == null || identityInsert))
                    .toList();
        }
        List<Column> targets = new ArrayList<>();
        for (String name : names) {
            Column column = resolve.apply(name);
            if (column.computed() != null) {
                throw ChangeTarget.computed(column.name());
            }
            if (column.identitySeed() != null && !identityInsert) {
                throw new SqlError(
                        544,
                        "23000",
                        "Cannot insert explicit value for identity column in table '" + table.name()
                                + "' when IDENTITY_INSERT is set to OFF.");
            }
            if (targets.contains(column)) {
                throw twice(name);
            }
            targets.add(column);
        }
        if (identityInsert
                && table.columns().stream().anyMatch(each -> each.identitySeed() != null && !targets.contains(each))) {
            throw new SqlError(
                    545,
                    "23000",
                    "Explicit value must be specified for identity column in table '" + table.name()
                            + "' either when IDENTITY_INSERT is set to ON or when a replication user is inserting into a NOT FOR REPLICATION identity column.");
        }
        return targets;
    }

    static SqlError twice(String column) {
        return new SqlError(
                264,
                "42000",
                "The column name '" + column
                        + "' is specified more than once in the SET clause or column list of an INSERT. A column cannot be assigned more than one value in the same clause. Modify the clause to make sure that a column is updated only once. If this statement updates or inserts columns into a view, column aliasing can conceal the duplication in your code.",
                16,
                1);
    }

    /** The targets, and the columns that get a default or an identity value. */
    List<Column> filled(List<Column> targets) {
        List<Column> filled = new ArrayList<>(targets);
        for (Column column : table.columns()) {
            boolean own = column.defaultText() != null || column.identitySeed() != null;
            if (own && !targets.contains(column)) {
                filled.add(column);
            }
        }
        if (filled.isEmpty()) {
            table.columns().stream()
                    .filter(column -> column.computed() == null)
                    .findFirst()
                    .ifPresent(filled::add);
        }
        return filled;
    }

    /** A row in the form of the table; a value that is null stands for the word DEFAULT. */
    List<Bound> cells(List<Column> filled, int given, List<? extends @Nullable Bound> values) {
        List<Bound> cells = new ArrayList<>();
        for (int i = 0; i < filled.size(); i++) {
            Bound value = i < given ? values.get(i) : null;
            cells.add(value == null ? fallback(filled.get(i)) : stored(value, filled.get(i)));
        }
        return cells;
    }

    Bound stored(Bound value, Column column) {
        Bound stored = Coercion.stored(value, column.type(), table.qualifiedName(), column.name());
        return column.identitySeed() != null && identityInsert
                ? Coercion.call("$identity_given", column.type(), stored, Coercion.text(table.qualifiedName()))
                : stored;
    }

    /** What a column gets when nothing is given. */
    Bound fallback(Column column) {
        if (column.identitySeed() != null) {
            Bound next = Coercion.call("$identity", SqlType.BIGINT, Coercion.text(table.qualifiedName()));
            return Coercion.stored(
                    Coercion.convert(next, column.type()), column.type(), table.qualifiedName(), column.name());
        }
        if (column.defaultText() == null) {
            return new Bound.Constant(null, column.type(), true);
        }
        Bound value = new ExpressionBinder(context, new Scope(context, null))
                .bind(SourceBinder.expression(column.defaultText()));
        return stored(value, column);
    }
}
