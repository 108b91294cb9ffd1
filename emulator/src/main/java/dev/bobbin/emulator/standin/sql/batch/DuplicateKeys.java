package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Unique;
import dev.bobbin.emulator.standin.sql.emit.Emitted;
import dev.bobbin.emulator.standin.sql.emit.Emitter;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.ChangePlan;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.sqlite.Prepared;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the value that was there already, for the message about a duplicate key. SQLite does not tell it. */
final class DuplicateKeys {

    private final SessionState state;
    private final Frame frame;

    DuplicateKeys(SessionState state, Frame frame) {
        this.state = state;
        this.frame = frame;
    }

    /** The error with the value added, when it is one of a duplicate key and the value can be found. */
    SqlError withValue(SqlError error, ChangePlan plan) {
        if (error.number() != 2627 && error.number() != 2601) {
            return error;
        }
        for (Unique unique : plan.table().uniques()) {
            if (error.text().contains("'" + unique.name() + "'")) {
                String value = value(plan, unique);
                return value == null
                        ? error
                        : new SqlError(
                                error.number(),
                                error.state(),
                                error.text() + " The duplicate key value is (" + value + ").",
                                error.severity(),
                                error.messageState());
            }
        }
        return error;
    }

    private @Nullable String value(ChangePlan plan, Unique unique) {
        List<Column> columns = unique.columns().stream()
                .map(name -> TableText.column(plan.table(), name, state))
                .toList();
        try {
            return switch (plan) {
                case ChangePlan.Insert insert -> inserted(insert, columns);
                case ChangePlan.Staged staged -> staged(staged, columns);
                default -> null;
            };
        } catch (SQLException | SqlError e) {
            // The value only adorns the message.
            return null;
        }
    }

    private @Nullable String inserted(ChangePlan.Insert insert, List<Column> columns) throws SQLException {
        List<Integer> positions = positions(insert.columns(), columns);
        if (positions == null) {
            return null;
        }
        List<Output> outputs = new ArrayList<>();
        Plan rows;
        if (insert.query() != null) {
            rows = insert.query();
        } else {
            for (int i = 0; i < insert.columns().size(); i++) {
                Bound first = insert.values().getFirst().get(i);
                outputs.add(new Output("", new Bound.Column("", "c" + (i + 1), first.type(), false)));
            }
            if (insert.values().stream().flatMap(List::stream).anyMatch(DuplicateKeys::counts)) {
                return null;
            }
            rows = Plan.of(new Plan.Values(outputs, insert.values()));
        }
        List<String> values =
                positions.stream().map(position -> "r.c" + position).toList();
        String found = first(
                new Emitter()
                        .text("SELECT " + String.join(", ", values) + " FROM (")
                        .query(rows)
                        .text(") AS r WHERE EXISTS (SELECT 1 FROM "
                                + insert.table().sqlName() + " AS o WHERE " + match(columns, values) + ") LIMIT 1"),
                columns.size());
        return found != null
                ? found
                : first(
                        new Emitter()
                                .text("SELECT " + String.join(", ", values) + " FROM (")
                                .query(rows)
                                .text(") AS r GROUP BY " + grouped(columns, values) + " HAVING COUNT(*) > 1 LIMIT 1"),
                        columns.size());
    }

    /** True for a value that another look would change. */
    private static boolean counts(Bound bound) {
        return switch (bound) {
            case Bound.Invoke invoke ->
                !invoke.function().definition().stable()
                        || invoke.arguments().stream().anyMatch(DuplicateKeys::counts);
            case Bound.Sql sql -> sql.arguments().stream().anyMatch(DuplicateKeys::counts);
            default -> false;
        };
    }

    private static @Nullable List<Integer> positions(List<String> names, List<Column> columns) {
        List<Integer> positions = new ArrayList<>();
        for (Column column : columns) {
            int at = names.indexOf(column.name());
            if (at < 0) {
                return null;
            }
            positions.add(at + 1);
        }
        return positions;
    }

    private @Nullable String staged(ChangePlan.Staged staged, List<Column> columns) throws SQLException {
        for (ChangePlan.Step step : staged.steps()) {
            List<Integer> places = positions(step.columns(), columns);
            if (places == null) {
                continue;
            }
            List<String> values = places.stream()
                    .map(place -> "r.c" + step.positions().get(place - 1))
                    .toList();
            String rows = " FROM " + staged.sqlName() + " AS r WHERE r.c1 = " + step.number();
            String selected = "SELECT " + String.join(", ", values) + rows;
            String found = first(
                    new Emitter()
                            .text(selected + " AND EXISTS (SELECT 1 FROM "
                                    + staged.table().sqlName()
                                    + " AS o WHERE o._rowid_ <> coalesce(r.c2, -1) AND " + match(columns, values)
                                    + ") LIMIT 1"),
                    columns.size());
            if (found == null) {
                found = first(
                        new Emitter()
                                .text(selected + " GROUP BY " + grouped(columns, values)
                                        + " HAVING COUNT(*) > 1 LIMIT 1"),
                        columns.size());
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private String match(List<Column> columns, List<String> values) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            parts.add(KeyText.equal(columns.get(i), state.ignoresCase(), "o.", values.get(i)));
        }
        return String.join(" AND ", parts);
    }

    private String grouped(List<Column> columns, List<String> values) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            boolean text = columns.get(i).type().isText();
            parts.add(values.get(i) + (text ? state.ignoresCase() ? " COLLATE bob_ci" : " COLLATE RTRIM" : ""));
        }
        return String.join(", ", parts);
    }

    private @Nullable String first(Emitter emitter, int width) throws SQLException {
        Emitted emitted = emitter.uses(KeyText.VARIANTS).done();
        try (Prepared statement = frame.prepare(emitted);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= width; i++) {
                String value = row.getString(i);
                values.add(value == null ? "<NULL>" : value);
            }
            return String.join(", ", values);
        }
    }
}
