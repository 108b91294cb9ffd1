package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A condition in SQLite's language on the columns {@code id}, {@code key} and {@code body} of a document.
 *
 * @param sql with a question mark for each value
 * @param values texts and numbers, in order
 */
public record SqlFilter(String sql, List<Object> values) {

    /** Lets every document through. */
    public static final SqlFilter ALL = new SqlFilter("TRUE");

    public SqlFilter {
        values = List.copyOf(values);
    }

    public SqlFilter(String sql, Object... values) {
        this(sql, List.of(values));
    }

    /**
     * Lets through what may have a value at a pointer such as {@code /address/city}; all when SQLite cannot tell.
     *
     * @param value missing for documents that have none there
     */
    public static SqlFilter maybe(String pointer, JsonNode value) {
        return pathOf(pointer)
                .flatMap(path -> value.isMissingNode()
                        ? Optional.of(new SqlFilter(SqlComparison.valueAt(path) + " IS NULL"))
                        : SqlComparison.of(path, "=", value))
                .orElse(ALL);
    }

    /** What SQLite can index to find values at a pointer quickly; empty when it cannot. */
    public static Optional<String> indexable(String pointer) {
        return pathOf(pointer).map(SqlComparison::valueAt);
    }

    private static Optional<String> pathOf(String pointer) {
        return SqlComparison.path(List.of(pointer.substring(1).split("/", -1)));
    }

    public SqlFilter and(SqlFilter other) {
        return this.equals(ALL) ? other : other.equals(ALL) ? this : joined(" AND ", List.of(this, other));
    }

    /** Holds when one of them does. @param filters at least one */
    public static SqlFilter anyOf(List<SqlFilter> filters) {
        return joined(" OR ", filters);
    }

    private static SqlFilter joined(String operator, List<SqlFilter> filters) {
        List<Object> values = new ArrayList<>();
        filters.forEach(filter -> values.addAll(filter.values()));
        return new SqlFilter(
                filters.stream().map(SqlFilter::sql).collect(Collectors.joining(operator, "(", ")")),
                Collections.unmodifiableList(values));
    }
}
