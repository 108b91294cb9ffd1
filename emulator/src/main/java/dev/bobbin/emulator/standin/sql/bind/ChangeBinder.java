package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.emit.Emitted;
import dev.bobbin.emulator.standin.sql.emit.Emitter;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Binds INSERT, UPDATE and DELETE to one SQLite statement each. */
public final class ChangeBinder {

    /**
     * @param returned the columns of OUTPUT; empty without it
     */
    public record Change(Emitted emitted, CatalogObject.Table table, List<Output> returned) {}

    private final BindContext context;
    private final boolean identityInsert;

    /** @param identityInsert whether SET IDENTITY_INSERT is on for the table that is changed */
    public ChangeBinder(BindContext context, boolean identityInsert) {
        this.context = context;
        this.identityInsert = identityInsert;
    }

    /** The table a change is aimed at. */
    public static CatalogObject.Table table(BindContext context, ObjectName name) {
        CatalogObject object = context.catalog().find(name);
        if (object instanceof CatalogObject.Table table) {
            return table;
        }
        if (object instanceof CatalogObject.View) {
            throw SqlErrors.notSupported("change through the view " + name);
        }
        throw SqlErrors.invalidObject(name.toString());
    }

    public Change insert(Statement.Insert insert) {
        CatalogObject.Table table = table(context, insert.target().name());
        List<CatalogObject.Column> targets = targets(table, insert.columns());
        Emitter emitter = new Emitter();
        List<CatalogObject.Column> filled = filled(table, targets);
        emitter.text("INSERT INTO " + table.sqlName() + " (" + names(filled) + ") ");
        switch (insert.source()) {
            case Statement.DefaultValues ignored -> row(emitter.text("VALUES "), table, List.of(), List.of(), filled);
            case Statement.FromQuery from -> {
                boolean rows = from.query().body() instanceof QueryExpression.Values
                        && from.query().orderBy().isEmpty();
                if (rows && from.query().body() instanceof QueryExpression.Values values) {
                    rows(emitter, table, targets, filled, values.rows());
                } else {
                    query(emitter, table, targets, filled, from.query(), insert.with());
                }
            }
            case Statement.FromExecute ignored -> throw SqlErrors.notSupported("INSERT … EXECUTE");
        }
        List<Output> returned = returning(emitter, table, insert.output(), "inserted");
        return new Change(emitter.done(), table, returned);
    }

    private List<CatalogObject.Column> targets(CatalogObject.Table table, List<String> names) {
        if (names.isEmpty()) {
            return table.columns().stream()
                    .filter(column -> column.computed() == null && (column.identitySeed() == null || identityInsert))
                    .toList();
        }
        List<CatalogObject.Column> targets = new ArrayList<>();
        for (String name : names) {
            CatalogObject.Column column = column(table, name);
            if (column.computed() != null) {
                throw computed(column);
            }
            if (column.identitySeed() != null && !identityInsert) {
                throw new SqlError(
                        544,
                        "23000",
                        "Cannot insert explicit value for identity column in table '" + table.name()
                                + "' when IDENTITY_INSERT is set to OFF.");
            }
            if (targets.contains(column)) {
                throw new SqlError(
                        264,
                        "42000",
                        "The column name '" + name
                                + "' is specified more than once in the SET clause or column list of an INSERT. A column cannot be assigned more than one value in the same clause. Modify the clause to make sure that a column is updated only once. If this statement updates or inserts columns into a view, column aliasing can conceal the duplication in your code.",
                        16,
                        1);
            }
            targets.add(column);
        }
        return targets;
    }

    private static SqlError computed(CatalogObject.Column column) {
        return new SqlError(
                271,
                "42000",
                "The column \"" + column.name()
                        + "\" cannot be modified because it is either a computed column or is the result of a UNION operator.");
    }

    private CatalogObject.Column column(CatalogObject.Table table, String name) {
        return table.columns().stream()
                .filter(column -> context.same(column.name(), name))
                .findFirst()
                .orElseThrow(() -> SqlErrors.invalidColumn(name));
    }

    /** The targets, and the columns that get a default or an identity value. */
    private static List<CatalogObject.Column> filled(CatalogObject.Table table, List<CatalogObject.Column> targets) {
        List<CatalogObject.Column> filled = new ArrayList<>(targets);
        for (CatalogObject.Column column : table.columns()) {
            boolean own = column.defaultText() != null || column.identitySeed() != null;
            if (own && !targets.contains(column)) {
                filled.add(column);
            }
        }
        if (filled.isEmpty()) {
            table.columns().stream()
                    .filter(column -> column.computed() == null)
                    .findFirst()
                    .ifPresent(filled::add);
        }
        return filled;
    }

    private static String names(List<CatalogObject.Column> columns) {
        return String.join(
                ", ",
                columns.stream().map(column -> Emitter.quote(column.name())).toList());
    }

    private void rows(
            Emitter emitter,
            CatalogObject.Table table,
            List<CatalogObject.Column> targets,
            List<CatalogObject.Column> filled,
            List<List<Expression>> rows) {
        ExpressionBinder expressions = new ExpressionBinder(context, new Scope(context, null));
        String separator = "VALUES ";
        for (List<Expression> row : rows) {
            if (row.size() != targets.size()) {
                throw targets.size() == table.columns().size()
                        ? SqlErrors.insertColumns()
                        : SqlErrors.columnCountMismatch(targets.size() > row.size());
            }
            List<@Nullable Bound> values = new ArrayList<>();
            for (Expression value : row) {
                values.add(value instanceof Expression.Default ? null : expressions.bind(value));
            }
            row(emitter.text(separator), table, targets, values, filled);
            separator = ", ";
        }
    }

    private void row(
            Emitter emitter,
            CatalogObject.Table table,
            List<CatalogObject.Column> targets,
            List<? extends @Nullable Bound> values,
            List<CatalogObject.Column> filled) {
        List<Bound> cells = new ArrayList<>();
        for (int i = 0; i < filled.size(); i++) {
            Bound value = i < targets.size() ? values.get(i) : null;
            CatalogObject.Column column = filled.get(i);
            cells.add(value == null ? fallback(table, column) : stored(value, table, column));
        }
        emitter.text("(").list(cells).text(")");
    }

    private static Bound stored(Bound value, CatalogObject.Table table, CatalogObject.Column column) {
        return Coercion.stored(value, column.type(), table.qualifiedName(), column.name());
    }

    /** What a column gets when nothing is given. */
    private Bound fallback(CatalogObject.Table table, CatalogObject.Column column) {
        if (column.identitySeed() != null) {
            Bound next = Coercion.call("$identity", SqlType.BIGINT, Coercion.text(table.qualifiedName()));
            return stored(Coercion.convert(next, column.type()), table, column);
        }
        if (column.defaultText() == null) {
            return new Bound.Constant(null, column.type(), true);
        }
        Bound value = new ExpressionBinder(context, new Scope(context, null))
                .bind(SourceBinder.expression(column.defaultText()));
        return stored(value, table, column);
    }

    private void query(
            Emitter emitter,
            CatalogObject.Table table,
            List<CatalogObject.Column> targets,
            List<CatalogObject.Column> filled,
            QueryExpression query,
            List<QueryExpression.CommonTable> with) {
        QueryExpression whole = with.isEmpty()
                ? query
                : new QueryExpression(
                        with,
                        query.body(),
                        query.orderBy(),
                        query.offset(),
                        query.fetch(),
                        query.forJson(),
                        query.maxRecursion());
        Plan plan = QueryBinder.bind(context, whole);
        if (plan.outputs().size() != targets.size()) {
            throw new SqlError(
                    plan.outputs().size() > targets.size() ? 121 : 120,
                    "21S01",
                    "The select list for the INSERT statement contains "
                            + (plan.outputs().size() > targets.size() ? "more" : "fewer")
                            + " items than the insert list. The number of SELECT values must match the number of INSERT columns.");
        }
        List<Bound> cells = new ArrayList<>();
        for (int i = 0; i < filled.size(); i++) {
            cells.add(
                    i < targets.size()
                            ? stored(
                                    new Bound.Column(
                                            "s",
                                            "c" + (i + 1),
                                            plan.outputs().get(i).value().type(),
                                            false),
                                    table,
                                    filled.get(i))
                            : fallback(table, filled.get(i)));
        }
        // WHERE 1 keeps SQLite from reading a following ON as part of a join.
        emitter.text("SELECT ").list(cells).text(" FROM (").query(plan).text(") AS s WHERE 1");
    }

    private List<Output> returning(
            Emitter emitter, CatalogObject.Table table, Statement.@Nullable Output output, String relation) {
        if (output == null) {
            return List.of();
        }
        Scope scope = new Scope(context, null);
        List<Scope.Field> fields = SourceBinder.fields(context, table, "");
        scope.add(new Scope.Relation(relation, null, fields));
        ExpressionBinder expressions = new ExpressionBinder(context, scope);
        List<Output> outputs = new ArrayList<>();
        for (QueryExpression.Item item : output.items()) {
            switch (item) {
                case QueryExpression.Star star ->
                    scope.star(star.qualifier()).forEach(field -> outputs.add(new Output(field.name(), field.value())));
                case QueryExpression.Value value -> {
                    String name = value.alias() != null
                            ? value.alias()
                            : value.expression() instanceof Expression.Column column ? column.name() : "";
                    outputs.add(new Output(name, expressions.bind(value.expression())));
                }
                case QueryExpression.Assignment ignored -> throw SqlErrors.syntaxNear("=");
            }
        }
        emitter.text(" RETURNING ").list(outputs.stream().map(Output::value).toList());
        return outputs;
    }

    /** Where a change reads: its FROM clause, and the relation of it that is the target. */
    private record Reading(Scope scope, CatalogObject.Table table, Plan.@Nullable Source from, String target) {}

    private Reading reading(
            Statement.Target target,
            QueryExpression.@Nullable TableSource from,
            List<QueryExpression.CommonTable> with) {
        if (!with.isEmpty()) {
            throw SqlErrors.notSupported("UPDATE or DELETE after WITH");
        }
        Scope scope = new Scope(context, null);
        QueryExpression.Table named = from == null ? null : named(from, target.name());
        if (from == null || named == null) {
            CatalogObject.Table table = table(context, target.name());
            String relation = context.newRelation();
            Plan.Source source = from == null ? null : new SourceBinder(context, scope).bind(from);
            scope.add(new Scope.Relation(table.name(), table.schema(), SourceBinder.fields(context, table, relation)));
            return new Reading(scope, table, source, relation);
        }
        CatalogObject.Table table = table(context, named.name());
        Plan.Source source = new SourceBinder(context, scope).bind(from);
        String alias = named.alias() == null ? named.name().name() : named.alias();
        for (Scope.Relation relation : scope.relations()) {
            if (context.same(relation.name(), alias)
                    && relation.fields().stream()
                                    .map(Scope.Field::value)
                                    .filter(Bound.Column.class::isInstance)
                                    .map(Bound.Column.class::cast)
                                    .findFirst()
                                    .orElse(null)
                            instanceof Bound.Column column) {
                return new Reading(scope, table, source, column.relation());
            }
        }
        throw SqlErrors.invalidObject(target.name().toString());
    }

    /** The table of the FROM clause the target means, by alias or by name. */
    private QueryExpression.@Nullable Table named(QueryExpression.TableSource source, ObjectName target) {
        return switch (source) {
            case QueryExpression.Table table -> {
                boolean byAlias = target.schema() == null && context.same(table.alias(), target.name());
                boolean byName = context.same(table.name().name(), target.name())
                        && (target.schema() == null
                                || context.same(
                                        table.name().schema() == null
                                                ? "dbo"
                                                : table.name().schema(),
                                        target.schema()));
                yield byAlias || byName ? table : null;
            }
            case QueryExpression.TableVariable variable ->
                context.same(variable.alias() == null ? variable.name() : variable.alias(), target.name())
                        ? new QueryExpression.Table(
                                ObjectName.of(variable.name()),
                                variable.alias() == null ? variable.name() : variable.alias())
                        : null;
            case QueryExpression.Join join -> {
                QueryExpression.Table left = named(join.left(), target);
                yield left != null ? left : named(join.right(), target);
            }
            case QueryExpression.Apply apply -> named(apply.left(), target);
            default -> null;
        };
    }

    public Change update(Statement.Update update) {
        Reading reading = reading(update.target(), update.from(), update.with());
        CatalogObject.Table table = reading.table();
        ExpressionBinder expressions = new ExpressionBinder(context, reading.scope());
        boolean self = reading.from() != null
                && named(
                                java.util.Objects.requireNonNull(update.from()),
                                update.target().name())
                        != null;
        String target = self ? context.newRelation() : reading.target();
        Emitter emitter = new Emitter().text("UPDATE " + table.sqlName() + " AS " + target + " SET ");
        String separator = "";
        for (Statement.SetClause set : update.sets()) {
            if (set.column().startsWith("@")) {
                throw SqlErrors.notSupported("UPDATE … SET " + set.column());
            }
            CatalogObject.Column column = column(table, set.column());
            if (column.computed() != null) {
                throw computed(column);
            }
            if (column.identitySeed() != null) {
                throw new SqlError(8102, "42000", "Cannot update identity column '" + column.name() + "'.");
            }
            Bound value = set.value() instanceof Expression.Default ? null : expressions.bind(set.value());
            if (value != null && !set.operator().equals("=")) {
                Bound current = reading.scope().resolve(new Expression.Column(null, column.name()));
                value = expressions.binary(set.operator().substring(0, 1), current, value);
            }
            emitter.text(separator + Emitter.quote(column.name()) + " = ")
                    .expression(value == null ? fallback(table, column) : stored(value, table, column));
            separator = ", ";
        }
        if (reading.from() != null) {
            emitter.text(" FROM ").source(reading.from());
        }
        String condition = " WHERE ";
        if (self) {
            emitter.text(condition + target + ".rowid = " + reading.target() + ".rowid");
            condition = " AND ";
        }
        where(emitter, expressions, update.where(), condition, update.top(), table, reading, self);
        rejectDeleted(update.output());
        List<Output> returned = returning(emitter, table, update.output(), "inserted");
        return new Change(emitter.done(), table, returned);
    }

    /** SQLite's RETURNING shows new values only. */
    private static void rejectDeleted(Statement.@Nullable Output output) {
        if (output != null && output.items().toString().toLowerCase(Locale.ROOT).contains("name=deleted]")) {
            throw SqlErrors.notSupported("OUTPUT deleted in UPDATE");
        }
    }

    private void where(
            Emitter emitter,
            ExpressionBinder expressions,
            @Nullable Expression where,
            String word,
            QueryExpression.@Nullable Top top,
            CatalogObject.Table table,
            Reading reading,
            boolean self) {
        Bound condition = expressions.bindOrNull(where);
        if (top == null) {
            if (condition != null) {
                emitter.text(word).expression(condition);
            }
            return;
        }
        if (reading.from() != null || self || top.percent()) {
            throw SqlErrors.notSupported("TOP in an UPDATE or DELETE with FROM");
        }
        emitter.text(word + reading.target() + ".rowid IN (SELECT rowid FROM " + table.sqlName() + " AS "
                + reading.target());
        if (condition != null) {
            emitter.text(" WHERE ").expression(condition);
        }
        emitter.text(" LIMIT ")
                .expression(Coercion.implicit(expressions.bind(top.count()), SqlType.BIGINT))
                .text(")");
    }

    public Change delete(Statement.Delete delete) {
        Reading reading = reading(delete.target(), delete.from(), delete.with());
        CatalogObject.Table table = reading.table();
        ExpressionBinder expressions = new ExpressionBinder(context, reading.scope());
        Emitter emitter = new Emitter();
        if (reading.from() == null) {
            emitter.text("DELETE FROM " + table.sqlName() + " AS " + reading.target());
            where(emitter, expressions, delete.where(), " WHERE ", delete.top(), table, reading, false);
        } else {
            boolean self = named(
                            java.util.Objects.requireNonNull(delete.from()),
                            delete.target().name())
                    != null;
            Plan.Source source = self
                    ? reading.from()
                    : new Plan.Join(
                            "CROSS JOIN", new Plan.Scan(table.sqlName(), reading.target()), reading.from(), null);
            emitter.text("DELETE FROM " + table.sqlName() + " WHERE rowid IN (SELECT " + reading.target()
                            + ".rowid FROM ")
                    .source(source);
            where(emitter, expressions, delete.where(), " WHERE ", delete.top(), table, reading, self);
            emitter.text(")");
        }
        List<Output> returned = returning(emitter, table, delete.output(), "deleted");
        return new Change(emitter.done(), table, returned);
    }

    /** A query of one row with the value of an expression. */
    public static Plan value(BindContext context, Expression expression, @Nullable SqlType type) {
        Bound bound = new ExpressionBinder(context, new Scope(context, null)).bind(expression);
        Bound value = type == null ? bound : Coercion.implicit(bound, type);
        return Plan.of(new Plan.Select(false, List.of(new Output("", value)), null, null, List.of(), null));
    }

    /** A query of one row: 1 when the condition holds, else 0. */
    public static Plan condition(BindContext context, Expression expression) {
        Bound bound = new ExpressionBinder(context, new Scope(context, null)).bind(expression);
        Bound value = Bound.Sql.of(SqlType.INT, "CASE WHEN {0} THEN 1 ELSE 0 END", bound);
        return Plan.of(new Plan.Select(false, List.of(new Output("", value)), null, null, List.of(), null));
    }

    /** The type of an expression over the columns of a table. */
    public static SqlType typeOver(BindContext context, CatalogObject.Table table, Expression expression) {
        Scope scope = new Scope(context, null);
        scope.add(new Scope.Relation(table.name(), table.schema(), SourceBinder.fields(context, table, "t")));
        return new ExpressionBinder(context, scope).bind(expression).type();
    }

    /** A query that finds a row of the table for which the text of a condition is false. */
    public static Emitted violation(BindContext context, CatalogObject.Table table, String condition) {
        String relation = context.newRelation();
        Scope scope = new Scope(context, null);
        scope.add(new Scope.Relation(table.name(), table.schema(), SourceBinder.fields(context, table, relation)));
        QueryExpression query = SourceBinder.parsed("SELECT 1 WHERE " + condition);
        Expression parsed = java.util.Objects.requireNonNull(((QueryExpression.Select) query.body()).where());
        Bound bound = new ExpressionBinder(context, scope).bind(parsed);
        return new Emitter()
                .text("SELECT 1 FROM " + table.sqlName() + " AS " + relation + " WHERE NOT ")
                .expression(bound)
                .text(" LIMIT 1")
                .done();
    }
}
