package dev.bobbin.emulator.standin.sql.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A column of a result. */
interface Output {

    String sql();

    /**
     * @param row the row it is computed for; of a group, its first
     * @param all the rows of the group, or all rows of the query outside a group
     */
    Object value(Row row, List<Row> all);

    /** An expression over the row: in a group, one of the keys. */
    record Plain(Term term) implements Output {
        @Override
        public String sql() {
            return term.sql();
        }

        @Override
        public Object value(Row row, List<Row> all) {
            return term.value(row);
        }
    }

    /** COUNT(*) when there is no argument. */
    record Aggregate(String name, boolean distinct, Term argument) implements Output {
        @Override
        public String sql() {
            return name + "(" + (distinct ? "DISTINCT " : "") + (argument == null ? "*" : argument.sql()) + ")";
        }

        @Override
        public Object value(Row row, List<Row> all) {
            return of(name, distinct, argument, all);
        }

        static Object of(String name, boolean distinct, Term argument, List<Row> all) {
            if (argument == null) {
                return (long) all.size();
            }
            Set<Object> seen = new HashSet<>();
            List<Object> values = all.stream()
                    .map(argument::value)
                    .filter(Objects::nonNull)
                    .filter(value -> !distinct || seen.add(Values.key(value)))
                    .collect(Collectors.toList());
            if (name.equals("COUNT")) {
                return (long) values.size();
            }
            if (values.isEmpty()) {
                return null;
            }
            return switch (name) {
                case "MIN" -> values.stream().min(Values.ORDER).orElseThrow();
                case "MAX" -> values.stream().max(Values.ORDER).orElseThrow();
                case "SUM" -> sum(values);
                case "AVG" -> average(values);
                default -> throw new IllegalArgumentException(name);
            };
        }

        private static Object sum(List<Object> values) {
            BigDecimal sum = values.stream().map(Values::number).reduce(BigDecimal.ZERO, BigDecimal::add);
            return values.getFirst() instanceof Long ? (Object) sum.longValueExact() : sum;
        }

        /** Of whole numbers it is whole; of decimals it has six digits or more, cut and not rounded. */
        private static Object average(List<Object> values) {
            BigDecimal sum = values.stream().map(Values::number).reduce(BigDecimal.ZERO, BigDecimal::add);
            boolean whole = values.getFirst() instanceof Long;
            BigDecimal average = sum.divide(BigDecimal.valueOf(values.size()), whole ? 0 : 6, RoundingMode.DOWN);
            return whole ? (Object) average.longValueExact() : average;
        }
    }

    /** A window function; rows are ordered by what tells them apart. */
    record Window(String name, Term argument, Term partition, List<String> order, boolean descending, String frame)
            implements Output {
        @Override
        public String sql() {
            String inner = argument == null ? name.equals("COUNT") ? "*" : "" : argument.sql();
            String by = order.stream()
                    .map(column -> column + (descending ? " DESC" : ""))
                    .collect(Collectors.joining(", "));
            return name + "(" + inner + ") OVER ("
                    + (partition == null ? "" : "PARTITION BY " + partition.sql() + " ") + "ORDER BY " + by
                    + (frame.isEmpty() ? "" : " " + frame) + ")";
        }

        @Override
        public Object value(Row row, List<Row> all) {
            Comparator<Row> comparator = Comparator.comparing(
                    (Row each) -> {
                        List<Object> key = new ArrayList<>();
                        order.forEach(column -> key.add(each.get(column)));
                        return key;
                    },
                    Values.ROWS);
            List<Row> rows = all.stream()
                    .filter(each -> partition == null
                            || Objects.equals(Values.key(partition.value(each)), Values.key(partition.value(row))))
                    .sorted(descending ? comparator.reversed() : comparator)
                    .toList();
            int at = rows.indexOf(row);
            return switch (name) {
                case "ROW_NUMBER", "RANK", "DENSE_RANK" -> at + 1L;
                case "LAG" -> at == 0 ? null : argument.value(rows.get(at - 1));
                case "LEAD" -> at == rows.size() - 1 ? null : argument.value(rows.get(at + 1));
                case "FIRST_VALUE" -> argument.value(rows.getFirst());
                default -> {
                    int from = frame.contains("1 PRECEDING") ? Math.max(0, at - 1) : 0;
                    int to = frame.contains("1 FOLLOWING")
                            ? Math.min(rows.size(), at + 2)
                            : frame.contains("UNBOUNDED FOLLOWING") ? rows.size() : at + 1;
                    yield Aggregate.of(name, false, argument, rows.subList(from, to));
                }
            };
        }
    }
}
