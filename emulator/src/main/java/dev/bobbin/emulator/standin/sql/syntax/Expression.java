package dev.bobbin.emulator.standin.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scalar expression or a condition. */
public sealed interface Expression {

    enum LiteralKind {
        NULL,
        INTEGER,
        DECIMAL,
        FLOAT,
        MONEY,
        STRING,
        NATIONAL_STRING,
        BINARY
    }

    /** A constant; the text is without quotes, prefix or currency sign. */
    record Literal(LiteralKind kind, String text) implements Expression {}

    /** The word DEFAULT in a list of values. */
    record Default() implements Expression {}

    /** The n-th question mark of the statement, from 1. */
    record Parameter(int index) implements Expression {}

    /** {@code @name} or {@code @@NAME}, with its signs. */
    record Variable(String name) implements Expression {}

    record Column(@Nullable ObjectName qualifier, String name) implements Expression {}

    /** {@code -}, {@code +} or {@code ~}. */
    record Unary(String operator, Expression operand) implements Expression {}

    /** Arithmetic, concatenation and bit operations: one of {@code + - * / % & | ^}. */
    record Binary(String operator, Expression left, Expression right) implements Expression {}

    /** One of {@code = <> < <= > >=}. */
    record Comparison(String operator, Expression left, Expression right) implements Expression {}

    record And(Expression left, Expression right) implements Expression {}

    record Or(Expression left, Expression right) implements Expression {}

    record Not(Expression operand) implements Expression {}

    record Between(Expression value, Expression low, Expression high) implements Expression {}

    record InList(Expression value, List<Expression> items) implements Expression {}

    record InQuery(Expression value, QueryExpression query) implements Expression {}

    record Like(
            Expression value, Expression pattern, @Nullable Expression escape) implements Expression {}

    record IsNull(Expression value) implements Expression {}

    record IsDistinct(Expression left, Expression right) implements Expression {}

    record Exists(QueryExpression query) implements Expression {}

    /** {@code a > ALL (SELECT …)}; ANY and SOME are the same. */
    record Quantified(String operator, Expression left, boolean all, QueryExpression query) implements Expression {}

    record Subquery(QueryExpression query) implements Expression {}

    /** Text of the XML that a query makes; null when there is none. @param first only the first outside elements */
    record XmlText(Subquery document, boolean first) implements Expression {}

    /** CASE in both forms, and IIF; a simple CASE has a subject. */
    record Case(
            @Nullable Expression subject,
            List<When> whens,
            @Nullable Expression otherwise) implements Expression {}

    record When(Expression condition, Expression result) {}

    /** CAST, CONVERT and their TRY_ forms. */
    record Cast(Expression value, TypeRef type, @Nullable Expression style, boolean tolerant) implements Expression {}

    /** PARSE and TRY_PARSE; without a culture that of the language us_english counts. */
    record Parse(Expression value, TypeRef type, @Nullable Expression culture, boolean tolerant)
            implements Expression {}

    record Collate(Expression value, String collation) implements Expression {}

    record AtTimeZone(Expression value, Expression zone) implements Expression {}

    record NextValue(ObjectName sequence) implements Expression {}

    /**
     * A call of a function, an aggregate or a window function.
     *
     * @param star {@code COUNT(*)}
     * @param withinGroup the order of STRING_AGG, PERCENTILE_CONT or JSON_ARRAYAGG
     */
    record Call(
            ObjectName name,
            List<Expression> arguments,
            boolean distinct,
            boolean star,
            List<OrderItem> withinGroup,
            @Nullable Over over)
            implements Expression {

        public static Call of(String name, Expression... arguments) {
            return new Call(ObjectName.of(name), List.of(arguments), false, false, List.of(), null);
        }
    }

    /**
     * @param frame the ROWS or RANGE clause in upper case, as SQLite takes it too; null when not written
     * @param ignoreNulls whether IGNORE NULLS stands before it
     */
    record Over(
            List<Expression> partitionBy,
            List<OrderItem> orderBy,
            @Nullable String frame,
            boolean ignoreNulls) {}

    record OrderItem(Expression value, boolean descending) {}
}
