package dev.bobbin.emulator.standin.sql.parse;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.Expression.Call;
import dev.bobbin.emulator.standin.sql.syntax.Expression.Literal;
import dev.bobbin.emulator.standin.sql.syntax.Expression.LiteralKind;
import dev.bobbin.emulator.standin.sql.syntax.Expression.OrderItem;
import dev.bobbin.emulator.standin.sql.syntax.Expression.Over;
import dev.bobbin.emulator.standin.sql.syntax.Expression.When;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLParser.*;

/** Reads expressions out of the parser's tree. */
final class ExpressionReader {

    private static final Pattern TRIM_SIDE =
            Pattern.compile("TRIM\\s*\\(\\s*(LEADING|TRAILING|BOTH)\\b", Pattern.CASE_INSENSITIVE);

    private static final Set<String> JSON_MAKERS =
            Set.of("JSON_OBJECT", "JSON_ARRAY", JsonAggregates.OBJECT, JsonAggregates.ARRAY);

    /** What such a call says of NULLs, at its end. */
    private static final Pattern ON_NULL = Pattern.compile(
            "\\b(NULL|ABSENT)\\s+ON\\s+NULL\\s*(?:RETURNING\\s+JSON\\s*)?\\)$", Pattern.CASE_INSENSITIVE);

    private final Source source;
    private final QueryReader queries;
    private final WindowReader windows;
    private final DocumentReader documents;
    private final ConditionReader conditions;

    ExpressionReader(Source source, QueryReader queries) {
        this.source = source;
        this.queries = queries;
        this.windows = new WindowReader(source, this);
        this.documents = new DocumentReader(source);
        this.conditions = new ConditionReader(source, queries, this);
    }

    Expression read(ExpressionContext context) {
        if (context.op != null) {
            return operation(context);
        }
        if (context.COLLATE() != null) {
            return collated(context);
        }
        if (context.function_call() != null && context.getChildCount() == 1) {
            return call(context.function_call());
        }
        if (context.object_expression() != null
                && context.object_expression().select_stmt_no_parens() != null
                && context.function_call() != null) {
            return documents.value(
                    new Expression.Subquery(
                            queries.read(context.object_expression().select_stmt_no_parens())),
                    context.function_call());
        }
        if (context.full_column_name() != null && context.COLON().isEmpty()) {
            return source.column(context.full_column_name());
        }
        if (context.case_expression() != null) {
            return caseOf(context.case_expression());
        }
        if (context.select_stmt_no_parens() != null) {
            return new Expression.Subquery(queries.read(context.select_stmt_no_parens()));
        }
        if (context.primitive_expression() != null) {
            return primitive(context.primitive_expression());
        }
        if (context.LR_BRACKET() != null && context.expression().size() == 1) {
            return read(context.expression(0));
        }
        if (context.DOLLAR_ACTION() != null) {
            return new Expression.Column(null, "$action");
        }
        if (context.date_expression() != null) {
            return odbcEscape(context.date_expression());
        }
        throw SqlErrors.notSupported(source.raw(context));
    }

    private Expression operation(ExpressionContext context) {
        String operator = source.raw(context.op);
        Expression first = read(context.expression(0));
        if (context.expression().size() > 1) {
            return new Expression.Binary(operator, first, read(context.expression(1)));
        }
        if (operator.equals("-")
                && first instanceof Literal literal
                && numeric(literal)
                && !literal.text().startsWith("-")) {
            return new Literal(literal.kind(), "-" + literal.text());
        }
        return new Expression.Unary(operator, first);
    }

    private static boolean numeric(Literal literal) {
        return switch (literal.kind()) {
            case INTEGER, DECIMAL, FLOAT, MONEY -> true;
            default -> false;
        };
    }

    private Expression collated(ExpressionContext context) {
        Expression value = read(context.expression(0));
        Token word = context.id().get(0).getStart();
        String written = source.raw(word);
        if (written.endsWith("'")) {
            return new Expression.AtTimeZone(value, source.stringLiteral(word));
        }
        return written.startsWith("@") || written.equals("?")
                ? new Expression.AtTimeZone(value, source.variable(word))
                : new Expression.Collate(value, source.name(word));
    }

    private Expression caseOf(Case_expressionContext context) {
        Expression subject = context.caseExpr == null ? null : read(context.caseExpr);
        List<When> whens = new ArrayList<>();
        for (Switch_sectionContext section : context.switch_section()) {
            whens.add(new When(read(section.expression(0)), read(section.expression(1))));
        }
        for (Switch_search_condition_sectionContext section : context.switch_search_condition_section()) {
            whens.add(new When(condition(section.search_condition()), read(section.expression())));
        }
        return new Expression.Case(subject, whens, context.elseExpr == null ? null : read(context.elseExpr));
    }

    private Expression primitive(Primitive_expressionContext context) {
        Token first = context.getStart();
        if (context.DEFAULT() != null) {
            return new Expression.Default();
        }
        if (context.NULL() != null) {
            return new Literal(LiteralKind.NULL, "");
        }
        if (context.LOCAL_ID() != null) {
            return source.variable(first);
        }
        if (context.STRING() != null) {
            return source.stringLiteral(first);
        }
        if (context.BINARY() != null) {
            return new Literal(LiteralKind.BINARY, source.raw(first).substring(2));
        }
        if (context.dollar != null) {
            return new Literal(LiteralKind.MONEY, source.raw(context.getStop()));
        }
        if (context.TRUE() != null || context.FALSE() != null) {
            return new Expression.Column(null, source.raw(first));
        }
        return Source.number(source.raw(first));
    }

    /** {@code {d '2024-01-31'}}, {@code {t …}} and {@code {ts …}}. */
    private Expression odbcEscape(Date_expressionContext context) {
        return switch (source.name(context.id()).toLowerCase(Locale.ROOT)) {
            case "d", "t", "ts" -> read(context.expression());
            default -> throw SqlErrors.notSupported(source.raw(context));
        };
    }

    List<Expression> list(@Nullable Expression_listContext context) {
        return context == null
                ? List.of()
                : context.expression().stream().map(this::read).toList();
    }

    WindowReader windows() {
        return windows;
    }

    Expression call(Function_callContext context) {
        boolean tolerant = source.raw(context.getStart()).regionMatches(true, 0, "TRY_", 0, 4);
        if (context.CAST() != null) {
            return new Expression.Cast(read(context.expression(0)), source.type(context.data_type()), null, tolerant);
        }
        if (context.CONVERT() != null) {
            Expression style = context.style == null ? null : read(context.style);
            return new Expression.Cast(
                    read(context.convert_expression), source.type(context.convert_data_type), style, tolerant);
        }
        if (context.PARSE() != null) {
            Expression culture = context.USING() == null ? null : read(context.expression(1));
            return new Expression.Parse(
                    read(context.expression(0)), source.type(context.data_type()), culture, tolerant);
        }
        if (context.IIF() != null) {
            When when = new When(condition(context.search_condition()), read(context.expression(0)));
            return new Expression.Case(null, List.of(when), read(context.expression(1)));
        }
        if (context.NEXT() != null) {
            return new Expression.NextValue(source.name(context.sequence_name));
        }
        if (context.TRIM() != null && context.FROM() != null) {
            return Call.of(trim(source.raw(context)), read(context.expression(1)), read(context.expression(0)));
        }
        return namedCall(context);
    }

    /** The grammar does not know the word after the bracket; it is still there in the text. */
    private static String trim(String written) {
        Matcher side = TRIM_SIDE.matcher(written);
        return !side.lookingAt()
                ? "TRIM"
                : switch (side.group(1).toUpperCase(Locale.ROOT)) {
                    case "LEADING" -> "LTRIM";
                    case "TRAILING" -> "RTRIM";
                    default -> "TRIM";
                };
    }

    private Expression namedCall(Function_callContext context) {
        if (isIif(context)) {
            List<ExpressionContext> parts = context.expression_list().expression();
            ExpressionContext test = parts.getFirst();
            When when = new When(
                    new Expression.Comparison("=", read(test.expression(0)), read(test.expression(1))),
                    read(parts.get(1)));
            return new Expression.Case(null, List.of(when), read(parts.get(2)));
        }
        ObjectName name;
        List<Expression> arguments = new ArrayList<>();
        if (context.scalar_function_name() != null) {
            Scalar_function_nameContext written = context.scalar_function_name();
            name = written.qualified_name() != null
                    ? source.name(written.qualified_name())
                    : ObjectName.of(source.raw(written.getStart()));
        } else {
            name = ObjectName.of(source.raw(context.getStart()));
        }
        context.expression().forEach(each -> arguments.add(read(each)));
        arguments.addAll(list(context.expression_list()));
        boolean distinct = false;
        if (context.all_distinct_expression() != null) {
            distinct = context.all_distinct_expression().DISTINCT() != null;
            arguments.add(read(context.all_distinct_expression().expression()));
        }
        if (context.DOLLAR_PARTITION() != null) {
            throw SqlErrors.notSupported(source.raw(context));
        }
        if (JSON_MAKERS.contains(name.name().toUpperCase(Locale.ROOT))) {
            arguments.addFirst(keepsNulls(context, name.name()));
        }
        List<OrderItem> within = orderItems(context.order_by_clause());
        Over over = context.over_clause() == null ? null : windows.over(context.over_clause());
        return new Call(name, arguments, distinct, context.STAR() != null, within, over);
    }

    /** 1 when NULLs are shown: those that make objects do unless told otherwise, those that make arrays do not. */
    private Expression keepsNulls(Function_callContext context, String name) {
        Matcher told = ON_NULL.matcher(source.raw(context));
        boolean keeps = told.find()
                ? told.group(1).equalsIgnoreCase("NULL")
                : name.toUpperCase(Locale.ROOT).startsWith("JSON_OBJECT");
        return new Literal(LiteralKind.INTEGER, keeps ? "1" : "0");
    }

    /** The grammar takes {@code IIF(a = b, …)} for a call of any function with an assignment as argument. */
    private boolean isIif(Function_callContext context) {
        return context.scalar_function_name() != null
                && source.raw(context.scalar_function_name().getStart()).equalsIgnoreCase("IIF")
                && context.expression_list() != null
                && context.expression_list().expression().size() == 3
                && context.expression_list().expression(0).EQUAL() != null;
    }

    List<OrderItem> orderItems(@Nullable Order_by_clauseContext context) {
        if (context == null) {
            return List.of();
        }
        return context.order_by_expression().stream()
                .map(item -> {
                    Expression value = read(item.expression());
                    if (item.id() != null) {
                        value = new Expression.Collate(value, source.name(item.id()));
                    }
                    boolean descending =
                            item.asc_desc() != null && item.asc_desc().DESC() != null;
                    return new OrderItem(value, descending);
                })
                .toList();
    }

    Expression condition(Search_conditionContext context) {
        return conditions.read(context);
    }

    /** A constant as arguments of EXEC and defaults of parameters are written. */
    Expression constant(ConstantContext context) {
        Token first = context.getStart();
        if (context.STRING() != null) {
            return source.stringLiteral(first);
        }
        if (context.BINARY() != null) {
            return new Literal(LiteralKind.BINARY, source.raw(first).substring(2));
        }
        String written = source.raw(context).replace(" ", "");
        return context.dollar != null
                ? new Literal(LiteralKind.MONEY, written.replace("$", ""))
                : Source.number(written.startsWith("+") ? written.substring(1) : written);
    }

    Expression defaultValue(Default_valueContext context) {
        if (context.NULL() != null) {
            return new Literal(LiteralKind.NULL, "");
        }
        if (context.DEFAULT() != null) {
            return new Expression.Default();
        }
        if (context.LOCAL_ID() != null) {
            return source.variable(context.LOCAL_ID().getSymbol());
        }
        return context.id() != null
                ? new Literal(LiteralKind.STRING, source.name(context.id()))
                : constant(context.constant());
    }
}
