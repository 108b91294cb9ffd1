package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.types.SqlType;
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
