package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.emit.ChangeEmitter;
import dev.bobbin.emulator.standin.sql.emit.Emitted;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.ChangePlan;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import java.util.ArrayList;
import java.util.List;

/** Copies a table's rows into one whose columns have other types. */
public final class TableCopy {

    private TableCopy() {}

    /**
     * @param after the columns as they shall be; one that is new gets its default or identity
     * @param into the table the rows go to, with the columns of {@code after}
     */
    public static Emitted rows(BindContext context, Table before, Table after, Table into) {
        String relation = context.newRelation();
        RowBinder rows = new RowBinder(context, after, false);
        List<String> names = new ArrayList<>();
        List<Output> cells = new ArrayList<>();
        for (Column column : after.columns()) {
            if (column.computed() != null) {
                continue;
            }
            names.add(column.name());
            Bound cell = before.columns().stream()
                    .filter(each -> each.name().equals(column.name()))
                    .findFirst()
                    .map(old -> Coercion.stored(
                            new Bound.Column(relation, old.name(), old.type(), true),
                            column.type(),
                            after.qualifiedName(),
                            column.name()))
                    .orElseGet(() -> rows.fallback(column));
            cells.add(new Output("", cell));
        }
        Plan query = Plan.of(
                new Plan.Select(false, cells, new Plan.Scan(before.sqlName(), relation), null, List.of(), null));
        return ChangeEmitter.insert(new ChangePlan.Insert(into, names, List.of(), query, List.of()));
    }
}
