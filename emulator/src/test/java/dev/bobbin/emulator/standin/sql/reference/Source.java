package dev.bobbin.emulator.standin.sql.reference;

import java.util.ArrayList;
import java.util.List;

/** What stands after FROM: one table under the alias x, or two under x and y. */
interface Source {

    String sql();

    List<Row> rows();

    List<String> aliases();

    /** The first table, whole or cut down in a query of its own. */
    record One(Tables tables, Condition where) implements Source {
        @Override
        public String sql() {
            return where == null
                    ? Tables.FIRST + " AS x"
                    : "(SELECT x.id, x.g, x.t, x.d FROM " + Tables.FIRST + " AS x WHERE " + where.sql() + ") AS x";
        }

        @Override
        public List<Row> rows() {
            return tables.first("x").stream()
                    .filter(row -> where == null || Boolean.TRUE.equals(where.holds(row)))
                    .toList();
        }

        @Override
        public List<String> aliases() {
            return List.of("x");
        }
    }

    /** INNER, LEFT, RIGHT or FULL JOIN. */
    record Join(Tables tables, String kind, Condition on) implements Source {
        @Override
        public String sql() {
            return Tables.FIRST + " AS x " + kind + " JOIN " + Tables.SECOND + " AS y ON " + on.sql();
        }

        @Override
        public List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            List<Row> unmatched = new ArrayList<>(tables.second("y"));
            for (Row left : tables.first("x")) {
                boolean found = false;
                for (Row right : tables.second("y")) {
                    Row both = left.with(right);
                    if (Boolean.TRUE.equals(on.holds(both))) {
                        rows.add(both);
                        unmatched.remove(right);
                        found = true;
                    }
                }
                if (!found && (kind.equals("LEFT") || kind.equals("FULL"))) {
                    rows.add(left.with(Tables.nothing("y")));
                }
            }
            if (kind.equals("RIGHT") || kind.equals("FULL")) {
                unmatched.forEach(right -> rows.add(Tables.nothing("x").with(right)));
            }
            return rows;
        }

        @Override
        public List<String> aliases() {
            return List.of("x", "y");
        }
    }

    /** CROSS APPLY or OUTER APPLY of the first rows that fit. */
    record Apply(Tables tables, boolean outer, int top, Condition where) implements Source {
        @Override
        public String sql() {
            return Tables.FIRST + " AS x " + (outer ? "OUTER" : "CROSS") + " APPLY (SELECT TOP (" + top
                    + ") y.id, y.g, y.t, y.d FROM " + Tables.SECOND + " AS y WHERE " + where.sql()
                    + " ORDER BY y.id DESC) AS y";
        }

        @Override
        public List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            for (Row left : tables.first("x")) {
                List<Row> fitting = tables.second("y").reversed().stream()
                        .map(left::with)
                        .filter(both -> Boolean.TRUE.equals(where.holds(both)))
                        .limit(top)
                        .toList();
                rows.addAll(fitting);
                if (fitting.isEmpty() && outer) {
                    rows.add(left.with(Tables.nothing("y")));
                }
            }
            return rows;
        }

        @Override
        public List<String> aliases() {
            return List.of("x", "y");
        }
    }
}
