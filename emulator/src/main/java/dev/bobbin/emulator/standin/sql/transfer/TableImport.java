package dev.bobbin.emulator.standin.sql.transfer;

import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.SqlValue;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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

    /**
     * Carries the import out.
     *
     * @param progress hears now and then how many rows are in
     * @param cancelled asked now and then; true ends the import, and nothing has happened
     * @return how many rows came in; -1 when it was cancelled
     * @throws IOException when the file or a row does not fit; the message names the place, and nothing has happened
     */
    public long run(SqlDatabase database, LongConsumer progress, BooleanSupplier cancelled) throws IOException {
        return run(database.connectAsOwner(), progress, cancelled);
    }

    /** The same, on record. @param run under which it is kept, so that it can be undone */
    public long run(SqlDatabase database, String run, LongConsumer progress, BooleanSupplier cancelled)
            throws IOException {
        return run(database.connectAsOwner(run), progress, cancelled);
    }

    private long run(SqlSession opened, LongConsumer progress, BooleanSupplier cancelled) throws IOException {
        try (SqlSession session = opened;
                ImportSteps steps = new ImportSteps(format.open(file, csv), columns, mode == Mode.APPEND)) {
            if (mode != Mode.APPEND) {
                define(session);
            }
            long count = fill(session, steps, progress, cancelled);
            if (count < 0) {
                session.rollback();
            } else {
                session.commit();
            }
            return count;
        } catch (SqlError e) {
            throw PlainException.of("import.rows", table, e.text()).because(e);
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

    private long fill(SqlSession session, ImportSteps steps, LongConsumer progress, BooleanSupplier cancelled)
            throws IOException {
        long count = 0;
        for (List<@Nullable Object[]> step = steps.next(); !step.isEmpty(); step = steps.next()) {
            write(session, step);
            count += step.size();
            progress.accept(count);
            if (cancelled.getAsBoolean()) {
                return -1;
            }
        }
        return count;
    }

    /** A new table takes values as they are stored; one that is there has defaults and checks of its own. */
    private void write(SqlSession session, List<@Nullable Object[]> rows) {
        List<String> names = columns.stream().map(ImportColumn::name).toList();
        if (mode != Mode.APPEND) {
            session.load(table, names, rows);
            return;
        }
        String insert = "INSERT INTO " + quotedTable() + " ("
                + names.stream().map(TableImport::quoted).collect(Collectors.joining(", ")) + ") VALUES ("
                + String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
        List<SqlType> types = columns.stream().map(ImportColumn::type).toList();
        session.executeMany(
                insert, rows.stream().map(row -> parameters(row, types)).toList());
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
