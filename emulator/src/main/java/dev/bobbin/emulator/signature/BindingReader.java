package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.signature.Decoration.Argument;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a decorator asks the host to fill in. Source: SDK, the decorators of {@code UserDataFunctions}. */
final class BindingReader {

    private final Decoration decorator;
    private final UnaryOperator<String> typeText;
    private final UnaryOperator<String> className;

    private BindingReader(Decoration decorator, UnaryOperator<String> typeText, UnaryOperator<String> className) {
        this.decorator = decorator;
        this.typeText = typeText;
        this.className = className;
    }

    /**
     * The binding of a decorator; empty when it binds nothing.
     *
     * @param typeText annotation of a parameter as written
     * @param className dotted name of a parameter's class
     */
    static Optional<Binding> read(
            Decoration decorator, UnaryOperator<String> typeText, UnaryOperator<String> className) {
        BindingReader reader = new BindingReader(decorator, typeText, className);
        return Optional.ofNullable(
                switch (decorator.method()) {
                    case "connection", "alias_connection" -> reader.connection(1);
                    case "fabric_item_input" -> reader.connection(0);
                    case "generic_connection" -> reader.connection(0);
                    case "context", "user_data_function_context_input" -> reader.context();
                    default -> null;
                });
    }

    /** Whether a decorator of that name asks for something. */
    static boolean binds(String method) {
        return switch (method) {
            case "connection",
                    "alias_connection",
                    "fabric_item_input",
                    "generic_connection",
                    "context",
                    "user_data_function_context_input" -> true;
            default -> false;
        };
    }

    private Binding context() {
        String argName = orEmpty(value("argName", 0));
        return new Binding.Context(argName, typeText.apply(argName), decorator.line());
    }

    /** A connection with an audience is a generic one; the name of the argument defaults to the alias. */
    private Binding connection(int argNamePosition) {
        Argument source = decorator.alias();
        String alias = source == null ? null : source.value();
        String named = value("argName", argNamePosition);
        String argName = orEmpty(named == null ? alias : named);
        String audience = value("audienceType", Integer.MAX_VALUE);
        if (audience == null && !decorator.method().equals("generic_connection")) {
            String client = Scope.simpleName(className.apply(argName));
            return new Binding.Connection(argName, orEmpty(alias), client, typeText.apply(argName), decorator.line());
        }
        return new Binding.Generic(
                argName, alias, orEmpty(audience), typeText.apply(argName), options(), decorator.line());
    }

    private Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        for (Argument argument : decorator.arguments()) {
            String keyword = argument.keyword();
            if (keyword != null && !Set.of("alias", "argName", "audienceType").contains(keyword)) {
                options.put(keyword, argument.value());
            }
        }
        return Map.copyOf(options);
    }

    private @Nullable String value(String keyword, int position) {
        Argument argument = decorator.argument(keyword, position);
        return argument == null ? null : argument.value();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
