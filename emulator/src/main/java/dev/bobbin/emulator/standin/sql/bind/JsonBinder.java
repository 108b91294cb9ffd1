package dev.bobbin.emulator.standin.sql.bind;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression.ForJson;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What FOR JSON needs to know of the columns, and what is JSON already. */
final class JsonBinder {

    /** The name SQL Server gives the only column of such a result. */
    static final String COLUMN = "JSON_F52E2B61-18A1-11d1-B105-00805F49916B";

    /** The type under which JSON is handed on, told from plain text by a scale no text has. */
    static final SqlType JSON_TEXT = new SqlType(dev.bobbin.emulator.standin.sql.types.Kind.NVARCHAR, SqlType.MAX, 1);

    private static final Set<String> JSON_FUNCTIONS =
            Set.of("JSON_QUERY", "JSON_MODIFY", "JSON_OBJECT", "JSON_ARRAY", "JSON_OBJECTAGG", "JSON_ARRAYAGG");

    static final DocumentBinder.Pieces PIECES =
            new DocumentBinder.Pieces("$json_value", JsonBinder::isJson, "$json_raw");

    private JsonBinder() {}

    /** @param scope the tables of the query, for AUTO; null when it is no plain SELECT */
    static ObjectNode shape(Plan rows, ForJson json, @Nullable Scope scope) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        ArrayNode columns = shape.putArray("columns");
        List<String> tables = new ArrayList<>();
        for (Output output : rows.outputs()) {
            if (output.name().isEmpty()) {
                throw new SqlError(
                        13605,
                        "42000",
                        "Column expressions and data sources without names or aliases cannot be formatted as JSON text using FOR JSON clause. Add alias to the unnamed column or table.");
            }
            ObjectNode described = columns.addObject().put("name", output.name());
            if (json.auto() && scope != null) {
                described.put("table", table(output.value(), scope, tables));
            }
        }
        tables.forEach(shape.putArray("tables")::add);
        shape.put("auto", json.auto() && tables.size() > 1);
        shape.put("nulls", json.includeNulls());
        shape.put("bare", json.withoutWrapper());
        if (json.root() != null) {
            shape.put("root", json.root());
        }
        return shape;
    }

    /** JSON that is made by a function or by FOR JSON with its brackets is not escaped once more. */
    static boolean isJson(Expression expression) {
        return switch (expression) {
            case Expression.Call call ->
                JSON_FUNCTIONS.contains(call.name().name().toUpperCase(Locale.ROOT));
            case Expression.Subquery subquery ->
                subquery.query().document() instanceof ForJson json && !json.withoutWrapper();
            default -> false;
        };
    }

    /** The number of the table a column comes from, in the order they first appear; others belong to the one before. */
    private static int table(Bound value, Scope scope, List<String> tables) {
        for (Scope.Relation relation : scope.relations()) {
            if (relation.name() != null
                    && relation.fields().stream()
                            .anyMatch(field -> field.value().equals(value))) {
                int known = tables.indexOf(relation.name());
                if (known >= 0) {
                    return known;
                }
                tables.add(relation.name());
                return tables.size() - 1;
            }
        }
        return Math.max(0, tables.size() - 1);
    }
}
