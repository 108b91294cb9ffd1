package dev.bobbin.emulator.standin.sql.transfer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.bobbin.emulator.message.PlainException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV. A row that is shorter or longer than the header ends the reading with a message that names the line. */
final class CsvRows implements RowReader {

    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int LONGEST_FIELD = 64 * 1024 * 1024;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final CsvDialect dialect;
    private final List<String> columns;
    private @Nullable CsvRecord first;
    private long line;

    private CsvRows(CsvReader<CsvRecord> reader, CsvDialect dialect, boolean header) throws IOException {
        this.reader = reader;
        this.records = reader.iterator();
        this.dialect = dialect;
        CsvRecord top = read();
        if (top == null) {
            throw PlainException.of("import.empty");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < top.getFieldCount(); i++) {
            names.add(header ? top.getField(i) : "");
        }
        this.columns = ColumnNames.usable(names);
        this.first = header ? null : top;
    }

    static CsvRows open(Path file, CsvOptions options) throws IOException {
        CsvDialect dialect = CsvDialect.of(file, options);
        // A wrong encoding must not turn into wrong letters without a word.
        Reader text = new BufferedReader(
                new InputStreamReader(
                        Files.newInputStream(file),
                        dialect.encoding()
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                256 * 1024);
        text.mark(1);
        try {
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
        } catch (CharacterCodingException e) {
            text.close();
            throw wrongEncoding(dialect, 0, e);
        }
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(dialect.delimiter())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(text);
        return new CsvRows(reader, dialect, options.header());
    }

    private @Nullable CsvRecord read() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord row = records.next();
            line = row.getStartingLineNumber();
            return row;
        } catch (UncheckedIOException | CsvParseException e) {
            throw e.getCause() instanceof IOException cause
                    ? unreadable(cause)
                    : PlainException.of("import.csv", line, PlainException.wordsOf(e))
                            .because(e);
        }
    }

    private IOException unreadable(IOException cause) {
        return cause instanceof CharacterCodingException ? wrongEncoding(dialect, line, cause) : cause;
    }

    private static IOException wrongEncoding(CsvDialect dialect, long line, IOException cause) {
        return (line == 0
                        ? PlainException.of(
                                "import.encoding-at-start", dialect.encoding().displayName())
                        : PlainException.of(
                                "import.encoding", line, dialect.encoding().displayName()))
                .because(cause);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable List<@Nullable Object> next() throws IOException {
        CsvRecord row = first == null ? read() : first;
        first = null;
        if (row == null) {
            return null;
        }
        int count = row.getFieldCount();
        if (count != columns.size()) {
            throw (count == 1
                    ? PlainException.of("import.one-field", line, columns.size(), dialect.delimiter())
                    : PlainException.of("import.fields", line, count, columns.size(), dialect.delimiter()));
        }
        return Collections.unmodifiableList(row.getFields());
    }

    @Override
    public NumberStyle numbers() {
        return dialect.numbers();
    }

    @Override
    public String place() {
        return "line " + line;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
