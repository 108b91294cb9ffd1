package dev.bobbin.emulator.standin.documents.query;

import dev.bobbin.emulator.standin.documents.query.Query.FromItem;
import dev.bobbin.emulator.standin.documents.query.Query.Origin;
import dev.bobbin.emulator.standin.documents.query.Query.Selection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the properties of a document that a query can ask for, so that the rest need not be read. Names that a query uses
 * of other things are among them, which does no harm.
 */
final class NeededProperties {

    private final Set<String> names = new HashSet<>();

    /** What means a whole document: {@code c} of {@code FROM c}. */
    private final Set<String> documents = new HashSet<>();

    private boolean all;

    private NeededProperties() {}

    /** @return empty when a query asks for all of a document */
    static Optional<Set<String>> of(Query query) {
        NeededProperties needed = new NeededProperties();
        needed.query(query);
        return needed.all ? Optional.empty() : Optional.of(Set.copyOf(needed.names));
    }

    private void query(Query query) {
        all |= query.selection() instanceof Selection.All;
        query.from().forEach(this::from);
        Walk.expressions(query).forEach(this::expression);
    }

    private void from(FromItem item) {
        switch (Walk.origin(item)) {
            case Origin.Path(Expression.Source source)
            when item instanceof FromItem.Whole whole ->
                documents.add(Objects.requireNonNullElse(whole.alias(), source.alias()));
            case Origin.Path(Expression path) -> expression(path);
            case Origin.Rows(Query query) -> query(query);
        }
    }

    private void expression(Expression expression) {
        switch (expression) {
            case Expression.Property(Expression.Source _, String name) -> names.add(name);
            case Expression.Source source -> all |= documents.contains(source.alias());
            case Expression.Subquery subquery -> query(subquery.query());
            default -> Walk.parts(expression).forEach(this::expression);
        }
    }
}
