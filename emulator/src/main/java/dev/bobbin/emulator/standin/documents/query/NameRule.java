package dev.bobbin.emulator.standin.documents.query;

import dev.bobbin.emulator.standin.documents.query.Query.FromItem;
import dev.bobbin.emulator.standin.documents.query.Query.Origin;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every name of a query must mean something, and every parameter have a value, whatever documents there are. */
final class NameRule {

    private final Set<String> parameters;

    private NameRule(Set<String> parameters) {
        this.parameters = parameters;
    }

    /** @throws QueryError for the first name that means nothing */
    static void check(Query query, Map<String, ?> parameters) {
        new NameRule(parameters.keySet()).query(query, Set.of());
    }

    /** @param outer names of the queries around this one */
    private void query(Query query, Set<String> outer) {
        Set<String> names = new HashSet<>(outer);
        for (FromItem item : query.from()) {
            switch (Walk.origin(item)) {
                // Where there are no names yet, the first one is the container's, whatever it is.
                case Origin.Path(Expression path) -> expression(path, names.isEmpty() ? Set.of(rootOf(path)) : names);
                case Origin.Rows(Query rows) -> query(rows, names);
            }
            @Nullable String alias = item.alias();
            if (alias != null) {
                names.add(alias);
            }
        }
        Walk.expressions(query).forEach(expression -> expression(expression, names));
    }

    private void expression(Expression expression, Set<String> names) {
        switch (expression) {
            case Expression.Source source
            when !names.contains(source.alias()) ->
                throw new QueryError(
                        "SC2001",
                        source.place().start(),
                        source.place().end(),
                        "Identifier '" + source.alias() + "' could not be resolved.");
            case Expression.Parameter parameter
            when !parameters.contains(parameter.name()) ->
                throw new QueryError("SC2010", 0, 0, "The query parameter '" + parameter.name() + "' has no value.");
            case Expression.Subquery subquery -> query(subquery.query(), names);
            default -> Walk.parts(expression).forEach(part -> expression(part, names));
        }
    }

    /** The first name of a path of FROM. */
    static String rootOf(Expression path) {
        return switch (path) {
            case Expression.Source source -> source.alias();
            case Expression.Property property -> rootOf(property.target());
            case Expression.Element element -> rootOf(element.target());
            default -> throw new IllegalArgumentException("no path: " + path);
        };
    }
}
