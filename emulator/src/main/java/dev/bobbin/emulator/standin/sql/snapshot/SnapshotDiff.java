package dev.bobbin.emulator.standin.sql.snapshot;

import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.Change.RowChange;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.sql.catalog.Catalog;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.changes.ShownColumns;
import dev.bobbin.emulator.standin.sql.emit.Emitter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a database with the attached {@code snap}. */
final class SnapshotDiff {

    private final Connection connection;
    private final String standIn;

    SnapshotDiff(Connection connection, String standIn) {
        this.connection = connection;
        this.standIn = standIn;
    }

    ChangeSet read() throws SQLException {
        Map<String, CatalogObject> now = objects("main");
        Map<String, CatalogObject> then = objects("snap");
        List<Change> changes = new ArrayList<>();
        then.forEach((name, object) -> {
            if (!now.containsKey(name)) {
                changes.add(definition(object, Change.Kind.DELETED));
            } else if (!object.equals(now.get(name))) {
                changes.add(definition(object, Change.Kind.CHANGED));
            }
        });
        now.forEach((name, object) -> {
            if (!then.containsKey(name)) {
                changes.add(definition(object, Change.Kind.CREATED));
            }
        });
        for (Map.Entry<String, CatalogObject> entry : now.entrySet()) {
            if (entry.getValue() instanceof Table table) {
                CatalogObject before = then.get(entry.getKey());
                Change.Rows rows = rows(table, before instanceof Table old ? old : null);
                if (rows.inserted() + rows.updated() + rows.deleted() > 0) {
                    changes.add(rows);
                }
            }
        }
        return new ChangeSet(changes);
    }

    private Change.Definition definition(CatalogObject object, Change.Kind kind) {
        String type = object.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        return new Change.Definition(standIn, type, object.qualifiedName(), kind);
    }

    private Map<String, CatalogObject> objects(String schema) throws SQLException {
        Map<String, CatalogObject> objects = new LinkedHashMap<>();
        for (CatalogObject object : Catalog.read(connection, schema)) {
            objects.put(object.qualifiedName(), object);
        }
        return objects;
    }

    /** Columns that both have are compared. */
    private Change.Rows rows(Table now, @Nullable Table then) throws SQLException {
        List<String> columns = stored(now);
        List<String> shared = then == null
                ? columns
                : columns.stream().filter(stored(then)::contains).toList();
        boolean keyed = !now.primaryKey().isEmpty() && shared.containsAll(now.primaryKey());
        List<String> key = keyed ? now.primaryKey() : List.of();
        String current = "main." + Emitter.quote(now.plainName());
        String before =
                then == null ? "(SELECT * FROM " + current + " WHERE 0)" : "snap." + Emitter.quote(then.plainName());
        List<RowChange> listed = new ArrayList<>();
        String values = list(shared, Emitter::quote);
        int width = shared.size();
        long inserted = collect(
                keyed ? missing(current, before, key, shared) : surplus(current, before, values),
                row -> listed.add(new RowChange.Inserted(ShownColumns.values(row, 1, width))));
        long deleted = collect(
                keyed ? missing(before, current, key, shared) : surplus(before, current, values),
                row -> listed.add(new RowChange.Deleted(ShownColumns.values(row, 1, width))));
        long updated = keyed
                ? collect(
                        updated(current, before, key, shared),
                        row -> listed.add(new RowChange.Updated(
                                ShownColumns.values(row, 1, width), ShownColumns.values(row, 1 + width, width))))
                : 0;
        return new Change.Rows(
                standIn,
                now.qualifiedName(),
                shared,
                ShownColumns.types(now, shared),
                key,
                inserted,
                updated,
                deleted,
                listed.subList(0, Math.min(listed.size(), Change.Rows.LISTED_ROWS)));
    }

    private static List<String> stored(Table table) {
        return table.columns().stream()
                .filter(column -> column.computed() == null)
                .map(CatalogObject.Column::name)
                .toList();
    }

    private static String list(List<String> names, Function<String, String> piece) {
        return names.stream().map(piece).collect(Collectors.joining(", "));
    }

    private static String same(List<String> names) {
        return names.stream()
                .map(name -> "a." + Emitter.quote(name) + " IS b." + Emitter.quote(name))
                .collect(Collectors.joining(" AND "));
    }

    private static String missing(String here, String there, List<String> key, List<String> columns) {
        return "SELECT " + list(columns, name -> "a." + Emitter.quote(name)) + " FROM " + here
                + " a WHERE NOT EXISTS (SELECT 1 FROM " + there + " b WHERE " + same(key) + ")";
    }

    /** Equal rows are told apart by a running number, so that their count matters. */
    private static String surplus(String here, String there, String values) {
        String numbered = "SELECT " + values + ", row_number() OVER (PARTITION BY " + values + ") AS bobbin_n FROM ";
        return "SELECT " + values + " FROM (" + numbered + here + " EXCEPT " + numbered + there + ")";
    }

    /** Nothing but the key can have changed in a table of nothing else. */
    private static String updated(String current, String before, List<String> key, List<String> columns) {
        List<String> rest = columns.stream().filter(name -> !key.contains(name)).toList();
        return "SELECT " + list(columns, name -> "b." + Emitter.quote(name)) + ", "
                + list(columns, name -> "a." + Emitter.quote(name)) + " FROM " + current + " a JOIN " + before
                + " b ON " + same(key) + " WHERE " + (rest.isEmpty() ? "0" : "NOT (" + same(rest) + ")");
    }

    /** Takes a row of a comparison. */
    private interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    private long collect(String query, RowTaker taker) throws SQLException {
        long count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                if (count++ < Change.Rows.LISTED_ROWS) {
                    taker.take(rows);
                }
            }
        }
        return count;
    }
}
