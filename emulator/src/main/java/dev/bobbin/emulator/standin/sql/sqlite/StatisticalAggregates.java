package dev.bobbin.emulator.standin.sql.sqlite;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.Function;

/** Aggregates SQLite lacks: exact sums of long decimals, percentiles, standard deviation and variance, values without NULLs. */
final class StatisticalAggregates {

    private StatisticalAggregates() {}

    static void addTo(Connection connection) throws SQLException {
        Function.create(connection, "bob_exact_sum", new ExactSum());
        Function.create(connection, "bob_percentile_cont", new Percentile(true));
        Function.create(connection, "bob_percentile_disc", new Percentile(false));
        Function.create(connection, "bob_known", new KnownValue());
        Function.create(connection, "bob_stdev", new Spread(true, true));
        Function.create(connection, "bob_stdevp", new Spread(false, true));
        Function.create(connection, "bob_var", new Spread(true, false));
        Function.create(connection, "bob_varp", new Spread(false, false));
    }

    /** The argument is a decimal as text. */
    private static final class ExactSum extends Function.Window {
        private BigDecimal sum = BigDecimal.ZERO;
        private long count;

        private BigDecimal value() throws SQLException {
            return new BigDecimal(value_text(0));
        }

        @Override
        protected void xStep() throws SQLException {
            if (value_type(0) != 5) {
                sum = sum.add(value());
                count++;
            }
        }

        @Override
        protected void xInverse() throws SQLException {
            if (value_type(0) != 5) {
                sum = sum.subtract(value());
                count--;
            }
        }

        @Override
        protected void xValue() throws SQLException {
            if (count == 0) {
                result();
            } else {
                result(sum.toPlainString());
            }
        }

        @Override
        protected void xFinal() throws SQLException {
            xValue();
        }
    }

    private static final class Spread extends Function.Window {
        private final boolean sample;
        private final boolean root;
        private double sum;
        private double squares;
        private long count;

        Spread(boolean sample, boolean root) {
            this.sample = sample;
            this.root = root;
        }

        private void add(int sign) throws SQLException {
            if (value_type(0) != 5) {
                double value = value_double(0);
                sum += sign * value;
                squares += sign * value * value;
                count += sign;
            }
        }

        @Override
        protected void xStep() throws SQLException {
            add(1);
        }

        @Override
        protected void xInverse() throws SQLException {
            add(-1);
        }

        @Override
        protected void xValue() throws SQLException {
            long degrees = sample ? count - 1 : count;
            if (degrees <= 0) {
                result();
                return;
            }
            double variance = Math.max(0, (squares - sum * sum / count) / degrees);
            result(root ? Math.sqrt(variance) : variance);
        }

        @Override
        protected void xFinal() throws SQLException {
            xValue();
        }
    }
}
