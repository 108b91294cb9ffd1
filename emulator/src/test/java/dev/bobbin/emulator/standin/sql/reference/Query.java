package dev.bobbin.emulator.standin.sql.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A query and the rows it yields, as lists of values. */
interface Query {

    String sql();

    List<List<Object>> rows();

    /**
     * @param keys what the rows are grouped by; null without groups, empty for one group of all
     * @param having over the keys; null without
     * @param descending the order by all columns, each in this direction; empty without an order
     * @param skip rows that are left out, with an order only
     * @param most as many rows as there may be, with an order only; below 0 for all
     */
    record Select(
            Source source,
            Condition where,
            List<Term> keys,
            Condition having,
            List<Output> outputs,
            boolean distinct,
            List<Boolean> descending,
            int skip,
            int most)
            implements Query {

        @Override
        public String toString() {
            return sql();
        }

        @Override
        public String sql() {
            StringBuilder text = new StringBuilder("SELECT ").append(distinct ? "DISTINCT " : "");
            if (skip == 0 && most >= 0) {
                text.append("TOP (").append(most).append(") ");
            }
            text.append(outputs.stream().map(Output::sql).collect(Collectors.joining(", ")))
                    .append(" FROM ")
                    .append(source.sql());
            if (where != null) {
                text.append(" WHERE ").append(where.sql());
            }
            if (keys != null && !keys.isEmpty()) {
                text.append(" GROUP BY ").append(keys.stream().map(Term::sql).collect(Collectors.joining(", ")));
            }
            if (having != null) {
                text.append(" HAVING ").append(having.sql());
            }
            for (int i = 0; i < descending.size(); i++) {
                text.append(i == 0 ? " ORDER BY " : ", ").append(i + 1).append(descending.get(i) ? " DESC" : "");
            }
            if (skip > 0) {
                text.append(" OFFSET ").append(skip).append(" ROWS");
                if (most > 0) {
                    text.append(" FETCH NEXT ").append(most).append(" ROWS ONLY");
                }
            }
            return text.toString();
        }

        @Override
        public List<List<Object>> rows() {
            List<Row> found = source.rows().stream()
                    .filter(row -> where == null || Boolean.TRUE.equals(where.holds(row)))
                    .toList();
            List<List<Object>> rows = keys == null ? each(found) : grouped(found);
            if (distinct) {
                Set<Object> seen = new HashSet<>();
                rows = rows.stream().filter(row -> seen.add(Values.key(row))).collect(Collectors.toList());
            }
            if (!descending.isEmpty()) {
                rows = new ArrayList<>(rows);
                rows.sort(this::order);
            }
            int from = Math.min(skip, rows.size());
            int to = most < 0 || skip > 0 && most == 0 ? rows.size() : Math.min(rows.size(), from + most);
            return rows.subList(from, to);
        }

        private int order(List<Object> a, List<Object> b) {
            for (int i = 0; i < descending.size(); i++) {
                int order = Values.ORDER.compare(a.get(i), b.get(i));
                if (order != 0) {
                    return descending.get(i) ? -order : order;
                }
            }
            return 0;
        }

        private List<List<Object>> each(List<Row> found) {
            return found.stream().map(row -> values(row, found)).collect(Collectors.toList());
        }

        private List<List<Object>> grouped(List<Row> found) {
            Map<Object, List<Row>> groups = new LinkedHashMap<>();
            if (keys.isEmpty()) {
                groups.put(List.of(), found);
            }
            for (Row row : found) {
                List<Object> key =
                        keys.stream().map(term -> Values.key(term.value(row))).collect(Collectors.toList());
                groups.computeIfAbsent(key, ignored -> new ArrayList<>());
                if (!keys.isEmpty()) {
                    groups.get(key).add(row);
                }
            }
            if (keys.isEmpty()) {
                groups.keySet().removeIf(key -> !key.equals(List.of()));
            }
            List<List<Object>> rows = new ArrayList<>();
            for (List<Row> group : groups.values()) {
                Row first = group.isEmpty() ? null : group.getFirst();
                if (having == null || Boolean.TRUE.equals(having.holds(first))) {
                    rows.add(values(first, group));
                }
            }
            return rows;
        }

        private List<Object> values(Row row, List<Row> all) {
            return outputs.stream().map(output -> output.value(row, all)).collect(Collectors.toList());
        }
    }

    /** UNION, UNION ALL, EXCEPT or INTERSECT. */
    record Combined(String operator, Query left, Query right) implements Query {
        @Override
        public String toString() {
            return sql();
        }

        @Override
        public String sql() {
            return left.sql() + " " + operator + " " + right.sql();
        }

        @Override
        public List<List<Object>> rows() {
            List<List<Object>> first = left.rows();
            List<List<Object>> second = right.rows();
            if (operator.startsWith("UNION")) {
                List<List<Object>> all = new ArrayList<>(first);
                all.addAll(second);
                return operator.equals("UNION ALL") ? all : distinct(all);
            }
            Set<Object> keys = second.stream().map(Values::key).collect(Collectors.toSet());
            boolean wanted = operator.equals("INTERSECT");
            return distinct(first.stream()
                    .filter(row -> keys.contains(Values.key(row)) == wanted)
                    .collect(Collectors.toList()));
        }

        private static List<List<Object>> distinct(List<List<Object>> rows) {
            Set<Object> seen = new HashSet<>();
            return rows.stream().filter(row -> seen.add(Values.key(row))).collect(Collectors.toList());
        }
    }
}
