package dev.bobbin.emulator.standin.sql.changes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tables and indexes of a SQLite file at one moment.
 *
 * @param version SQLite's number of the schema, which every definition raises
 * @param entries by type and name, in the order of the file
 */
record FileSchema(int version, Map<String, Entry> entries) {

    static final FileSchema NOTHING = new FileSchema(-1, Map.of());

    /** @param sql the definition as SQLite keeps it */
    record Entry(boolean table, String name, String sql) {

        String key() {
            return (table ? "table " : "index ") + FileSchema.key(name);
        }

        /** Tables without row numbers and virtual ones are none of the stand-in's and cannot be followed. */
        boolean hasRows() {
            String upper = sql.toUpperCase(Locale.ROOT);
            return table && !upper.startsWith("CREATE VIRTUAL") && !upper.contains("WITHOUT ROWID");
        }
    }

    /** SQLite's names know no case. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA main.schema_version")) {
            return row.getInt(1);
        }
    }

    static FileSchema read(Connection connection) throws SQLException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT type, name, sql FROM main.sqlite_master"
                        + " WHERE type IN ('table', 'index') AND sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                        + " ORDER BY rowid")) {
            while (row.next()) {
                Entry entry = new Entry(row.getString(1).equals("table"), row.getString(2), row.getString(3));
                entries.put(entry.key(), entry);
            }
        }
        return new FileSchema(version(connection), entries);
    }

    /** What is here and not, or not the same, there. */
    List<Entry> without(FileSchema other) {
        return entries.values().stream()
                .filter(entry -> !entry.equals(other.entries.get(entry.key())))
                .toList();
    }

    /** The columns of a table that are stored, in order. */
    static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT name FROM pragma_table_xinfo(?, 'main') WHERE hidden = 0")) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    columns.add(row.getString(1));
                }
            }
        }
        return columns;
    }
}
