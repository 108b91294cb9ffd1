package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds what an UPDATE or DELETE changes, by itself or among the tables of its FROM clause. */
final class TargetBinder {

    private final BindContext context;
    private final Scope scope;
    private final List<QueryExpression.CommonTable> with;
    private final List<String> assigned;
    private @Nullable ChangeTarget bound;

    /** @param assigned the columns that get a value: they tell which table of a view is meant */
    TargetBinder(BindContext context, Scope scope, List<QueryExpression.CommonTable> with, List<String> assigned) {
        this.context = context;
        this.scope = scope;
        this.with = with;
        this.assigned = assigned;
    }

    ChangeTarget bind(ObjectName target, QueryExpression.@Nullable TableSource from) {
        QueryExpression.TableSource marked = from == null ? null : marked(from, target);
        if (from == null || marked == null) {
            Plan.Source own = element(new QueryExpression.Table(target, null));
            ChangeTarget alone = Objects.requireNonNull(bound);
            if (from == null) {
                return alone;
            }
            Plan.Source beside = new SourceBinder(context, scope).bind(from);
            return with(alone, new Plan.Join("CROSS JOIN", own, beside, null));
        }
        Plan.Source source = new SourceBinder(context, scope, marked, () -> element(marked)).bind(from);
        return with(Objects.requireNonNull(bound), source);
    }

    private static ChangeTarget with(ChangeTarget target, Plan.Source source) {
        return new ChangeTarget(target.table(), source, target.rowid(), target.old(), target.columns(), false);
    }

    /** The element of the FROM clause that is the target: by alias, else by name. */
    private QueryExpression.@Nullable TableSource marked(QueryExpression.TableSource from, ObjectName target) {
        List<QueryExpression.TableSource> byAlias = new ArrayList<>();
        List<QueryExpression.TableSource> byName = new ArrayList<>();
        collect(from, target, byAlias, byName);
        List<QueryExpression.TableSource> found = byAlias.isEmpty() ? byName : byAlias;
        if (found.size() > 1) {
            throw new SqlError(8154, "42000", "The table '" + target + "' is ambiguous.", 16, 1);
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    private void collect(
            QueryExpression.TableSource source,
            ObjectName target,
            List<QueryExpression.TableSource> byAlias,
            List<QueryExpression.TableSource> byName) {
        boolean bare = target.schema() == null;
        switch (source) {
            case QueryExpression.Table table -> {
                if (bare && context.same(table.alias(), target.name())) {
                    byAlias.add(table);
                } else if (sameObject(table.name(), target)) {
                    byName.add(table);
                }
            }
            case QueryExpression.TableVariable variable -> {
                if (bare && context.same(variable.alias(), target.name())) {
                    byAlias.add(variable);
                } else if (bare && context.same(variable.name(), target.name())) {
                    byName.add(variable);
                }
            }
            case QueryExpression.Derived derived -> {
                if (bare && context.same(derived.alias(), target.name())) {
                    byAlias.add(derived);
                }
            }
            case QueryExpression.Join join -> {
                collect(join.left(), target, byAlias, byName);
                collect(join.right(), target, byAlias, byName);
            }
            case QueryExpression.Apply apply -> collect(apply.left(), target, byAlias, byName);
            default -> {}
        }
    }

    private boolean sameObject(ObjectName left, ObjectName right) {
        String a = left.schema() == null ? "dbo" : left.schema();
        String b = right.schema() == null ? "dbo" : right.schema();
        return context.same(left.name(), right.name()) && context.same(a, b);
    }

    private Plan.Source element(QueryExpression.TableSource source) {
        return switch (source) {
            case QueryExpression.Table table -> named(table.name(), table.alias());
            case QueryExpression.TableVariable variable -> named(ObjectName.of(variable.name()), variable.alias());
            case QueryExpression.Derived derived -> query(derived.query(), derived.columns(), derived.alias());
            default -> throw SqlErrors.notSupported("change of this element of FROM");
        };
    }

    private Plan.Source named(ObjectName name, @Nullable String alias) {
        String shown = alias == null ? name.name() : alias;
        if (name.schema() == null) {
            for (QueryExpression.CommonTable common : with) {
                if (context.same(common.name(), name.name())) {
                    return query(common.query(), common.columns(), shown);
                }
            }
        }
        CatalogObject object = context.catalog().find(name);
        return switch (object) {
            case CatalogObject.Table table -> table(table, shown, alias == null ? table.schema() : null);
            case CatalogObject.View view -> query(SourceBinder.parsed(view.query()), view.columns(), shown);
            case null, default -> throw SqlErrors.invalidObject(name.toString());
        };
    }

    private Plan.Source table(CatalogObject.Table table, String shown, @Nullable String schema) {
        String relation = context.newRelation();
        Scope.Scanned scan = new Scope.Scanned(table, relation);
        List<Scope.Field> fields = SourceBinder.fields(context, table, relation);
        scope.add(new Scope.Relation(shown, schema, fields, scan));
        Map<Column, Bound> old = new LinkedHashMap<>();
        Map<String, Column> columns = new LinkedHashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            old.put(table.columns().get(i), fields.get(i).value());
            columns.put(table.columns().get(i).name(), table.columns().get(i));
        }
        Plan.Source source = new Plan.Scan(table.sqlName(), relation);
        bound = new ChangeTarget(table, source, scan.rowid(), old, columns, true);
        return source;
    }

    /** A query whose rows each stand for one row of a table: the table's row and columns are carried along, unseen. */
    private Plan.Source query(QueryExpression query, List<String> names, String shown) {
        Scope inner = new Scope(context, scope.withoutTables());
        Plan plan = new QueryBinder(context, inner).bind(query);
        if (!(plan.body() instanceof Plan.Select select)
                || select.distinct()
                || !select.groupBy().isEmpty()
                || select.from() == null
                || select.outputs().stream().anyMatch(output -> Grouping.aggregates(output.value()))) {
            throw new SqlError(
                    4403,
                    "42000",
                    "Cannot update the view or function '" + shown
                            + "' because it contains aggregates, or a DISTINCT or GROUP BY clause, or PIVOT or UNPIVOT operator.");
        }
        List<Output> visible = QueryBinder.named(select.outputs(), names, shown);
        Scope.Relation base = base(inner, visible, shown);
        Scope.Scanned scan = Objects.requireNonNull(base.scan());
        String relation = context.newRelation();
        List<Output> outputs = new ArrayList<>(select.outputs());
        outputs.add(new Output("", scan.rowid()));
        Map<Column, Bound> old = new LinkedHashMap<>();
        for (int i = 0; i < scan.table().columns().size(); i++) {
            Column column = scan.table().columns().get(i);
            Bound value = base.fields().get(i).value();
            outputs.add(new Output(column.name(), value));
            old.put(column, new Bound.Column(relation, "c" + outputs.size(), value.type(), false));
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        for (Output output : visible) {
            for (int i = 0; i < base.fields().size(); i++) {
                if (base.fields().get(i).value().equals(output.value())) {
                    columns.put(output.name(), scan.table().columns().get(i));
                }
            }
        }
        scope.add(SourceBinder.relation(shown, null, relation, visible));
        Plan carried = new Plan(
                plan.with(),
                new Plan.Select(false, outputs, select.from(), select.where(), List.of(), null),
                plan.order(),
                plan.limit(),
                plan.offset());
        Plan.Source source = new Plan.Derived(carried, relation);
        Bound rowid = new Bound.Column(relation, "c" + (select.outputs().size() + 1), SqlType.BIGINT, false);
        bound = new ChangeTarget(scan.table(), source, rowid, old, columns, false);
        return source;
    }

    /** The one table of the query the change is for. */
    private Scope.Relation base(Scope inner, List<Output> visible, String shown) {
        List<Scope.Relation> candidates = inner.relations();
        if (!assigned.isEmpty()) {
            Bound value = visible.stream()
                    .filter(output -> context.same(output.name(), assigned.getFirst()))
                    .findFirst()
                    .map(Output::value)
                    .orElseThrow(() -> SqlErrors.invalidColumn(assigned.getFirst()));
            candidates = candidates.stream()
                    .filter(relation -> relation.fields().stream()
                            .anyMatch(field -> field.value().equals(value)))
                    .toList();
            if (candidates.isEmpty()) {
                throw new SqlError(
                        4406,
                        "42000",
                        "Update or insert of view or function '" + shown
                                + "' failed because it contains a derived or constant field.");
            }
        }
        if (candidates.size() != 1) {
            throw ChangeTarget.notUpdatable(shown);
        }
        if (candidates.getFirst().scan() == null) {
            throw SqlErrors.notSupported("change through '" + shown + "', whose rows come from another query");
        }
        return candidates.getFirst();
    }
}
