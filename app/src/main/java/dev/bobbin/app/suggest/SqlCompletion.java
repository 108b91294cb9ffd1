package dev.bobbin.app.suggest;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.workspace.TableShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What could be written in a SQL statement: tables where a table is wanted, else columns of the tables it names, or of all
 * while it names none.
 */
public final class SqlCompletion {

    private static final String NAME = "(?:\\[[^\\]]+\\]|[\\p{L}_#][\\p{L}\\p{N}_#$]*)";
    private static final Pattern WANTS_TABLE =
            Pattern.compile("(?is).*\\b(?:from|join|into|update|table|merge)\\s+(?:" + NAME + "\\.)?$");
    private static final Pattern OWNER = Pattern.compile("(?s).*?(" + NAME + "(?:\\." + NAME + ")?)\\.$");
    private static final Pattern MENTION =
            Pattern.compile("(?i)\\b(?:from|join|into|update|merge)\\s+(" + NAME + "(?:\\." + NAME
                    + ")?)(?:\\s+(?:as\\s+)?(?!on\\b|where\\b|set\\b|inner\\b|left\\b|right\\b|full\\b|cross\\b|join\\b|order\\b|group\\b|values\\b|using\\b)("
                    + NAME + "))?");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final List<String> KEYWORDS = List.of(
            "SELECT",
            "FROM",
            "WHERE",
            "JOIN",
            "LEFT JOIN",
            "INNER JOIN",
            "ON",
            "GROUP BY",
            "ORDER BY",
            "HAVING",
            "TOP",
            "DISTINCT",
            "AS",
            "AND",
            "OR",
            "NOT",
            "NULL",
            "IN",
            "BETWEEN",
            "LIKE",
            "EXISTS",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "END",
            "COUNT(*)",
            "SUM()",
            "AVG()",
            "MIN()",
            "MAX()",
            "CAST()",
            "COALESCE()",
            "ISNULL()",
            "GETDATE()",
            "INSERT INTO",
            "VALUES",
            "UPDATE",
            "SET",
            "DELETE FROM",
            "MERGE INTO",
            "UNION ALL",
            "WITH",
            "OVER",
            "PARTITION BY",
            "ROW_NUMBER()",
            "OFFSET",
            "FETCH NEXT",
            "OUTPUT",
            "CREATE TABLE",
            "DROP TABLE");

    /** A table of the statement. @param alias what it is called there; empty when only by its name */
    private record Mention(TableShape table, String alias) {}

    private final SqlPlace place;
    private final Map<String, String> found = new LinkedHashMap<>();

    private SqlCompletion(SqlPlace place) {
        this.place = place;
    }

    /** Words, each with what it is, the likeliest first. */
    public static Map<String, String> found(SqlPlace place) {
        SqlCompletion completion = new SqlCompletion(place);
        completion.find();
        return completion.found;
    }

    private void find() {
        String before = place.before();
        Matcher owner = OWNER.matcher(before);
        if (owner.matches()) {
            ownedBy(bare(owner.group(1)));
        } else if (WANTS_TABLE.matcher(before).matches()) {
            tables();
        } else {
            List<Mention> mentions = mentions();
            if (mentions.isEmpty() && !before.isBlank()) {
                // Columns are written before the FROM that tells whose they are.
                place.tables().forEach(this::columns);
            }
            mentions.forEach(mention -> columns(mention.table()));
            mentions.stream()
                    .filter(mention -> !mention.alias().isEmpty())
                    .forEach(mention -> found.putIfAbsent(mention.alias(), text("suggestion.tableAlias")));
            KEYWORDS.forEach(word -> found.putIfAbsent(word, text("suggestion.sql")));
            tables();
        }
    }

    /** What may follow an owner and a dot: columns of a table or of what stands for it, or tables of a schema. */
    private void ownedBy(String owner) {
        Optional<TableShape> table = mentions().stream()
                .filter(mention -> mention.alias().equalsIgnoreCase(owner))
                .map(Mention::table)
                .findFirst()
                .or(() -> table(owner));
        if (table.isPresent()) {
            columns(table.get());
        } else {
            place.tables().stream()
                    .filter(shape -> shape.schema().equalsIgnoreCase(owner))
                    .forEach(shape -> found.put(quoted(shape.name()), text("suggestion.table")));
        }
    }

    private List<Mention> mentions() {
        List<Mention> mentions = new ArrayList<>();
        Matcher matcher = MENTION.matcher(place.statement());
        while (matcher.find()) {
            String alias = matcher.group(2) == null ? "" : bare(matcher.group(2));
            table(bare(matcher.group(1))).ifPresent(table -> mentions.add(new Mention(table, alias)));
        }
        return mentions;
    }

    private Optional<TableShape> table(String name) {
        return place.tables().stream()
                .filter(shape -> shape.name().equalsIgnoreCase(name)
                        || (shape.schema() + "." + shape.name()).equalsIgnoreCase(name))
                .findFirst();
    }

    private void columns(TableShape table) {
        table.columns()
                .forEach(column -> found.putIfAbsent(
                        quoted(column.name()), text("suggestion.column", column.type(), table.name())));
    }

    private void tables() {
        place.tables()
                .forEach(shape -> found.putIfAbsent(
                        quoted(shape.schema()) + "." + quoted(shape.name()), text("suggestion.table")));
    }

    private static String quoted(String name) {
        return PLAIN.matcher(name).matches() ? name : "[" + name.replace("]", "]]") + "]";
    }

    private static String bare(String name) {
        return name.replaceAll("[\\[\\]]", "");
    }
}
