package dev.bobbin.emulator.standin.tables;

import dev.bobbin.emulator.standin.sql.SqlError;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why tables of a lakehouse cannot be shown. Such a table is not there; a statement that names it hears why.
 *
 * @param reasons in plain words, by {@code schema.table}
 */
public record TableProblems(Map<String, String> reasons) {

    /** Number of "Content of directory on path '%ls' cannot be listed." and its kind. */
    private static final int CANNOT_READ = 13807;

    /** Error 208, as SQL Server words it. */
    private static final Pattern NO_SUCH_OBJECT = Pattern.compile("^Invalid object name '(.+)'\\.$");

    public TableProblems {
        reasons = Map.copyOf(reasons);
    }

    /** Whether a statement may be about such a table, so that its errors are worth a look. */
    boolean mayConcern(AskedTables asked) {
        return reasons.keySet().stream()
                .map(table -> table.substring(table.indexOf('.') + 1))
                .anyMatch(asked);
    }

    /**
     * What is wrong with the table that an error says is not there; empty when that is not the reason.
     *
     * @param text of an error
     */
    public Optional<SqlError> reason(String text) {
        Matcher missing = NO_SUCH_OBJECT.matcher(text);
        if (!missing.find()) {
            return Optional.empty();
        }
        String name = missing.group(1).replace("[", "").replace("]", "");
        return reasons.entrySet().stream()
                .filter(problem -> isNamed(problem.getKey(), name))
                .findFirst()
                .map(problem -> new SqlError(
                        CANNOT_READ,
                        "42000",
                        "The table '" + problem.getKey() + "' cannot be read. " + problem.getValue()));
    }

    /**
     * Whether a statement's name means a table. The endpoint tells capitals from small letters.
     *
     * @param table with its schema
     * @param name with or without a schema and a database
     */
    private static boolean isNamed(String table, String name) {
        String full = name.contains(".") ? name : TableSource.DEFAULT_SCHEMA + "." + name;
        return full.equals(table) || full.endsWith("." + table);
    }
}
