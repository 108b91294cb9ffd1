package dev.bobbin.emulator.standin.sql.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import would bring, to be looked at and changed before it is done.
 *
 * @param columns with the types that fit the rows looked at
 * @param rows the first ones
 * @param more whether there are others
 */
public record ImportPreview(List<ImportColumn> columns, List<List<@Nullable Object>> rows, boolean more) {

    /** So many rows are looked at to find the types. */
    public static final int LOOKED_AT = 20_000;

    private static final int SHOWN = 50;

    /**
     * Looks at a file.
     *
     * @param national whether texts may be nvarchar, which a warehouse lacks
     * @throws IOException when it cannot be read; the message is in plain words
     */
    public static ImportPreview of(Path file, FileFormat format, CsvOptions csv, boolean national) throws IOException {
        return of(file, format, csv, national, LOOKED_AT);
    }

    /** The same, but the types fit every row of the file. */
    public static ImportPreview ofAllRows(Path file, FileFormat format, CsvOptions csv, boolean national)
            throws IOException {
        return of(file, format, csv, national, Long.MAX_VALUE);
    }

    private static ImportPreview of(Path file, FileFormat format, CsvOptions csv, boolean national, long rows)
            throws IOException {
        try (RowReader reader = format.open(file, csv)) {
            List<TypeGuess> guesses = new ArrayList<>();
            reader.columns().forEach(column -> guesses.add(new TypeGuess(reader.numbers())));
            List<List<@Nullable Object>> shown = new ArrayList<>();
            boolean more = false;
            for (long count = 0; count < rows; count++) {
                List<@Nullable Object> row = reader.next();
                if (row == null) {
                    break;
                }
                for (int i = 0; i < guesses.size(); i++) {
                    guesses.get(i).add(row.get(i));
                }
                if (shown.size() < SHOWN) {
                    shown.add(row);
                } else {
                    more = true;
                }
            }
            List<ImportColumn> columns = new ArrayList<>();
            for (int i = 0; i < guesses.size(); i++) {
                columns.add(
                        new ImportColumn(reader.columns().get(i), guesses.get(i).type(national)));
            }
            return new ImportPreview(columns, shown, more);
        }
    }
}
