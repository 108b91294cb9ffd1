package dev.bobbin.emulator.standin.sql;

/** One result of a batch. */
public sealed interface SqlResult {

    /** Rows, read as they are asked for. */
    record Rows(RowSet rows) implements SqlResult {}

    /** How many rows a change touched; -1 when the statement does not count. */
    record Count(long rows) implements SqlResult {}

    /** What PRINT or a mild RAISERROR said. */
    record Message(String text, int number) implements SqlResult {}

    /** A statement failed; what stood before it was done. */
    record Failure(SqlError error) implements SqlResult {}
}
