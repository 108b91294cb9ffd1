package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables that start with two signs. */
final class GlobalVariables {

    private GlobalVariables() {}

    static void addTypes(Map<String, SqlType> types) {
        types.put("@@rowcount", SqlType.INT);
        types.put("@@trancount", SqlType.INT);
        types.put("@@error", SqlType.INT);
        types.put("@@fetch_status", SqlType.INT);
        types.put("@@lock_timeout", SqlType.INT);
        types.put("@@max_precision", SqlType.TINYINT);
        types.put("@@identity", SqlType.decimal(38, 0));
        types.put("@@version", SqlType.nvarchar(300));
        types.put("@@servername", SqlType.nvarchar(128));
        types.put("@@spid", SqlType.SMALLINT);
        types.put("@@datefirst", SqlType.TINYINT);
        types.put("@@language", SqlType.nvarchar(128));
    }

    static @Nullable Object value(String name, SessionState state) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "@@rowcount" -> state.rowCount();
            case "@@trancount" -> (long) state.transactions().count();
            case "@@error" -> state.lastError();
            case "@@fetch_status" -> state.cursors().fetchStatus();
            case "@@identity" -> state.property("@@IDENTITY", new Object[0]);
            case "@@lock_timeout" -> state.lockTimeout();
            case "@@max_precision" -> 38L;
            case "@@version" -> "Microsoft SQL Azure (RTM) - 12.0.2000.8 (Bobbin's stand-in on SQLite)";
            case "@@servername" -> "bobbin";
            case "@@spid" -> 51L;
            case "@@datefirst" -> (long) state.dateFirst();
            default -> "us_english";
        };
    }
}
