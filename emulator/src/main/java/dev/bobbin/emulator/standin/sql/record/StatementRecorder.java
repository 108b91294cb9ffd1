package dev.bobbin.emulator.standin.sql.record;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlValue;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the statements of one connection on record. Used by one thread at a time. */
public final class StatementRecorder {

    private final String standIn;
    private final boolean warehouse;
    private final StatementLog log;
    private final Map<Statement.Located, StatementEntry> ofBatch = new IdentityHashMap<>();
    private final Deque<StatementEntry> running = new ArrayDeque<>();
    private List<SqlValue> parameters = List.of();

    /**
     * @param standIn name of the stand-in the connection leads to
     * @param warehouse whether that is a warehouse
     */
    public StatementRecorder(String standIn, boolean warehouse, StatementLog log) {
        this.warehouse = warehouse;
        this.standIn = standIn;
        this.log = log;
    }

    /** A batch begins. @param again whether it is the batch before with other parameters, as in executemany */
    public void batch(List<SqlValue> values, boolean again) {
        if (!again) {
            ofBatch.values().forEach(StatementEntry::settle);
            ofBatch.clear();
        }
        running.clear();
        parameters = values;
    }

    /** A batch could not even be read. */
    public void unreadable(String text, SqlError error) {
        StatementEntry entry = new StatementEntry(standIn, text, null, warehouse);
        log.add(entry);
        entry.begin(parameters);
        entry.end(error, List.of());
    }

    /** A statement begins; the statements inside it, and the bodies of procedures it calls, come before its end. */
    public void begin(Statement.Located located) {
        StatementEntry entry = ofBatch.get(located);
        if (entry == null) {
            entry = new StatementEntry(standIn, ownText(located), located.statement(), warehouse);
            ofBatch.put(located, entry);
            log.add(entry);
        }
        entry.begin(parameters);
        running.push(entry);
    }

    /** SQLite is asked something for the innermost statement. */
    public void sqlite(String sql) {
        StatementEntry entry = running.peek();
        if (entry != null && !sql.contains("bobbin_identity") && !sql.contains("bobbin_catalog")) {
            entry.sqlite(sql);
        }
    }

    /** The innermost statement has ended. @param results what it added to the batch's results */
    public void end(@Nullable SqlError failure, List<SqlResult> results) {
        StatementEntry entry = running.poll();
        if (entry != null) {
            entry.end(failure, results);
        }
    }

    /** Whether a statement only holds others, which are on record themselves. */
    public static boolean isWrapper(Statement statement) {
        return statement instanceof Statement.Block || statement instanceof Statement.TryCatch;
    }

    /** The text of a statement without that of the statements it holds. */
    private static String ownText(Statement.Located located) {
        return switch (located.statement()) {
            case Statement.If branch -> before(located.text(), branch.then().text());
            case Statement.While loop -> before(located.text(), loop.body().text());
            default -> located.text();
        };
    }

    private static String before(String text, String inner) {
        int at = text.indexOf(inner);
        return at <= 0 ? text : text.substring(0, at).strip();
    }
}
