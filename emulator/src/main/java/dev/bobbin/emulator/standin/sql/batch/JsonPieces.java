package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.sqlite.SqliteLink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows a JSON document is sent in. */
final class JsonPieces {

    private static final int LENGTH = 2033;

    private JsonPieces() {}

    /** SQL Server sends a long JSON document as several rows, which the reader puts together. */
    static RowSet of(RowSet document, SqliteLink link) {
        List<List<@Nullable Object>> pieces = new ArrayList<>();
        for (List<@Nullable Object> row : document.next(1)) {
            String text = String.valueOf(row.getFirst());
            for (int from = 0; from < text.length(); from += LENGTH) {
                pieces.add(List.of(text.substring(from, Math.min(text.length(), from + LENGTH))));
            }
        }
        return RowSet.of(document.columns(), link, pieces);
    }
}
