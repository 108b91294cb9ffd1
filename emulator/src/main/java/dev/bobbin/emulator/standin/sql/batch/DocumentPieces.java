package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.sqlite.SqliteLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows a document of FOR JSON or FOR XML is sent in. */
final class DocumentPieces {

    private static final int LENGTH = 2033;

    private DocumentPieces() {}

    /** SQL Server sends a long document as several rows, which the reader puts together. */
    static RowSet of(RowSet document, SqliteLink link) {
        List<List<@Nullable Object>> pieces = new ArrayList<>();
        for (List<@Nullable Object> row : document.next(1)) {
            String text = Objects.toString(row.getFirst(), "");
            for (int from = 0; from < text.length(); from += LENGTH) {
                pieces.add(List.of(text.substring(from, Math.min(text.length(), from + LENGTH))));
            }
        }
        return RowSet.of(document.columns(), link, pieces);
    }
}
