package dev.bobbin.emulator.standin.sql.record;

import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a statement calls and reads, itself and not the statements inside it.
 *
 * @param functions names in upper case
 * @param withArguments the same, of calls that have some
 * @param variables names in upper case
 */
record Mentioned(Set<String> functions, Set<String> withArguments, Set<String> variables) {

    static Mentioned in(Statement statement) {
        Mentioned found = new Mentioned(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        found.look(statement);
        return found;
    }

    /** The syntax is made of records; a way through all of them needs no word for each. */
    private void look(@Nullable Object part) {
        switch (part) {
            case Statement.Located inner -> {
                // It is on record itself.
            }
            case Collection<?> parts -> parts.forEach(this::look);
            case Record node -> {
                note(node);
                for (RecordComponent component : node.getClass().getRecordComponents()) {
                    look(value(node, component));
                }
            }
            case null, default -> {}
        }
    }

    private void note(Record node) {
        switch (node) {
            case Expression.Call call -> {
                String name = call.name().name().toUpperCase(Locale.ROOT);
                functions.add(name);
                if (!call.arguments().isEmpty()) {
                    withArguments.add(name);
                }
            }
            case Expression.Variable variable -> variables.add(variable.name().toUpperCase(Locale.ROOT));
            default -> {}
        }
    }

    private static @Nullable Object value(Record node, RecordComponent component) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The parts of " + node.getClass() + " cannot be read.", e);
        }
    }
}
