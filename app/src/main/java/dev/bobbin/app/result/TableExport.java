package dev.bobbin.app.result;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.bobbin.app.text.CsvFile;
import dev.bobbin.app.text.DelimitedText;
import dev.bobbin.app.text.JsonLayout;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes rows of a table for other programs: whole values, never shortened as on the screen. */
final class TableExport {

    private TableExport() {}

    /** Whether a file's name ends as that of a table does. */
    static boolean isFormat(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".xlsx") || name.endsWith(".json");
    }

    /** Writes rows to a file: CSV (RFC 4180) or Excel when its name ends so, else JSON. Returns the file. */
    static Path write(ResultTable table, int[] rows, Path file) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx")) {
            ExcelExport.write(table, rows, file);
            return file;
        }
        if (name.endsWith(".csv")) {
            CsvFile.write(file, out -> {
                delimited(table, rows, ',', out);
                return true;
            });
            return file;
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            json(table, rows, out);
        }
        return file;
    }

    /** Rows as text with a separator, the column names first. */
    static String delimited(ResultTable table, int[] rows, char separator) throws IOException {
        StringWriter out = new StringWriter();
        delimited(table, rows, separator, out);
        return out.toString();
    }

    private static void delimited(ResultTable table, int[] rows, char separator, Writer out) throws IOException {
        List<String> names =
                table.columns().stream().map(ResultTable.Column::name).toList();
        line(out, names, separator);
        for (int row : rows) {
            Map<String, String> values = values(table.json(row));
            line(out, names.stream().map(name -> values.getOrDefault(name, "")).toList(), separator);
        }
    }

    private static void line(Writer out, List<String> values, char separator) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            out.write(i == 0 ? "" : String.valueOf(separator));
            out.write(DelimitedText.quoted(values.get(i), separator));
        }
        out.write("\r\n");
    }

    private static Map<String, String> values(String json) throws IOException {
        Map<String, String> values = new HashMap<>();
        try (JsonParser parser = JsonLayout.JSON.createParser(json)) {
            parser.nextToken();
            RowValues row = new RowValues(parser);
            while (row.next()) {
                String name = row.name();
                JsonToken value = row.value();
                if (value.isStructStart()) {
                    int from = (int) parser.currentTokenLocation().getCharOffset();
                    parser.skipChildren();
                    values.put(
                            name,
                            json.substring(
                                    from, (int) parser.currentTokenLocation().getCharOffset() + 1));
                } else if (value != JsonToken.VALUE_NULL) {
                    values.put(name, parser.getText());
                }
            }
        }
        return values;
    }

    private static void json(ResultTable table, int[] rows, Writer out) throws IOException {
        out.write("[");
        String separator = "\n";
        for (int row : rows) {
            out.write(separator);
            out.write(table.json(row));
            separator = ",\n";
        }
        out.write("\n]\n");
    }
}
