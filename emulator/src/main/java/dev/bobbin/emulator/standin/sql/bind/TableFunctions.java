package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import dev.bobbin.emulator.standin.sql.types.TypeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Binds functions that yield rows; their rows reach SQLite as a JSON array. */
final class TableFunctions {

    private final BindContext context;
    private final Scope scope;
    private final ExpressionBinder expressions;

    TableFunctions(BindContext context, Scope scope) {
        this.context = context;
        this.scope = scope;
        this.expressions = new ExpressionBinder(context, scope);
    }

    /** @param lateral whether it may read columns of what stands to its left */
    Plan.Source bind(QueryExpression.TableFunction function, boolean lateral) {
        Plan.Source own = new FunctionBinder(context, expressions).table(function, scope, lateral);
        if (own != null) {
            return own;
        }
        String name = function.call().name().name().toUpperCase(Locale.ROOT);
        if (name.equals("GENERATE_SERIES")) {
            return series(function, lateral);
        }
        String relation = context.newRelation();
        List<Scope.Field> fields = new ArrayList<>();
        Bound json =
                switch (name) {
                    case "STRING_SPLIT" -> split(function, relation, fields);
                    case "OPENJSON" -> openJson(function, relation, fields);
                    default ->
                        throw SqlErrors.invalidObject(function.call().name().toString());
                };
        for (int i = 0; i < function.columns().size() && i < fields.size(); i++) {
            fields.set(
                    i, new Scope.Field(function.columns().get(i), fields.get(i).value()));
        }
        scope.add(new Scope.Relation(
                function.alias() == null ? function.call().name().name() : function.alias(), null, fields));
        return new Plan.JsonRows(json, relation);
    }

    private Plan.Source series(QueryExpression.TableFunction function, boolean lateral) {
        List<Bound> written =
                function.call().arguments().stream().map(expressions::bind).toList();
        if (written.size() < 2 || written.size() > 3) {
            throw SqlErrors.argumentCount("generate_series", 2);
        }
        SqlType type =
                written.stream().map(Bound::type).reduce(TypeRules::common).orElseThrow();
        if (!type.isInteger() && !(type.isDecimal() && type.carriedAsInteger())) {
            throw type.isNumeric()
                    ? SqlErrors.notSupported("GENERATE_SERIES of " + type)
                    : SqlErrors.wrongArgumentType(type.kind().messageName(), 1, "generate_series");
        }
        if (written.size() > 2
                && written.get(2) instanceof Bound.Constant step
                && step.value() instanceof Number number
                && number.doubleValue() == 0) {
            throw new SqlError(
                    4199, "42000", "Argument value 0 is invalid for argument 3 of generate_series function.");
        }
        Bound start = Coercion.implicit(written.get(0), type);
        Bound stop = Coercion.implicit(written.get(1), type);
        Bound one = Coercion.implicit(Coercion.number(1), type);
        Bound step = written.size() > 2
                ? Coercion.implicit(written.get(2), type)
                : Bound.Sql.of(type, "(CASE WHEN {0} <= {1} THEN {2} ELSE -{2} END)", start, stop, one);
        String relation = context.newRelation();
        Bound value = new Bound.Column(relation, "c1", type, false);
        String alias = function.alias() == null ? "GENERATE_SERIES" : function.alias();
        String column =
                function.columns().isEmpty() ? "value" : function.columns().getFirst();
        Plan.Series series = new Plan.Series(start, stop, step, relation);
        if (!lateral) {
            scope.add(new Scope.Relation(alias, null, List.of(new Scope.Field(column, value))));
            return series;
        }
        Plan plan =
                Plan.of(new Plan.Select(false, List.of(new Plan.Output(column, value)), series, null, List.of(), null));
        return SourceBinder.lateral(context, scope, plan, List.of(), alias);
    }

    private Bound argument(QueryExpression.TableFunction function, int index, SqlType type) {
        List<Expression> arguments = function.call().arguments();
        return Coercion.implicit(expressions.bind(arguments.get(index)), type);
    }

    private static Bound value(String relation, SqlType type) {
        return Bound.Sql.of(type, "{0}", new Bound.Column(relation, "value", type, false));
    }

    private Bound split(QueryExpression.TableFunction function, String relation, List<Scope.Field> fields) {
        if (function.call().arguments().size() < 2) {
            throw SqlErrors.argumentCount("string_split", 2);
        }
        Bound text = expressions.bind(function.call().arguments().getFirst());
        SqlType type = text.type().isText() ? text.type() : SqlType.nvarchar(4000);
        fields.add(new Scope.Field("value", value(relation, type)));
        if (function.call().arguments().size() > 2) {
            fields.add(new Scope.Field(
                    "ordinal",
                    Bound.Sql.of(
                            SqlType.BIGINT, "({0} + 1)", new Bound.Column(relation, "key", SqlType.BIGINT, false))));
        }
        return Coercion.call(
                "$split",
                SqlType.NVARCHAR_MAX,
                Coercion.implicit(text, type),
                argument(function, 1, SqlType.nvarchar(4000)));
    }

    private Bound openJson(QueryExpression.TableFunction function, String relation, List<Scope.Field> fields) {
        Bound text = argument(function, 0, SqlType.NVARCHAR_MAX);
        Bound path = function.call().arguments().size() > 1
                ? argument(function, 1, SqlType.nvarchar(4000))
                : Coercion.text("$");
        Bound row = new Bound.Column(relation, "value", SqlType.NVARCHAR_MAX, false);
        if (function.schema().isEmpty()) {
            fields.add(new Scope.Field("key", Bound.Sql.of(SqlType.nvarchar(4000), "json_extract({0}, '$[0]')", row)));
            fields.add(new Scope.Field("value", Bound.Sql.of(SqlType.NVARCHAR_MAX, "json_extract({0}, '$[1]')", row)));
            fields.add(new Scope.Field("type", Bound.Sql.of(SqlType.TINYINT, "json_extract({0}, '$[2]')", row)));
            return Coercion.call("$json_rows", SqlType.NVARCHAR_MAX, text, path);
        }
        for (QueryExpression.JsonColumn column : function.schema()) {
            String where = column.path() == null ? "$.\"" + column.name() + "\"" : column.path();
            String reader = column.asJson() ? "JSON_QUERY" : "JSON_VALUE";
            Bound found = Coercion.call(
                    reader, column.asJson() ? SqlType.NVARCHAR_MAX : SqlType.nvarchar(4000), row, Coercion.text(where));
            fields.add(new Scope.Field(column.name(), Coercion.convert(found, SqlType.declared(column.type()))));
        }
        return Coercion.call("$json_elements", SqlType.NVARCHAR_MAX, text, path);
    }
}
