package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.emit.TextKeys;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Bound.Role;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.types.Conversion;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import dev.bobbin.emulator.standin.sql.types.TypeRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Binds expressions and conditions in one scope. */
final class ExpressionBinder {

    private final BindContext context;
    private final Scope scope;
    private final CallBinder calls;
    private final SubqueryBinder subqueries;

    ExpressionBinder(BindContext context, Scope scope) {
        this.context = context;
        this.scope = scope;
        this.calls = new CallBinder(context, this);
        this.subqueries = new SubqueryBinder(context, scope, this);
    }

    BindContext context() {
        return context;
    }

    Bound bind(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> Literals.bind(literal, context.codePage());
            case Expression.Column column -> scope.resolve(column);
            case Expression.Parameter parameter -> {
                SqlType type = context.parameter(parameter.index());
                yield new Bound.Input("?" + parameter.index(), type, type, false);
            }
            case Expression.Variable variable
            when context.substitute(variable.name()) instanceof Bound argument -> {
                scope.noteOuter(argument);
                yield argument;
            }
            case Expression.Variable variable -> {
                SqlType type = context.variable(variable.name());
                yield new Bound.Input(variable.name(), type, type, false);
            }
            case Expression.Unary unary -> unary(unary);
            case Expression.Binary binary -> binary(binary);
            case Expression.Call call -> calls.bind(call);
            case Expression.Cast cast -> cast(cast);
            case Expression.Parse parse -> parse(parse);
            case Expression.Case choice -> caseOf(choice);
            case Expression.Collate collate -> context.collate(bind(collate.value()), collate.collation());
            case Expression.AtTimeZone zone -> {
                Bound moment = calls.moment(bind(zone.value()));
                SqlType result =
                        new SqlType(Kind.DATETIMEOFFSET, 0, moment.type().scale());
                yield Coercion.call("$at_time_zone", result, moment, bind(zone.zone()));
            }
            case Expression.Subquery subquery -> subqueries.scalar(subquery.query());
            case Expression.XmlText text ->
                Coercion.call(
                        text.first() ? "$xml_first_text" : "$xml_text",
                        SqlType.NVARCHAR_MAX,
                        subqueries.scalar(text.document().query()));
            case Expression.NextValue next ->
                Coercion.call(
                        "$next_value",
                        SqlType.BIGINT,
                        Coercion.text(next.sequence().toString()));
            case Expression.Default ignored -> throw SqlErrors.keywordSyntaxNear("DEFAULT");
            case Expression.Comparison comparison ->
                compare(comparison.operator(), bind(comparison.left()), bind(comparison.right()));
            case Expression.And and -> condition("({0} AND {1})", bind(and.left()), bind(and.right()));
            case Expression.Or or -> condition("({0} OR {1})", bind(or.left()), bind(or.right()));
            case Expression.Not not -> condition("(NOT {0})", bind(not.operand()));
            case Expression.Between between -> {
                Bound value = bind(between.value());
                yield condition(
                        "({0} AND {1})",
                        compare(">=", value, bind(between.low())), compare("<=", value, bind(between.high())));
            }
            case Expression.InList in -> inList(in);
            case Expression.InQuery in -> subqueries.inQuery(in);
            case Expression.Like like -> like(like);
            case Expression.IsNull test -> condition("({0} IS NULL)", bind(test.value()));
            case Expression.IsDistinct distinct -> compare("IS NOT", bind(distinct.left()), bind(distinct.right()));
            case Expression.Exists exists ->
                subqueries.nested("EXISTS ({q})", List.of(), exists.query(), SqlType.BOOLEAN);
            case Expression.Quantified quantified -> subqueries.quantified(quantified);
        };
    }

    private static Bound condition(String template, Bound... operands) {
        return Bound.Sql.of(SqlType.BOOLEAN, template, operands);
    }

    private Bound unary(Expression.Unary unary) {
        Bound operand = bind(unary.operand());
        if (!operand.type().isNumeric() && !operand.type().isNull()) {
            throw SqlErrors.invalidOperand(
                    operand.type().kind().messageName(), unary.operator().equals("-") ? "minus" : "plus");
        }
        return switch (unary.operator()) {
            case "-" ->
                Coercion.call("$negate", operand.type().kind() == Kind.BIT ? SqlType.INT : operand.type(), operand);
            case "~" -> Bound.Sql.of(operand.type(), "(~{0})", operand);
            default -> operand;
        };
    }

    /** An integer literal beside a decimal counts with the digits it has, not with those of int. */
    private Bound binary(Expression.Binary binary) {
        Bound left = bind(binary.left());
        Bound right = bind(binary.right());
        if (binary.operator().equals("||")) {
            if (!joins(left.type()) || !joins(right.type())) {
                throw SqlErrors.operandTypes(
                        left.type().kind().messageName(), right.type().kind().messageName(), "'||'");
            }
            return binary("+", left, right);
        }
        SqlType a = right.type().kind() == Kind.DECIMAL ? literalType(binary.left(), left) : left.type();
        SqlType b = left.type().kind() == Kind.DECIMAL ? literalType(binary.right(), right) : right.type();
        return binary(binary.operator(), left, right, a, b);
    }

    /** {@code ||} joins texts and bytes only. */
    private static boolean joins(SqlType type) {
        return type.isNull() || type.isText() || type.is(Kind.Family.BINARY);
    }

    private static SqlType literalType(Expression written, Bound bound) {
        return written instanceof Expression.Literal
                        && bound.type().kind() == Kind.INT
                        && bound instanceof Bound.Constant constant
                        && constant.value() instanceof Long number
                ? SqlType.decimal(BigDecimal.valueOf(number).precision(), 0)
                : bound.type();
    }

    /** {@code + - * / % & | ^}. */
    Bound binary(String operator, Bound left, Bound right) {
        return binary(operator, left, right, left.type(), right.type());
    }

    private Bound binary(String operator, Bound left, Bound right, SqlType leftNumber, SqlType rightNumber) {
        boolean oneBinary = left.type().is(Kind.Family.BINARY) != right.type().is(Kind.Family.BINARY);
        if (oneBinary && left.type().isInteger()) {
            return binary(operator, left, Coercion.convert(right, left.type()), leftNumber, left.type());
        }
        if (oneBinary && right.type().isInteger()) {
            return binary(operator, Coercion.convert(left, right.type()), right, right.type(), rightNumber);
        }
        if ("&|^".contains(operator)) {
            SqlType type = TypeRules.common(left.type(), right.type());
            if (!type.isInteger()) {
                throw SqlErrors.operandTypes(
                        left.type().kind().messageName(), right.type().kind().messageName(), "'" + operator + "'");
            }
            String template = operator.equals("^") ? "(({0} | {1}) - ({0} & {1}))" : "({0} " + operator + " {1})";
            return Bound.Sql.of(type, template, left, right);
        }
        SqlType a = left.type();
        SqlType b = right.type();
        boolean texts = (a.isText() || a.isNull()) && (b.isText() || b.isNull()) && !(a.isNull() && b.isNull());
        if (operator.equals("+") && texts) {
            return Bound.Sql.of(TypeRules.concatenated(a, b), "({0} || {1})", left, right);
        }
        if (operator.equals("+") && a.is(Kind.Family.BINARY) && b.is(Kind.Family.BINARY)) {
            return Bound.Sql.of(TypeRules.concatenated(a, b), "CAST({0} || {1} AS BLOB)", left, right);
        }
        if (a.isDateTime() || b.isDateTime()) {
            return dateArithmetic(operator, left, right);
        }
        if (texts) {
            SqlType text = a.isNull() ? b : a;
            throw SqlErrors.invalidOperand(text.kind().messageName(), TypeRules.word(operator));
        }
        if (!numberLike(a) || !numberLike(b)) {
            throw SqlErrors.operandTypes(a.kind().messageName(), b.kind().messageName(), TypeRules.word(operator));
        }
        SqlType result = TypeRules.arithmetic(operator, leftNumber, rightNumber);
        return Coercion.call("$" + TypeRules.word(operator), result, number(left, result), number(right, result));
    }

    private static boolean numberLike(SqlType type) {
        return type.isNumeric() || type.isText() || type.isNull();
    }

    /** Operands keep their own exact type; text takes the type of the result. */
    private static Bound number(Bound value, SqlType result) {
        if (value.type().isText() || value.type().isNull()) {
            return Coercion.implicit(value, result);
        }
        return result.isApproximate() ? Coercion.convert(value, SqlType.FLOAT) : value;
    }

    private Bound dateArithmetic(String operator, Bound left, Bound right) {
        boolean days = countsDays(left.type());
        if (days && right.type().isInteger() && (operator.equals("+") || operator.equals("-"))) {
            Bound amount = operator.equals("+") ? right : Coercion.call("$negate", SqlType.INT, right);
            return calls.call(
                    "DATEADD", left.type(), Coercion.text("day"), Coercion.convert(amount, SqlType.BIGINT), left);
        }
        SqlType type = days ? left.type() : right.type();
        Bound other = days ? right : left;
        boolean addable = countsDays(other.type())
                || other.type().isNumeric()
                || other.type().isText()
                || other.type().isNull();
        if ((days || countsDays(right.type())) && addable && (operator.equals("+") || operator.equals("-"))) {
            return Coercion.call(
                    operator.equals("+") ? "$datetime_add" : "$datetime_subtract",
                    countsDays(other.type()) ? TypeRules.common(left.type(), right.type()) : type,
                    Coercion.implicit(left, SqlType.DATETIME),
                    Coercion.implicit(right, SqlType.DATETIME));
        }
        if (left.type().isNumeric() || right.type().isNumeric()) {
            throw SqlErrors.operandClash(
                    left.type().kind().messageName(), right.type().kind().messageName());
        }
        throw left.type().kind() == right.type().kind()
                ? SqlErrors.invalidOperand(left.type().kind().sqlName(), TypeRules.word(operator))
                : SqlErrors.operandTypes(
                        left.type().kind().sqlName(), right.type().kind().sqlName(), TypeRules.word(operator));
    }

    /** The old types are numbers of days, with which one can reckon. */
    private static boolean countsDays(SqlType type) {
        return type.kind() == Kind.DATETIME || type.kind() == Kind.SMALLDATETIME;
    }

    private Bound cast(Expression.Cast cast) {
        SqlType to = SqlType.converted(cast.type());
        Bound value = bind(cast.value());
        if (!TypeRules.explicit(value.type(), to)) {
            throw SqlErrors.noConversion(
                    value.type().kind().messageName(), to.kind().messageName());
        }
        Bound style = cast.style() == null
                ? Coercion.number(Conversion.NO_STYLE)
                : Coercion.implicit(bind(cast.style()), SqlType.INT);
        if (cast.tolerant()) {
            return Coercion.call("$try_convert", to, value, style);
        }
        return cast.style() == null ? Coercion.convert(value, to) : Coercion.call("$convert", to, value, style);
    }

    private Bound parse(Expression.Parse parse) {
        SqlType to = SqlType.converted(parse.type());
        if (!to.isNumeric() && !to.isDateTime()) {
            throw new dev.bobbin.emulator.standin.sql.SqlError(
                    10761, "42000", "Invalid data type " + to.kind().sqlName() + " in function PARSE.", 15, 1);
        }
        Bound culture = parse.culture() == null ? Coercion.text("en-US") : calls.asText(bind(parse.culture()));
        return Coercion.call(
                parse.tolerant() ? "$try_parse" : "$parse", to, calls.asText(bind(parse.value())), culture);
    }

    private Bound caseOf(Expression.Case choice) {
        Bound subject = choice.subject() == null ? null : bind(choice.subject());
        List<Bound> conditions = new ArrayList<>();
        List<Bound> results = new ArrayList<>();
        for (Expression.When when : choice.whens()) {
            Bound condition = bind(when.condition());
            conditions.add(subject == null ? condition : compare("=", subject, condition));
            results.add(bind(when.result()));
        }
        if (choice.otherwise() != null) {
            results.add(bind(choice.otherwise()));
        }
        return choose(conditions, results);
    }

    /** CASE from conditions and results; one result more than conditions is the ELSE. */
    Bound choose(List<Bound> conditions, List<Bound> results) {
        SqlType type =
                results.stream().map(Bound::type).reduce(TypeRules::common).orElse(SqlType.NULL);
        if (type.isNull() && results.stream().allMatch(result -> result instanceof Bound.Constant)) {
            throw new dev.bobbin.emulator.standin.sql.SqlError(
                    8133,
                    "42000",
                    "At least one of the result expressions in a CASE specification must be an expression other than the NULL constant.");
        }
        StringBuilder template = new StringBuilder("CASE");
        List<Bound> arguments = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            template.append(" WHEN {")
                    .append(arguments.size())
                    .append("} THEN {")
                    .append(arguments.size() + 1)
                    .append('}');
            arguments.add(conditions.get(i));
            arguments.add(Coercion.implicit(results.get(i), type));
        }
        if (results.size() > conditions.size()) {
            template.append(" ELSE {").append(arguments.size()).append('}');
            arguments.add(Coercion.implicit(results.getLast(), type));
        }
        return new Bound.Sql(template.append(" END").toString(), arguments, type, Role.PLAIN);
    }

    /** A comparison under the common type, with the flavour's collation. */
    Bound compare(String operator, Bound left, Bound right) {
        SqlType type = TypeRules.common(left.type(), right.type());
        if (left.type().is(Kind.Family.BOOLEAN) || right.type().is(Kind.Family.BOOLEAN)) {
            throw SqlErrors.syntaxNear(operator);
        }
        if (type.kind() == Kind.SQL_VARIANT) {
            return compareVariants(operator, Coercion.implicit(left, type), Coercion.implicit(right, type));
        }
        boolean rounds = type.kind() == Kind.DECIMAL && (losesDigits(left, type) || losesDigits(right, type));
        Bound a = rounds ? exactly(left) : Coercion.implicit(left, type);
        Bound b = rounds ? exactly(right) : Coercion.implicit(right, type);
        Bound decides = right instanceof Bound.Collated ? right : left instanceof Bound.Collated ? left : a;
        boolean ordered = operator.startsWith("<") && !operator.equals("<>") || operator.startsWith(">");
        String collation = ordered ? context.collation(decides) : context.equality(decides);
        if (left instanceof Bound.Collated one
                && right instanceof Bound.Collated other
                && !one.collation().equals(other.collation())) {
            throw new dev.bobbin.emulator.standin.sql.SqlError(
                    468,
                    "42000",
                    "Cannot resolve the collation conflict between two collations in the " + operator + " operation.");
        }
        String narrowing = operator.equals("=") ? TextKeys.narrowing(a, b, collation) : "";
        return condition("(" + narrowing + "{0} " + operator + " {1}" + collation + ")", a, b);
    }

    private static Bound compareVariants(String operator, Bound left, Bound right) {
        if (operator.equals("IS NOT")) {
            throw SqlErrors.notSupported("IS DISTINCT FROM between values of sql_variant");
        }
        return condition("({0} " + operator + " 0)", Coercion.call("$compare_variants", SqlType.INT, left, right));
    }

    private static boolean losesDigits(Bound value, SqlType type) {
        return value.type().isDecimal() && value.type().scale() > type.scale();
    }

    /** A number with all its digits, as text that compares by value: no type of 38 digits holds both sides. */
    private static Bound exactly(Bound value) {
        int scale = value.type().isDecimal() ? value.type().scale() : 0;
        return Coercion.implicit(value, SqlType.decimal(SqlType.MAX_PRECISION, scale));
    }

    private Bound inList(Expression.InList in) {
        Bound value = bind(in.value());
        List<Bound> items = in.items().stream().map(this::bind).toList();
        SqlType type = Stream.concat(Stream.of(value), items.stream())
                .map(Bound::type)
                .reduce(TypeRules::common)
                .orElseThrow();
        if (type.kind() == Kind.SQL_VARIANT) {
            return items.stream()
                    .map(item -> compare("=", value, item))
                    .reduce((left, right) -> condition("({0} OR {1})", left, right))
                    .orElseThrow();
        }
        List<Bound> arguments = new ArrayList<>();
        arguments.add(Coercion.implicit(value, type));
        StringBuilder template = new StringBuilder("({0}")
                .append(context.equality(value instanceof Bound.Collated ? value : arguments.getFirst()))
                .append(" IN (");
        for (Bound item : items) {
            template.append(arguments.size() == 1 ? "{" : ", {")
                    .append(arguments.size())
                    .append('}');
            arguments.add(Coercion.implicit(item, type));
        }
        return new Bound.Sql(template.append("))").toString(), arguments, SqlType.BOOLEAN, Role.PLAIN);
    }

    private Bound like(Expression.Like like) {
        Bound written = bind(like.value());
        Bound writtenPattern = bind(like.pattern());
        boolean ignoreCase = context.ignoresCase(writtenPattern instanceof Bound.Collated ? writtenPattern : written);
        return Coercion.call(
                "$like",
                SqlType.BOOLEAN,
                calls.asText(written),
                calls.asText(writtenPattern),
                like.escape() == null ? new Bound.Constant("", SqlType.varchar(1)) : calls.asText(bind(like.escape())),
                Coercion.number(ignoreCase ? 1 : 0));
    }

    @Nullable
    Bound bindOrNull(@Nullable Expression expression) {
        return expression == null ? null : bind(expression);
    }
}
