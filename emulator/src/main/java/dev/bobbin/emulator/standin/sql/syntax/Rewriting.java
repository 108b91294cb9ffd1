package dev.bobbin.emulator.standin.sql.syntax;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Rebuilds expressions from other parts. */
public final class Rewriting {

    private Rewriting() {}

    /** The expression with each of its direct operands replaced; queries inside it stay as they are. */
    public static Expression operands(Expression expression, UnaryOperator<Expression> change) {
        return switch (expression) {
            case Expression.Literal leaf -> leaf;
            case Expression.Default leaf -> leaf;
            case Expression.Parameter leaf -> leaf;
            case Expression.Variable leaf -> leaf;
            case Expression.Column leaf -> leaf;
            case Expression.NextValue leaf -> leaf;
            case Expression.Exists query -> query;
            case Expression.Subquery query -> query;
            case Expression.XmlText query -> query;
            case Expression.Unary unary -> new Expression.Unary(unary.operator(), change.apply(unary.operand()));
            case Expression.Binary binary ->
                new Expression.Binary(binary.operator(), change.apply(binary.left()), change.apply(binary.right()));
            case Expression.Comparison comparison ->
                new Expression.Comparison(
                        comparison.operator(), change.apply(comparison.left()), change.apply(comparison.right()));
            case Expression.And and -> new Expression.And(change.apply(and.left()), change.apply(and.right()));
            case Expression.Or or -> new Expression.Or(change.apply(or.left()), change.apply(or.right()));
            case Expression.Not not -> new Expression.Not(change.apply(not.operand()));
            case Expression.Between between ->
                new Expression.Between(
                        change.apply(between.value()), change.apply(between.low()), change.apply(between.high()));
            case Expression.InList in -> new Expression.InList(change.apply(in.value()), all(in.items(), change));
            case Expression.InQuery in -> new Expression.InQuery(change.apply(in.value()), in.query());
            case Expression.Like like ->
                new Expression.Like(
                        change.apply(like.value()), change.apply(like.pattern()), maybe(like.escape(), change));
            case Expression.IsNull test -> new Expression.IsNull(change.apply(test.value()));
            case Expression.IsDistinct distinct ->
                new Expression.IsDistinct(change.apply(distinct.left()), change.apply(distinct.right()));
            case Expression.Quantified quantified ->
                new Expression.Quantified(
                        quantified.operator(), change.apply(quantified.left()), quantified.all(), quantified.query());
            case Expression.Case choice ->
                new Expression.Case(
                        maybe(choice.subject(), change),
                        choice.whens().stream()
                                .map(when -> new Expression.When(
                                        change.apply(when.condition()), change.apply(when.result())))
                                .toList(),
                        maybe(choice.otherwise(), change));
            case Expression.Cast cast ->
                new Expression.Cast(
                        change.apply(cast.value()), cast.type(), maybe(cast.style(), change), cast.tolerant());
            case Expression.Parse parse ->
                new Expression.Parse(
                        change.apply(parse.value()), parse.type(), maybe(parse.culture(), change), parse.tolerant());
            case Expression.Collate collate ->
                new Expression.Collate(change.apply(collate.value()), collate.collation());
            case Expression.AtTimeZone zone ->
                new Expression.AtTimeZone(change.apply(zone.value()), change.apply(zone.zone()));
            case Expression.Call call ->
                new Expression.Call(
                        call.name(),
                        all(call.arguments(), change),
                        call.distinct(),
                        call.star(),
                        call.withinGroup(),
                        call.over());
        };
    }

    private static List<Expression> all(List<Expression> expressions, UnaryOperator<Expression> change) {
        return expressions.stream().map(change).toList();
    }

    private static @Nullable Expression maybe(@Nullable Expression expression, UnaryOperator<Expression> change) {
        return expression == null ? null : change.apply(expression);
    }

    /** Whether the expression reads one of the variables, outside queries; names are in lower case. */
    public static boolean reads(Expression expression, java.util.Set<String> variables) {
        if (expression instanceof Expression.Variable variable) {
            return variables.contains(variable.name().toLowerCase(java.util.Locale.ROOT));
        }
        boolean[] found = {false};
        operands(expression, operand -> {
            found[0] |= reads(operand, variables);
            return operand;
        });
        return found[0];
    }
}
