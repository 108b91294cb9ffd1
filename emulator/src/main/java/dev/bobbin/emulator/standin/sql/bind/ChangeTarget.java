package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an UPDATE or DELETE changes: a table, or one behind a view, a common table or a derived table.
 *
 * @param rowid the row of the table
 * @param old the table's columns as they are before the change
 * @param columns what each name stands for that can be assigned to, by the name as written in the view or table
 * @param plain true when the source is nothing but the table
 */
record ChangeTarget(
        Table table,
        Plan.@Nullable Source source,
        Bound rowid,
        Map<Column, Bound> old,
        Map<String, Column> columns,
        boolean plain) {

    /** The column of the table that an assignment means. */
    Column column(String name, BindContext context) {
        for (Map.Entry<String, Column> each : columns.entrySet()) {
            if (context.same(each.getKey(), name)) {
                return each.getValue();
            }
        }
        throw SqlErrors.invalidColumn(name);
    }

    static SqlError notUpdatable(String name) {
        return new SqlError(
                4405,
                "42000",
                "View or function '" + name
                        + "' is not updatable because the modification affects multiple base tables.");
    }

    static SqlError computed(String column) {
        return new SqlError(
                271,
                "42000",
                "The column \"" + column
                        + "\" cannot be modified because it is either a computed column or is the result of a UNION operator.");
    }
}
