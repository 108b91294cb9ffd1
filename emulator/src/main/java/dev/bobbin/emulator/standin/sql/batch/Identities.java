package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.catalog.Catalog;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.catalog.InternalTables;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the values of identity columns. As in SQL Server a value that was handed out is never handed out again, even
 * when the transaction that took it is rolled back.
 */
final class Identities {

    private static final String PUT =
            "INSERT INTO bobbin_identity VALUES (?, ?) ON CONFLICT (table_name) DO UPDATE SET next_value = excluded.next_value";

    private final SessionState state;
    private final Map<String, Long> next = new HashMap<>();
    private boolean used;
    private @Nullable Long last;
    private @Nullable Long lastInScope;

    Identities(SessionState state) {
        this.state = state;
    }

    private @Nullable Table table(String name) {
        int dot = name.indexOf('.');
        ObjectName object = name.startsWith("tempdb.")
                ? ObjectName.of(name.substring(dot + 1))
                : new ObjectName(null, name.substring(0, dot), name.substring(dot + 1));
        return state.catalog().find(object) instanceof Table table ? table : null;
    }

    private static @Nullable Column column(@Nullable Table table) {
        return table == null
                ? null
                : table.columns().stream()
                        .filter(column -> column.identitySeed() != null)
                        .findFirst()
                        .orElse(null);
    }

    private static long seed(@Nullable Column column) {
        return column == null || column.identitySeed() == null ? 1 : column.identitySeed();
    }

    private static long step(@Nullable Column column) {
        return column == null ? 1 : column.identityStep();
    }

    /** The next value for the table, by its qualified name. */
    long take(String name) {
        Column column = column(table(name));
        long value = upcoming(name, column);
        next.put(name, value + step(column));
        used = true;
        last = value;
        lastInScope = value;
        return value;
    }

    /** Notes a value that was given with IDENTITY_INSERT on: the next one handed out lies beyond it. */
    void given(String name, long value) {
        Column column = column(table(name));
        long step = step(column);
        long upcoming = upcoming(name, column);
        if (step > 0 ? value >= upcoming : value <= upcoming) {
            next.put(name, value + step);
            used = true;
        }
        last = value;
        lastInScope = value;
    }

    private long upcoming(String name, @Nullable Column column) {
        Long known = next.get(name);
        if (known != null) {
            return known;
        }
        Long stored = stored(name);
        return stored == null ? seed(column) : stored;
    }

    private @Nullable Long stored(String name) {
        if (name.startsWith("tempdb.")) {
            return null;
        }
        try (PreparedStatement select = state.link()
                .connection()
                .prepareStatement("SELECT next_value FROM bobbin_identity WHERE table_name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        } catch (SQLException e) {
            return null;
        }
    }

    /** The value handed out last for the table, or its seed when none was; null when it has no identity column. */
    @Nullable
    Long current(CatalogObject object) {
        if (!(object instanceof Table table) || column(table) == null) {
            return null;
        }
        Column column = column(table);
        Long upcoming = next.get(table.qualifiedName());
        Long known = upcoming == null ? stored(table.qualifiedName()) : upcoming;
        return known == null ? Long.valueOf(seed(column)) : Long.valueOf(known - step(column));
    }

    @Nullable
    Long last() {
        return last;
    }

    @Nullable
    Long lastInScope() {
        return lastInScope;
    }

    /** A procedure has a scope of its own. */
    void setLastInScope(@Nullable Long value) {
        lastInScope = value;
    }

    /** Forgets the table: TRUNCATE and DROP start anew. */
    void reset(Table table) throws SQLException {
        reseed(table, null);
    }

    /** The next row gets the value when there was none since the table was made or truncated, else the one after it. */
    void reseed(String written, @Nullable Object value) throws SQLException {
        List<String> parts = Catalog.parts(written);
        ObjectName name = new ObjectName(null, parts.size() > 1 ? parts.get(parts.size() - 2) : null, parts.getLast());
        Column column = state.catalog().find(name) instanceof Table table ? column(table) : null;
        if (column == null || !(state.catalog().find(name) instanceof Table table) || !(value instanceof Long number)) {
            throw new SqlError(7997, "42000", "'" + written + "' does not contain an identity column.");
        }
        String qualified = table.qualifiedName();
        boolean handedOut = next.containsKey(qualified) || stored(qualified) != null;
        reseed(table, handedOut ? number + step(column) : number);
        used = true;
    }

    /** @param upcoming the value handed out next; null for the seed */
    void reseed(Table table, @Nullable Long upcoming) throws SQLException {
        next.remove(table.qualifiedName());
        if (table.temporary()) {
            if (upcoming != null) {
                next.put(table.qualifiedName(), upcoming);
            }
            return;
        }
        state.link().run(InternalTables.IDENTITIES);
        try (PreparedStatement put = state.link()
                .connection()
                .prepareStatement(upcoming == null ? "DELETE FROM bobbin_identity WHERE table_name = ?" : PUT)) {
            put.setString(1, table.qualifiedName());
            if (upcoming != null) {
                put.setLong(2, upcoming);
            }
            put.executeUpdate();
        }
    }

    /** Writes the values down, inside the transaction that commits. */
    void persist() throws SQLException {
        if (!used) {
            return;
        }
        state.link().run(InternalTables.IDENTITIES);
        try (PreparedStatement put = state.link().connection().prepareStatement(PUT)) {
            for (Map.Entry<String, Long> each : next.entrySet()) {
                if (!each.getKey().startsWith("tempdb.")) {
                    put.setString(1, each.getKey());
                    put.setLong(2, each.getValue());
                    put.executeUpdate();
                }
            }
        }
        forgetStored();
    }

    /** After a commit others may go on from what was written. */
    private void forgetStored() {
        next.keySet().removeIf(name -> !name.startsWith("tempdb."));
        used = false;
    }

    /** After a rollback: what was handed out in it is written down for good, in a transaction of its own. */
    void keepAfterRollback() throws SQLException {
        if (!used) {
            return;
        }
        next.keySet().removeIf(name -> !name.startsWith("tempdb.") && table(name) == null);
        if (next.keySet().stream().anyMatch(name -> !name.startsWith("tempdb."))) {
            state.link().beginWriting();
            persist();
            state.link().commit();
        }
        used = false;
    }
}
