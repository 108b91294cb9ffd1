package dev.bobbin.emulator.standin.sql.parse;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.syntax.Expression.Over;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLParser.Over_clauseContext;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLParser.Window_specificationContext;

/** Reads OVER, and finds the windows that a WINDOW clause names. */
final class WindowReader {

    private static final Over ALL_ROWS = new Over(List.of(), List.of(), null, false);

    private final Source source;
    private final ExpressionReader expressions;

    /** The windows named by the queries around an expression, the innermost first. */
    private final Deque<Window_specificationContext> named = new ArrayDeque<>();

    WindowReader(Source source, ExpressionReader expressions) {
        this.source = source;
        this.expressions = expressions;
    }

    /** Reads a piece of a query in which the window may be named. */
    <T> T within(@Nullable Window_specificationContext window, Supplier<T> piece) {
        if (window == null) {
            return piece.get();
        }
        named.push(window);
        try {
            return piece.get();
        } finally {
            named.pop();
        }
    }

    /** What OVER says itself goes before what the window it names says. */
    Over over(Over_clauseContext context) {
        Over base = context.window_name == null ? ALL_ROWS : window(source.name(context.window_name));
        return new Over(
                context.expression_list() == null ? base.partitionBy() : expressions.list(context.expression_list()),
                context.order_by_clause() == null ? base.orderBy() : expressions.orderItems(context.order_by_clause()),
                context.row_or_range_clause() == null ? base.frame() : source.words(context.row_or_range_clause()),
                source.raw(context.OVER().getSymbol()).toUpperCase(Locale.ROOT).startsWith("IGNORE"));
    }

    private Over window(String name) {
        for (Window_specificationContext window : named) {
            if (source.name(window.window_name).equalsIgnoreCase(name)) {
                if (window.ref_name != null) {
                    throw SqlErrors.notSupported(source.raw(window));
                }
                return new Over(
                        expressions.list(window.expression_list()),
                        expressions.orderItems(window.order_by_clause()),
                        window.row_or_range_clause() == null ? null : source.words(window.row_or_range_clause()),
                        false);
            }
        }
        throw new SqlError(5362, "42000", "Window '" + name + "' is undefined.", 15, 3);
    }
}
