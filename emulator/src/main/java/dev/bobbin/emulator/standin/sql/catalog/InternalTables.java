package dev.bobbin.emulator.standin.sql.catalog;

import java.util.List;
import java.util.Locale;

/** The tables in which the stand-in keeps what SQLite has no place for. */
public final class InternalTables {

    /** Tables, views, procedures and schemas as T-SQL knows them. */
    public static final String CATALOG =
            "CREATE TABLE IF NOT EXISTS bobbin_catalog (kind TEXT, schema_name TEXT, name TEXT, definition TEXT)";

    /** The next value of each identity column. */
    public static final String IDENTITIES =
            "CREATE TABLE IF NOT EXISTS bobbin_identity (table_name TEXT PRIMARY KEY, next_value INTEGER)";

    /** The number each sequence handed out last. */
    public static final String SEQUENCES =
            "CREATE TABLE IF NOT EXISTS bobbin_sequence (sequence_name TEXT PRIMARY KEY, last_value INTEGER)";

    /** Name of a table that is about to take the place of the one it was copied from. */
    public static final String INTERIM = "bobbin_new";

    /** All that last. */
    public static final List<String> ALL = List.of(CATALOG, IDENTITIES, SEQUENCES);

    private InternalTables() {}

    /** Whether a table of the file is the stand-in's own, and no user's. */
    public static boolean contains(String sqliteName) {
        return sqliteName.toLowerCase(Locale.ROOT).startsWith("bobbin_");
    }
}
