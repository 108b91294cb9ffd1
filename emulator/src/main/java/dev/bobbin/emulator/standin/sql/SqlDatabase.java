package dev.bobbin.emulator.standin.sql;

import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.record.StatementLog;
import java.io.IOException;
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

    /**
     * The database of a stand-in, made and filled by its seed script when it is not there.
     *
     * @throws SqlError when the script fails
     * @throws IOException when the folder or the script cannot be used
     */
    public static SqlDatabase of(StandIn.Sql standIn) throws IOException {
        return SqlSeed.open(standIn);
    }

    /** A connection as a function gets it: mirrored databases and SQL endpoints take no changes. */
    public SqlSession connect() {
        return new SqlSession(this, readOnly(), new StatementLog(), null);
    }

    /**
     * A connection as a function gets it, on record.
     *
     * @param statements takes every statement
     * @param run under which committed changes are kept, so that they can be shown and undone
     */
    public SqlSession connect(StatementLog statements, String run) {
        return new SqlSession(this, readOnly(), statements, run);
    }

    /**
     * A connection for statements that somebody types: they also change what functions may only read, but for the rows of
     * a lakehouse's endpoint, which are those of its files.
     */
    public SqlSession connectByHand() {
        return kind == SqlKind.LAKEHOUSE_ENDPOINT ? connect() : connectAsOwner();
    }

    /** The same, on record. @param run under which committed changes are kept, so that they can be undone */
    public SqlSession connectByHand(String run) {
        return kind == SqlKind.LAKEHOUSE_ENDPOINT ? connect() : connectAsOwner(run);
    }

    /** A connection that may change anything: for the bench itself, which fills what functions may only read. */
    public SqlSession connectAsOwner() {
        return new SqlSession(this, false, new StatementLog(), null);
    }

    /** The same, on record. @param run under which committed changes are kept, so that they can be undone */
    public SqlSession connectAsOwner(String run) {
        return new SqlSession(this, false, new StatementLog(), run);
    }

    /** Whether functions may only read, as in mirrored databases and SQL endpoints of lakehouses. */
    public boolean readOnly() {
        return kind == SqlKind.MIRRORED || kind == SqlKind.LAKEHOUSE_ENDPOINT;
    }

    /** Whether names and texts that differ in case only are the same. */
    public boolean ignoresCase() {
        return kind == SqlKind.SQL_DATABASE;
    }
}
