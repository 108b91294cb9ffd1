package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** The numbers of TOP, OFFSET and FETCH: SQLite takes a negative one for no limit, SQL Server refuses it. */
final class RowCounts {

    private RowCounts() {}

    static Bound top(Bound count) {
        return checked(count, "$top", 0);
    }

    static @Nullable Bound offset(@Nullable Expression count, ExpressionBinder expressions) {
        return count == null ? null : checked(expressions.bind(count), "$offset", 0);
    }

    static @Nullable Bound fetch(@Nullable Expression count, ExpressionBinder expressions) {
        return count == null ? null : checked(expressions.bind(count), "$fetch", 1);
    }

    /** @param least a constant of this size or more needs no look when the statement runs */
    private static Bound checked(Bound count, String function, long least) {
        Bound number = Coercion.implicit(count, SqlType.BIGINT);
        boolean fine =
                number instanceof Bound.Constant constant && constant.value() instanceof Long value && value >= least;
        return fine ? number : Coercion.call(function, SqlType.BIGINT, number);
    }
}
