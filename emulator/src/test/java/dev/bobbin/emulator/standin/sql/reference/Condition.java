package dev.bobbin.emulator.standin.sql.reference;

import java.util.List;
import java.util.stream.Collectors;

/** A condition: true, false, or unknown, which is null. */
interface Condition {

    String sql();

    Boolean holds(Row row);

    private static Boolean test(String operator, Object a, Object b) {
        if (a == null || b == null) {
            return null;
        }
        int order = Values.compare(a, b);
        return switch (operator) {
            case "=" -> order == 0;
            case "<>" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static Boolean and(Boolean a, Boolean b) {
        return Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)
                ? (Boolean) false
                : a == null || b == null ? null : (Boolean) true;
    }

    private static Boolean or(Boolean a, Boolean b) {
        return Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b)
                ? (Boolean) true
                : a == null || b == null ? null : (Boolean) false;
    }

    private static Boolean not(Boolean a) {
        return a == null ? null : (Boolean) !a;
    }

    /** Whether some of the values passes: unknown when none does and some leaves it open. */
    private static Boolean some(String operator, Object value, List<Object> others) {
        Boolean result = false;
        for (Object other : others) {
            result = or(result, test(operator, value, other));
        }
        return result;
    }

    record Compare(String operator, Term left, Term right) implements Condition {
        @Override
        public String sql() {
            return left.sql() + " " + operator + " " + right.sql();
        }

        @Override
        public Boolean holds(Row row) {
            return test(operator, left.value(row), right.value(row));
        }
    }

    record Both(boolean every, Condition left, Condition right) implements Condition {
        @Override
        public String sql() {
            return "(" + left.sql() + (every ? " AND " : " OR ") + right.sql() + ")";
        }

        @Override
        public Boolean holds(Row row) {
            return every ? and(left.holds(row), right.holds(row)) : or(left.holds(row), right.holds(row));
        }
    }

    record Not(Condition inner) implements Condition {
        @Override
        public String sql() {
            return "NOT (" + inner.sql() + ")";
        }

        @Override
        public Boolean holds(Row row) {
            return not(inner.holds(row));
        }
    }

    record IsNull(Term value, boolean negated) implements Condition {
        @Override
        public String sql() {
            return value.sql() + (negated ? " IS NOT NULL" : " IS NULL");
        }

        @Override
        public Boolean holds(Row row) {
            return value.value(row) == null != negated;
        }
    }

    record Between(Term value, Term low, Term high) implements Condition {
        @Override
        public String sql() {
            return value.sql() + " BETWEEN " + low.sql() + " AND " + high.sql();
        }

        @Override
        public Boolean holds(Row row) {
            return and(test(">=", value.value(row), low.value(row)), test("<=", value.value(row), high.value(row)));
        }
    }

    record InList(Term value, List<Term> items, boolean negated) implements Condition {
        @Override
        public String sql() {
            return value.sql() + (negated ? " NOT IN (" : " IN (")
                    + items.stream().map(Term::sql).collect(Collectors.joining(", ")) + ")";
        }

        @Override
        public Boolean holds(Row row) {
            List<Object> others = items.stream().map(item -> item.value(row)).collect(Collectors.toList());
            Boolean found = some("=", value.value(row), others);
            return negated ? not(found) : found;
        }
    }

    record Exists(Subquery query) implements Condition {
        @Override
        public String sql() {
            return "EXISTS (SELECT 1" + query.rest() + ")";
        }

        @Override
        public Boolean holds(Row row) {
            return !query.values(row).isEmpty();
        }
    }

    /** IN, ANY and ALL over a subquery. */
    record Quantified(Term value, String operator, boolean all, Subquery query) implements Condition {
        @Override
        public String sql() {
            return value.sql() + " " + operator + (all ? " ALL (" : " ANY (") + "SELECT "
                    + query.value().sql() + query.rest() + ")";
        }

        @Override
        public Boolean holds(Row row) {
            Object left = value.value(row);
            List<Object> others = query.values(row);
            if (!all) {
                return some(operator, left, others);
            }
            Boolean result = true;
            for (Object other : others) {
                result = and(result, test(operator, left, other));
            }
            return result;
        }
    }

    record InQuery(Term value, Subquery query, boolean negated) implements Condition {
        @Override
        public String sql() {
            return value.sql() + (negated ? " NOT IN (SELECT " : " IN (SELECT ")
                    + query.value().sql() + query.rest() + ")";
        }

        @Override
        public Boolean holds(Row row) {
            Boolean found = some("=", value.value(row), query.values(row));
            return negated ? not(found) : found;
        }
    }
}
