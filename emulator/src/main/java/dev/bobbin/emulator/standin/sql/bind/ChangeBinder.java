package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.plan.ChangePlan;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds INSERT, UPDATE, DELETE and MERGE. */
public final class ChangeBinder {

    private ChangeBinder() {}

    /** @param identityInsert whether SET IDENTITY_INSERT is on for the table that is changed */
    public static ChangePlan insert(BindContext context, Statement.Insert insert, boolean identityInsert) {
        return new InsertBinder(context, identityInsert).bind(insert);
    }

    public static ChangePlan update(BindContext context, Statement.Update update) {
        return new UpdateBinder(context).bind(update);
    }

    public static ChangePlan delete(BindContext context, Statement.Delete delete) {
        return new DeleteBinder(context).bind(delete);
    }

    public static ChangePlan merge(BindContext context, Statement.Merge merge, boolean identityInsert) {
        return new MergeBinder(context, identityInsert).bind(merge);
    }

    static CatalogObject.Column column(BindContext context, CatalogObject.Table table, String name) {
        return table.columns().stream()
                .filter(column -> context.same(column.name(), name))
                .findFirst()
                .orElseThrow(() -> SqlErrors.invalidColumn(name));
    }

    /** Binds the WITH clause into the scope. */
    static List<Plan.CommonTable> with(
            BindContext context, Scope scope, List<QueryExpression.CommonTable> commonTables) {
        return with(context, scope, commonTables, null);
    }

    /** @param maxRecursion of OPTION (MAXRECURSION n) */
    static List<Plan.CommonTable> with(
            BindContext context,
            Scope scope,
            List<QueryExpression.CommonTable> commonTables,
            @Nullable Integer maxRecursion) {
        QueryBinder queries = new QueryBinder(context, scope);
        List<Plan.CommonTable> bound = new ArrayList<>();
        commonTables.forEach(table -> bound.add(queries.commonTable(table, maxRecursion)));
        return bound;
    }
}
