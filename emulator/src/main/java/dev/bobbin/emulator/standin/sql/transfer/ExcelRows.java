package dev.bobbin.emulator.standin.sql.transfer;

import dev.bobbin.emulator.message.PlainException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of an Excel workbook; its first row holds the names. */
final class ExcelRows implements RowReader {

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> columns;
    private int row;

    private ExcelRows(ReadableWorkbook workbook) throws IOException {
        this.workbook = workbook;
        this.stream = workbook.getFirstSheet().openStream();
        this.rows = stream.iterator();
        if (!rows.hasNext()) {
            throw PlainException.of("import.empty-sheet");
        }
        Row header = rows.next();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < header.getCellCount(); i++) {
            Cell cell = header.getCell(i);
            names.add(cell == null ? "" : cell.getText());
        }
        this.columns = ColumnNames.usable(names);
    }

    static ExcelRows open(Path file) throws IOException {
        try {
            // Formats tell dates from numbers.
            return new ExcelRows(new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true)));
        } catch (NoSuchFileException e) {
            throw e;
        } catch (ExcelReaderException | IOException e) {
            throw PlainException.of("import.no-workbook", PlainException.wordsOf(e))
                    .because(e);
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable List<@Nullable Object> next() throws IOException {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            Row next = rows.next();
            row = next.getRowNum();
            List<@Nullable Object> values = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                @Nullable Cell cell = i < next.getCellCount() ? next.getCell(i) : null;
                values.add(cell == null ? null : value(cell));
            }
            return values;
        } catch (ExcelReaderException e) {
            throw PlainException.of("import.workbook", row, PlainException.wordsOf(e))
                    .because(e);
        }
    }

    private static @Nullable Object value(Cell cell) {
        if (cell.getType() == CellType.EMPTY || cell.getValue() == null) {
            return null;
        }
        return switch (cell.getType()) {
            case BOOLEAN -> cell.asBoolean();
            case NUMBER -> number(cell);
            case FORMULA -> cell.getText();
            case ERROR -> null;
            default -> cell.getText();
        };
    }

    private static Object number(Cell cell) {
        String format = cell.getDataFormatString();
        if (format != null && isDate(format)) {
            return cell.asDate();
        }
        BigDecimal number = cell.asNumber().stripTrailingZeros();
        // Excel computes with doubles: what looks like a whole number is one.
        return number.scale() <= 0 && number.precision() - number.scale() <= 18
                ? (Object) number.longValue()
                : (Object) number.doubleValue();
    }

    /** Letters of days, years or hours outside of quotes, brackets and escapes. */
    private static boolean isDate(String format) {
        String plain = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return !plain.equals("general") && plain.matches(".*[dyhs].*");
    }

    @Override
    public String place() {
        return "row " + row;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
