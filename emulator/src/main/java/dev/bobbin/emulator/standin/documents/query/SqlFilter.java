package dev.bobbin.emulator.standin.documents.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition in SQLite's language on the columns {@code key} and {@code body} of a document.
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

    public SqlFilter and(SqlFilter other) {
        return this.equals(ALL) ? other : other.equals(ALL) ? this : joined(" AND ", List.of(this, other));
    }

    /** Holds when one of them does. @param filters at least one */
    static SqlFilter anyOf(List<SqlFilter> filters) {
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
