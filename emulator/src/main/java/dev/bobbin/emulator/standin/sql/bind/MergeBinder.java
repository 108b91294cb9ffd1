package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.ChangePlan;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.syntax.Statement.MatchKind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Binds MERGE: source and target are joined once, each row of the join is given the number of the first WHEN clause that
 * fits it, and the stage holds what that clause makes of it.
 */
final class MergeBinder {

    private static final SqlType ACTION = SqlType.nvarchar(10);

    private final BindContext context;
    private final boolean identityInsert;

    MergeBinder(BindContext context, boolean identityInsert) {
        this.context = context;
        this.identityInsert = identityInsert;
    }

    /** The joined rows under one relation, with the fields source and target have there. */
    private record Joined(
            Plan.Source source, Bound number, Bound rowid, Scope whole, Scope sourceOnly, Map<Column, Bound> old) {}

    ChangePlan bind(Statement.Merge merge) {
        Scope outer = new Scope(context, null);
        List<Plan.CommonTable> with = ChangeBinder.with(context, outer, merge.with());
        Table table = table(merge.target().name());
        Joined joined = join(merge, table, outer);
        RowBinder rows = new RowBinder(context, table, identityInsert);
        StageBuilder stage = new StageBuilder(context, table, joined.number(), joined.rowid());
        Map<Column, List<Choice>> values = new LinkedHashMap<>();
        List<List<Column>> columns = new ArrayList<>();
        for (int i = 0; i < merge.whens().size(); i++) {
            columns.add(clause(merge.whens().get(i), i + 1, joined, rows, table, values));
        }
        values.forEach((column, choices) -> stage.fresh(column, choose(column, choices, joined)));
        if (!merge.outputs().isEmpty()) {
            stage.old(joined.old());
            stage.sources(joined.sourceOnly().relations());
        }
        for (int i = 0; i < merge.whens().size(); i++) {
            stage.step(action(merge.whens().get(i).action()), i + 1, columns.get(i));
        }
        Bound matters = Bound.Sql.of(SqlType.BOOLEAN, "{0} IS NOT NULL", joined.number());
        return stage.finish(
                outputs -> {
                    Plan all = new Plan(
                            with,
                            new Plan.Select(false, outputs, joined.source(), matters, List.of(), null),
                            List.of(),
                            null,
                            null);
                    return merge.top() == null
                            ? all
                            : all.limitedTo(TopBinder.limit(
                                    merge.top(), all, new ExpressionBinder(context, new Scope(context, null))));
                },
                merge.outputs(),
                true,
                actionName(merge.whens()));
    }

    private Table table(ObjectName name) {
        CatalogObject object = context.catalog().find(name);
        if (object instanceof Table table) {
            return table;
        }
        throw object instanceof CatalogObject.View
                ? SqlErrors.notSupported("MERGE into the view " + name)
                : SqlErrors.invalidObject(name.toString());
    }

    private Joined join(Statement.Merge merge, Table table, Scope outer) {
        Scope sourceScope = new Scope(context, outer);
        Plan.Source source = new SourceBinder(context, sourceScope).bind(merge.source());
        // The source under one relation, with a column that is never null where there is a row of it.
        String left = context.newRelation();
        List<Output> carried = new ArrayList<>();
        carried.add(new Output("", Coercion.number(1)));
        Scope leftScope = moved(sourceScope, left, carried);
        Plan.Source wrapped =
                new Plan.Derived(Plan.of(new Plan.Select(false, carried, source, null, List.of(), null)), left);

        String right = context.newRelation();
        Scope.Scanned scan = new Scope.Scanned(table, right);
        Scope both = copy(leftScope, outer);
        String shown = merge.target().alias() == null
                ? merge.target().name().name()
                : merge.target().alias();
        both.add(new Scope.Relation(
                shown,
                merge.target().alias() == null ? table.schema() : null,
                SourceBinder.fields(context, table, right),
                scan));
        ExpressionBinder expressions = new ExpressionBinder(context, both);
        boolean lonelySource = uses(merge, MatchKind.NOT_MATCHED_BY_TARGET);
        boolean lonelyTarget = uses(merge, MatchKind.NOT_MATCHED_BY_SOURCE);
        String words = lonelyTarget ? "FULL JOIN" : lonelySource ? "LEFT JOIN" : "JOIN";
        Plan.Source pairs =
                new Plan.Join(words, wrapped, new Plan.Scan(table.sqlName(), right), expressions.bind(merge.on()));
        Bound present = new Bound.Column(left, "c1", SqlType.INT, false);
        Bound number = number(merge.whens(), present, scan.rowid(), expressions);

        String relation = context.newRelation();
        List<Output> outputs = new ArrayList<>(List.of(new Output("", number), new Output("", scan.rowid())));
        Scope whole = moved(both, relation, outputs);
        Scope sourceOnly = new Scope(context, outer);
        List<Scope.Relation> relations = whole.relations();
        relations.subList(0, relations.size() - 1).forEach(sourceOnly::add);
        Map<Column, Bound> old = new LinkedHashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            old.put(table.columns().get(i), relations.getLast().fields().get(i).value());
        }
        return new Joined(
                new Plan.Derived(Plan.of(new Plan.Select(false, outputs, pairs, null, List.of(), null)), relation),
                new Bound.Column(relation, "c1", SqlType.INT, false),
                new Bound.Column(relation, "c2", SqlType.BIGINT, false),
                whole,
                sourceOnly,
                old);
    }

    private static boolean uses(Statement.Merge merge, MatchKind kind) {
        return merge.whens().stream().anyMatch(when -> when.kind() == kind);
    }

    private Scope copy(Scope scope, Scope parent) {
        Scope copy = new Scope(context, parent);
        scope.relations().forEach(copy::add);
        return copy;
    }

    /** The fields of the scope as columns of a relation that carries them all; its outputs are added to the list. */
    private Scope moved(Scope scope, String relation, List<Output> outputs) {
        Scope moved = new Scope(context, null);
        for (Scope.Relation each : scope.relations()) {
            List<Scope.Field> fields = new ArrayList<>();
            for (Scope.Field field : each.fields()) {
                outputs.add(new Output(field.name(), field.value()));
                fields.add(new Scope.Field(
                        field.name(),
                        new Bound.Column(
                                relation, "c" + outputs.size(), field.value().type(), false)));
            }
            moved.add(new Scope.Relation(each.name(), each.schema(), fields));
        }
        return moved;
    }

    /** Which WHEN clause a pair falls under; null when none does. */
    private static Bound number(
            List<Statement.MergeWhen> whens, Bound present, Bound rowid, ExpressionBinder expressions) {
        StringBuilder template = new StringBuilder("CASE");
        List<Bound> arguments = new ArrayList<>(List.of(present, rowid));
        for (int i = 0; i < whens.size(); i++) {
            template.append(
                    switch (whens.get(i).kind()) {
                        case MATCHED -> " WHEN {0} IS NOT NULL AND {1} IS NOT NULL";
                        case NOT_MATCHED_BY_TARGET -> " WHEN {1} IS NULL";
                        case NOT_MATCHED_BY_SOURCE -> " WHEN {0} IS NULL";
                    });
            Bound condition = expressions.bindOrNull(whens.get(i).condition());
            if (condition != null) {
                template.append(" AND {").append(arguments.size()).append('}');
                arguments.add(condition);
            }
            template.append(" THEN ").append(i + 1);
        }
        return new Bound.Sql(template.append(" END").toString(), arguments, SqlType.INT, Bound.Role.PLAIN);
    }

    /** What a clause gives a column. */
    private record Choice(int number, Bound value) {}

    /** Adds the values of a clause; answers the columns its step sets. */
    private List<Column> clause(
            Statement.MergeWhen when,
            int number,
            Joined joined,
            RowBinder rows,
            Table table,
            Map<Column, List<Choice>> values) {
        List<Column> columns = new ArrayList<>();
        switch (when.action()) {
            case Statement.MergeDelete ignored -> {}
            case Statement.MergeUpdate update -> {
                ExpressionBinder expressions = new ExpressionBinder(context, joined.whole());
                for (Statement.SetClause set : update.sets()) {
                    if (set.column() == null || set.variable() != null) {
                        throw SqlErrors.notSupported("MERGE … SET " + set.variable());
                    }
                    Column column = UpdateBinder.updatable(ChangeBinder.column(context, table, set.column()));
                    if (columns.contains(column)) {
                        throw RowBinder.twice(set.column());
                    }
                    Bound value = UpdateBinder.value(set, column, joined.old(), expressions);
                    add(values, column, number, value == null ? rows.fallback(column) : rows.stored(value, column));
                    columns.add(column);
                }
            }
            case Statement.MergeInsert insert -> {
                ExpressionBinder expressions = new ExpressionBinder(context, joined.sourceOnly());
                List<Column> targets =
                        rows.targets(insert.columns(), name -> ChangeBinder.column(context, table, name));
                List<@Nullable Bound> given = new ArrayList<>();
                for (Expression value : insert.values() == null ? List.<Expression>of() : insert.values()) {
                    given.add(value instanceof Expression.Default ? null : expressions.bind(value));
                }
                if (insert.values() == null) {
                    targets = List.of();
                } else if (given.size() != targets.size()) {
                    throw SqlErrors.columnCountMismatch(targets.size() > given.size());
                }
                List<Column> filled = rows.filled(targets);
                List<Bound> cells = rows.cells(filled, targets.size(), given);
                for (int i = 0; i < filled.size(); i++) {
                    add(values, filled.get(i), number, cells.get(i));
                }
                columns.addAll(filled);
            }
        }
        return columns;
    }

    private static void add(Map<Column, List<Choice>> values, Column column, int number, Bound value) {
        values.computeIfAbsent(column, each -> new ArrayList<>()).add(new Choice(number, value));
    }

    /** The value of the clause a row falls under; what it leaves alone stays as it is. */
    private Bound choose(Column column, List<Choice> choices, Joined joined) {
        StringBuilder template = new StringBuilder("CASE {0}");
        List<Bound> arguments = new ArrayList<>(List.of(joined.number()));
        for (Choice choice : choices) {
            template.append(" WHEN ")
                    .append(choice.number())
                    .append(" THEN {")
                    .append(arguments.size())
                    .append('}');
            arguments.add(choice.value());
        }
        Bound old = Objects.requireNonNull(joined.old().get(column));
        template.append(" ELSE {").append(arguments.size()).append("} END");
        arguments.add(Coercion.stored(old, column.type(), "", column.name()));
        return new Bound.Sql(template.toString(), arguments, column.type(), Bound.Role.PLAIN);
    }

    private static ChangePlan.Action action(Statement.MergeAction action) {
        return switch (action) {
            case Statement.MergeUpdate ignored -> ChangePlan.Action.UPDATE;
            case Statement.MergeDelete ignored -> ChangePlan.Action.DELETE;
            case Statement.MergeInsert ignored -> ChangePlan.Action.INSERT;
        };
    }

    private static Bound actionName(List<Statement.MergeWhen> whens) {
        StringBuilder template = new StringBuilder("CASE {0}");
        for (int i = 0; i < whens.size(); i++) {
            template.append(" WHEN ")
                    .append(i + 1)
                    .append(" THEN '")
                    .append(action(whens.get(i).action()))
                    .append('\'');
        }
        return Bound.Sql.of(ACTION, template.append(" END").toString(), StageBuilder.staged(1, SqlType.INT, false));
    }
}
