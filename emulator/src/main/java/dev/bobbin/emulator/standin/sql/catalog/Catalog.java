package dev.bobbin.emulator.standin.sql.catalog;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The objects of a database, as one session sees them. Read again when another session changed them. */
public final class Catalog {

    private static final ObjectMapper JSON = new ObjectMapper()
            .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
            .setVisibility(PropertyAccessor.FIELD, Visibility.ANY);
    private static final String TEMPORARY = "tempdb";

    private final Connection connection;
    private final boolean ignoreCase;
    private final Map<String, CatalogObject> objects = new LinkedHashMap<>();
    private final Map<String, CatalogObject> temporary = new LinkedHashMap<>();
    private final TreeSet<String> schemas = new TreeSet<>();
    private int version = -1;

    public Catalog(Connection connection, boolean ignoreCase) {
        this.connection = connection;
        this.ignoreCase = ignoreCase;
    }

    /** Reads the catalog if it changed since it was read last. */
    public void refresh() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int now;
            try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
                now = row.getInt(1);
            }
            if (now != version) {
                load(statement);
                version = now;
            }
        }
    }

    /** Forgets what was read, because a transaction was rolled back. */
    public void invalidate() {
        version = -1;
    }

    private void load(Statement statement) throws SQLException {
        objects.clear();
        schemas.clear();
        schemas.add("dbo");
        if (!exists(statement)) {
            return;
        }
        try (ResultSet row = statement.executeQuery(
                "SELECT kind, schema_name, name, definition FROM bobbin_catalog ORDER BY rowid")) {
            while (row.next()) {
                if (row.getString(1).equals("SCHEMA")) {
                    schemas.add(row.getString(3));
                } else {
                    CatalogObject object = read(row.getString(1), row.getString(4));
                    objects.put(key(object.schema(), object.name()), object);
                }
            }
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = 'bobbin_catalog'")) {
            return row.next();
        }
    }

    private static CatalogObject read(String kind, String definition) throws SQLException {
        try {
            return switch (kind) {
                case "TABLE" -> JSON.readValue(definition, CatalogObject.Table.class);
                case "VIEW" -> JSON.readValue(definition, CatalogObject.View.class);
                default -> JSON.readValue(definition, CatalogObject.Procedure.class);
            };
        } catch (JsonProcessingException e) {
            throw new SQLException("The catalog of this database cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    public @Nullable CatalogObject find(ObjectName name) {
        if (name.name().startsWith("#") || name.name().startsWith("@")) {
            return temporary.get(key(TEMPORARY, name.name()));
        }
        return objects.get(key(name.schema() == null ? "dbo" : name.schema(), name.name()));
    }

    public boolean hasSchema(String name) {
        return schemas.stream().anyMatch(each -> ignoreCase ? each.equalsIgnoreCase(name) : each.equals(name));
    }

    public Collection<String> schemas() {
        return schemas;
    }

    public Collection<CatalogObject> all() {
        return objects.values();
    }

    public Collection<CatalogObject> allTemporary() {
        return temporary.values();
    }

    public void addSchema(String name) throws SQLException {
        write("SCHEMA", name, name, "");
        schemas.add(name);
    }

    public void put(CatalogObject object) throws SQLException {
        if (object instanceof CatalogObject.Table table && table.temporary()) {
            temporary.put(key(TEMPORARY, table.name()), table);
            return;
        }
        String kind =
                switch (object) {
                    case CatalogObject.Table ignored -> "TABLE";
                    case CatalogObject.View ignored -> "VIEW";
                    case CatalogObject.Procedure ignored -> "PROCEDURE";
                };
        try {
            write(kind, object.schema(), object.name(), JSON.writeValueAsString(object));
        } catch (JsonProcessingException e) {
            throw new SQLException(e);
        }
        objects.put(key(object.schema(), object.name()), object);
    }

    public void remove(CatalogObject object) throws SQLException {
        if (object instanceof CatalogObject.Table table && table.temporary()) {
            temporary.remove(key(TEMPORARY, table.name()));
            return;
        }
        delete(object.schema(), object.name());
        objects.remove(key(object.schema(), object.name()));
        changed();
    }

    public void removeSchema(String name) throws SQLException {
        delete(name, name);
        schemas.remove(name);
        changed();
    }

    private void write(String kind, String schema, String name, String definition) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(InternalTables.CATALOG);
        }
        delete(schema, name);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bobbin_catalog VALUES (?, ?, ?, ?)")) {
            insert.setString(1, kind);
            insert.setString(2, schema);
            insert.setString(3, name);
            insert.setString(4, definition);
            insert.executeUpdate();
        }
        changed();
    }

    private void delete(String schema, String name) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM bobbin_catalog WHERE schema_name = ? AND name = ?")) {
            delete.setString(1, schema);
            delete.setString(2, name);
            delete.executeUpdate();
        }
    }

    /** SQLite keeps the number in the file, inside the transaction: other sessions see it when this one commits. */
    private void changed() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int next;
            try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
                next = row.getInt(1) + 1;
            }
            statement.execute("PRAGMA user_version = " + next);
            version = next;
        }
    }

    private String key(String schema, String name) {
        String key = schema + "." + name;
        return ignoreCase ? key.toLowerCase(Locale.ROOT) : key;
    }
}
