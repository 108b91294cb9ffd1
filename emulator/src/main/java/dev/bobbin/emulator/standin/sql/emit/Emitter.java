package dev.bobbin.emulator.standin.sql.emit;

import dev.bobbin.emulator.standin.sql.functions.FunctionInstance;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.types.Codec;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes one statement; knows SQLite's syntax and nothing of T-SQL's. */
public final class Emitter {

    /** SQLite takes 500 terms in one compound query. */
    private static final int MOST_TERMS = 400;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[-+( ]*\\d+[) ]*");

    private final StringBuilder sql = new StringBuilder();
    private final List<Bound.Input> inputs = new ArrayList<>();
    private final Set<FunctionInstance> functions = new LinkedHashSet<>();

    public static Emitted emit(Plan plan) {
        Emitter emitter = new Emitter();
        emitter.query(plan);
        return emitter.done();
    }

    public Emitted done() {
        return new Emitted(sql.toString(), List.copyOf(inputs), Set.copyOf(functions));
    }

    public static String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    public Emitter text(String raw) {
        sql.append(raw);
        return this;
    }

    /** Adds what was emitted on its own. */
    public Emitter include(Emitted part) {
        sql.append(part.sql());
        inputs.addAll(part.inputs());
        functions.addAll(part.functions());
        return this;
    }

    /** Notes that the text calls the function. */
    public Emitter uses(FunctionInstance function) {
        functions.add(function);
        return this;
    }

    public Emitter query(Plan plan) {
        if (!plan.with().isEmpty()) {
            boolean recursive = plan.with().stream().anyMatch(Plan.CommonTable::recursive);
            sql.append(recursive ? "WITH RECURSIVE " : "WITH ");
            String separator = "";
            for (Plan.CommonTable table : plan.with()) {
                sql.append(separator)
                        .append(quote(table.name()))
                        .append('(')
                        .append(columns(table.columns()))
                        .append(") AS (");
                query(table.query());
                sql.append(')');
                separator = ", ";
            }
            sql.append(' ');
        }
        body(plan.body());
        orderAndLimit(plan);
        return this;
    }

    private static String columns(int count) {
        StringBuilder names = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            names.append(i == 1 ? "c" : ", c").append(i);
        }
        return names.toString();
    }

    private void orderAndLimit(Plan plan) {
        String separator = " ORDER BY ";
        for (Plan.Order order : plan.order()) {
            sql.append(separator);
            if (order.key() != null) {
                sortKey(order.key(), order.collation());
            } else {
                sql.append(order.ordinal()).append(order.collation());
            }
            sql.append(order.descending() ? " DESC" : "");
            separator = ", ";
        }
        if (plan.limit() != null || plan.offset() != null) {
            sql.append(" LIMIT ");
            if (plan.limit() == null) {
                sql.append("-1");
            } else {
                expression(plan.limit());
            }
            if (plan.offset() != null) {
                sql.append(" OFFSET ");
                expression(plan.offset());
            }
        }
    }

    /** SQLite takes a bare whole number for the position of a column. */
    private void sortKey(Bound key, String collation) {
        int start = sql.length();
        expression(key);
        String written = sql.substring(start);
        boolean position = WHOLE_NUMBER.matcher(written).matches();
        sql.setLength(start);
        sql.append(TextKeys.sorted(position ? "(0 + " + written + ")" : written, collation));
    }

    private void body(Plan.Body body) {
        switch (body) {
            case Plan.Select select -> select(select);
            case Plan.Values values -> values(values);
            case Plan.SetOperation operation -> operations(operation);
            case Plan.Recursive recursive -> body(recursive.union());
            case Plan.Nested nested -> wrapped(nested.query());
        }
    }

    /**
     * The operations from the first to the last. Too many of one kind for SQLite become groups: {@code a + b + c} is {@code a + (b + c)}
     * for all of them but EXCEPT.
     */
    private void operations(Plan.SetOperation last) {
        Deque<Plan.SetOperation> operations = new ArrayDeque<>();
        Plan.Body first = last;
        while (first instanceof Plan.SetOperation operation) {
            operations.push(operation);
            first = operation.left();
        }
        body(first);
        boolean grouped = operations.size() > MOST_TERMS;
        while (!operations.isEmpty()) {
            String operator = operations.element().operator();
            sql.append(' ').append(operator).append(' ');
            if (grouped && !operator.equals("EXCEPT")) {
                group(operator, operations);
            } else {
                operand(operations.remove().right());
            }
        }
    }

    /** Takes the next operations with this operator away. A limit keeps SQLite from dissolving the group. */
    private void group(String operator, Deque<Plan.SetOperation> operations) {
        sql.append("SELECT * FROM (");
        operand(operations.remove().right());
        for (int i = 1; i < MOST_TERMS && startsWith(operator, operations); i++) {
            sql.append(' ').append(operator).append(' ');
            operand(operations.remove().right());
        }
        sql.append(" LIMIT -1)");
    }

    private static boolean startsWith(String operator, Deque<Plan.SetOperation> operations) {
        return !operations.isEmpty() && operations.element().operator().equals(operator);
    }

    /** SQLite takes no brackets around an operand of a set operation. */
    private void operand(Plan.Body body) {
        if (body instanceof Plan.SetOperation) {
            wrapped(Plan.of(body));
        } else {
            body(body);
        }
    }

    private void wrapped(Plan plan) {
        sql.append("SELECT * FROM (");
        query(plan);
        sql.append(')');
    }

    private void select(Plan.Select select) {
        sql.append(select.distinct() ? "SELECT DISTINCT " : "SELECT ");
        for (int i = 0; i < select.outputs().size(); i++) {
            sql.append(i == 0 ? "" : ", ");
            expression(select.outputs().get(i).value());
            sql.append(" AS c").append(i + 1);
        }
        if (select.from() != null) {
            sql.append(" FROM ");
            source(select.from());
        }
        if (select.where() != null) {
            sql.append(" WHERE ");
            expression(select.where());
        }
        String separator = " GROUP BY ";
        for (Bound key : select.groupBy()) {
            sql.append(separator);
            expression(key);
            separator = ", ";
        }
        if (select.having() != null) {
            sql.append(" HAVING ");
            expression(select.having());
        }
    }

    /** VALUES with several rows cannot read outer columns, SELECT … UNION ALL can. */
    private void values(Plan.Values values) {
        List<List<Bound>> rows = values.rows();
        if (rows.size() <= MOST_TERMS) {
            rows(rows);
            return;
        }
        for (int from = 0; from < rows.size(); from += MOST_TERMS) {
            sql.append(from == 0 ? "" : " UNION ALL ").append("SELECT * FROM (");
            rows(rows.subList(from, Math.min(rows.size(), from + MOST_TERMS)));
            sql.append(')');
        }
    }

    private void rows(List<List<Bound>> rows) {
        String separator = "";
        for (List<Bound> row : rows) {
            sql.append(separator).append("SELECT ");
            for (int i = 0; i < row.size(); i++) {
                sql.append(i == 0 ? "" : ", ");
                expression(row.get(i));
                sql.append(" AS c").append(i + 1);
            }
            separator = " UNION ALL ";
        }
    }

    public Emitter source(Plan.Source source) {
        switch (source) {
            case Plan.Scan scan -> sql.append(scan.sqlName()).append(" AS ").append(scan.relation());
            case Plan.Derived derived -> {
                sql.append('(');
                query(derived.query());
                sql.append(") AS ").append(derived.relation());
            }
            case Plan.Lateral lateral -> lateral(lateral);
            case Plan.JsonRows rows -> {
                sql.append("json_each(");
                expression(rows.json());
                sql.append(") AS ").append(rows.relation());
            }
            case Plan.Series series -> series(series);
            case Plan.Join join -> {
                source(join.left());
                sql.append(' ').append(join.words()).append(' ');
                boolean nested = join.right() instanceof Plan.Join;
                sql.append(nested ? "(" : "");
                source(join.right());
                sql.append(nested ? ")" : "");
                if (join.on() != null) {
                    sql.append(" ON ");
                    expression(join.on());
                }
            }
        }
        return this;
    }

    private void series(Plan.Series series) {
        sql.append("(WITH RECURSIVE s(c1, c2, c3) AS (SELECT ");
        list(List.of(series.start(), series.stop(), series.step()));
        String inside = "(c3 > 0 AND c1 <= c2 OR c3 < 0 AND c1 >= c2)";
        sql.append(" UNION ALL SELECT c1 + c3, c2, c3 FROM s WHERE ")
                .append(inside)
                .append(" AND (c3 > 0 AND c1 + c3 <= c2 OR c3 < 0 AND c1 + c3 >= c2)) SELECT c1 FROM s WHERE ")
                .append(inside)
                .append(") AS ")
                .append(series.relation());
    }

    /** SQLite has no LATERAL, but json_each may read the columns to its left: the rows travel as a JSON array. */
    private void lateral(Plan.Lateral lateral) {
        sql.append("json_each((SELECT json_group_array(json_array(")
                .append(columns(lateral.query().outputs().size()))
                .append(")) FROM (");
        query(lateral.query());
        sql.append("))) AS ").append(lateral.relation());
    }

    public Emitter expression(Bound bound) {
        switch (bound) {
            case Bound.Constant constant -> sql.append(constant(constant));
            case Bound.Input input -> {
                sql.append('?');
                inputs.add(input);
            }
            case Bound.Column column -> column(column);
            case Bound.Collated collated -> expression(collated.value());
            case Bound.Sql native_ -> template(native_.template(), native_.arguments(), null);
            case Bound.Invoke invoke -> {
                functions.add(invoke.function());
                sql.append(invoke.function().sqlName()).append('(');
                list(invoke.arguments());
                sql.append(')');
            }
            case Bound.Nested nested -> template(nested.template(), nested.arguments(), nested.query());
        }
        return this;
    }

    public Emitter list(List<? extends Bound> expressions) {
        for (int i = 0; i < expressions.size(); i++) {
            sql.append(i == 0 ? "" : ", ");
            expression(expressions.get(i));
        }
        return this;
    }

    /** Short decimals are stored as text and used as their unscaled integer. */
    private void column(Bound.Column column) {
        String name = (column.relation().isEmpty() ? "" : column.relation() + ".") + quote(column.name());
        if (column.stored() && column.type().carriedAsInteger()) {
            sql.append("CAST(replace(").append(name).append(", '.', '') AS INTEGER)");
        } else {
            sql.append(name);
        }
    }

    private void template(String template, List<Bound> arguments, @Nullable Plan query) {
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            sql.append(template, at, open);
            String hole = template.substring(open + 1, close);
            if (hole.equals("q") && query != null) {
                query(query);
            } else if (hole.equals("*")) {
                list(arguments);
            } else {
                expression(arguments.get(Integer.parseInt(hole)));
            }
            at = close + 1;
        }
        sql.append(template, at, template.length());
    }

    private static String constant(Bound.Constant constant) {
        SqlType type = constant.type();
        Object carried = constant.stored() ? Codec.store(constant.value(), type) : Codec.carry(constant.value(), type);
        return switch (carried) {
            case null -> "NULL";
            case String text -> text.indexOf('\0') < 0 ? literal(text) : hexText(text);
            case byte[] bytes -> "x'" + HexFormat.of().formatHex(bytes) + "'";
            case Double number -> real(number);
            default -> carried.toString();
        };
    }

    private static String hexText(String text) {
        return "CAST(x'" + HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                + "' AS TEXT)";
    }

    private static String real(double number) {
        String digits = new BigDecimal(Double.toString(number)).toString();
        return digits.contains(".") || digits.contains("E") ? digits : digits + ".0";
    }
}
