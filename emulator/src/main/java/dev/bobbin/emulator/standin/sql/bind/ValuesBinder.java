package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import dev.bobbin.emulator.standin.sql.types.TypeRules;
import java.util.ArrayList;
import java.util.List;

/** Binds a table value constructor: each column has the type common to its rows. */
final class ValuesBinder {

    private ValuesBinder() {}

    static Plan.Body bind(QueryExpression.Values values, ExpressionBinder expressions) {
        List<List<Bound>> rows = new ArrayList<>();
        for (List<Expression> row : values.rows()) {
            rows.add(row.stream().map(expressions::bind).toList());
            if (row.size() != values.rows().getFirst().size()) {
                throw new SqlError(
                        10709,
                        "42000",
                        "The number of columns for each row in a table value constructor must be the same.",
                        16,
                        1);
            }
        }
        List<Output> outputs = new ArrayList<>();
        for (int i = 0; i < rows.getFirst().size(); i++) {
            int column = i;
            SqlType type = rows.stream()
                    .map(row -> row.get(column).type())
                    .reduce(TypeRules::common)
                    .orElse(SqlType.INT);
            outputs.add(new Output("", new Bound.Column("", "c" + (i + 1), type, false)));
        }
        List<SqlType> types =
                outputs.stream().map(output -> output.value().type()).toList();
        List<List<Bound>> converted = rows.stream()
                .map(row -> {
                    List<Bound> cells = new ArrayList<>();
                    for (int i = 0; i < row.size(); i++) {
                        cells.add(Coercion.implicit(row.get(i), types.get(i)));
                    }
                    return cells;
                })
                .toList();
        return new Plan.Values(outputs, converted);
    }
}
