package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlValue;
import dev.bobbin.emulator.standin.sql.bind.ChangeBinder;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.emit.ChangeEmitter;
import dev.bobbin.emulator.standin.sql.plan.ChangePlan;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that one statement yields and another takes. */
final class Waiting {

    private static final int MOST_ROWS = 2_000_000;
    private static final ObjectName TABLE = ObjectName.of("#bobbin_waiting");

    private final SessionState state;
    private final Interpreter.RowSource rowSource;

    Waiting(SessionState state, Interpreter.RowSource rowSource) {
        this.state = state;
        this.rowSource = rowSource;
    }

    /** Puts the rows into a temporary table with their columns, under other names when some are given. */
    ObjectName keep(RowSet rows, List<String> names, Frame frame) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < rows.columns().size(); i++) {
            String name =
                    i < names.size() ? names.get(i) : rows.columns().get(i).name();
            columns.add(Column.of(name, rows.columns().get(i).type(), true));
        }
        Table table = Table.of("tempdb", TABLE.name(), true, columns);
        state.attempt(() -> {
            frame.detachAll();
            state.link().housekeep("DROP TABLE IF EXISTS " + table.sqlName());
            state.link().housekeep(TableText.create(table, state));
            state.catalog().put(table);
        });
        insert(rows, new Statement.Target(TABLE, null), List.of(), false);
        return TABLE;
    }

    void drop(ObjectName name) {
        if (state.catalog().find(name) instanceof Table table) {
            state.attempt(() -> {
                state.catalog().remove(table);
                state.link().housekeep("DROP TABLE " + table.sqlName());
            });
        }
    }

    /** Inserts rows into a table, as if each value were a parameter. Answers how many. */
    long insert(RowSet rows, Statement.Target target, List<String> columns, boolean identityInsert) {
        List<Expression> parameters = new ArrayList<>();
        for (int i = 1; i <= rows.columns().size(); i++) {
            parameters.add(new Expression.Parameter(i));
        }
        QueryExpression values = new QueryExpression(
                List.of(), new QueryExpression.Values(List.of(parameters)), List.of(), null, null, null, null);
        Statement.Insert one =
                new Statement.Insert(List.of(), null, target, columns, List.of(), new Statement.FromQuery(values));
        long count = 0;
        for (List<@Nullable Object> row : rows.next(MOST_ROWS)) {
            List<SqlValue> given = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                given.add(new SqlValue(row.get(i), rows.columns().get(i).type()));
            }
            Frame frame = new Frame(state, given, new ArrayList<>());
            PlanCache.Change change = state.plans().change(frame, one, identityInsert, context -> {
                ChangePlan plan = ChangeBinder.insert(context, one, identityInsert);
                return new PlanCache.Change(plan, ChangeEmitter.direct(plan));
            });
            new Changes(state, frame, rowSource).run(change, "INSERT");
            count++;
        }
        return count;
    }
}
