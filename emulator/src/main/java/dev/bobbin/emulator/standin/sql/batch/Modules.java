package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.bind.QueryBinder;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Defines views, procedures, functions and sequences. */
final class Modules {

    private final SessionState state;

    Modules(SessionState state) {
        this.state = state;
    }

    /** A view is kept as T-SQL and bound anew where it is used; binding it here finds its errors at once. */
    void view(Statement.CreateView view, Frame frame) throws SQLException {
        requireCreatable(view.name(), view.create(), view.alter(), CatalogObject.View.class);
        boolean cut = view.query().offset() != null
                || view.query().body() instanceof dev.bobbin.emulator.standin.sql.syntax.QueryExpression.Select select
                        && select.top() != null;
        if (!view.query().orderBy().isEmpty() && !cut && view.query().document() == null) {
            throw SqlErrors.orderInView();
        }
        Plan plan = QueryBinder.bind(frame.bindContext(), view.query());
        List<Plan.Output> outputs =
                QueryBinder.named(plan.outputs(), view.columns(), view.name().name());
        Set<String> names = new HashSet<>();
        for (int i = 0; i < outputs.size(); i++) {
            String name = outputs.get(i).name();
            if (name.isEmpty()) {
                throw new SqlError(
                        4511,
                        "42000",
                        "Create View or Function failed because no column name was specified for column " + (i + 1)
                                + ".");
            }
            if (!names.add(state.ignoresCase() ? name.toLowerCase(Locale.ROOT) : name)) {
                throw new SqlError(
                        4506,
                        "42000",
                        "Column names in each view or function must be unique. Column name '" + name
                                + "' in view or function '" + view.name().name() + "' is specified more than once.");
            }
        }
        state.catalog()
                .put(new CatalogObject.View(
                        TableBuilder.schema(view.name()),
                        view.name().name(),
                        view.columns(),
                        view.queryText(),
                        view.text()));
    }

    void procedure(Statement.CreateProcedure procedure) throws SQLException {
        requireCreatable(procedure.name(), procedure.create(), procedure.alter(), CatalogObject.Procedure.class);
        state.catalog()
                .put(new CatalogObject.Procedure(
                        TableBuilder.schema(procedure.name()), procedure.name().name(), procedure.text()));
    }

    void function(Statement.CreateFunction function, Frame frame) throws SQLException {
        requireCreatable(function.name(), function.create(), function.alter(), CatalogObject.Function.class);
        CatalogObject.FunctionKind kind =
                switch (function.body()) {
                    case Statement.ScalarBody ignored -> CatalogObject.FunctionKind.SCALAR;
                    case Statement.InlineBody ignored -> CatalogObject.FunctionKind.INLINE_TABLE;
                    case Statement.TableBody ignored -> CatalogObject.FunctionKind.TABLE;
                };
        if (function.body() instanceof Statement.InlineBody inline) {
            Frame inner = Frame.ofFunction(state, function.name().name());
            function.parameters()
                    .forEach(parameter -> inner.put(parameter.name(), null, SqlType.declared(parameter.type())));
            QueryBinder.bind(inner.bindContext(), inline.query());
        }
        if (function.body() instanceof Statement.ScalarBody scalar
                && (scalar.body().isEmpty() || !(scalar.body().getLast().statement() instanceof Statement.Return))) {
            throw new SqlError(
                    455, "42000", "The last statement included within a function must be a return statement.", 16, 2);
        }
        SqlType result =
                function.body() instanceof Statement.ScalarBody scalar ? SqlType.declared(scalar.returns()) : null;
        state.catalog()
                .put(new CatalogObject.Function(
                        TableBuilder.schema(function.name()), function.name().name(), kind, result, function.text()));
    }

    void sequence(Statement.CreateSequence sequence) throws SQLException {
        Definitions.requireFree(state, sequence.name());
        CatalogObject.Sequence created = Sequences.create(sequence.name(), sequence.options());
        state.sequences().restart(created);
        state.catalog().put(created);
    }

    void sequence(Statement.AlterSequence alter) throws SQLException {
        if (!(state.catalog().find(alter.name()) instanceof CatalogObject.Sequence old)) {
            throw SqlErrors.invalidObject(alter.name().toString());
        }
        CatalogObject.Sequence changed = Sequences.alter(old, alter.options());
        if (alter.restart()) {
            state.sequences().restart(changed);
        }
        state.catalog().put(changed);
    }

    private void requireCreatable(ObjectName name, boolean create, boolean alter, Class<? extends CatalogObject> kind) {
        CatalogObject existing = state.catalog().find(name);
        if (existing == null && create) {
            Definitions.requireFree(state, name);
        } else if (existing == null) {
            throw SqlErrors.invalidObject(name.toString());
        } else if (!alter || !kind.isInstance(existing)) {
            throw SqlErrors.objectExists(name.name());
        }
    }
}
