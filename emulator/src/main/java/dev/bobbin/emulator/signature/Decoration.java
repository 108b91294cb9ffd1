package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.finding.TextRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decorator of the form {@code @app.method} or {@code @app.method(…)}.
 *
 * @param app the object before the dot, as written
 * @param called whether it has its parentheses
 * @param range from the {@code @} to the last parenthesis
 */
public record Decoration(String app, String method, boolean called, List<Argument> arguments, TextRange range) {

    /**
     * An argument.
     *
     * @param keyword null when it is given by position
     * @param value value of a text literal or constant, else the text as written
     * @param range of the value
     * @param literal whether the value is a text literal, so that it can be replaced by another one
     * @param known whether it is a text literal, or a constant of the file that is one
     */
    public record Argument(@Nullable String keyword, String value, TextRange range, boolean literal, boolean known) {}

    public Decoration {
        arguments = List.copyOf(arguments);
    }

    /** Whether it makes a function invokable. */
    public boolean registers() {
        return method.equals("function") || method.equals("streaming_function");
    }

    /** Line of the {@code @}, from 1. */
    public int line() {
        return range.line();
    }

    /** The argument of that name, or at that position (from 0) when it is not named; null when it is neither. */
    public @Nullable Argument argument(String keyword, int position) {
        int at = 0;
        Argument positional = null;
        for (Argument argument : arguments) {
            if (keyword.equals(argument.keyword)) {
                return argument;
            }
            if (argument.keyword == null && at++ == position) {
                positional = argument;
            }
        }
        return positional;
    }

    /**
     * The argument that names a connection's data source; null when there is none, or this makes no connection. Source: SDK,
     * the decorators of {@code UserDataFunctions}.
     */
    public @Nullable Argument alias() {
        return switch (method) {
            case "connection", "alias_connection" -> argument("alias", 0);
            case "fabric_item_input" -> argument("alias", 1);
            case "generic_connection" -> argument("alias", Integer.MAX_VALUE);
            default -> null;
        };
    }
}
