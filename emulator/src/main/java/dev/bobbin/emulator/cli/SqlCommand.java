package dev.bobbin.emulator.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.transfer.ValueText;
import dev.bobbin.emulator.standin.tables.AskedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin sql}: a T-SQL batch on a stand-in, committed when all of it succeeds. */
@Command(name = "sql", mixinStandardHelpOptions = true, description = "Runs T-SQL on the data behind an alias.")
final class SqlCommand implements Callable<Integer> {

    private static final int PAGE = 1_000;

    @Mixin
    DataTarget target = new DataTarget();

    @Parameters(index = "2", arity = "0..1", paramLabel = "<T-SQL>", description = "The batch; - for standard input.")
    @Nullable
    String sql;

    @Option(names = "--file", paramLabel = "F", description = "A file with the batch instead.")
    @Nullable
    Path file;

    @Option(names = "--json", description = "Prints one JSON object a result.")
    boolean json;

    @Override
    public Integer call() throws Exception {
        AskedDatabase asked = target.database();
        try (SqlSession session = asked.database().connectByHand()) {
            for (SqlResult result : session.execute(text(), List.of())) {
                print(result);
            }
            session.commit();
            return 0;
        } catch (SqlError failure) {
            SqlError e = asked.explained(failure);
            Output.error("Msg " + e.number() + ", Level " + e.severity() + ", Line " + e.line() + ": " + e.text());
            return 1;
        }
    }

    private String text() throws IOException, CliFailure {
        if (file != null) {
            return Files.readString(file);
        }
        if (sql == null) {
            throw new CliFailure("Give the T-SQL as the third argument, or name a file with --file.");
        }
        return sql.equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : sql;
    }

    private void print(SqlResult result) throws IOException {
        switch (result) {
            case SqlResult.Rows rows when json -> Output.json(false, out -> write(rows.rows(), out));
            case SqlResult.Rows rows -> table(rows.rows());
            case SqlResult.Count count
            when json ->
                Output.json(false, out -> {
                    out.writeStartObject();
                    out.writeNumberField("count", count.rows());
                    out.writeEndObject();
                });
            case SqlResult.Count count -> Output.error("(" + Counted.of(count.rows(), "row") + " affected)");
            case SqlResult.Message message -> Output.error(message.text());
            case SqlResult.Failure failure -> throw failure.error();
        }
    }

    /** Columns apart by tabs, which spreadsheets take. */
    private static void table(RowSet rows) throws IOException {
        Output.line(String.join(
                "\t", rows.columns().stream().map(RowSet.Column::name).toList()));
        for (List<List<@Nullable Object>> page = rows.next(PAGE); !page.isEmpty(); page = rows.next(PAGE)) {
            for (List<@Nullable Object> row : page) {
                List<String> fields = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    Object value = row.get(i);
                    fields.add(
                            value == null
                                    ? "NULL"
                                    : ValueText.plain(
                                                    value, rows.columns().get(i).type())
                                            .replace('\t', ' ')
                                            .replace('\n', ' '));
                }
                Output.line(String.join("\t", fields));
            }
        }
    }

    private static void write(RowSet rows, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("columns");
        for (RowSet.Column column : rows.columns()) {
            out.writeString(column.name());
        }
        out.writeEndArray();
        out.writeArrayFieldStart("rows");
        for (List<List<@Nullable Object>> page = rows.next(PAGE); !page.isEmpty(); page = rows.next(PAGE)) {
            for (List<@Nullable Object> row : page) {
                out.writeStartArray();
                for (int i = 0; i < row.size(); i++) {
                    switch (row.get(i)) {
                        case null -> out.writeNull();
                        case Long number -> out.writeNumber(number);
                        case Double number -> out.writeNumber(number);
                        case BigDecimal number -> out.writeNumber(number);
                        case Object other ->
                            out.writeString(
                                    ValueText.plain(other, rows.columns().get(i).type()));
                    }
                }
                out.writeEndArray();
            }
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
