package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import org.jspecify.annotations.Nullable;

/** Finds where a query reads a table. */
final class Mentions {

    private Mentions() {}

    /** True when the FROM clause of the body names the table. */
    static boolean table(QueryExpression.Body body, String name) {
        return switch (body) {
            case QueryExpression.Select select -> source(select.from(), name);
            case QueryExpression.SetOperation operation ->
                table(operation.left(), name) || table(operation.right(), name);
            case QueryExpression.Nested nested -> table(nested.query().body(), name);
            case QueryExpression.Values ignored -> false;
        };
    }

    private static boolean source(QueryExpression.@Nullable TableSource source, String name) {
        return switch (source) {
            case QueryExpression.Table table ->
                table.name().schema() == null && table.name().name().equalsIgnoreCase(name);
            case QueryExpression.Join join -> source(join.left(), name) || source(join.right(), name);
            case QueryExpression.Apply apply -> source(apply.left(), name) || source(apply.right(), name);
            case QueryExpression.Derived derived -> table(derived.query().body(), name);
            case null, default -> false;
        };
    }

    /** The alias under which the source scans the common table. */
    static String relationOf(Plan.Source source, String sqlName) {
        String found = find(source, "\"" + sqlName + "\"");
        if (found == null) {
            throw SqlErrors.notSupported("recursive common table expression in this form");
        }
        return found;
    }

    private static @Nullable String find(Plan.Source source, String sqlName) {
        return switch (source) {
            case Plan.Scan scan -> scan.sqlName().equals(sqlName) ? scan.relation() : null;
            case Plan.Join join -> {
                String left = find(join.left(), sqlName);
                yield left != null ? left : find(join.right(), sqlName);
            }
            default -> null;
        };
    }
}
