package dev.bobbin.emulator.standin.sql.parse;

import static java.util.Objects.requireNonNull;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.Expression.Call;
import dev.bobbin.emulator.standin.sql.syntax.Expression.Literal;
import dev.bobbin.emulator.standin.sql.syntax.Expression.LiteralKind;
import java.util.List;
import java.util.function.BinaryOperator;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLParser.*;

/** Reads conditions out of the parser's tree. */
final class ConditionReader {

    /** The function that is a condition by itself; the grammar sees it with IS NOT NULL. */
    static final String BY_ITSELF = "REGEXP_LIKE";

    private final Source source;
    private final QueryReader queries;
    private final ExpressionReader expressions;

    ConditionReader(Source source, QueryReader queries, ExpressionReader expressions) {
        this.source = source;
        this.queries = queries;
        this.expressions = expressions;
    }

    Expression read(Search_conditionContext context) {
        return joined(
                context.search_condition_and().stream()
                        .map(each -> joined(
                                each.search_condition_not().stream()
                                        .map(this::negation)
                                        .toList(),
                                Expression.And::new))
                        .toList(),
                Expression.Or::new);
    }

    /** Halves within halves, in their order: a thousand conditions are ten deep, not a thousand. */
    private static Expression joined(List<Expression> conditions, BinaryOperator<Expression> by) {
        int half = conditions.size() / 2;
        return half == 0
                ? conditions.getFirst()
                : by.apply(
                        joined(conditions.subList(0, half), by),
                        joined(conditions.subList(half, conditions.size()), by));
    }

    private Expression negation(Search_condition_notContext context) {
        Expression predicate = predicate(context.predicate());
        return context.NOT() == null ? predicate : new Expression.Not(predicate);
    }

    private Expression predicate(PredicateContext context) {
        if (context.EXISTS() != null) {
            return new Expression.Exists(queries.read(context.select_statement()));
        }
        if (context.comparison_operator() != null) {
            return comparison(context);
        }
        if (context.search_condition() != null) {
            return read(context.search_condition());
        }
        if (context.MATCH() != null
                || context.UPDATE() != null
                || context.CONTAINS() != null
                || context.FREETEXT() != null) {
            throw SqlErrors.notSupported(source.raw(context));
        }
        Expression value = expressions.read(context.expression(0));
        if (context.IS() != null && context.null_notnull() != null) {
            if (value instanceof Call call && call.name().name().equalsIgnoreCase(BY_ITSELF)) {
                return new Expression.Comparison("=", call, new Literal(LiteralKind.INTEGER, "1"));
            }
            Expression test = new Expression.IsNull(value);
            return context.null_notnull().NOT() == null ? test : new Expression.Not(test);
        }
        Expression positive;
        if (context.BETWEEN() != null) {
            positive = new Expression.Between(
                    value, expressions.read(context.expression(1)), expressions.read(context.expression(2)));
        } else if (context.IN() != null) {
            positive = context.select_statement() == null
                    ? new Expression.InList(value, expressions.list(requireNonNull(context.expression_list())))
                    : new Expression.InQuery(value, queries.read(context.select_statement()));
        } else if (context.LIKE() != null) {
            Expression escape = context.ESCAPE() == null ? null : expressions.read(context.expression(2));
            positive = new Expression.Like(value, expressions.read(context.expression(1)), escape);
        } else {
            positive = new Expression.IsDistinct(value, expressions.read(context.expression(1)));
        }
        return context.NOT() == null ? positive : new Expression.Not(positive);
    }

    private Expression comparison(PredicateContext context) {
        String operator =
                switch (source.words(context.comparison_operator()).replace(" ", "")) {
                    case "!=" -> "<>";
                    case "!<" -> ">=";
                    case "!>" -> "<=";
                    case String other -> other;
                };
        Expression left = expressions.read(context.expression(0));
        return context.select_statement() == null
                ? new Expression.Comparison(operator, left, expressions.read(context.expression(1)))
                : new Expression.Quantified(
                        operator, left, context.ALL() != null, queries.read(context.select_statement()));
    }
}
