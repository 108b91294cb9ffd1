package dev.bobbin.emulator.standin.sql.transfer;

import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.SqlValue;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings the rows of a file into a table, all or nothing.
 *
 * @param table with its schema, such as {@code dbo.Orders}
 * @param columns by position in the file; their names are the table's
 */
public record TableImport(
        Path file, FileFormat format, CsvOptions csv, String table, List<ImportColumn> columns, Mode mode) {

    /** What becomes of a table that is there. */
    public enum Mode {
        /** It must not be there. */
        CREATE,
        /** It is dropped first. */
        REPLACE,
        /** Rows are added to it, with its defaults and constraints. */
        APPEND
    }

    private static final int ROWS_A_STEP = 2_000;

    /**
     * Carries the import out.
     *
     * @param progress hears now and then how many rows are in
     * @param cancelled asked now and then; true ends the import, and nothing has happened
     * @return how many rows came in; -1 when it was cancelled
     * @throws IOException when the file or a row does not fit; the message names the place, and nothing has happened
     */
    public long run(SqlDatabase database, LongConsumer progress, BooleanSupplier cancelled) throws IOException {
        try (SqlSession session = database.connectAsOwner();
                RowReader reader = format.open(file, csv)) {
            if (mode != Mode.APPEND) {
                define(session);
            }
            long count = fill(session, reader, progress, cancelled);
            if (count < 0) {
                session.rollback();
            } else {
                session.commit();
            }
            return count;
        } catch (SqlError e) {
            throw new IOException("The rows do not fit the table " + table + ": " + e.text(), e);
        }
    }

    private void define(SqlSession session) {
        if (mode == Mode.REPLACE) {
            session.execute("DROP TABLE IF EXISTS " + quotedTable(), List.of());
        }
        session.execute(
                columns.stream()
                        .map(column -> quoted(column.name()) + " " + column.type() + " NULL")
                        .collect(Collectors.joining(", ", "CREATE TABLE " + quotedTable() + " (", ")")),
                List.of());
    }

    private long fill(SqlSession session, RowReader reader, LongConsumer progress, BooleanSupplier cancelled)
            throws IOException {
        String names = columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
        String insert = "INSERT INTO " + quotedTable() + " (" + names + ") VALUES ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
        List<ImportValue> converters =
                columns.stream().map(column -> ImportValue.to(column.type())).toList();
        List<@Nullable Object[]> step = new ArrayList<>();
        long count = 0;
        for (List<@Nullable Object> row = reader.next(); row != null; row = reader.next()) {
            step.add(converted(row, converters, reader));
            count++;
            if (step.size() == ROWS_A_STEP) {
                write(session, insert, step);
                progress.accept(count);
                if (cancelled.getAsBoolean()) {
                    return -1;
                }
            }
        }
        write(session, insert, step);
        progress.accept(count);
        return count;
    }

    private @Nullable Object[] converted(List<@Nullable Object> row, List<ImportValue> converters, RowReader reader)
            throws IOException {
        @Nullable Object[] values = new @Nullable Object[row.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = row.get(i);
            try {
                values[i] = value == null ? null : converters.get(i).of(value);
            } catch (RuntimeException e) {
                throw new IOException(
                        "At " + reader.place() + ", the value '" + shortened(value) + "' of the column '"
                                + columns.get(i).name() + "' is no "
                                + columns.get(i).type()
                                + ". Choose another type for the column, or mend the file. Nothing was imported.",
                        e);
            }
        }
        return values;
    }

    private static String shortened(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** A new table takes values as they are stored; one that is there has defaults and checks of its own. */
    private void write(SqlSession session, String insert, List<@Nullable Object[]> rows) {
        if (mode == Mode.APPEND) {
            List<SqlType> types = columns.stream().map(ImportColumn::type).toList();
            session.executeMany(
                    insert, rows.stream().map(row -> parameters(row, types)).toList());
        } else {
            session.load(
                    table,
                    columns.stream().map(ImportColumn::name).toList(),
                    columns.stream().map(ImportColumn::type).toList(),
                    rows);
        }
        rows.clear();
    }

    private static List<SqlValue> parameters(@Nullable Object[] row, List<SqlType> types) {
        List<SqlValue> values = new ArrayList<>(row.length);
        for (int i = 0; i < row.length; i++) {
            values.add(new SqlValue(row[i], types.get(i)));
        }
        return values;
    }

    private String quotedTable() {
        int dot = table.indexOf('.');
        return dot < 0 ? quoted(table) : quoted(table.substring(0, dot)) + "." + quoted(table.substring(dot + 1));
    }

    private static String quoted(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }
}
