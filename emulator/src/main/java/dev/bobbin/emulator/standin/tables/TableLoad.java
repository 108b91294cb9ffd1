package dev.bobbin.emulator.standin.tables;

import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.transfer.ImportColumn;
import dev.bobbin.emulator.standin.sql.types.Codec;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Copies tables of a lakehouse into the database of its endpoint, each wholly or not at all. */
final class TableLoad implements AutoCloseable {

    private static final int ROWS_A_STEP = 2_000;

    private final SqlSession session;

    /** @param database whose file is made when it is not there */
    TableLoad(SqlDatabase database) {
        session = database.connectAsOwner();
        session.setAutocommit(false);
    }

    /**
     * Makes a table in place of the one of its name.
     *
     * @throws IOException when the rows cannot be read or kept; then the old table stays
     */
    void replace(TableSource source) throws IOException {
        try {
            source.read(new Copy(source));
            session.commit();
        } catch (SqlError e) {
            session.rollback();
            throw new IOException(e.text(), e);
        } catch (IOException | RuntimeException e) {
            session.rollback();
            throw e;
        }
    }

    /** Removes a table. */
    void drop(String schema, String table) {
        session.execute("DROP TABLE IF EXISTS " + quoted(schema) + "." + quoted(table), List.of());
        session.commit();
    }

    private static String quoted(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    @Override
    public void close() {
        session.close();
    }

    private final class Copy implements TableSource.Reader {

        private final TableSource source;
        private final List<@Nullable Object[]> step = new ArrayList<>();
        private List<String> names = List.of();
        private List<SqlType> types = List.of();

        Copy(TableSource source) {
            this.source = source;
        }

        @Override
        public void columns(List<ImportColumn> columns) throws IOException {
            if (columns.isEmpty()) {
                throw PlainException.of("delta.no-columns");
            }
            names = columns.stream().map(ImportColumn::name).toList();
            types = columns.stream().map(ImportColumn::type).toList();
            String schema = quoted(source.schema());
            if (!source.schema().equalsIgnoreCase(TableSource.DEFAULT_SCHEMA)) {
                session.execute(
                        "IF SCHEMA_ID('" + source.schema().replace("'", "''") + "') IS NULL EXEC('CREATE SCHEMA "
                                + schema.replace("'", "''") + "')",
                        List.of());
            }
            String table = schema + "." + quoted(source.name());
            session.execute("DROP TABLE IF EXISTS " + table, List.of());
            session.execute(
                    columns.stream()
                            .map(column -> quoted(column.name()) + " " + column.type() + " NULL")
                            .collect(Collectors.joining(", ", "CREATE TABLE " + table + " (", ")")),
                    List.of());
        }

        @Override
        public void row(@Nullable Object[] values) {
            @Nullable Object[] stored = new @Nullable Object[values.length];
            for (int i = 0; i < stored.length; i++) {
                stored[i] = Codec.store(values[i], types.get(i));
            }
            step.add(stored);
            if (step.size() == ROWS_A_STEP) {
                write();
            }
        }

        @Override
        public void end() {
            write();
        }

        private void write() {
            session.load(source.schema() + "." + source.name(), names, step);
            step.clear();
        }
    }
}
