package dev.bobbin.emulator.standin.sql.functions;

import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.List;

/** What a function may know besides its values. */
public record Invocation(List<SqlType> types, SqlType result, SessionView session) {

    public SqlType type(int argument) {
        return types.get(argument);
    }
}
