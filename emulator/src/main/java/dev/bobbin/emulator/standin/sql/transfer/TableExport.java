package dev.bobbin.emulator.standin.sql.transfer;

import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a query to a file; a file that is there is replaced only when all of it is written. */
public final class TableExport {

    private static final int PAGE = 1_000;

    private TableExport() {}

    /** Formats that can be written. */
    public enum Target {
        CSV,
        PARQUET,
        /** CREATE TABLE and INSERT statements. */
        SCRIPT
    }

    /** Writes rows of one format. */
    interface RowWriter extends AutoCloseable {
        void write(List<@Nullable Object> row) throws IOException;

        @Override
        void close() throws IOException;
    }

    /**
     * @param query a SELECT
     * @param table the name a script gives its table
     * @param progress hears now and then how many rows are out
     * @param cancelled asked now and then; true ends the export and leaves no file
     * @return how many rows were written; -1 when it was cancelled
     * @throws IOException when the query fails or the file cannot be written; the message is in plain words
     */
    public static long run(
            SqlDatabase database,
            String query,
            String table,
            Target target,
            Path file,
            LongConsumer progress,
            BooleanSupplier cancelled)
            throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (SqlSession session = database.connect()) {
            RowSet rows = rows(session, query);
            long count;
            try (RowWriter writer = writer(target, unfinished, rows.columns(), table)) {
                count = copy(rows, writer, progress, cancelled);
            }
            if (count >= 0) {
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return count;
        } catch (SqlError e) {
            throw new IOException(e.text(), e);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static RowSet rows(SqlSession session, String query) throws IOException {
        for (SqlResult result : session.execute(query, List.of())) {
            switch (result) {
                case SqlResult.Rows rows -> {
                    return rows.rows();
                }
                case SqlResult.Failure failure -> throw failure.error();
                default -> {}
            }
        }
        throw PlainException.of("export.no-rows");
    }

    private static long copy(RowSet rows, RowWriter writer, LongConsumer progress, BooleanSupplier cancelled)
            throws IOException {
        long count = 0;
        for (List<List<@Nullable Object>> page = rows.next(PAGE); !page.isEmpty(); page = rows.next(PAGE)) {
            for (List<@Nullable Object> row : page) {
                writer.write(row);
            }
            count += page.size();
            progress.accept(count);
            if (cancelled.getAsBoolean()) {
                return -1;
            }
        }
        return count;
    }

    private static RowWriter writer(Target target, Path file, List<RowSet.Column> columns, String table)
            throws IOException {
        return switch (target) {
            case CSV -> new CsvRowWriter(file, columns);
            case PARQUET -> new ParquetRowWriter(file, columns);
            case SCRIPT -> new ScriptRowWriter(file, columns, table);
        };
    }
}
