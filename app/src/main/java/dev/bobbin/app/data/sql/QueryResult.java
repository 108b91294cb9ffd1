package dev.bobbin.app.data.sql;

import dev.bobbin.emulator.standin.sql.RowSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One result of statements that a person has run. */
public sealed interface QueryResult {

    /** @param more whether there are more rows than were taken */
    record Rows(List<RowSet.Column> columns, List<List<@Nullable Object>> rows, boolean more) implements QueryResult {}

    /** How many rows a statement changed. */
    record Count(long rows) implements QueryResult {}

    /** What PRINT said. */
    record Message(String text) implements QueryResult {}

    /** A statement failed; those before it were done. @param line of the text, from 1; 0 when nobody knows */
    record Failure(String text, int line) implements QueryResult {}
}
