package dev.bobbin.emulator.standin.sql.browse;

import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.SqlValue;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes single rows of a table by T-SQL, so that types, constraints and keys are those a function meets. A row is found
 * by its primary key, else by all its values; of rows that are alike in everything one is changed.
 */
public final class TableEditor {

    private final SqlDatabase database;
    private final String run;
    private final BrowsedTable table;

    /** @param run under which changes are kept, so that they can be undone */
    public TableEditor(SqlDatabase database, String run, BrowsedTable table) {
        this.database = database;
        this.run = run;
        this.table = table;
    }

    /**
     * Writes one value.
     *
     * @param row values as {@link TableBrowser#page} gave them
     * @param text the new value as T-SQL converts it from text; null for NULL
     * @throws SqlError when the value does not fit, or the row is no longer as it was
     */
    public void change(List<@Nullable Object> row, String column, @Nullable String text) {
        Place place = place(row);
        List<SqlValue> parameters = new ArrayList<>();
        parameters.add(new SqlValue(text, SqlType.NVARCHAR_MAX));
        parameters.addAll(place.values());
        one(
                "UPDATE TOP (1) " + table.quotedName() + " SET " + BrowsedTable.quoted(column) + " = ? WHERE "
                        + place.condition(),
                parameters);
    }

    /**
     * Adds rows, all or none.
     *
     * @param rows values by column; columns that are not among them get their default, or NULL
     * @throws SqlError when one does not fit
     */
    public void insert(List<Map<String, @Nullable String>> rows) {
        try (SqlSession session = database.connectAsOwner(run)) {
            session.setAutocommit(false);
            for (Map<String, @Nullable String> row : rows) {
                insert(session, row);
            }
            session.commit();
        }
    }

    private void insert(SqlSession session, Map<String, @Nullable String> values) {
        if (values.isEmpty()) {
            one(session, "INSERT INTO " + table.quotedName() + " DEFAULT VALUES", List.of());
            return;
        }
        List<String> names = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        List<SqlValue> parameters = new ArrayList<>();
        values.forEach((name, text) -> {
            names.add(BrowsedTable.quoted(name));
            marks.add("?");
            parameters.add(new SqlValue(text, SqlType.NVARCHAR_MAX));
        });
        one(
                session,
                "INSERT INTO " + table.quotedName() + " (" + String.join(", ", names) + ") VALUES ("
                        + String.join(", ", marks) + ")",
                parameters);
    }

    /**
     * Deletes rows, all or none.
     *
     * @throws SqlError when another table needs one of them, or one is no longer as it was
     */
    public void delete(List<List<@Nullable Object>> rows) {
        try (SqlSession session = database.connectAsOwner(run)) {
            session.setAutocommit(false);
            for (List<@Nullable Object> row : rows) {
                Place place = place(row);
                one(
                        session,
                        "DELETE TOP (1) FROM " + table.quotedName() + " WHERE " + place.condition(),
                        place.values());
            }
            session.commit();
        }
    }

    private void one(String statement, List<SqlValue> parameters) {
        try (SqlSession session = database.connectAsOwner(run)) {
            session.setAutocommit(false);
            one(session, statement, parameters);
            session.commit();
        }
    }

    /** Closing a session without a commit undoes what it did. */
    private static void one(SqlSession session, String statement, List<SqlValue> parameters) {
        long changed = 0;
        for (SqlResult result : session.execute(statement, parameters)) {
            switch (result) {
                case SqlResult.Count count -> changed += Math.max(0, count.rows());
                case SqlResult.Failure failure -> throw failure.error();
                default -> {}
            }
        }
        if (changed == 0) {
            throw new SqlError(
                    0,
                    "HY000",
                    "The row is no longer as it is shown: somebody else has changed or deleted it. Refresh.");
        }
    }

    private record Place(String condition, List<SqlValue> values) {}

    private Place place(List<@Nullable Object> row) {
        List<String> conditions = new ArrayList<>();
        List<SqlValue> values = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            BrowsedTable.Column column = table.columns().get(i);
            if (!table.key().isEmpty() && table.key().stream().noneMatch(column.name()::equalsIgnoreCase)) {
                continue;
            }
            @Nullable Object value = row.get(i);
            if (value == null) {
                conditions.add(BrowsedTable.quoted(column.name()) + " IS NULL");
            } else {
                conditions.add(BrowsedTable.quoted(column.name()) + " = ?");
                values.add(new SqlValue(value, column.type()));
            }
        }
        return new Place(String.join(" AND ", conditions), values);
    }
}
