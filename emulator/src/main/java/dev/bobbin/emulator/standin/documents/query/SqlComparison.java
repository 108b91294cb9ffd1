package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Comparisons of a document's property with a value, as SQLite makes them. They may let through more than the query
 * language does, never less: they are widened where the two round numbers differently or tell other types apart.
 */
final class SqlComparison {

    /** From here on several whole numbers are one double. */
    private static final double LARGEST_EXACT = 9007199254740992.0;

    /** More than the digits in which two readings of one decimal number can differ. */
    private static final double ROUNDING = 1e-12;

    private static final String ID = "'$.\"id\"'";

    private SqlComparison() {}

    /**
     * The path of a property as a text of SQL.
     *
     * @param names that lead to it; none of them for the document itself, which has no path here
     * @return empty when SQLite could not find such a name
     */
    static Optional<String> path(List<String> names) {
        boolean plain = names.stream().allMatch(name -> name.chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\'));
        return names.isEmpty() || !plain
                ? Optional.empty()
                : Optional.of(names.stream()
                        .map(name -> ".\"" + name.replace("'", "''") + '"')
                        .collect(Collectors.joining("", "'$", "'")));
    }

    /** The value of a property; the id has a column of its own, and an index. @param path see {@link #path} */
    static String valueAt(String path) {
        return path.equals(ID) ? "id" : "json_extract(body, " + path + ")";
    }

    /** @param operator {@code =}, {@code <=} or {@code >=} */
    static Optional<SqlFilter> of(String path, String operator, JsonNode value) {
        String property = valueAt(path);
        return switch (value.getNodeType()) {
            case STRING -> text(property, operator, value.textValue());
            case NUMBER -> number(property, operator, value.doubleValue());
            case BOOLEAN -> Optional.of(new SqlFilter(property + " IN (0, 1)"));
            case NULL -> Optional.of(new SqlFilter(property + " IS NULL"));
            default -> Optional.empty();
        };
    }

    private static Optional<SqlFilter> text(String property, String operator, String value) {
        // SQLite's texts end at a NUL, and have no halves of a character.
        boolean plain =
                value.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(value);
        return plain ? Optional.of(new SqlFilter(property + " " + operator + " ?", value)) : Optional.empty();
    }

    private static Optional<SqlFilter> number(String property, String operator, double value) {
        if (Math.abs(value) >= LARGEST_EXACT) {
            return Optional.empty();
        }
        if (value == Math.rint(value)) {
            return Optional.of(new SqlFilter(property + " " + operator + " ?", value));
        }
        double room = Math.abs(value) * ROUNDING;
        return Optional.of(
                switch (operator) {
                    case "<=" -> new SqlFilter(property + " <= ?", value + room);
                    case ">=" -> new SqlFilter(property + " >= ?", value - room);
                    default -> new SqlFilter(property + " BETWEEN ? AND ?", value - room, value + room);
                });
    }
}
