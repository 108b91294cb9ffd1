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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The objects of a database, as one session sees them. Read again when another session changed them. */
public final class Catalog {

    private static final ObjectMapper JSON = new ObjectMapper()
            .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
            .setVisibility(PropertyAccessor.FIELD, Visibility.ANY);
    private static final String TEMPORARY = "tempdb";

    private final Connection connection;
    private final String database;
    private final boolean ignoreCase;
    private final Map<String, CatalogObject> objects = new LinkedHashMap<>();
    private final Map<String, CatalogObject> temporary = new LinkedHashMap<>();
    private final TreeSet<String> schemas = new TreeSet<>();
    private @Nullable PreparedStatement versionQuery;
    private int version = -1;
    private int changes;

    /** @param database what the database is called */
    public Catalog(Connection connection, String database, boolean ignoreCase) {
        this.connection = connection;
        this.database = database;
        this.ignoreCase = ignoreCase;
    }

    public String database() {
        return database;
    }

    /** The collation of the database, by SQL Server's name. */
    public String collation() {
        return ignoreCase ? "SQL_Latin1_General_CP1_CI_AS" : "Latin1_General_100_BIN2_UTF8";
    }

    /** Whether keys are enforced; a warehouse only notes them. */
    public boolean enforces() {
        return ignoreCase;
    }

    /** Reads the catalog if it changed since it was read last. */
    public void refresh() throws SQLException {
        int now = fileVersion();
        if (now != version) {
            try (Statement statement = connection.createStatement()) {
                load(statement);
            }
            version = now;
        }
    }

    /** Asked before every batch, so the question stays prepared. */
    private int fileVersion() throws SQLException {
        PreparedStatement query =
                versionQuery == null ? connection.prepareStatement("PRAGMA user_version") : versionQuery;
        versionQuery = null;
        try (ResultSet row = query.executeQuery()) {
            int answer = row.getInt(1);
            versionQuery = query;
            return answer;
        }
    }

    /** A number that changes whenever the file's part of the catalog does. */
    public int version() {
        return version;
    }

    /** A number that changes whenever this session comes to see another object, a temporary one too. */
    public int changes() {
        return changes;
    }

    /** Forgets temporary tables whose creation was rolled back. */
    public void refreshTemporary() throws SQLException {
        if (temporary.isEmpty()) {
            return;
        }
        Set<String> there = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT lower(name) FROM sqlite_temp_master WHERE type = 'table'")) {
            while (row.next()) {
                there.add(row.getString(1));
            }
        }
        if (temporary.values().removeIf(object -> !there.contains(object.name().toLowerCase(Locale.ROOT)))) {
            changes++;
        }
    }

    /** Forgets what was read, because a transaction was rolled back. */
    public void invalidate() {
        version = -1;
    }

    private void load(Statement statement) throws SQLException {
        changes++;
        objects.clear();
        schemas.clear();
        schemas.addAll(List.of("dbo", "sys", "INFORMATION_SCHEMA"));
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

    /**
     * The objects of an attached database.
     *
     * @param schema SQLite's name of it, such as {@code main}
     */
    public static List<CatalogObject> read(Connection connection, String schema) throws SQLException {
        List<CatalogObject> objects = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(
                    "SELECT 1 FROM " + schema + ".sqlite_master WHERE name = 'bobbin_catalog'")) {
                if (!row.next()) {
                    return objects;
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT kind, definition FROM " + schema
                    + ".bobbin_catalog WHERE kind <> 'SCHEMA' ORDER BY rowid")) {
                while (row.next()) {
                    objects.add(read(row.getString(1), row.getString(2)));
                }
            }
        }
        return objects;
    }

    /**
     * A table by its name; empty when it is not there.
     *
     * @param connection whose main database holds it
     * @param qualifiedName with its schema, such as {@code dbo.Orders}
     */
    public static Optional<CatalogObject.Table> table(Connection connection, String qualifiedName) throws SQLException {
        int dot = qualifiedName.indexOf('.');
        try (PreparedStatement query = connection.prepareStatement("SELECT definition FROM main.bobbin_catalog"
                + " WHERE kind = 'TABLE' AND schema_name = ? COLLATE NOCASE AND name = ? COLLATE NOCASE")) {
            query.setString(1, qualifiedName.substring(0, dot));
            query.setString(2, qualifiedName.substring(dot + 1));
            try (ResultSet row = query.executeQuery()) {
                return row.next() && read("TABLE", row.getString(1)) instanceof CatalogObject.Table table
                        ? Optional.of(table)
                        : Optional.empty();
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
                case "FUNCTION" -> JSON.readValue(definition, CatalogObject.Function.class);
                case "SEQUENCE" -> JSON.readValue(definition, CatalogObject.Sequence.class);
                default -> JSON.readValue(definition, CatalogObject.Procedure.class);
            };
        } catch (JsonProcessingException e) {
            throw new SQLException(
                    "The catalog of this database is damaged: a " + kind.toLowerCase(Locale.ROOT)
                            + " in it cannot be read.",
                    e);
        }
    }

    public @Nullable CatalogObject find(ObjectName name) {
        if (name.name().startsWith("#") || name.name().startsWith("@")) {
            return temporary.get(key(TEMPORARY, name.name()));
        }
        return objects.get(key(name.schema() == null ? "dbo" : name.schema(), name.name()));
    }

    /** The number that stands for the object in sys views and OBJECT_ID. */
    public static long id(CatalogObject object) {
        long hash =
                Math.abs((long) object.qualifiedName().toLowerCase(Locale.ROOT).hashCode());
        return 100_000_000L + hash % 1_900_000_000L;
    }

    public static long schemaId(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "dbo" -> 1;
            case "information_schema" -> 3;
            case "sys" -> 4;
            case String other -> 5L + Math.abs((long) other.hashCode()) % 10_000;
        };
    }

    /** The letters of {@code sys.objects.type}. */
    public static String type(CatalogObject object) {
        return switch (object) {
            case CatalogObject.Table ignored -> "U";
            case CatalogObject.View ignored -> "V";
            case CatalogObject.Procedure ignored -> "P";
            case CatalogObject.Sequence ignored -> "SO";
            case CatalogObject.Function function ->
                switch (function.kind()) {
                    case SCALAR -> "FN";
                    case INLINE_TABLE -> "IF";
                    case TABLE -> "TF";
                };
        };
    }

    /** The parts of a dotted name, without brackets and quotes. */
    public static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        char closing = 0;
        for (char c : text.strip().toCharArray()) {
            if (closing != 0) {
                if (c == closing) {
                    closing = 0;
                } else {
                    part.append(c);
                }
            } else if (c == '[' || c == '"') {
                closing = c == '[' ? ']' : '"';
            } else if (c == '.') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /** {@code sys.types.system_type_id} of a type; null when there is none of that name. */
    public static @Nullable Long typeId(String name) {
        return SystemTypes.id(name);
    }

    public static @Nullable String typeName(@Nullable Object id) {
        return SystemTypes.name(id);
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
        changes++;
        write("SCHEMA", name, name, "");
        schemas.add(name);
    }

    public void put(CatalogObject object) throws SQLException {
        changes++;
        if (object instanceof CatalogObject.Table table && table.temporary()) {
            temporary.put(key(TEMPORARY, table.name()), table);
            return;
        }
        String kind =
                switch (object) {
                    case CatalogObject.Table ignored -> "TABLE";
                    case CatalogObject.View ignored -> "VIEW";
                    case CatalogObject.Procedure ignored -> "PROCEDURE";
                    case CatalogObject.Function ignored -> "FUNCTION";
                    case CatalogObject.Sequence ignored -> "SEQUENCE";
                };
        try {
            write(kind, object.schema(), object.name(), JSON.writeValueAsString(object));
        } catch (JsonProcessingException e) {
            throw new SQLException(e);
        }
        objects.put(key(object.schema(), object.name()), object);
    }

    public void remove(CatalogObject object) throws SQLException {
        changes++;
        if (object instanceof CatalogObject.Table table && table.temporary()) {
            temporary.remove(key(TEMPORARY, table.name()));
            return;
        }
        delete(object.schema(), object.name());
        objects.remove(key(object.schema(), object.name()));
        changed();
    }

    public void removeSchema(String name) throws SQLException {
        changes++;
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
