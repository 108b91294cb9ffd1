package dev.bobbin.app.data.sql;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.text.DelimitedText;
import dev.bobbin.emulator.standin.sql.browse.BrowsedTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows copied from a table or a spreadsheet, on their way into a table. */
final class PastedRows {

    private PastedRows() {}

    /**
     * The values of each row by column. A first line that names columns says which they are; else they come in the order of the
     * table. An empty value leaves its column to the default, and what the database makes itself is left to it.
     *
     * @throws IOException when there are more values than columns
     */
    static List<Map<String, @Nullable String>> of(String copied, List<BrowsedTable.Column> columns) throws IOException {
        List<List<String>> lines = DelimitedText.parse(copied);
        Map<String, BrowsedTable.Column> byName = new LinkedHashMap<>();
        columns.forEach(column -> byName.put(column.name(), column));
        boolean named = lines.size() > 1 && byName.keySet().containsAll(lines.getFirst());
        List<BrowsedTable.Column> order =
                named ? lines.getFirst().stream().map(byName::get).toList() : columns;
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        for (List<String> line : named ? lines.subList(1, lines.size()) : lines) {
            if (line.size() > order.size()) {
                throw new IOException(text("data.paste.tooWide", line.size(), order.size()));
            }
            Map<String, @Nullable String> row = new LinkedHashMap<>();
            for (int i = 0; i < line.size(); i++) {
                if (order.get(i).writable() && !line.get(i).isEmpty()) {
                    row.put(order.get(i).name(), line.get(i));
                }
            }
            rows.add(row);
        }
        return rows;
    }
}
