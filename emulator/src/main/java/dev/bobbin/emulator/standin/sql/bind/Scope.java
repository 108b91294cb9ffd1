package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables one query can name, inside those of the queries around it. */
final class Scope {

    /** A column that can be named. */
    record Field(String name, Bound value) {}

    /**
     * @param name what the query calls it; null for one that has no name
     * @param scan the table it is, when it is one
     */
    record Relation(
            @Nullable String name,
            @Nullable String schema,
            List<Field> fields,
            @Nullable Scanned scan) {

        Relation(@Nullable String name, @Nullable String schema, List<Field> fields) {
            this(name, schema, fields, null);
        }
    }

    /** A table under the name SQLite knows it by in the statement. */
    record Scanned(CatalogObject.Table table, String relation) {

        static final String ROWID = "_rowid_";

        Bound rowid() {
            return new Bound.Column(relation, ROWID, SqlType.BIGINT, false);
        }
    }

    /** A common table expression in reach. */
    record CommonTable(String name, String sqlName, List<Plan.Output> columns) {}

    private final BindContext context;
    private final @Nullable Scope parent;
    private final List<Relation> relations = new ArrayList<>();
    private final Map<String, CommonTable> commonTables = new HashMap<>();
    private final List<Bound> outerReads = new ArrayList<>();

    /** The scope this one stands for towards the queries around it. */
    private @Nullable Scope shared;

    Scope(BindContext context, @Nullable Scope parent) {
        this.context = context;
        this.parent = parent;
    }

    void add(Relation relation) {
        relations.add(relation);
    }

    void add(CommonTable table) {
        commonTables.put(table.name(), table);
    }

    List<Relation> relations() {
        return relations;
    }

    /** Columns of surrounding queries that were read through this scope. */
    List<Bound> outerReads() {
        return outerReads;
    }

    /** Notes the columns an argument of an inline function reads outside of it. */
    void noteOuter(Bound argument) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            scope.outerReads.add(argument);
            if (scope.shared != null) {
                scope.shared.outerReads.add(argument);
            }
        }
    }

    /** The same surroundings and common tables without this query's own tables. */
    Scope withoutTables() {
        Scope copy = new Scope(context, parent);
        copy.commonTables.putAll(commonTables);
        copy.shared = this;
        return copy;
    }

    @Nullable
    CommonTable commonTable(String name) {
        for (CommonTable table : commonTables.values()) {
            if (context.same(table.name(), name)) {
                return table;
            }
        }
        return parent == null ? null : parent.commonTable(name);
    }

    Bound resolve(Expression.Column column) {
        Bound found = find(column);
        if (found != null) {
            return found;
        }
        if (column.qualifier() != null) {
            throw SqlErrors.unbound(column.qualifier() + "." + column.name());
        }
        throw SqlErrors.invalidColumn(column.name());
    }

    private @Nullable Bound find(Expression.Column column) {
        Bound found = null;
        boolean relationFound = false;
        for (Relation relation : relations) {
            if (column.qualifier() != null && !matches(relation, column.qualifier())) {
                continue;
            }
            relationFound |= column.qualifier() != null;
            for (Field field : relation.fields()) {
                if (context.same(field.name(), column.name())) {
                    if (found != null) {
                        throw SqlErrors.ambiguousColumn(column.name());
                    }
                    found = field.value();
                }
            }
        }
        if (found == null && relationFound) {
            throw SqlErrors.invalidColumn(column.name());
        }
        if (found == null && parent != null) {
            found = parent.find(column);
            if (found != null) {
                outerReads.add(found);
                if (shared != null) {
                    shared.outerReads.add(found);
                }
            }
        }
        return found;
    }

    boolean matches(Relation relation, ObjectName qualifier) {
        return context.same(relation.name(), qualifier.name())
                && (qualifier.schema() == null || context.same(relation.schema(), qualifier.schema()));
    }

    /** The fields that {@code *} or {@code t.*} stands for. */
    List<Field> star(@Nullable ObjectName qualifier) {
        List<Field> fields = new ArrayList<>();
        boolean found = false;
        for (Relation relation : relations) {
            if (qualifier == null || matches(relation, qualifier)) {
                fields.addAll(relation.fields());
                found = true;
            }
        }
        if (!found && qualifier != null) {
            throw new dev.bobbin.emulator.standin.sql.SqlError(
                    107,
                    "42000",
                    "The column prefix '" + qualifier
                            + "' does not match with a table name or alias name used in the query.",
                    15,
                    1);
        }
        if (!found) {
            throw new dev.bobbin.emulator.standin.sql.SqlError(263, "42000", "Must specify table to select from.");
        }
        return fields;
    }
}
