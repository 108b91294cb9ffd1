package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code sp_set_session_context} sets and {@code SESSION_CONTEXT} reads: it lasts as long as the connection, whatever
 * becomes of transactions. Source: Transact-SQL reference, "sp_set_session_context", "SESSION_CONTEXT".
 */
final class SessionContext {

    private static final String PROCEDURE = "sp_set_session_context";
    private static final SqlType SYSNAME = SqlType.nvarchar(128);

    private record Entry(@Nullable Object value, boolean readOnly) {}

    private final boolean ignoresCase;
    private final Map<String, Entry> entries = new HashMap<>();

    /** @param ignoresCase whether keys that differ in case only are the same */
    SessionContext(boolean ignoresCase) {
        this.ignoresCase = ignoresCase;
    }

    /** The value of a key, a {@code Variant}; null when it has none. */
    @Nullable
    Object value(String key) {
        Entry entry = entries.get(plain(key));
        return entry == null ? null : entry.value();
    }

    /**
     * Carries out a call of the procedure.
     *
     * @throws SqlError 15664 when the key has been set for reading only
     */
    void set(Statement.Execute call, Frame frame) {
        List<Statement.Argument> arguments = call.arguments();
        if (arguments.size() > 3) {
            throw new SqlError(
                    8144, "42000", "Procedure or function " + PROCEDURE + " has too many arguments specified.", 16, 2);
        }
        Object key = frame.evaluate(required(arguments, "@key", 0), SYSNAME);
        Object value = frame.evaluate(required(arguments, "@value", 1), SqlType.SQL_VARIANT);
        Statement.Argument flag = Routines.find(arguments, "@read_only", 2);
        boolean readOnly = flag != null && Long.valueOf(1).equals(frame.evaluate(flag.value(), SqlType.BIT));
        if (key == null) {
            throw new SqlError(
                    15600,
                    "42000",
                    "An invalid parameter or option was specified for procedure 'sys." + PROCEDURE + "'.");
        }
        Entry before = entries.get(plain(key.toString()));
        if (before != null && before.readOnly()) {
            throw new SqlError(
                    15664,
                    "42000",
                    "Cannot set key '" + key
                            + "' in the session context. The key has been set as read_only for this session.");
        }
        entries.put(plain(key.toString()), new Entry(value, readOnly));
        if (call.returnVariable() != null) {
            frame.set(call.returnVariable(), 0L);
        }
    }

    private static Expression required(List<Statement.Argument> arguments, String name, int position) {
        Statement.Argument argument = Routines.find(arguments, name, position);
        if (argument == null) {
            throw new SqlError(
                    201,
                    "42000",
                    "Procedure or function '" + PROCEDURE + "' expects parameter '" + name
                            + "', which was not supplied.",
                    16,
                    4);
        }
        return argument.value();
    }

    private String plain(String key) {
        return ignoresCase ? key.toLowerCase(Locale.ROOT) : key;
    }
}
