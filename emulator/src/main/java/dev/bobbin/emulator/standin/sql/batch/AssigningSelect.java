package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.bind.QueryBinder;
import dev.bobbin.emulator.standin.sql.emit.Emitter;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.sqlite.Prepared;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression.Assignment;
import dev.bobbin.emulator.standin.sql.syntax.Rewriting;
import dev.bobbin.emulator.standin.sql.types.Codec;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code SELECT @a = x, @b = y FROM …}: every row assigns, so that the last one wins and no row leaves the variables alone. An
 * expression that reads a variable of the list, as in {@code SELECT @s = @s + x}, sees what the row before left there.
 */
final class AssigningSelect {

    private final Frame frame;

    AssigningSelect(Frame frame) {
        this.frame = frame;
    }

    void run(QueryExpression query, QueryExpression.Select select) {
        List<Assignment> targets = targets(select);
        List<Expression> values = targets.stream().map(AssigningSelect::value).toList();
        Set<String> assigned = RowByRow.assigned(targets);
        if (values.stream().anyMatch(value -> Rewriting.reads(value, assigned))) {
            rowByRow(query, select, targets, values, new RowByRow(assigned));
        } else {
            each(query, select, values, (row, plan) -> {
                for (int i = 0; i < targets.size(); i++) {
                    SqlType from = plan.outputs().get(i).value().type();
                    String name = targets.get(i).variable();
                    frame.assign(name, Codec.value(Frame.widened(row.getObject(i + 1)), from), from);
                }
            });
        }
    }

    private static List<Assignment> targets(QueryExpression.Select select) {
        List<Assignment> targets = new ArrayList<>();
        for (QueryExpression.Item item : select.items()) {
            if (!(item instanceof Assignment assignment)) {
                throw new SqlError(
                        141,
                        "42000",
                        "A SELECT statement that assigns a value to a variable must not be combined with data-retrieval operations.",
                        15,
                        1);
            }
            targets.add(assignment);
        }
        return targets;
    }

    private static Expression value(Assignment assignment) {
        return assignment.operator().equals("=")
                ? assignment.expression()
                : new Expression.Binary(
                        assignment.operator().substring(0, 1),
                        new Expression.Variable(assignment.variable()),
                        assignment.expression());
    }

    private void rowByRow(
            QueryExpression query,
            QueryExpression.Select select,
            List<Assignment> targets,
            List<Expression> values,
            RowByRow rows) {
        List<Expression> rests = values.stream().map(rows::split).toList();
        List<Expression> asked = rows.parts().isEmpty()
                ? List.of(new Expression.Literal(Expression.LiteralKind.INTEGER, "1"))
                : rows.parts();
        each(query, select, asked, (row, plan) -> {
            for (int part = 1; part <= asked.size(); part++) {
                SqlType type = plan.outputs().get(part - 1).value().type();
                RowByRow.take(frame, part, Codec.value(Frame.widened(row.getObject(part)), type), type);
            }
            for (int i = 0; i < rests.size(); i++) {
                String name = targets.get(i).variable();
                frame.set(name, frame.evaluate(rests.get(i), frame.type(name)));
            }
        });
    }

    /** What is done with a row. */
    @FunctionalInterface
    private interface RowAction {
        void take(ResultSet row, Plan plan) throws SQLException;
    }

    private void each(QueryExpression query, QueryExpression.Select select, List<Expression> values, RowAction action) {
        QueryExpression.Select plain = new QueryExpression.Select(
                select.distinct(),
                select.top(),
                values.stream()
                        .<QueryExpression.Item>map(value -> new QueryExpression.Value(value, null))
                        .toList(),
                null,
                select.from(),
                select.where(),
                select.groupBy(),
                select.having());
        Plan plan = QueryBinder.bind(
                frame.bindContext(),
                new QueryExpression(
                        query.with(),
                        plain,
                        query.orderBy(),
                        query.offset(),
                        query.fetch(),
                        null,
                        query.maxRecursion()));
        try (Prepared statement = frame.prepare(Emitter.emit(plan));
                ResultSet row = statement.executeQuery()) {
            long count = 0;
            while (row.next()) {
                count++;
                action.take(row, plan);
            }
            frame.state().setRowCount(count);
        } catch (SQLException e) {
            throw frame.state().link().explain(e);
        }
    }
}
