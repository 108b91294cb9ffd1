package dev.bobbin.emulator.standin.sql.functions;

import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** A function with the types it is called with: this is what is registered in SQLite. */
public record FunctionInstance(FunctionDefinition definition, List<SqlType> arguments, SqlType result) {

    private static final int LONGEST_NAME = 200;

    /** The name SQLite knows it by. */
    public String sqlName() {
        StringBuilder name = new StringBuilder("bob_")
                .append(plain(definition.name().toLowerCase(Locale.ROOT)))
                .append('_');
        arguments.forEach(type -> name.append('_').append(word(type)));
        name.append("__").append(word(result));
        return name.length() <= LONGEST_NAME
                ? name.toString()
                : name.substring(0, 60) + HexFormat.of().toHexDigits(arguments.hashCode()) + arguments.size();
    }

    private static String word(SqlType type) {
        return plain(type.toString());
    }

    private static String plain(String text) {
        StringBuilder word = new StringBuilder();
        text.chars().map(c -> Character.isLetterOrDigit(c) ? c : '_').forEach(c -> word.append((char) c));
        return word.toString();
    }
}
