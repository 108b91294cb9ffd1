package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.Rewriting;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What SQL Server refuses in a SELECT and SQLite would take, or take otherwise. */
final class SelectRules {

    private SelectRules() {}

    static void requireNoWindow(@Nullable Bound expression) {
        if (expression != null && Grouping.windows(expression)) {
            throw new SqlError(
                    4108, "42000", "Windowed functions can only appear in the SELECT or ORDER BY clauses.", 15, 1);
        }
    }

    /** A row gets one number of a sequence, however often the list asks for it; SQLite would draw one each time. */
    static void requireOneNumber(List<QueryExpression.Item> items) {
        Set<String> sequences = new HashSet<>();
        for (QueryExpression.Item item : items) {
            if (item instanceof QueryExpression.Value value) {
                requireOneNumber(value.expression(), sequences);
            }
        }
    }

    private static void requireOneNumber(Expression expression, Set<String> sequences) {
        if (expression instanceof Expression.NextValue next
                && !sequences.add(next.sequence().toString().toLowerCase(Locale.ROOT))) {
            throw SqlErrors.notSupported("NEXT VALUE FOR " + next.sequence() + " twice in one row");
        }
        Rewriting.operands(expression, operand -> {
            requireOneNumber(operand, sequences);
            return operand;
        });
    }
}
