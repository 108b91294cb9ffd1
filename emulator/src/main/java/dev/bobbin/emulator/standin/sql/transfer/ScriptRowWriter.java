package dev.bobbin.emulator.standin.sql.transfer;

import dev.bobbin.emulator.standin.sql.RowSet;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A T-SQL script that makes the table and its rows again. */
final class ScriptRowWriter implements TableExport.RowWriter {

    private static final int ROWS_A_STATEMENT = 200;

    private final BufferedWriter writer;
    private final List<RowSet.Column> columns;
    private final String insert;
    private int rows;

    ScriptRowWriter(Path file, List<RowSet.Column> columns, String table) throws IOException {
        this.columns = columns;
        this.writer = Files.newBufferedWriter(file);
        this.insert = columns.stream()
                .map(column -> quoted(column.name()))
                .collect(Collectors.joining(", ", "INSERT INTO " + table + " (", ") VALUES\n"));
        writer.write(columns.stream()
                .map(column -> "    " + quoted(column.name()) + " " + column.type())
                .collect(Collectors.joining(",\n", "CREATE TABLE " + table + " (\n", "\n);\nGO\n")));
    }

    private static String quoted(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    @Override
    public void write(List<@Nullable Object> row) throws IOException {
        writer.write(rows == 0 ? insert : ",\n");
        writer.write("(");
        for (int i = 0; i < row.size(); i++) {
            writer.write(i == 0 ? "" : ", ");
            writer.write(ValueText.literal(row.get(i), columns.get(i).type()));
        }
        writer.write(")");
        if (++rows == ROWS_A_STATEMENT) {
            end();
        }
    }

    private void end() throws IOException {
        if (rows > 0) {
            writer.write(";\nGO\n");
            rows = 0;
        }
    }

    @Override
    public void close() throws IOException {
        try (writer) {
            end();
        }
    }
}
