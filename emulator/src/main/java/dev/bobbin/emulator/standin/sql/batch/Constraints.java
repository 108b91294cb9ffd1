package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.bind.BindContext;
import dev.bobbin.emulator.standin.sql.bind.Standalone;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Check;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.ForeignKey;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Unique;
import dev.bobbin.emulator.standin.sql.emit.Emitted;
import dev.bobbin.emulator.standin.sql.emit.Emitter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Enforces what SQLite cannot be told in a file that any tool shall open: CHECK conditions in T-SQL, keys of texts beyond ASCII
 * and filtered ones, foreign keys by SQL Server's comparison. Done with triggers that belong to the connection; they are
 * made when the session first changes a table.
 */
final class Constraints {

    /** What a trigger raises, before the name of the constraint. */
    static final String CHECK = "bobbin_check:";

    static final String UNIQUE = "bobbin_unique:";

    private final SessionState state;
    private final ForeignKeys foreignKeys;
    private final Set<String> guarded = new HashSet<>();
    private final List<String> triggers = new ArrayList<>();
    private int version = -1;
    private int made;

    Constraints(SessionState state) {
        this.state = state;
        this.foreignKeys = new ForeignKeys(state, this);
    }

    /** Makes sure that changes of the table are watched. */
    void guard(Table table) throws SQLException {
        if (version != state.catalog().version()) {
            reset();
        }
        if (!guarded.add(table.qualifiedName())) {
            return;
        }
        BindContext context = new Frame(state, List.of(), new ArrayList<>()).bindContext();
        for (Check check : table.checks()) {
            Emitted condition = Standalone.violated(context, table, "NEW", check.condition());
            raise(table, condition, CHECK + check.name());
        }
        if (!state.warehouse() || table.temporary()) {
            for (Unique unique : table.uniques()) {
                guard(table, unique, context);
            }
        }
        if (!state.warehouse() && !table.temporary()) {
            foreignKeys.guard(table);
        }
    }

    private void reset() throws SQLException {
        for (String trigger : triggers) {
            state.link().housekeep("DROP TRIGGER IF EXISTS temp." + Emitter.quote(trigger));
        }
        triggers.clear();
        guarded.clear();
        foreignKeys.forget();
        version = state.catalog().version();
    }

    /** Forgets the triggers: a rollback may have undone them. */
    void forget() {
        version = -1;
    }

    /** Lets changes pass unchecked while keys are on their way to their new values. */
    void pause(boolean on) {
        state.link().pauseGuards(on);
    }

    private void guard(Table table, Unique unique, BindContext context) throws SQLException {
        boolean ignoreCase = state.ignoresCase();
        List<Column> columns = unique.columns().stream()
                .map(name -> TableText.column(table, name, state))
                .toList();
        List<String> texts = columns.stream()
                .filter(column -> column.type().isText() && ignoreCase)
                .map(column -> "NEW." + Emitter.quote(column.name()) + " GLOB " + KeyText.BEYOND_ASCII)
                .toList();
        boolean byTrigger = unique.filter() != null && TableText.filter(table, unique.filter(), state) == null;
        if (texts.isEmpty() && !byTrigger) {
            return;
        }
        Emitter emitter = new Emitter();
        emitter.text(byTrigger ? "1" : "(" + String.join(" OR ", texts) + ")");
        if (unique.filter() != null) {
            emitter.text(" AND ");
            Standalone.holds(emitter, context, table, "NEW", unique.filter());
        }
        emitter.text(" AND EXISTS (SELECT 1 FROM " + table.sqlName() + " AS o WHERE o._rowid_ <> NEW._rowid_");
        for (Column column : columns) {
            emitter.text(" AND " + KeyText.equal(column, ignoreCase, "o.", "NEW." + Emitter.quote(column.name())));
        }
        if (unique.filter() != null) {
            emitter.text(" AND ");
            Standalone.holds(emitter, context, table, "o", unique.filter());
        }
        Emitted condition = emitter.uses(KeyText.VARIANTS).text(")").done();
        raise(table, condition, UNIQUE + unique.name());
    }

    private void raise(Table table, Emitted condition, String message) throws SQLException {
        for (String event : new String[] {"INSERT", "UPDATE"}) {
            trigger(
                    table,
                    event,
                    new Emitter()
                            .text("bob_guarding() AND (")
                            .include(condition)
                            .text(")")
                            .done(),
                    "SELECT RAISE(ABORT, " + Emitter.literal(message) + ")");
        }
    }

    /** Makes a trigger that runs after the event for each row the condition holds for. */
    void trigger(Table table, String event, Emitted condition, String body) throws SQLException {
        String name = "bobbin_guard_" + ++made;
        String database = table.temporary() ? "temp." : "main.";
        state.link()
                .housekeep(new Emitter()
                        .text("CREATE TEMP TRIGGER " + Emitter.quote(name) + " AFTER " + event + " ON " + database
                                + Emitter.quote(table.plainName()) + " FOR EACH ROW WHEN ")
                        .include(condition)
                        .text(" BEGIN " + body + "; END")
                        .done());
        triggers.add(name);
    }

    /** Whether anything is left to check once rows have changed. */
    boolean verifies() {
        return foreignKeys.watches();
    }

    /** Checks the foreign keys that the statement's changes concern, and carries its cascades out. */
    void verify(Table table, String word) throws SQLException {
        foreignKeys.verify(table, word);
    }

    /** Checks a foreign key that is added to a table with rows. */
    void verifyAll(Table child, ForeignKey key) throws SQLException {
        foreignKeys.verifyAll(child, key);
    }
}
