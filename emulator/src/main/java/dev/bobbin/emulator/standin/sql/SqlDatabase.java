package dev.bobbin.emulator.standin.sql;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import java.nio.file.Path;

/**
 * A SQLite file that answers T-SQL as the kind of item would.
 *
 * @param name what DB_NAME() answers
 */
public record SqlDatabase(Path file, SqlKind kind, String name) {

    public static SqlDatabase open(Path file, SqlKind kind) {
        Path folder = file.toAbsolutePath().getParent();
        String name = folder == null ? "master" : folder.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return new SqlDatabase(file, kind, dot > 0 ? name.substring(0, dot) : name);
    }

    /** A connection as a function gets it: mirrored databases and SQL endpoints take no changes. */
    public SqlSession connect() {
        boolean readOnly = kind == SqlKind.MIRRORED || kind == SqlKind.LAKEHOUSE_ENDPOINT;
        return new SqlSession(this, readOnly);
    }

    /** A connection that may change anything: for the bench itself, which fills what functions may only read. */
    public SqlSession connectAsOwner() {
        return new SqlSession(this, false);
    }

    /** Whether names and texts that differ in case only are the same. */
    public boolean ignoresCase() {
        return kind == SqlKind.SQL_DATABASE;
    }
}
