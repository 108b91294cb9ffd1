package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.bobbin.app.text.JsonLayout;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes rows of a table as an Excel workbook with one sheet: numbers as numbers, so that they can be added up. */
final class ExcelExport {

    /** Rows and characters that Excel can hold. Source: Excel specifications and limits. */
    static final int MOST_ROWS = 1_048_576;

    private static final int LONGEST_TEXT = 32_767;

    /** A number of more digits would be rounded; it is written as a text instead. */
    private static final int MOST_DIGITS = 15;

    private static final int ROWS_IN_MEMORY = 1_000;

    private ExcelExport() {}

    /** @throws IOException when the file cannot be written, or Excel cannot hold so many rows */
    static void write(ResultTable table, int[] rows, Path file) throws IOException {
        if (rows.length >= MOST_ROWS) {
            throw new IOException(text("table.tooManyForExcel", rows.length, MOST_ROWS - 1));
        }
        List<String> names =
                table.columns().stream().map(ResultTable.Column::name).toList();
        Map<String, Integer> places = new HashMap<>();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook workbook = new Workbook(out, "Bobbin", null)) {
            Worksheet sheet = workbook.newWorksheet("Output");
            sheet.freezePane(0, 1);
            for (int column = 0; column < names.size(); column++) {
                places.put(names.get(column), column);
                sheet.value(0, column, cut(names.get(column)));
                sheet.style(0, column).bold().set();
            }
            for (int i = 0; i < rows.length; i++) {
                row(sheet, i + 1, table.json(rows[i]), places);
                if (i % ROWS_IN_MEMORY == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static void row(Worksheet sheet, int row, String json, Map<String, Integer> places) throws IOException {
        try (JsonParser parser = JsonLayout.JSON.createParser(json)) {
            parser.nextToken();
            RowValues values = new RowValues(parser);
            while (values.next()) {
                Integer column = places.get(values.name());
                JsonToken value = values.value();
                int from = (int) parser.currentTokenLocation().getCharOffset();
                if (value.isStructStart()) {
                    parser.skipChildren();
                }
                if (column != null) {
                    switch (value) {
                        case VALUE_NULL -> {}
                        case VALUE_TRUE, VALUE_FALSE -> sheet.value(row, column, parser.getBooleanValue());
                        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(sheet, row, column, parser.getText());
                        case START_ARRAY, START_OBJECT ->
                            sheet.value(
                                    row,
                                    column,
                                    cut(json.substring(
                                            from,
                                            (int) parser.currentTokenLocation().getCharOffset() + 1)));
                        default -> sheet.value(row, column, cut(parser.getText()));
                    }
                }
            }
        }
    }

    private static void number(Worksheet sheet, int row, int column, String written) {
        try {
            BigDecimal number = new BigDecimal(written);
            if (number.precision() <= MOST_DIGITS) {
                sheet.value(row, column, number);
                return;
            }
        } catch (NumberFormatException _) {
            // NaN and Infinity, which Excel does not know.
        }
        sheet.value(row, column, written);
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
