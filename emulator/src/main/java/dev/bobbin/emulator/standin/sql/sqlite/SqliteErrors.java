package dev.bobbin.emulator.standin.sql.sqlite;

import dev.bobbin.emulator.standin.sql.SqlError;
import java.sql.SQLException;
import java.util.Locale;

/** SQLite's own failures, as SQL Server would word them. */
public final class SqliteErrors {

    private SqliteErrors() {}

    public static SqlError translate(SQLException failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("sqlite_busy") || lower.contains("database is locked")) {
            return new SqlError(1222, "HYT00", "Lock request time out period exceeded.");
        }
        if (lower.contains("integer overflow")) {
            return new SqlError(8115, "22003", "Arithmetic overflow error converting expression to data type bigint.");
        }
        if (lower.contains("sqlite_full") || lower.contains("disk is full")) {
            return new SqlError(
                    1105, "42000", "Could not allocate space: the disk that holds the stand-in is full.", 17, 2);
        }
        if (lower.contains("sqlite_readonly")) {
            return new SqlError(
                    3906, "25000", "The stand-in's file may not be written: it, or its folder, is read-only.", 16, 1);
        }
        if (lower.contains("sqlite_ioerr")) {
            return new SqlError(823, "HY000", "The stand-in's file could not be read or written: " + message, 24, 2);
        }
        if (lower.contains("sqlite_notadb") || lower.contains("malformed")) {
            return new SqlError(824, "HY000", "The file of this stand-in is damaged or no database: " + message, 24, 2);
        }
        if (lower.contains("sqlite_interrupt")) {
            return new SqlError(0, "HY008", "Operation canceled");
        }
        return new SqlError(50000, "42000", "The stand-in could not carry out the statement: " + message);
    }
}
