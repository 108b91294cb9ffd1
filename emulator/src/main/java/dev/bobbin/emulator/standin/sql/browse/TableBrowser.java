package dev.bobbin.emulator.standin.sql.browse;

import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.types.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads tables in pages, so that a table of any size can be looked at. Not safe for use by several threads at once. */
public final class TableBrowser implements AutoCloseable {

    /** An order of rows. */
    public record Order(String column, boolean descending) {}

    /** Rows with the columns they have. @param values as {@code types.Codec} holds them, in the order of the columns */
    public record Rows(List<RowSet.Column> columns, List<List<@Nullable Object>> values) {

        /** Whether these columns are those of a table as it was listed: it may have been made anew since. */
        public boolean fit(BrowsedTable table) {
            return columns.stream()
                    .map(RowSet.Column::name)
                    .toList()
                    .equals(table.columns().stream()
                            .map(BrowsedTable.Column::name)
                            .toList());
        }
    }

    /** A table and the short name it goes by in one of SQLite's statements. */
    private static final Pattern TABLE = Pattern.compile("\"([^\"]+)\" AS (t\\d+)\\b");

    private final SqlSession session;

    public TableBrowser(SqlDatabase database) {
        session = database.connectAsOwner();
    }

    /** Tables and views by name. */
    public List<BrowsedTable> tables() {
        List<BrowsedTable> found = new ArrayList<>();
        session.objects().forEach(object -> listed(object).ifPresent(found::add));
        found.sort(Comparator.comparing(BrowsedTable::qualifiedName, String.CASE_INSENSITIVE_ORDER));
        return found;
    }

    /** A table or view as it is now, with other columns perhaps than when it was listed; empty when it is gone. */
    public Optional<BrowsedTable> now(BrowsedTable table) {
        return session.objects().stream()
                .filter(object ->
                        object.schema().equals(table.schema()) && object.name().equals(table.name()))
                .flatMap(object -> listed(object).stream())
                .findFirst();
    }

    private Optional<BrowsedTable> listed(CatalogObject object) {
        return switch (object) {
            case CatalogObject.Table table when !table.temporary() -> Optional.of(of(table));
            case CatalogObject.View view -> Optional.of(of(view));
            default -> Optional.empty();
        };
    }

    private static BrowsedTable of(CatalogObject.Table table) {
        List<BrowsedTable.Column> columns = table.columns().stream()
                .map(column -> new BrowsedTable.Column(
                        column.name(),
                        column.type(),
                        column.nullable(),
                        column.computed() == null
                                && column.identitySeed() == null
                                && !column.type().is(Kind.Family.BINARY)))
                .toList();
        return new BrowsedTable(table.schema(), table.name(), false, columns, table.primaryKey());
    }

    private BrowsedTable of(CatalogObject.View view) {
        BrowsedTable unread = new BrowsedTable(view.schema(), view.name(), true, List.of(), List.of());
        try (RowSet rows = rows("SELECT TOP 0 * FROM " + unread.quotedName())) {
            List<BrowsedTable.Column> columns = rows.columns().stream()
                    .map(column -> new BrowsedTable.Column(column.name(), column.type(), true, false))
                    .toList();
            return new BrowsedTable(view.schema(), view.name(), true, columns, List.of());
        } catch (SqlError broken) {
            // A view whose tables are gone is listed; what is wrong is said when it is opened.
            return unread;
        }
    }

    /**
     * How SQLite would carry out one of its statements on the data of now.
     *
     * @param sqlite as {@link dev.bobbin.emulator.standin.ExecutedStatement} has it; its parameters need no values
     * @return steps in their order; empty for a statement that reads and changes no rows
     * @throws SqlError when the statement fits the database no longer, since a temporary table is gone, say
     */
    public List<PlanStep> plan(String sqlite) {
        Map<Integer, Integer> depths = new HashMap<>();
        List<PlanStep> steps = new ArrayList<>();
        session.plan(sqlite, (id, parent, words) -> {
            int depth = depths.getOrDefault(parent, -1) + 1;
            depths.put(id, depth);
            steps.add(PlanStep.of(depth, words));
        });
        Map<String, String> tables = TABLE.matcher(sqlite)
                .results()
                .collect(Collectors.toMap(found -> found.group(2), found -> found.group(1), (first, _) -> first));
        return steps.stream()
                .map(step -> step.about(tables.getOrDefault(step.subject(), step.subject())))
                .toList();
    }

    /** How many rows a table has. @throws SqlError when it cannot be read */
    public long count(BrowsedTable table) {
        try (RowSet rows = rows("SELECT COUNT_BIG(*) FROM " + table.quotedName())) {
            return rows.next(1).getFirst().getFirst() instanceof Long count ? count : 0;
        }
    }

    /**
     * A page of rows.
     *
     * @param order empty for the order in which they lie, which is also that of a column that is gone
     * @param from how many rows stand before it
     * @return fewer at the end
     * @throws SqlError when it cannot be read
     */
    public Rows page(BrowsedTable table, Optional<Order> order, long from, int count) {
        String by = order.filter(wanted -> now(table).orElse(table).has(wanted.column()))
                .map(TableBrowser::column)
                .orElse("(SELECT NULL)");
        String query = "SELECT * FROM " + table.quotedName() + " ORDER BY " + by + " OFFSET " + from
                + " ROWS FETCH NEXT " + count + " ROWS ONLY";
        try (RowSet rows = rows(query)) {
            return new Rows(rows.columns(), rows.next(count));
        }
    }

    /**
     * All rows, to be read in batches and closed.
     *
     * @param order empty for the order in which they lie
     * @throws SqlError when they cannot be read
     */
    public RowSet all(BrowsedTable table, Optional<Order> order) {
        return rows("SELECT * FROM " + table.quotedName()
                + order.map(o -> " ORDER BY " + column(o)).orElse(""));
    }

    private static String column(Order order) {
        return BrowsedTable.quoted(order.column()) + (order.descending() ? " DESC" : "");
    }

    private RowSet rows(String query) {
        for (SqlResult result : session.execute(query, List.of())) {
            switch (result) {
                case SqlResult.Rows rows -> {
                    return rows.rows();
                }
                case SqlResult.Failure failure -> throw failure.error();
                default -> {}
            }
        }
        throw new IllegalStateException("a query without rows: " + query);
    }

    @Override
    public void close() {
        session.close();
    }
}
