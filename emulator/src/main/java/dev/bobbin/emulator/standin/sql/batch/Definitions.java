package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.bind.ChangeBinder;
import dev.bobbin.emulator.standin.sql.bind.QueryBinder;
import dev.bobbin.emulator.standin.sql.bind.TableCopy;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.emit.ChangeEmitter;
import dev.bobbin.emulator.standin.sql.parse.TsqlParser;
import dev.bobbin.emulator.standin.sql.plan.ChangePlan;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.sqlite.Prepared;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out CREATE, ALTER, DROP and TRUNCATE. */
final class Definitions {

    private final SessionState state;
    private final Modules routines;

    Definitions(SessionState state) {
        this.state = state;
        this.routines = new Modules(state);
    }

    void run(Statement statement, Frame frame) {
        if (!local(statement)) {
            state.requireWritable(word(statement));
        }
        if (state.isWarehouse()) {
            WarehouseRules.require(statement);
        } else if (!state.warehouse()) {
            WarehouseRules.requireWarehouse(statement);
        }
        state.attempt(() -> {
            frame.detachAll();
            state.beginChange();
            switch (statement) {
                case Statement.CreateTable create -> create(create.name(), create.columns(), create.constraints());
                case Statement.DeclareTable declare -> {
                    drop(ObjectName.of(declare.name()));
                    create(ObjectName.of(declare.name()), declare.columns(), declare.constraints());
                }
                case Statement.CreateTableAs create -> into(create.name(), create.query(), frame);
                case Statement.Drop drop -> drop(drop);
                case Statement.Truncate truncate -> truncate(truncate.table());
                case Statement.ReseedIdentity reseed ->
                    state.identities()
                            .reseed(frame.text(reseed.table()), frame.evaluate(reseed.value(), SqlType.BIGINT));
                case Statement.CreateSchema schema -> createSchema(schema.name());
                case Statement.CreateView view -> routines.view(view, frame);
                case Statement.CreateProcedure procedure -> routines.procedure(procedure);
                case Statement.CreateFunction function -> routines.function(function, frame);
                case Statement.CreateSequence sequence -> routines.sequence(sequence);
                case Statement.AlterSequence sequence -> routines.sequence(sequence);
                case Statement.CloneTable clone -> cloned(clone, frame);
                case Statement.AddToTable add -> new TableChanges(state, frame).add(add);
                case Statement.AlterColumn alter -> new TableChanges(state, frame).alter(alter);
                case Statement.DropFromTable drop -> new TableChanges(state, frame).drop(drop);
                case Statement.CreateIndex index -> new Indexes(state).create(index);
                case Statement.DropIndex index -> new Indexes(state).drop(index);
                default -> throw SqlErrors.notSupported(word(statement));
            }
        });
    }

    private static String word(Statement statement) {
        String name = statement.getClass().getSimpleName();
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toUpperCase(java.util.Locale.ROOT);
    }

    private static boolean local(Statement statement) {
        return switch (statement) {
            case Statement.DeclareTable ignored -> true;
            case Statement.CreateTable create -> create.name().temporary();
            case Statement.Drop drop -> drop.names().stream().allMatch(ObjectName::temporary);
            case Statement.Truncate truncate -> truncate.table().temporary();
            default -> false;
        };
    }

    private void create(
            ObjectName name, List<Statement.ColumnDefinition> columns, List<Statement.Constraint> constraints)
            throws java.sql.SQLException {
        requireFree(name);
        create(new TableBuilder(state, name).build(columns, constraints));
    }

    private void create(Table table) throws java.sql.SQLException {
        state.link().run(TableText.create(table, state));
        for (String index : TableText.indexes(table, state)) {
            state.link().run(index);
        }
        state.catalog().put(table);
    }

    void requireFree(ObjectName name) {
        requireFree(state, name);
    }

    /** Refuses a name that is taken or whose schema is not there. */
    static void requireFree(SessionState state, ObjectName name) {
        if (!name.temporary()
                && !name.name().startsWith("@")
                && name.schema() != null
                && !state.catalog().hasSchema(name.schema())) {
            throw SqlErrors.unknownSchema(name.schema());
        }
        if (state.catalog().find(name) != null) {
            throw SqlErrors.objectExists(name.name());
        }
    }

    void selectInto(QueryExpression query, QueryExpression.Select select, Frame frame) {
        ObjectName target = java.util.Objects.requireNonNull(select.into());
        if (!target.temporary()) {
            state.requireWritable("SELECT INTO");
        }
        QueryExpression.Select plain = new QueryExpression.Select(
                select.distinct(),
                select.top(),
                select.items(),
                null,
                select.from(),
                select.where(),
                select.groupBy(),
                select.having());
        QueryExpression source = new QueryExpression(
                query.with(), plain, query.orderBy(), query.offset(), query.fetch(), null, query.maxRecursion());
        state.attempt(() -> {
            frame.detachAll();
            state.beginChange();
            into(target, source, frame);
        });
    }

    private void into(ObjectName name, QueryExpression query, Frame frame) throws java.sql.SQLException {
        requireFree(name);
        Plan plan = QueryBinder.bind(frame.bindContext(), query);
        List<CatalogObject.Column> columns = new ArrayList<>();
        for (int i = 0; i < plan.outputs().size(); i++) {
            Plan.Output output = plan.outputs().get(i);
            if (output.name().isEmpty()) {
                throw new SqlError(
                        1038,
                        "42000",
                        "An object or column name is missing or empty. For SELECT INTO statements, verify each column has a name. For other statements, look for empty alias names. Aliases defined as \"\" or [] are not allowed. Change the alias to a valid name.",
                        15,
                        5);
            }
            SqlType type = output.value().type().isNull()
                    ? SqlType.INT
                    : output.value().type();
            TableBuilder.requireStorable(type);
            columns.add(CatalogObject.Column.of(output.name(), type, true));
        }
        create(Table.of(TableBuilder.schema(name), name.name(), name.temporary(), columns));
        Statement.Insert insert = new Statement.Insert(
                List.of(),
                null,
                new Statement.Target(name, null),
                List.of(),
                List.of(),
                new Statement.FromQuery(query));
        if (ChangeBinder.insert(frame.bindContext(), insert, false) instanceof ChangePlan.Insert rows) {
            try (Prepared statement = frame.prepare(ChangeEmitter.insert(rows))) {
                frame.count(statement.executeUpdate());
            }
        }
    }

    private void drop(Statement.Drop drop) throws java.sql.SQLException {
        for (ObjectName name : drop.names()) {
            if (drop.kind() == Statement.ObjectKind.SCHEMA) {
                dropSchema(name.name(), drop.ifExists());
                continue;
            }
            CatalogObject object = state.catalog().find(name);
            boolean fits =
                    switch (object) {
                        case Table ignored -> drop.kind() == Statement.ObjectKind.TABLE;
                        case CatalogObject.View ignored -> drop.kind() == Statement.ObjectKind.VIEW;
                        case CatalogObject.Procedure ignored -> drop.kind() == Statement.ObjectKind.PROCEDURE;
                        case CatalogObject.Function ignored -> drop.kind() == Statement.ObjectKind.FUNCTION;
                        case CatalogObject.Sequence ignored -> drop.kind() == Statement.ObjectKind.SEQUENCE;
                        case null -> false;
                    };
            if (!fits && !drop.ifExists()) {
                throw SqlErrors.cannotDrop(drop.kind().name().toLowerCase(java.util.Locale.ROOT), name.toString());
            }
            if (fits) {
                requireUnreferenced(name, object);
                drop(name);
            }
        }
    }

    private void requireUnreferenced(ObjectName name, @Nullable CatalogObject object) {
        for (CatalogObject each : state.catalog().all()) {
            if (each instanceof Table other
                    && object instanceof Table table
                    && !other.equals(table)
                    && other.foreignKeys().stream()
                            .anyMatch(key -> key.table().equalsIgnoreCase(table.name())
                                    && key.schema().equalsIgnoreCase(table.schema()))) {
                throw new SqlError(
                        3726,
                        "42000",
                        "Could not drop object '" + name + "' because it is referenced by a FOREIGN KEY constraint.");
            }
        }
    }

    private void drop(ObjectName name) throws java.sql.SQLException {
        CatalogObject object = state.catalog().find(name);
        if (object instanceof Table table) {
            state.link().run("DROP TABLE " + table.sqlName());
            state.identities().reset(table);
        }
        if (object != null) {
            state.catalog().remove(object);
        }
    }

    private void dropSchema(String name, boolean ifExists) throws java.sql.SQLException {
        if (!state.catalog().hasSchema(name)) {
            if (!ifExists) {
                throw SqlErrors.cannotDrop("schema", name);
            }
            return;
        }
        for (CatalogObject object : state.catalog().all()) {
            if (object.schema().equalsIgnoreCase(name)) {
                throw new SqlError(
                        3729,
                        "42000",
                        "Cannot drop schema '" + name + "' because it is being referenced by object '" + object.name()
                                + "'.");
            }
        }
        state.catalog().removeSchema(name);
    }

    private void truncate(ObjectName name) throws java.sql.SQLException {
        if (!(state.catalog().find(name) instanceof Table table)) {
            throw new SqlError(
                    4701,
                    "42S02",
                    "Cannot find the object \"" + name
                            + "\" because it does not exist or you do not have permissions.");
        }
        for (CatalogObject object : state.catalog().all()) {
            if (object instanceof Table other
                    && other.foreignKeys().stream()
                            .anyMatch(key -> key.table().equalsIgnoreCase(table.name())
                                    && key.schema().equalsIgnoreCase(table.schema()))) {
                throw new SqlError(
                        4712,
                        "42000",
                        "Cannot truncate table '" + name
                                + "' because it is being referenced by a FOREIGN KEY constraint.");
            }
        }
        state.link().run("DELETE FROM " + table.sqlName());
        state.identities().reset(table);
    }

    private void createSchema(String name) throws java.sql.SQLException {
        if (state.catalog().hasSchema(name)) {
            throw SqlErrors.objectExists(name);
        }
        state.catalog().addSchema(name);
    }

    /** A table with the columns, keys and rows of another. */
    private void cloned(Statement.CloneTable clone, Frame frame) throws java.sql.SQLException {
        if (!(state.catalog().find(clone.source()) instanceof Table source)) {
            throw SqlErrors.invalidObject(clone.source().toString());
        }
        requireFree(clone.name());
        Table copy =
                source.withName(TableBuilder.schema(clone.name()), clone.name().name());
        create(copy);
        try (Prepared rows = frame.prepare(TableCopy.rows(frame.bindContext(), source, copy, copy))) {
            rows.executeUpdate();
        }
    }

    /** The procedure of that name, parsed. */
    Statement.CreateProcedure procedure(ObjectName name) {
        if (state.catalog().find(name) instanceof CatalogObject.Procedure procedure
                && TsqlParser.parse(procedure.text()).statements().getFirst().statement()
                        instanceof Statement.CreateProcedure parsed) {
            return parsed;
        }
        throw SqlErrors.unknownProcedure(name.toString());
    }

    void identityInsert(Statement.IdentityInsert insert) {
        if (!(state.catalog().find(insert.table()) instanceof Table table)) {
            throw SqlErrors.invalidObject(insert.table().toString());
        }
        String before = state.identityInsert();
        if (insert.on() && before != null && !before.equals(table.qualifiedName())) {
            throw new SqlError(
                    8107,
                    "42000",
                    "IDENTITY_INSERT is already ON for table '" + state.databaseName() + "." + before
                            + "'. Cannot perform SET operation for table '" + insert.table() + "'.");
        }
        if (table.columns().stream().noneMatch(column -> column.identitySeed() != null)) {
            throw new SqlError(
                    8106,
                    "42000",
                    "Table '" + insert.table()
                            + "' does not have the identity property. Cannot perform SET operation.");
        }
        state.setIdentityInsert(insert.on() ? table.qualifiedName() : null);
    }

    static boolean hasRows(SessionState state, Table table) throws java.sql.SQLException {
        try (PreparedStatement statement =
                        state.link().connection().prepareStatement("SELECT 1 FROM " + table.sqlName() + " LIMIT 1");
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }
}
