package dev.bobbin.emulator.standin.sql.reference;

import dev.bobbin.emulator.standin.sql.reference.Term.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two tables of the same four columns: a key, a small number, a short text, a decimal. */
final class Tables {

    static final String FIRST = "dbo.A";
    static final String SECOND = "dbo.B";

    private static final Object[][] FIRST_ROWS = {
        {1L, 1L, "a", new BigDecimal("1.50")},
        {2L, 1L, "A", new BigDecimal("-2.25")},
        {3L, null, "b", null},
        {4L, 2L, null, new BigDecimal("1.50")},
        {5L, 2L, "ab", new BigDecimal("0.00")},
        {6L, -3L, "", new BigDecimal("10.10")},
        {7L, null, "B", new BigDecimal("1.50")},
    };

    private static final Object[][] SECOND_ROWS = {
        {2L, 1L, "a", new BigDecimal("1.50")},
        {3L, 2L, "AB", new BigDecimal("3.00")},
        {4L, null, "c", null},
        {6L, 1L, null, new BigDecimal("-2.25")},
        {8L, 0L, "b", new BigDecimal("0.50")},
    };

    static final List<String> NAMES = List.of("id", "g", "t", "d");
    private static final List<Kind> KINDS = List.of(Kind.WHOLE, Kind.WHOLE, Kind.TEXT, Kind.DECIMAL);

    /** What makes the tables. */
    List<String> script() {
        return List.of(create(FIRST), create(SECOND), insert(FIRST, FIRST_ROWS), insert(SECOND, SECOND_ROWS));
    }

    private static String create(String table) {
        return "CREATE TABLE " + table + " (id INT NOT NULL, g INT NULL, t VARCHAR(10) NULL, d DECIMAL(6,2) NULL)";
    }

    private static String insert(String table, Object[][] rows) {
        List<String> tuples = new ArrayList<>();
        for (Object[] row : rows) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.length; i++) {
                cells.add(new Term.Literal(row[i], KINDS.get(i)).sql());
            }
            tuples.add("(" + String.join(", ", cells) + ")");
        }
        return "INSERT INTO " + table + " VALUES " + String.join(", ", tuples);
    }

    List<Row> first(String alias) {
        return rows(FIRST_ROWS, alias);
    }

    List<Row> second(String alias) {
        return rows(SECOND_ROWS, alias);
    }

    /** A row of nothing but NULLs, as an outer join adds it. */
    static Row nothing(String alias) {
        return row(new Object[NAMES.size()], alias);
    }

    private static List<Row> rows(Object[][] table, String alias) {
        List<Row> rows = new ArrayList<>();
        for (Object[] values : table) {
            rows.add(row(values, alias));
        }
        return rows;
    }

    private static Row row(Object[] values, String alias) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(alias + "." + NAMES.get(i), values[i]);
        }
        return new Row(named);
    }

    static List<Term.Column> columns(String alias, Kind kind) {
        List<Term.Column> columns = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            if (KINDS.get(i) == kind) {
                columns.add(new Term.Column(alias, NAMES.get(i), kind));
            }
        }
        return columns;
    }
}
