package dev.bobbin.emulator.standin.sql.reference;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An expression: how it is written, and what it is for a row. */
interface Term {

    /** What kind of value it has. */
    enum Kind {
        WHOLE,
        DECIMAL,
        TEXT
    }

    String sql();

    Object value(Row row);

    record Column(String alias, String name, Kind kind) implements Term {
        @Override
        public String sql() {
            return alias + "." + name;
        }

        @Override
        public Object value(Row row) {
            return row.get(sql());
        }
    }

    record Literal(Object constant, Kind kind) implements Term {
        @Override
        public String sql() {
            return switch (constant) {
                case null ->
                    "CAST(NULL AS "
                            + (kind == Kind.TEXT ? "VARCHAR(5))" : kind == Kind.WHOLE ? "INT)" : "DECIMAL(6,2))");
                case String text -> "'" + text + "'";
                case Long whole when whole < 0 -> "(" + whole + ")";
                case BigDecimal number when number.signum() < 0 -> "(" + number + ")";
                default -> constant.toString();
            };
        }

        @Override
        public Object value(Row row) {
            return constant;
        }
    }

    /** Plus, minus and times of whole numbers or decimals; a quotient or remainder by nothing is NULL. */
    record Arithmetic(String operator, Term left, Term right, Kind kind) implements Term {
        @Override
        public String sql() {
            boolean divides = operator.equals("/") || operator.equals("%");
            return "(" + left.sql() + " " + operator + " " + (divides ? "NULLIF(" + right.sql() + ", 0)" : right.sql())
                    + ")";
        }

        @Override
        public Object value(Row row) {
            Object a = left.value(row);
            Object b = right.value(row);
            if (a == null || b == null) {
                return null;
            }
            if (kind == Kind.WHOLE) {
                long x = (Long) a;
                long y = (Long) b;
                return switch (operator) {
                    case "+" -> (Object) (x + y);
                    case "-" -> x - y;
                    case "*" -> x * y;
                    case "/" -> y == 0 ? null : (Object) (x / y);
                    default -> y == 0 ? null : (Object) (x % y);
                };
            }
            BigDecimal x = Values.number(a);
            BigDecimal y = Values.number(b);
            return switch (operator) {
                case "+" -> x.add(y);
                case "-" -> x.subtract(y);
                default -> x.multiply(y);
            };
        }
    }

    record Joined(Term left, Term right) implements Term {
        @Override
        public String sql() {
            return "(" + left.sql() + " + " + right.sql() + ")";
        }

        @Override
        public Object value(Row row) {
            Object a = left.value(row);
            Object b = right.value(row);
            return a == null || b == null ? null : a + (String) b;
        }
    }

    /** A function of one argument or two. */
    record Function(String name, List<Term> arguments) implements Term {
        @Override
        public String sql() {
            return name + "(" + arguments.stream().map(Term::sql).collect(Collectors.joining(", ")) + ")";
        }

        @Override
        public Object value(Row row) {
            Object first = arguments.getFirst().value(row);
            Object second = arguments.size() > 1 ? arguments.get(1).value(row) : null;
            return switch (name) {
                case "COALESCE" -> first != null ? first : second;
                case "NULLIF" -> first != null && second != null && Values.compare(first, second) == 0 ? null : first;
                case "ABS" -> first == null ? null : (Object) Math.abs((Long) first);
                case "SIGN" -> first == null ? null : (Object) (long) Long.signum((Long) first);
                case "LEN" ->
                    first == null
                            ? null
                            : (Object) (long) ((String) first).stripTrailing().length();
                case "UPPER" -> first == null ? null : ((String) first).toUpperCase(Locale.ROOT);
                case "REVERSE" ->
                    first == null
                            ? null
                            : new StringBuilder((String) first).reverse().toString();
                default -> throw new IllegalArgumentException(name);
            };
        }
    }

    record Choice(Condition when, Term then, Term otherwise) implements Term {
        @Override
        public String sql() {
            return "CASE WHEN " + when.sql() + " THEN " + then.sql() + " ELSE " + otherwise.sql() + " END";
        }

        @Override
        public Object value(Row row) {
            return Boolean.TRUE.equals(when.holds(row)) ? then.value(row) : otherwise.value(row);
        }
    }

    /** The greatest value a subquery finds, which may read the row around it. */
    record Greatest(Subquery query) implements Term {
        @Override
        public String sql() {
            return "(SELECT MAX(" + query.value().sql() + ")" + query.rest() + ")";
        }

        @Override
        public Object value(Row row) {
            return query.values(row).stream()
                    .filter(java.util.Objects::nonNull)
                    .max(Values.ORDER)
                    .orElse(null);
        }
    }
}
