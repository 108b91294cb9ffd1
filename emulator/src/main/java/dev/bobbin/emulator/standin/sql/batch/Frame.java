package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlValue;
import dev.bobbin.emulator.standin.sql.bind.BindContext;
import dev.bobbin.emulator.standin.sql.bind.QueryBinder;
import dev.bobbin.emulator.standin.sql.bind.Standalone;
import dev.bobbin.emulator.standin.sql.emit.Emitted;
import dev.bobbin.emulator.standin.sql.emit.Emitter;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.sqlite.Prepared;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.types.Codec;
import dev.bobbin.emulator.standin.sql.types.Conversion;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one batch or procedure body runs in: its variables, its parameters, where its results go. */
final class Frame {

    private final SessionState state;
    private final List<SqlValue> parameters;
    private final List<SqlResult> results;
    private final List<SqlType> parameterTypes;
    private final Map<String, SqlValue> variables = new HashMap<>();
    private final Map<String, SqlType> variableTypes = new HashMap<>();
    private final Map<String, Statement.Declaration> declared = new HashMap<>();
    private final List<String> outputNames = new ArrayList<>();
    private @Nullable Object returnValue = 0L;
    private SqlType returnType = SqlType.INT;
    private String procedure = "";
    private int depth;
    private boolean function;
    private boolean noCount;
    private int tries;

    Frame(SessionState state, List<SqlValue> parameters, List<SqlResult> results) {
        this.state = state;
        this.parameters = parameters;
        this.parameterTypes = parameters.stream().map(SqlValue::type).toList();
        this.results = results;
    }

    /** A frame for a function, whose results go nowhere. */
    static Frame ofFunction(SessionState state, String name) {
        Frame frame = new Frame(state, List.of(), new ArrayList<>());
        frame.procedure = name;
        frame.function = true;
        frame.depth = 1;
        frame.returnValue = null;
        return frame;
    }

    /** A frame for a procedure or a text, which sees no variables of its caller; the name is empty for a text. */
    Frame inner(String name) {
        Frame frame = new Frame(state, List.of(), results);
        frame.tries = tries;
        frame.noCount = noCount;
        frame.procedure = name;
        frame.depth = depth + 1;
        return frame;
    }

    /** The same frame with results that go elsewhere. */
    Frame collecting(List<SqlResult> elsewhere) {
        Frame frame = new Frame(state, parameters, elsewhere);
        frame.variables.putAll(variables);
        frame.variableTypes.putAll(variableTypes);
        frame.tries = tries;
        frame.depth = depth;
        return frame;
    }

    /** The procedure or function this is; empty for a batch. */
    String procedure() {
        return procedure;
    }

    int depth() {
        return depth;
    }

    boolean isFunction() {
        return function;
    }

    SqlType returnType() {
        return returnType;
    }

    void setReturnType(SqlType type) {
        returnType = type;
    }

    List<SqlResult> results() {
        return results;
    }

    SessionState state() {
        return state;
    }

    void enterTry() {
        tries++;
    }

    void leaveTry() {
        tries--;
    }

    boolean insideTry() {
        return tries > 0;
    }

    void setNoCount(boolean on) {
        noCount = on;
    }

    /** Notes how many rows a change touched. */
    void count(long rows) {
        state.setRowCount(rows);
        if (!noCount) {
            results.add(new SqlResult.Count(rows));
        }
    }

    BindContext bindContext() {
        return bindContext(parameterTypes);
    }

    /** @param types of the parameters, when they are to be others than those of the values */
    BindContext bindContext(List<SqlType> types) {
        Map<String, SqlType> known = new HashMap<>(variableTypes);
        GlobalVariables.addTypes(known);
        return new BindContext(state.catalog(), state.ignoresCase(), known, types);
    }

    List<SqlType> parameterTypes() {
        return parameterTypes;
    }

    /** The types of the variables declared so far, by lower-case name. */
    Map<String, SqlType> variableTypes() {
        return variableTypes;
    }

    void declare(Statement.Declaration variable) {
        SqlType type = SqlType.declared(variable.type());
        String key = key(variable.name());
        Statement.Declaration before = declared.putIfAbsent(key, variable);
        if (before != null && before != variable) {
            throw new SqlError(
                    134,
                    "42000",
                    "The variable name '" + variable.name()
                            + "' has already been declared. Variable names must be unique within a query batch or stored procedure.",
                    15,
                    2);
        }
        // A declaration inside a loop runs again: it keeps the value unless it gives one.
        if (variables.containsKey(key) && variable.value() == null) {
            return;
        }
        Object value = variable.value() == null ? null : evaluate(variable.value(), type);
        variables.put(key, new SqlValue(value, type));
        variableTypes.put(key, type);
    }

    void set(String name, @Nullable Object value) {
        variables.put(key(name), new SqlValue(value, type(name)));
    }

    /** Gives a variable a value of another type. */
    void assign(String name, @Nullable Object value, SqlType from) {
        set(name, Conversion.convert(value, from, type(name), Conversion.NO_STYLE, state.codePage()));
    }

    SqlType type(String name) {
        SqlValue value = variables.get(key(name));
        if (value == null) {
            throw SqlErrors.undeclaredVariable(name);
        }
        return value.type();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Evaluates an expression; with a type, converts to it. */
    @Nullable
    Object evaluate(Expression expression, @Nullable SqlType type) {
        if (type != null && expression instanceof Expression.Variable variable && type.equals(typeOrNull(variable))) {
            return variable(variable.name()).value();
        }
        return single(state.plans().query(this, expression, type == null ? "" : type, context -> {
            Plan plan = Standalone.value(context, expression, type);
            return new PlanCache.Query(Emitter.emit(plan), plan.outputs());
        }));
    }

    private @Nullable SqlType typeOrNull(Expression.Variable variable) {
        return variableTypes.get(key(variable.name()));
    }

    SqlType typeOf(Expression expression) {
        return Standalone.value(bindContext(), expression, null)
                .outputs()
                .getFirst()
                .value()
                .type();
    }

    /** Evaluates an expression to text; NULL is empty. */
    String text(Expression expression) {
        Object value = evaluate(expression, SqlType.NVARCHAR_MAX);
        return value == null ? "" : value.toString();
    }

    boolean holds(Expression condition) {
        PlanCache.Query query = state.plans().query(this, condition, "IF", context -> {
            Plan plan = Standalone.condition(context, condition);
            return new PlanCache.Query(Emitter.emit(plan), plan.outputs());
        });
        return Long.valueOf(1).equals(single(query));
    }

    private @Nullable Object single(PlanCache.Query query) {
        SqlType type = query.outputs().getFirst().value().type();
        try (Prepared statement = prepare(query.emitted());
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Codec.value(widened(row.getObject(1)), type) : null;
        } catch (SQLException e) {
            throw state.link().explain(e);
        }
    }

    static @Nullable Object widened(@Nullable Object raw) {
        return raw instanceof Integer small ? Long.valueOf(small) : raw;
    }

    private PlanCache.Query compiled(QueryExpression query) {
        return state.plans().query(this, query, "", context -> {
            Plan plan = QueryBinder.bind(context, query);
            return new PlanCache.Query(Emitter.emit(plan), plan.outputs());
        });
    }

    void query(QueryExpression query, Interpreter.RowSource rowSource) {
        boolean typed = query.document() instanceof QueryExpression.ForXml xml && xml.typed();
        if (query.document() != null && !typed) {
            RowSet rows = DocumentPieces.of(rows(query), state.link());
            results.add(new SqlResult.Rows(rows));
            state.setRowCount(rows.buffered());
            return;
        }
        PlanCache.Query compiled = compiled(query);
        try {
            RowSet rows = rowSource.open(compiled.emitted(), columns(compiled.outputs()), prepare(compiled.emitted()));
            results.add(new SqlResult.Rows(rows));
            state.setRowCount(rows.buffered());
        } catch (SQLException e) {
            throw state.link().explain(e);
        }
    }

    /** The rows of a query, all in memory. */
    RowSet rows(QueryExpression query) {
        PlanCache.Query compiled = compiled(query);
        List<RowSet.Column> columns = columns(compiled.outputs());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (Prepared statement = prepare(compiled.emitted());
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    values.add(Codec.value(
                            widened(row.getObject(i + 1)), columns.get(i).type()));
                }
                rows.add(values);
            }
        } catch (SQLException e) {
            throw state.link().explain(e);
        }
        return RowSet.of(columns, state.link(), rows);
    }

    static List<RowSet.Column> columns(List<Output> outputs) {
        return outputs.stream()
                .map(output -> new RowSet.Column(
                        output.name(),
                        output.value().type().isNull()
                                ? SqlType.INT
                                : output.value().type()))
                .toList();
    }

    /** Prepares a statement with the values its question marks have now. */
    Prepared prepare(Emitted emitted) throws SQLException {
        Prepared statement = state.link().prepare(emitted);
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        for (int i = 0; i < emitted.inputs().size(); i++) {
            Bound.Input input = emitted.inputs().get(i);
            SqlValue given = given(input, now);
            Object value = Conversion.convert(
                    given.value(), given.type(), input.type(), Conversion.NO_STYLE, state.codePage());
            Object carried = input.stored() ? Codec.store(value, input.type()) : Codec.carry(value, input.type());
            statement.bind(i + 1, carried);
        }
        return statement;
    }

    private SqlValue given(Bound.Input input, LocalDateTime now) {
        String name = input.name();
        if (name.startsWith("?")) {
            return parameters.get(Integer.parseInt(name, 1, name.length(), 10) - 1);
        }
        if (name.equals("@@now")) {
            return new SqlValue(now, input.from());
        }
        SqlValue variable = variables.get(key(name));
        return variable == null ? new SqlValue(GlobalVariables.value(name, state), input.from()) : variable;
    }

    /** Reads what an open result still holds before the rows under it change. */
    void detachAll() {
        results.forEach(result -> {
            if (result instanceof SqlResult.Rows rows) {
                rows.rows().detach();
            }
        });
    }

    void setReturnValue(@Nullable Object value) {
        returnValue = value;
    }

    @Nullable
    Object returnValue() {
        return returnValue;
    }

    void put(String name, @Nullable Object value, SqlType type) {
        variables.put(key(name), new SqlValue(value, type));
        variableTypes.put(key(name), type);
    }

    SqlValue variable(String name) {
        SqlValue value = variables.get(key(name));
        if (value == null) {
            throw SqlErrors.undeclaredVariable(name);
        }
        return value;
    }

    /** The parameters in their order, whose values OUTPUT copies back. */
    List<String> outputNames() {
        return outputNames;
    }
}
