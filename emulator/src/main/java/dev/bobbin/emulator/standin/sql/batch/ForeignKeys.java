package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.bind.Standalone;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.ForeignKey;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.emit.Emitter;
import dev.bobbin.emulator.standin.sql.sqlite.Prepared;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.types.Codec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Foreign keys as SQL Server keeps them: checked when the statement is done, texts compared by the database's collation.
 * Triggers note which rows a statement touched; only those are looked at afterwards.
 */
final class ForeignKeys {

    private static final int MOST_COLUMNS = 8;

    /** A foreign key with both of its tables; a key is known by child and name. */
    private record Link(
            Table child, ForeignKey key, Table parent, List<Column> childColumns, List<Column> parentColumns) {

        String id() {
            return child.qualifiedName() + "/" + key.name();
        }
    }

    private final SessionState state;
    private final Constraints constraints;
    private boolean watching;

    ForeignKeys(SessionState state, Constraints constraints) {
        this.state = state;
        this.constraints = constraints;
    }

    private List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (CatalogObject object : state.catalog().all()) {
            if (object instanceof Table child) {
                for (ForeignKey key : child.foreignKeys()) {
                    if (state.catalog().find(new ObjectName(null, key.schema(), key.table())) instanceof Table parent) {
                        links.add(link(child, key, parent));
                    }
                }
            }
        }
        return links;
    }

    private Link link(Table child, ForeignKey key, Table parent) {
        List<String> references = key.references().isEmpty() ? primaryKey(parent) : key.references();
        if (references.size() != key.columns().size() || references.size() > MOST_COLUMNS) {
            throw SqlErrors.notSupported("FOREIGN KEY " + key.name());
        }
        return new Link(
                child,
                key,
                parent,
                key.columns().stream()
                        .map(name -> TableText.column(child, name, state))
                        .toList(),
                references.stream()
                        .map(name -> TableText.column(parent, name, state))
                        .toList());
    }

    static List<String> primaryKey(Table table) {
        return table.keys().stream()
                .filter(CatalogObject.Key::primary)
                .findFirst()
                .map(CatalogObject.Key::columns)
                .orElse(List.of());
    }

    /** Whether a table with foreign keys was changed in this session. */
    boolean watches() {
        return watching;
    }

    /** Notes from now on which rows of the table are touched, as far as foreign keys concern them. */
    void guard(Table table) throws SQLException {
        for (Link link : links()) {
            if (link.child().equals(table)) {
                watch();
                String note = "INSERT INTO bobbin_touched(fk, kind, row) VALUES (" + Emitter.literal(link.id())
                        + ", 'c', NEW._rowid_)";
                String present = "(" + joined(link.childColumns(), "NEW.", " IS NOT NULL") + ")";
                constraints.trigger(table, "INSERT", new Emitter().text(present).done(), note);
                constraints.trigger(
                        table,
                        "UPDATE OF " + names(link.childColumns()),
                        new Emitter().text(present).done(),
                        note);
            }
            if (link.parent().equals(table)) {
                watch();
                String old = values(link.parentColumns(), "OLD.");
                String columns = "parent, " + numbered("o", link) + ", " + numbered("n", link);
                constraints.trigger(
                        table,
                        "DELETE",
                        new Emitter().text("1").done(),
                        "INSERT INTO bobbin_touched(fk, kind, " + numbered("o", link) + ") VALUES ("
                                + Emitter.literal(link.id()) + ", 'd', " + old + ")");
                constraints.trigger(
                        table,
                        "UPDATE OF " + names(link.parentColumns()),
                        new Emitter().text("1").done(),
                        "INSERT INTO bobbin_touched(fk, kind, " + columns + ") VALUES (" + Emitter.literal(link.id())
                                + ", 'u', OLD._rowid_, " + old + ", " + values(link.parentColumns(), "NEW.") + ")");
            }
        }
    }

    private void watch() throws SQLException {
        StringBuilder columns = new StringBuilder("fk TEXT, kind TEXT, row INTEGER, parent INTEGER");
        for (int i = 1; i <= MOST_COLUMNS; i++) {
            columns.append(", o").append(i).append(", n").append(i);
        }
        state.link().housekeep("CREATE TEMP TABLE IF NOT EXISTS bobbin_touched (" + columns + ")");
        watching = true;
    }

    /** Nothing is watched any more: a rollback may have undone the table of notes. */
    void forget() {
        watching = false;
    }

    private static String joined(List<Column> columns, String qualifier, String test) {
        return String.join(
                " AND ",
                columns.stream()
                        .map(column -> qualifier + Emitter.quote(column.name()) + test)
                        .toList());
    }

    private static String names(List<Column> columns) {
        return String.join(
                ", ",
                columns.stream().map(column -> Emitter.quote(column.name())).toList());
    }

    private static String values(List<Column> columns, String qualifier) {
        return String.join(
                ", ",
                columns.stream()
                        .map(column -> qualifier + Emitter.quote(column.name()))
                        .toList());
    }

    private static String numbered(String letter, Link link) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= link.parentColumns().size(); i++) {
            names.add(letter + i);
        }
        return String.join(", ", names);
    }

    /** Looks at what was touched, round by round: a cascade touches more. */
    void verify(Table table, String word) throws SQLException {
        if (!watching) {
            return;
        }
        while (exists("SELECT 1 FROM temp.bobbin_touched LIMIT 1")) {
            state.link().housekeep("DROP TABLE IF EXISTS temp.bobbin_checking");
            state.link().housekeep("CREATE TEMP TABLE bobbin_checking AS SELECT * FROM temp.bobbin_touched");
            state.link().housekeep("DELETE FROM temp.bobbin_touched");
            for (Link link : links()) {
                settle(link);
                children(link, word);
                parents(link, word);
            }
            state.link().housekeep("DROP TABLE temp.bobbin_checking");
        }
    }

    /** A key may reach its new value by way of another: what counts is the last. */
    private void settle(Link link) throws SQLException {
        if (link.key().onUpdate() == null) {
            return;
        }
        List<String> sets = new ArrayList<>();
        for (int i = 1; i <= link.parentColumns().size(); i++) {
            sets.add("n" + i + " = (SELECT l.n" + i
                    + " FROM temp.bobbin_checking AS l WHERE l.kind = 'u' AND l.fk = bobbin_checking.fk"
                    + " AND l.parent = bobbin_checking.parent ORDER BY l._rowid_ DESC LIMIT 1)");
        }
        run("UPDATE temp.bobbin_checking SET " + String.join(", ", sets) + " WHERE kind = 'u' AND fk = "
                + Emitter.literal(link.id()));
    }

    private String match(List<Column> columns, String qualifier, List<String> values) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            parts.add(KeyText.equal(columns.get(i), state.ignoresCase(), qualifier, values.get(i)));
        }
        return String.join(" AND ", parts);
    }

    /** New and changed children must have a parent. */
    private void children(Link link, String word) throws SQLException {
        List<String> values = link.childColumns().stream()
                .map(column -> "c." + Emitter.quote(column.name()))
                .toList();
        boolean orphan = exists("SELECT 1 FROM temp.bobbin_checking AS g JOIN "
                + link.child().sqlName()
                + " AS c ON c._rowid_ = g.row WHERE g.kind = 'c' AND g.fk = " + Emitter.literal(link.id()) + " AND "
                + joined(link.childColumns(), "c.", " IS NOT NULL") + " AND NOT EXISTS (SELECT 1 FROM "
                + link.parent().sqlName() + " AS p WHERE " + match(link.parentColumns(), "p.", values) + ") LIMIT 1");
        if (orphan) {
            boolean self = link.child().equals(link.parent());
            throw conflict(
                    word,
                    self ? "FOREIGN KEY SAME TABLE" : "FOREIGN KEY",
                    link.key().name(),
                    link.parent(),
                    link.parentColumns());
        }
    }

    /** Children whose parent is gone follow it, or keep it from going. */
    private void parents(Link link, String word) throws SQLException {
        for (String kind : new String[] {"d", "u"}) {
            List<String> old = new ArrayList<>();
            for (int i = 1; i <= link.parentColumns().size(); i++) {
                old.add("g.o" + i);
            }
            String gone = "temp.bobbin_checking AS g JOIN " + link.child().sqlName() + " AS c ON "
                    + match(link.childColumns(), "c.", old) + " WHERE g.kind = '" + kind + "' AND g.fk = "
                    + Emitter.literal(link.id()) + " AND " + joined(link.childColumns(), "c.", " IS NOT NULL")
                    + " AND NOT EXISTS (SELECT 1 FROM " + link.parent().sqlName() + " AS p WHERE "
                    + match(link.parentColumns(), "p.", old) + ")";
            if (!exists("SELECT 1 FROM " + gone + " LIMIT 1")) {
                continue;
            }
            String action =
                    kind.equals("d") ? link.key().onDelete() : link.key().onUpdate();
            if (action == null) {
                boolean self = link.child().equals(link.parent());
                throw conflict(
                        word,
                        self ? "SAME TABLE REFERENCE" : "REFERENCE",
                        link.key().name(),
                        link.child(),
                        link.childColumns());
            }
            constraints.guard(link.child());
            follow(link, kind, action, gone);
        }
    }

    private void follow(Link link, String kind, String action, String gone) throws SQLException {
        String child = link.child().sqlName();
        String rows = " WHERE _rowid_ IN (SELECT c._rowid_ FROM " + gone + ")";
        if (action.equals("CASCADE") && kind.equals("d")) {
            run("DELETE FROM " + child + rows);
            return;
        }
        List<String> sets = new ArrayList<>();
        for (int i = 0; i < link.childColumns().size(); i++) {
            Column column = link.childColumns().get(i);
            String value =
                    switch (action) {
                        case "CASCADE" ->
                            "(SELECT g.n" + (i + 1) + " FROM " + gone + " AND c._rowid_ = " + child + "._rowid_)";
                        case "SET NULL" -> "NULL";
                        default -> byDefault(column);
                    };
            sets.add(Emitter.quote(column.name()) + " = " + value);
        }
        run("UPDATE " + child + " AS changed SET " + String.join(", ", sets) + rows);
    }

    /** The default of a column, as it lies in the table. */
    private String byDefault(Column column) {
        if (column.defaultText() == null) {
            return "NULL";
        }
        Frame frame = new Frame(state, List.of(), new ArrayList<>());
        Object value = frame.evaluate(Standalone.parsed(column.defaultText()), column.type());
        Object stored = Codec.store(value, column.type());
        return switch (stored) {
            case null -> "NULL";
            case Number number -> number.toString();
            case Object other -> Emitter.literal(other.toString());
        };
    }

    private SqlError conflict(String word, String kind, String name, Table table, List<Column> columns) {
        String column = columns.size() == 1 ? ", column '" + columns.getFirst().name() + "'" : "";
        return new SqlError(
                547,
                "23000",
                "The " + word + " statement conflicted with the " + kind + " constraint \"" + name
                        + "\". The conflict occurred in database \"" + state.databaseName() + "\", table \""
                        + table.qualifiedName() + "\"" + column + ".",
                16,
                0);
    }

    private void run(String sql) throws SQLException {
        state.link().housekeep(new Emitter().text(sql).uses(KeyText.VARIANTS).done());
    }

    private boolean exists(String sql) throws SQLException {
        try (Prepared statement = state.link()
                        .prepare(new Emitter().text(sql).uses(KeyText.VARIANTS).done());
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    /** Checks a key that is added to a table with rows. */
    void verifyAll(Table child, ForeignKey key) throws SQLException {
        CatalogObject object = state.catalog().find(new ObjectName(null, key.schema(), key.table()));
        if (!(object instanceof Table parent)) {
            return;
        }
        Link link = link(child, key, parent);
        List<String> values = link.childColumns().stream()
                .map(column -> "c." + Emitter.quote(column.name()))
                .toList();
        boolean orphan = exists("SELECT 1 FROM " + child.sqlName() + " AS c WHERE "
                + joined(link.childColumns(), "c.", " IS NOT NULL") + " AND NOT EXISTS (SELECT 1 FROM "
                + parent.sqlName() + " AS p WHERE " + match(link.parentColumns(), "p.", values) + ") LIMIT 1");
        if (orphan) {
            throw conflict("ALTER TABLE", "FOREIGN KEY", key.name(), parent, link.parentColumns());
        }
    }

    /** The table a key refers to; null when it is not there. */
    static @Nullable Table parent(SessionState state, ForeignKey key) {
        return state.catalog().find(new ObjectName(null, key.schema(), key.table())) instanceof Table table
                ? table
                : null;
    }
}
