package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.emit.TextKeys;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Bound.Role;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.Expression.Call;
import dev.bobbin.emulator.standin.sql.syntax.Expression.Over;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Binds aggregates, and everything with OVER. */
final class AggregateBinder {

    private static final Set<String> AGGREGATES = Set.of(
            "COUNT",
            "COUNT_BIG",
            "SUM",
            "AVG",
            "MIN",
            "MAX",
            "STRING_AGG",
            "JSON_ARRAYAGG",
            "JSON_OBJECTAGG",
            "STDEV",
            "STDEVP",
            "VAR",
            "VARP",
            "APPROX_COUNT_DISTINCT",
            "GROUPING",
            "GROUPING_ID",
            "CHECKSUM_AGG",
            "PERCENTILE_CONT",
            "PERCENTILE_DISC",
            "APPROX_PERCENTILE_CONT",
            "APPROX_PERCENTILE_DISC");
    private static final Set<String> RANKINGS = Set.of(
            "ROW_NUMBER",
            "RANK",
            "DENSE_RANK",
            "NTILE",
            "LAG",
            "LEAD",
            "FIRST_VALUE",
            "LAST_VALUE",
            "PERCENT_RANK",
            "CUME_DIST");

    /** Those that take IGNORE NULLS. */
    private static final Set<String> PASSING_OVER = Set.of("LAG", "LEAD", "FIRST_VALUE", "LAST_VALUE");

    /** Frames that end before the current row, or begin behind it. */
    private static final Pattern EMPTY_AT_FIRST = Pattern.compile("AND \\d+ PRECEDING|BETWEEN \\d+ FOLLOWING");

    private final BindContext context;
    private final ExpressionBinder expressions;
    private @Nullable List<Object> firstOrder;

    AggregateBinder(BindContext context, ExpressionBinder expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    static boolean handles(String name, Call call) {
        return AGGREGATES.contains(name) || RANKINGS.contains(name);
    }

    Bound bind(String name, Call call) {
        if (call.over() != null && call.over().ignoreNulls() && !PASSING_OVER.contains(name)) {
            throw SqlErrors.syntaxNear("IGNORE");
        }
        if (RANKINGS.contains(name)) {
            return ranking(name, call);
        }
        if (call.star()) {
            SqlType type = name.equals("COUNT_BIG") ? SqlType.BIGINT : SqlType.INT;
            return aggregate(type, "COUNT(*)", call);
        }
        if (call.arguments().isEmpty()) {
            throw SqlErrors.argumentCount(name.toLowerCase(Locale.ROOT), 1);
        }
        if (name.equals("GROUPING") || name.equals("GROUPING_ID")) {
            List<Bound> keys = call.arguments().stream().map(expressions::bind).toList();
            SqlType type = name.equals("GROUPING") ? SqlType.TINYINT : SqlType.INT;
            return new Bound.Sql(GroupingSets.MARK, keys, type, Role.AGGREGATE);
        }
        if (name.contains("PERCENTILE")) {
            return percentile(name, call);
        }
        if (name.startsWith("JSON_")) {
            return jsonAggregate(name, call);
        }
        Bound value = expressions.bind(call.arguments().getFirst());
        if (Grouping.aggregates(value) && call.over() == null) {
            throw new SqlError(
                    130,
                    "42000",
                    "Cannot perform an aggregate function on an expression containing an aggregate or a subquery.",
                    15,
                    1);
        }
        if (call.distinct() && call.over() != null) {
            throw SqlErrors.notSupported("DISTINCT with the OVER clause");
        }
        String distinct = call.distinct() ? "DISTINCT " : "";
        SqlType type = value.type();
        return switch (name) {
            case "COUNT", "COUNT_BIG", "APPROX_COUNT_DISTINCT" -> {
                String word = name.equals("APPROX_COUNT_DISTINCT") ? "DISTINCT " : distinct;
                SqlType result = name.equals("COUNT") ? SqlType.INT : SqlType.BIGINT;
                yield aggregate(result, "COUNT(" + word + "{0}" + context.collation(value) + ")", call, value);
            }
            case "MIN", "MAX" -> {
                if (type.kind() == Kind.BIT) {
                    throw SqlErrors.invalidOperand("bit", name.toLowerCase(Locale.ROOT));
                }
                yield aggregate(type, name + "({0}" + context.collation(value) + ")", call, value);
            }
            case "SUM" -> sum(value, distinct, call);
            case "AVG" -> average(value, distinct, call);
            case "STRING_AGG" -> stringAggregate(value, call);
            case "CHECKSUM_AGG" -> throw SqlErrors.notSupported(name);
            default -> {
                requireNumber(value, name.toLowerCase(Locale.ROOT));
                yield aggregate(
                        SqlType.FLOAT,
                        "bob_" + name.toLowerCase(Locale.ROOT) + "(" + distinct + "{0})",
                        call,
                        Coercion.implicit(value, SqlType.FLOAT));
            }
        };
    }

    private static void requireNumber(Bound value, String function) {
        SqlType type = value.type();
        if (!type.isNumeric() || type.kind() == Kind.BIT) {
            throw SqlErrors.invalidOperand(type.isNull() ? "NULL" : type.kind().messageName(), function);
        }
    }

    private Bound sum(Bound value, String distinct, Call call) {
        requireNumber(value, "sum");
        SqlType type = value.type();
        if (type.isApproximate()) {
            return aggregate(SqlType.FLOAT, "SUM(" + distinct + "{0})", call, value);
        }
        if (type.isInteger()) {
            SqlType result = type.kind() == Kind.BIGINT ? SqlType.BIGINT : SqlType.INT;
            Bound sum = aggregate(SqlType.BIGINT, "SUM(" + distinct + "{0})", call, value);
            return result.kind() == Kind.BIGINT ? sum : Coercion.call("$exact", result, sum);
        }
        SqlType result =
                type.kind() == Kind.DECIMAL ? SqlType.decimal(SqlType.MAX_PRECISION, type.scale()) : SqlType.MONEY;
        if (!type.carriedAsInteger() || call.distinct()) {
            SqlType exact = SqlType.decimal(SqlType.MAX_PRECISION, type.scale());
            Bound sum = aggregate(exact, "bob_exact_sum(" + distinct + "{0})", call, Coercion.convert(value, exact));
            return Coercion.convert(sum, result);
        }
        return Coercion.call(
                "$sum",
                result,
                aggregate(SqlType.BIGINT, "SUM({0} >> 32)", call, value),
                aggregate(SqlType.BIGINT, "SUM({0} & 4294967295)", call, value));
    }

    private Bound average(Bound value, String distinct, Call call) {
        requireNumber(value, "avg");
        SqlType type = value.type();
        if (type.isApproximate()) {
            return aggregate(SqlType.FLOAT, "AVG(" + distinct + "{0})", call, value);
        }
        Bound count = aggregate(SqlType.BIGINT, "COUNT(" + distinct + "{0})", call, value);
        if (type.isInteger()) {
            SqlType result = type.kind() == Kind.BIGINT ? SqlType.BIGINT : SqlType.INT;
            return Coercion.call(
                    "$average", result, aggregate(SqlType.BIGINT, "SUM(" + distinct + "{0})", call, value), count);
        }
        SqlType result = type.kind() == Kind.DECIMAL
                ? SqlType.decimal(SqlType.MAX_PRECISION, Math.max(type.scale(), 6))
                : SqlType.MONEY;
        return Coercion.call("$average", result, sum(value, distinct, call), count);
    }

    /** The order is that of one expression; the fraction is a constant from 0 to 1. */
    private Bound percentile(String name, Call call) {
        if (call.withinGroup().size() != 1) {
            throw SqlErrors.notSupported(name + " without one ORDER BY expression");
        }
        Expression.OrderItem item = call.withinGroup().getFirst();
        Bound ordered = expressions.bind(item.value());
        Bound fraction = Coercion.implicit(expressions.bind(call.arguments().getFirst()), SqlType.FLOAT);
        boolean between = name.endsWith("CONT");
        SqlType type = between ? SqlType.FLOAT : ordered.type();
        if (between) {
            requireNumber(ordered, name.toLowerCase(Locale.ROOT));
            ordered = Coercion.implicit(ordered, SqlType.FLOAT);
        } else if (type.isText() || type.isDecimal() && !type.carriedAsInteger()) {
            throw SqlErrors.notSupported(name + " of " + type);
        }
        Bound descending = Coercion.number(item.descending() ? 1 : 0);
        String template = (between ? "bob_percentile_cont" : "bob_percentile_disc") + "({0}, {1}, {2})";
        return aggregate(type, template, call, ordered, fraction, descending);
    }

    private Bound stringAggregate(Bound value, Call call) {
        if (call.arguments().size() != 2) {
            throw SqlErrors.argumentCount("string_agg", 2);
        }
        if (call.over() != null || call.distinct()) {
            throw SqlErrors.notSupported("STRING_AGG in this form");
        }
        SqlType type = value.type().isText()
                ? value.type().isNational()
                        ? SqlType.nvarchar(value.type().size() == SqlType.MAX ? SqlType.MAX : 4000)
                        : SqlType.varchar(value.type().size() == SqlType.MAX ? SqlType.MAX : 8000)
                : SqlType.nvarchar(4000);
        Bound text = Coercion.implicit(value, type);
        Bound separator = expressions.bind(call.arguments().get(1));
        List<Bound> arguments = new ArrayList<>(List.of(text, separator));
        String order = order(call.withinGroup(), arguments);
        requireSameOrder(order, arguments.subList(2, arguments.size()));
        return new Bound.Sql("string_agg({0}, {1}" + order + ")", arguments, type, Role.AGGREGATE);
    }

    /** What JSON_ARRAY or JSON_OBJECT makes of each row, in one pair of brackets; NULL when there are no rows. */
    private Bound jsonAggregate(String name, Call call) {
        boolean array = name.equals("JSON_ARRAYAGG");
        List<Expression> parts = array ? call.arguments().subList(0, 2) : call.arguments();
        Call each = Call.of(array ? "JSON_ARRAY" : "JSON_OBJECT", parts.toArray(Expression[]::new));
        List<Bound> arguments = new ArrayList<>(List.of(expressions.bind(each)));
        String order = order(call.withinGroup(), arguments);
        String members = "coalesce(string_agg(nullif(substr({0}, 2, length({0}) - 2), ''), ','" + order + "), '')";
        // A brace would be a hole of the template.
        String template = "CASE COUNT(*) WHEN 0 THEN NULL ELSE "
                + (array ? "'[' || " + members + " || ']'" : "char(123) || " + members + " || char(125)") + " END";
        return new Bound.Sql(template, arguments, SqlType.NVARCHAR_MAX, Role.AGGREGATE);
    }

    /** SQL Server sorts the rows of a scope once only. */
    private void requireSameOrder(String order, List<Bound> keys) {
        if (order.isEmpty()) {
            return;
        }
        List<Object> wanted = List.of(order, List.copyOf(keys));
        if (firstOrder != null && !firstOrder.equals(wanted)) {
            throw new SqlError(
                    8711,
                    "42000",
                    "Multiple ordered aggregate functions in the same scope have mutually incompatible orderings.");
        }
        firstOrder = wanted;
    }

    /** The ORDER BY text for the items, which are added to the arguments. */
    private String order(List<Expression.OrderItem> items, List<Bound> arguments) {
        StringBuilder order = new StringBuilder();
        for (Expression.OrderItem item : items) {
            Bound key = expressions.bind(item.value());
            if (key instanceof Bound.Constant) {
                throw new SqlError(
                        5308,
                        "42000",
                        "Windowed functions, aggregates and NEXT VALUE FOR functions do not support integer indices as ORDER BY clause expressions.");
            }
            order.append(order.isEmpty() ? " ORDER BY " : ", ")
                    .append(TextKeys.sorted("{" + arguments.size() + "}", context.collation(key)))
                    .append(item.descending() ? " DESC" : "");
            arguments.add(key);
        }
        return order.toString();
    }

    private Bound aggregate(SqlType type, String template, Call call, Bound... values) {
        if (call.over() == null) {
            return new Bound.Sql(template, List.of(values), type, Role.AGGREGATE);
        }
        if (template.startsWith("bob_")) {
            requireCurrentRow(call.over().frame());
        }
        List<Bound> arguments = new ArrayList<>(List.of(values));
        return new Bound.Sql(template + over(call.over(), arguments), arguments, type, Role.WINDOW);
    }

    /** The driver ends the process when an aggregate of one's own is asked for the value of a frame before it has seen a row. */
    private static void requireCurrentRow(@Nullable String frame) {
        if (frame != null && EMPTY_AT_FIRST.matcher(frame).find()) {
            throw SqlErrors.notSupported(frame + " for this function");
        }
    }

    private String over(Over over, List<Bound> arguments) {
        return over(over, over.frame(), arguments);
    }

    private String over(Over over, @Nullable String frame, List<Bound> arguments) {
        StringBuilder text = new StringBuilder(" OVER (");
        String separator = "PARTITION BY ";
        for (Expression key : over.partitionBy()) {
            Bound bound = expressions.bind(key);
            text.append(separator)
                    .append(TextKeys.grouped(
                            "{" + arguments.size() + "}", context.collation(bound), TextKeys.isColumn(bound)));
            arguments.add(bound);
            separator = ", ";
        }
        text.append(order(over.orderBy(), arguments));
        if (frame != null) {
            text.append(' ').append(frame);
        }
        return text.append(')').toString();
    }

    private Bound ranking(String name, Call call) {
        Over over = call.over();
        if (over == null) {
            throw new SqlError(10753, "42000", "The function '" + name + "' must have an OVER clause.", 15, 1);
        }
        boolean needsOrder = !name.equals("NTILE") || over.orderBy().isEmpty();
        if (needsOrder && over.orderBy().isEmpty()) {
            throw new SqlError(
                    4112, "42000", "The function '" + name + "' must have an OVER clause with ORDER BY.", 15, 1);
        }
        List<Bound> arguments = new ArrayList<>();
        call.arguments().forEach(each -> arguments.add(expressions.bind(each)));
        if (over.ignoreNulls()) {
            return known(name, over, arguments);
        }
        return switch (name) {
            case "PERCENT_RANK", "CUME_DIST" ->
                new Bound.Sql(name + "()" + over(over, arguments), arguments, SqlType.FLOAT, Role.WINDOW);
            case "NTILE" -> new Bound.Sql("NTILE({0})" + over(over, arguments), arguments, SqlType.BIGINT, Role.WINDOW);
            case "FIRST_VALUE", "LAST_VALUE" ->
                new Bound.Sql(
                        name + "({0})" + over(over, arguments),
                        arguments,
                        arguments.getFirst().type(),
                        Role.WINDOW);
            case "LAG", "LEAD" -> {
                SqlType type = arguments.getFirst().type();
                StringBuilder template = new StringBuilder(name).append("({0}");
                for (int i = 1; i < call.arguments().size(); i++) {
                    template.append(", {").append(i).append('}');
                }
                if (arguments.size() > 2) {
                    arguments.set(2, Coercion.implicit(arguments.get(2), type));
                }
                yield new Bound.Sql(template.append(')') + over(over, arguments), arguments, type, Role.WINDOW);
            }
            default -> new Bound.Sql(name + "()" + over(over, arguments), arguments, SqlType.BIGINT, Role.WINDOW);
        };
    }

    /** IGNORE NULLS: values that are not NULL are counted from an end of the frame. */
    private Bound known(String name, Over over, List<Bound> arguments) {
        Bound value = arguments.getFirst();
        SqlType type = value.type();
        if (name.endsWith("_VALUE")) {
            requireCurrentRow(over.frame());
            List<Bound> all = new ArrayList<>(List.of(value, Coercion.number(name.startsWith("LAST") ? -1 : 1)));
            return new Bound.Sql("bob_known({0}, {1})" + over(over, over.frame(), all), all, type, Role.WINDOW);
        }
        int distance = arguments.size() < 2 ? 1 : distance(name, arguments.get(1));
        int sign = name.equals("LAG") ? -1 : 1;
        List<Bound> all = new ArrayList<>(
                List.of(value, Coercion.number(sign * distance), Coercion.number(sign * (distance + 1))));
        String frame = name.equals("LAG")
                ? "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW"
                : "ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING";
        String window = over(over, frame, all);
        // The current row is in the frame, and counts there unless it is NULL.
        String template = "CASE WHEN {0} IS NULL THEN bob_known({0}, {1})" + window + " ELSE bob_known({0}, {2})"
                + window + " END";
        if (arguments.size() > 2) {
            template = "COALESCE(" + template + ", {" + all.size() + "})";
            all.add(Coercion.implicit(arguments.get(2), type));
        }
        return new Bound.Sql(template, all, type, Role.WINDOW);
    }

    private static int distance(String name, Bound offset) {
        if (offset instanceof Bound.Constant constant
                && constant.value() instanceof Long number
                && number > 0
                && number < Integer.MAX_VALUE) {
            return number.intValue();
        }
        throw SqlErrors.notSupported(name + " with IGNORE NULLS and a computed offset");
    }
}
