package dev.bobbin.emulator.standin.sql.changes;

import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.sql.catalog.Catalog;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.catalog.InternalTables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes of the steps of a run what changed from before its first to after its last. */
final class ChangeReader {

    private final Connection connection;
    private final String standIn;

    ChangeReader(Connection connection, String standIn) {
        this.connection = connection;
        this.standIn = standIn;
    }

    /** @param steps the last one first */
    ChangeSet read(List<Step> steps) throws SQLException {
        List<Change> changes = new ArrayList<>();
        Set<String> anew = madeAnew(steps);
        for (String table : anew) {
            changes.add(new Change.Definition(standIn, "table", table, Change.Kind.DELETED));
            changes.add(new Change.Definition(standIn, "table", table, Change.Kind.CREATED));
        }
        Map<String, Change.Rows> ofTables = new LinkedHashMap<>();
        for (List<Step> together : together(steps)) {
            String table = together.getFirst().object();
            if (table.equals("bobbin_catalog")) {
                definitions(together).stream()
                        .filter(definition -> !anew.contains(definition.object()))
                        .forEach(changes::add);
            } else if (!InternalTables.contains(table) && !isGone(table, steps)) {
                Change.Rows rows = rows(together);
                if (rows.inserted() + rows.updated() + rows.deleted() > 0) {
                    ofTables.merge(together.getFirst().rows(), rows, ChangeReader::sum);
                }
            }
        }
        changes.addAll(ofTables.values());
        for (Step step : steps.reversed()) {
            boolean created = step.kind() == Step.Kind.INDEX_CREATED;
            if ((created || step.kind() == Step.Kind.INDEX_DROPPED) && !comesWithTable(step, changes)) {
                Change.Kind kind = created ? Change.Kind.CREATED : Change.Kind.DELETED;
                // Indexes carry the name of their table before their own: T-SQL knows them within the table only.
                String name = step.object().substring(step.object().lastIndexOf('.') + 1);
                changes.add(new Change.Definition(standIn, "index", name, kind));
            }
        }
        return new ChangeSet(changes);
    }

    /** The tables that were there before the run, were dropped by it, and are there again. */
    private static Set<String> madeAnew(List<Step> steps) {
        return steps.reversed().stream()
                .filter(step -> step.kind() == Step.Kind.MADE_ANEW)
                .filter(step -> dropsFirst(step.object(), steps.reversed()) && !isGone(step.object(), steps))
                .map(step -> qualified(step.object()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The steps whose rows are to be matched with each other: those of one table with the same columns, between one making
     * of the table and the next. What a table held when it was dropped, to be made anew, counts; what moves from one form
     * of a table to the next does not.
     */
    private static Collection<List<Step>> together(List<Step> steps) {
        Map<String, Long> makings = steps.stream()
                .filter(step -> step.kind() == Step.Kind.MADE_ANEW)
                .collect(Collectors.groupingBy(step -> FileSchema.key(step.object()), Collectors.counting()));
        Map<String, List<Step>> together = new LinkedHashMap<>();
        for (Step step : steps.reversed()) {
            String table = FileSchema.key(step.object());
            if (step.kind() == Step.Kind.MADE_ANEW) {
                makings.merge(table, -1L, Long::sum);
            }
            long still = makings.getOrDefault(table, 0L);
            if (step.kind() == Step.Kind.ROWS || step.kind() == Step.Kind.ALL_ROWS && still > 0) {
                together.computeIfAbsent(step.rows() + " " + still, _ -> new ArrayList<>())
                        .add(step);
            }
        }
        return together.values();
    }

    /** What became of the rows of a table before and after it was made anew. */
    private static Change.Rows sum(Change.Rows before, Change.Rows after) {
        List<Change.RowChange> rows = new ArrayList<>(before.rows());
        rows.addAll(after.rows());
        return new Change.Rows(
                after.standIn(),
                after.table(),
                after.columns(),
                after.types(),
                after.key(),
                before.inserted() + after.inserted(),
                before.updated() + after.updated(),
                before.deleted() + after.deleted(),
                rows.subList(0, Math.min(rows.size(), Change.Rows.LISTED_ROWS)));
    }

    /** Whether the run's last word on a table was to drop it; its definition says that already. @param steps the last one first */
    private static boolean isGone(String table, List<Step> steps) {
        return dropsFirst(table, steps);
    }

    /** Whether the first of these steps that makes or drops a table drops it. */
    private static boolean dropsFirst(String table, List<Step> steps) {
        return steps.stream()
                .filter(step -> step.object().equals(table)
                        && (step.kind() == Step.Kind.TABLE_CREATED || step.kind() == Step.Kind.TABLE_DROPPED))
                .findFirst()
                .map(step -> step.kind() == Step.Kind.TABLE_DROPPED)
                .orElse(false);
    }

    /** Indexes that come or go with their table are no news. */
    private static boolean comesWithTable(Step index, List<Change> changes) {
        String sql = String.valueOf(index.sql());
        return changes.stream()
                .anyMatch(change -> change instanceof Change.Definition definition
                        && definition.kind() != Change.Kind.CHANGED
                        && definition.type().equals("table")
                        && sql.contains(" ON \"" + sqliteName(definition.object()) + "\""));
    }

    /** The rows of the first and the last step that touched them, side by side. */
    private static String net(List<Step> steps) {
        Step first = steps.getFirst();
        String ids = String.join(
                ", ", steps.stream().map(step -> String.valueOf(step.id())).toList());
        WatchedTable table = first.table();
        String values = table.each(", ", i -> "f.b" + i) + ", " + table.each(", ", i -> "l.a" + i);
        if (steps.size() == 1) {
            return "SELECT f.rid AS rid, f.existed AS existed, l.present AS present, l.replaced AS replaced, "
                    + values + " FROM " + first.rows() + " f JOIN " + first.rows()
                    + " l ON l.rowid = f.rowid WHERE f.step = " + ids;
        }
        return "WITH r AS (SELECT rid, min(step) AS f, max(step) AS l, max(replaced) AS replaced FROM " + first.rows()
                + " WHERE step IN (" + ids
                + ") GROUP BY rid) SELECT r.rid AS rid, f.existed AS existed, l.present AS present,"
                + " r.replaced AS replaced, " + values + " FROM r JOIN " + first.rows()
                + " f ON f.step = r.f AND f.rid = r.rid JOIN " + first.rows() + " l ON l.step = r.l AND l.rid = r.rid"
                + " WHERE f.existed OR l.present";
    }

    private Change.Rows rows(List<Step> steps) throws SQLException {
        WatchedTable table = steps.getFirst().table();
        String net = net(steps);
        long inserted;
        long updated;
        long deleted;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT total(present AND (replaced OR NOT existed)),"
                        + " total(existed AND present AND NOT replaced),"
                        + " total(existed AND (replaced OR NOT present)) FROM (" + net + ")")) {
            inserted = (long) row.getDouble(1);
            updated = (long) row.getDouble(2);
            deleted = (long) row.getDouble(3);
        }
        String name = qualified(table.name());
        // That of today: the table may have been made anew, with other columns.
        Optional<CatalogObject.Table> today = Catalog.table(connection, name);
        List<Change.RowChange> listed = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT * FROM (" + net + ") ORDER BY rid LIMIT " + Change.Rows.LISTED_ROWS)) {
            while (row.next()) {
                list(row, table.columns().size(), listed);
            }
        }
        return new Change.Rows(
                standIn,
                name,
                table.columns(),
                today.map(it -> ShownColumns.types(it, table.columns())).orElse(List.of()),
                today.map(CatalogObject.Table::primaryKey)
                        .filter(table.columns()::containsAll)
                        .orElse(List.of()),
                inserted,
                updated,
                deleted,
                listed.subList(0, Math.min(listed.size(), Change.Rows.LISTED_ROWS)));
    }

    private static void list(ResultSet row, int columns, List<Change.RowChange> listed) throws SQLException {
        List<@Nullable Object> before = ShownColumns.values(row, 5, columns);
        List<@Nullable Object> after = ShownColumns.values(row, 5 + columns, columns);
        boolean existed = row.getBoolean(2);
        boolean present = row.getBoolean(3);
        if (existed && present && !row.getBoolean(4)) {
            listed.add(new Change.RowChange.Updated(before, after));
            return;
        }
        if (existed) {
            listed.add(new Change.RowChange.Deleted(before));
        }
        if (present) {
            listed.add(new Change.RowChange.Inserted(after));
        }
    }

    /** Definitions as T-SQL knows them: the rows of the catalog, matched by kind and name. */
    private List<Change.Definition> definitions(List<Step> steps) throws SQLException {
        Map<String, Change.Definition> before = new LinkedHashMap<>();
        Map<String, Change.Definition> after = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        List<Change.Definition> changes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(net(steps) + " ORDER BY 1")) {
            while (row.next()) {
                if (row.getBoolean(2)) {
                    Change.Definition gone = definition(row, 5, Change.Kind.DELETED);
                    before.put(gone.type() + " " + gone.object(), gone);
                    texts.put(gone.type() + " " + gone.object(), String.valueOf(row.getString(8)));
                }
                if (row.getBoolean(3)) {
                    Change.Definition come = definition(row, 9, Change.Kind.CREATED);
                    String key = come.type() + " " + come.object();
                    after.put(key, come);
                    texts.merge(key + " now", String.valueOf(row.getString(12)), (one, other) -> other);
                }
            }
        }
        before.forEach((key, gone) -> {
            if (!after.containsKey(key)) {
                changes.add(gone);
            } else if (!java.util.Objects.equals(texts.get(key), texts.get(key + " now"))) {
                changes.add(new Change.Definition(standIn, gone.type(), gone.object(), Change.Kind.CHANGED));
            }
        });
        after.forEach((key, come) -> {
            if (!before.containsKey(key)) {
                changes.add(come);
            }
        });
        return changes;
    }

    private Change.Definition definition(ResultSet row, int from, Change.Kind kind) throws SQLException {
        String type = String.valueOf(row.getString(from)).toLowerCase(Locale.ROOT);
        String name = row.getString(from + 2);
        String object = type.equals("schema") ? name : row.getString(from + 1) + "." + name;
        return new Change.Definition(standIn, type, object, kind);
    }

    /** dbo's tables have no prefix in the file. */
    private static String qualified(String sqliteName) {
        return sqliteName.indexOf('.') > 0 ? sqliteName : "dbo." + sqliteName;
    }

    private static String sqliteName(String qualified) {
        String name = qualified.startsWith("dbo.") ? qualified.substring(4) : qualified;
        return name.replace("\"", "\"\"");
    }
}
