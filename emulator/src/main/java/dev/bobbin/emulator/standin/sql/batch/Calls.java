package dev.bobbin.emulator.standin.sql.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.catalog.Catalog;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.parse.Script;
import dev.bobbin.emulator.standin.sql.parse.TsqlParser;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.syntax.Statement.Located;
import dev.bobbin.emulator.standin.sql.types.Codec;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Calls of procedures, of functions written in T-SQL, and of text that is executed. */
final class Calls {

    private static final int DEEPEST_NESTING = 32;
    private static final int MOST_FUNCTION_ROWS = 2_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs statements in a frame. */
    interface Body {
        Interpreter.Flow run(List<Located> statements, Frame frame);
    }

    private final SessionState state;
    private final Definitions definitions;
    private final Body body;
    private int nesting;

    Calls(SessionState state, Definitions definitions, Body body) {
        this.state = state;
        this.definitions = definitions;
        this.body = body;
        state.setFunctions(this::function);
    }

    void execute(Statement.Execute execute, Frame frame) {
        String name = execute.procedure().name().toLowerCase(Locale.ROOT);
        switch (name) {
            case "sp_executesql" -> executeSql(execute, frame);
            case "sp_rename" -> rename(execute, frame);
            case "sp_set_session_context" -> state.context().set(execute, frame);
            case "sp_getapplock", "sp_releaseapplock" -> granted(execute, frame);
            default -> procedure(execute, frame);
        }
    }

    /** Locks of applications are always had at once: there is one writer at a time. */
    private static void granted(Statement.Execute execute, Frame frame) {
        if (execute.returnVariable() != null) {
            frame.set(execute.returnVariable(), 0L);
        }
    }

    private void procedure(Statement.Execute execute, Frame frame) {
        if (execute.procedure().name().toLowerCase(Locale.ROOT).startsWith("sp_")
                && state.catalog().find(execute.procedure()) == null) {
            throw SqlErrors.notSupported("EXEC " + execute.procedure());
        }
        Statement.CreateProcedure procedure = definitions.procedure(execute.procedure());
        Frame inner = frame.inner(procedure.name().name());
        Routines.bindArguments(frame, inner, procedure, execute.arguments());
        Long scope = state.identities().lastInScope();
        nested(() -> body.run(procedure.body(), inner));
        state.identities().setLastInScope(scope);
        Routines.copyOutputs(inner, frame, execute.arguments());
        if (execute.returnVariable() != null) {
            frame.set(execute.returnVariable(), inner.returnValue());
        }
    }

    private void executeSql(Statement.Execute execute, Frame frame) {
        List<Statement.Argument> arguments = execute.arguments();
        if (arguments.isEmpty()) {
            throw new SqlError(
                    201,
                    "42000",
                    "Procedure or function 'sp_executesql' expects parameter '@statement', which was not supplied.",
                    16,
                    10);
        }
        Frame inner = frame.inner("");
        List<Statement.Argument> values = List.of();
        if (arguments.size() > 1) {
            values = arguments.subList(2, arguments.size());
            String declaration =
                    "DECLARE " + frame.text(arguments.get(1).value()).replaceAll("(?i)\\s+OUT(PUT)?\\b", "");
            Script parsed = TsqlParser.parse(declaration);
            if (parsed.statements().getFirst().statement() instanceof Statement.Declare declare) {
                Routines.bindArguments(frame, inner, "sp_executesql", declare, values);
            }
        }
        text(frame.text(arguments.getFirst().value()), inner);
        Routines.copyOutputs(inner, frame, values);
        if (execute.returnVariable() != null) {
            frame.set(execute.returnVariable(), 0L);
        }
    }

    /** Runs a text as a batch of its own. */
    void text(String text, Frame inner) {
        Script script = TsqlParser.parse(text);
        nested(() -> body.run(script.statements(), inner));
    }

    private void nested(Runnable run) {
        if (++nesting > DEEPEST_NESTING) {
            nesting = 0;
            throw new SqlError(
                    217,
                    "42000",
                    "Maximum stored procedure, function, trigger, or view nesting level exceeded (limit 32).");
        }
        try {
            run.run();
        } finally {
            nesting = Math.max(0, nesting - 1);
        }
    }

    private void rename(Statement.Execute execute, Frame frame) {
        state.requireWritable("sp_rename");
        List<Statement.Argument> arguments = execute.arguments();
        List<String> parts = Catalog.parts(frame.text(arguments.get(0).value()));
        String newName = frame.text(arguments.get(1).value());
        String kind = arguments.size() > 2 ? frame.text(arguments.get(2).value()) : "OBJECT";
        boolean column = kind.equalsIgnoreCase("COLUMN");
        int last = parts.size() - (column ? 2 : 1);
        ObjectName name = new ObjectName(null, last > 0 ? parts.get(last - 1) : null, parts.get(Math.max(0, last)));
        if (!(state.catalog().find(name) instanceof CatalogObject.Table table)) {
            throw new SqlError(
                    15225,
                    "42000",
                    "No item by the name of '" + String.join(".", parts)
                            + "' could be found in the current database, given that @itemtype was input as '(null)'.",
                    11,
                    1);
        }
        state.attempt(() -> {
            frame.detachAll();
            state.beginChange();
            Renames renames = new Renames(state);
            if (column) {
                renames.column(table, parts.getLast(), newName);
            } else {
                renames.table(table, newName);
            }
        });
        frame.results()
                .add(new SqlResult.Message(
                        "Caution: Changing any part of an object name could break scripts and stored procedures.",
                        15477));
    }

    /** Runs a function for one row of a query. */
    private @Nullable Object function(String qualifiedName, @Nullable Object[] arguments) {
        int dot = qualifiedName.indexOf('.');
        ObjectName name = new ObjectName(null, qualifiedName.substring(0, dot), qualifiedName.substring(dot + 1));
        if (!(state.catalog().find(name) instanceof CatalogObject.Function function)
                || !(TsqlParser.parse(function.text()).statements().getFirst().statement()
                        instanceof Statement.CreateFunction parsed)) {
            throw SqlErrors.invalidObject(qualifiedName);
        }
        Frame frame = Frame.ofFunction(state, parsed.name().name());
        for (int i = 0; i < parsed.parameters().size(); i++) {
            Statement.RoutineParameter parameter = parsed.parameters().get(i);
            frame.put(parameter.name(), arguments[i], SqlType.declared(parameter.type()));
        }
        return switch (parsed.body()) {
            case Statement.ScalarBody scalar -> {
                SqlType type = SqlType.declared(scalar.returns());
                frame.setReturnType(type);
                nested(() -> body.run(scalar.body(), frame));
                yield frame.returnValue();
            }
            case Statement.TableBody table -> rows(table, frame);
            case Statement.InlineBody ignored -> throw SqlErrors.invalidObject(qualifiedName);
        };
    }

    /** The rows of a function with a table of its own, each a JSON array of what SQLite carries. */
    private String rows(Statement.TableBody table, Frame frame) {
        definitions.run(table.table(), frame);
        nested(() -> body.run(table.body(), frame));
        QueryExpression.Select all = new QueryExpression.Select(
                false,
                null,
                List.of(new QueryExpression.Star(null)),
                null,
                new QueryExpression.TableVariable(table.table().name(), null),
                null,
                List.of(),
                null);
        RowSet rows = frame.rows(new QueryExpression(List.of(), all, List.of(), null, null, null, null));
        ArrayNode array = JSON.createArrayNode();
        for (List<@Nullable Object> row : rows.next(MOST_FUNCTION_ROWS)) {
            ArrayNode cells = array.addArray();
            for (int i = 0; i < row.size(); i++) {
                switch (Codec.carry(row.get(i), rows.columns().get(i).type())) {
                    case null -> cells.addNull();
                    case Long number -> cells.add(number);
                    case Double number -> cells.add(number);
                    case Object other -> cells.add(other.toString());
                }
            }
        }
        return array.toString();
    }

    /** The rows a call yields, for INSERT … EXECUTE. */
    List<RowSet> collect(Statement execute, Frame frame) {
        List<SqlResult> results = new ArrayList<>();
        Frame own = frame.collecting(results);
        switch (execute) {
            case Statement.Execute procedure -> execute(procedure, own);
            case Statement.ExecuteText text -> text(frame.text(text.text()), own.inner(""));
            default -> throw new IllegalStateException(execute.toString());
        }
        List<RowSet> sets = new ArrayList<>();
        for (SqlResult result : results) {
            switch (result) {
                case SqlResult.Rows rows -> sets.add(rows.rows());
                case SqlResult.Failure failure -> throw failure.error();
                case SqlResult.Message message -> frame.results().add(message);
                case SqlResult.Count ignored -> {}
            }
        }
        return sets;
    }
}
