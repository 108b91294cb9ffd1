package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.functions.FunctionDefinition;
import dev.bobbin.emulator.standin.sql.functions.FunctionInstance;
import dev.bobbin.emulator.standin.sql.parse.TsqlParser;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.Expression.Call;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Binds calls of functions that are written in T-SQL. */
final class FunctionBinder {

    private final BindContext context;
    private final ExpressionBinder expressions;

    FunctionBinder(BindContext context, ExpressionBinder expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    private static Statement.CreateFunction parsed(CatalogObject.Function function) {
        return (Statement.CreateFunction)
                TsqlParser.parse(function.text()).statements().getFirst().statement();
    }

    Bound scalar(Call call) {
        if (!(context.catalog().find(call.name()) instanceof CatalogObject.Function function)
                || function.kind() != CatalogObject.FunctionKind.SCALAR) {
            throw new SqlError(
                    4121,
                    "42000",
                    "Cannot find either column \"" + call.name().schema()
                            + "\" or the user-defined function or aggregate \"" + call.name()
                            + "\", or the name is ambiguous.");
        }
        List<Bound> arguments = arguments(function, call);
        List<SqlType> types = arguments.stream().map(Bound::type).toList();
        return new Bound.Invoke(
                new FunctionInstance(called(function, types.size()), types, Objects.requireNonNull(function.result())),
                arguments);
    }

    /** The function as SQLite calls it: by name, so that it may be altered meanwhile. */
    private static FunctionDefinition called(CatalogObject.Function function, int count) {
        String name = function.qualifiedName();
        return new FunctionDefinition(
                name,
                List.of(FunctionDefinition.Parameter.ANY),
                count,
                count,
                types -> SqlType.NULL,
                true,
                false,
                (call, values) -> call.session().callFunction(name, values));
    }

    /** The arguments as the parameters take them; one that is left out or DEFAULT is the default. */
    private List<Bound> arguments(CatalogObject.Function function, Call call) {
        List<Statement.RoutineParameter> parameters = parsed(function).parameters();
        if (call.arguments().size() > parameters.size()) {
            throw new SqlError(
                    8144,
                    "42000",
                    "Procedure or function " + call.name() + " has too many arguments specified.",
                    16,
                    3);
        }
        if (call.arguments().size() < parameters.size()) {
            throw new SqlError(
                    313,
                    "42000",
                    "An insufficient number of arguments were supplied for the procedure or function " + call.name()
                            + ".",
                    16,
                    3);
        }
        List<Bound> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Statement.RoutineParameter parameter = parameters.get(i);
            Expression written = call.arguments().get(i);
            Expression value = written instanceof Expression.Default ? parameter.defaultValue() : written;
            Bound bound = value == null ? new Bound.Constant(null, SqlType.NULL) : expressions.bind(value);
            arguments.add(Coercion.implicit(bound, SqlType.declared(parameter.type())));
        }
        return arguments;
    }

    /** Rows of a function written in T-SQL; null when there is none of that name. */
    Plan.@Nullable Source table(QueryExpression.TableFunction written, Scope scope, boolean lateral) {
        if (!(context.catalog().find(written.call().name()) instanceof CatalogObject.Function function)
                || function.kind() == CatalogObject.FunctionKind.SCALAR) {
            return null;
        }
        String alias = written.alias() == null ? written.call().name().name() : written.alias();
        List<Bound> arguments = arguments(function, written.call());
        Statement.CreateFunction parsed = parsed(function);
        return switch (parsed.body()) {
            case Statement.InlineBody inline -> {
                Map<String, Bound> values = new HashMap<>();
                for (int i = 0; i < arguments.size(); i++) {
                    values.put(parsed.parameters().get(i).name().toLowerCase(Locale.ROOT), arguments.get(i));
                }
                BindContext inner = context.substituting(values);
                Plan plan = new QueryBinder(inner, new Scope(inner, null)).bind(inline.query());
                yield lateral
                        ? SourceBinder.lateral(context, scope, plan, written.columns(), alias)
                        : SourceBinder.derived(context, scope, plan, written.columns(), alias);
            }
            case Statement.TableBody table -> rows(function, arguments, table, scope, alias);
            case Statement.ScalarBody ignored -> null;
        };
    }

    private Plan.Source rows(
            CatalogObject.Function function,
            List<Bound> arguments,
            Statement.TableBody table,
            Scope scope,
            String alias) {
        List<SqlType> types = arguments.stream().map(Bound::type).toList();
        Bound json = new Bound.Invoke(
                new FunctionInstance(called(function, types.size()), types, SqlType.NVARCHAR_MAX), arguments);
        String relation = context.newRelation();
        Bound row = new Bound.Column(relation, "value", SqlType.NVARCHAR_MAX, false);
        List<Scope.Field> fields = new ArrayList<>();
        for (Statement.ColumnDefinition column : table.table().columns()) {
            if (column.type() == null) {
                throw SqlErrors.notSupported("computed column " + column.name() + " of a function's table");
            }
            SqlType type = SqlType.declared(column.type());
            if (type.is(Kind.Family.BINARY)) {
                throw SqlErrors.notSupported("column " + column.name() + " " + type + " of a function's table");
            }
            fields.add(new Scope.Field(
                    column.name(), Bound.Sql.of(type, "json_extract({0}, '$[" + fields.size() + "]')", row)));
        }
        scope.add(new Scope.Relation(alias, null, fields));
        return new Plan.JsonRows(json, relation);
    }
}
