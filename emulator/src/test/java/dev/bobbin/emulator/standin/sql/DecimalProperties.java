package dev.bobbin.emulator.standin.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic of decimals against an evaluator of its own, written from the table of "Precision, scale, and length" in the
 * Transact-SQL reference: results with their scale, overflows and divisions by zero.
 */
class DecimalProperties {

    private static final int MOST_DIGITS = 38;
    private static final int KEPT_SCALE = 6;

    private static Path folder = Path.of("");
    private static @Nullable TestDatabase db;

    /** A decimal with its declared precision and scale. */
    record Number(BigDecimal value, int precision, int scale) {

        String sql() {
            return "CAST('" + value.toPlainString() + "' AS DECIMAL(" + precision + "," + scale + "))";
        }
    }

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("decimals");
        db = new TestDatabase(folder, SqlKind.SQL_DATABASE);
    }

    @AfterContainer
    static void close() throws IOException {
        java.util.Objects.requireNonNull(db).close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Provide
    Arbitrary<Number> numbers() {
        Arbitrary<Integer> precisions = Arbitraries.integers().between(1, MOST_DIGITS);
        return precisions.flatMap(precision -> Combinators.combine(
                        Arbitraries.integers().between(0, precision),
                        Arbitraries.bigIntegers()
                                .between(
                                        BigInteger.TEN.pow(precision).negate().add(BigInteger.ONE),
                                        BigInteger.TEN.pow(precision).subtract(BigInteger.ONE)))
                .as((scale, digits) -> new Number(new BigDecimal(digits, scale), precision, scale)));
    }

    @Property(tries = 400)
    void arithmeticFollowsTheReference(
            @ForAll("numbers") Number left, @ForAll("numbers") Number right, @ForAll Operator operator) {
        Object expected = operator.apply(left, right);
        Object actual;
        try {
            actual = java.util.Objects.requireNonNull(db).value(left.sql() + " " + operator.sign + " " + right.sql());
        } catch (SqlError e) {
            actual = e.number();
        }
        assertThat(actual).isEqualTo(expected);
    }

    /** What the reference says of each operator. */
    enum Operator {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        Object apply(Number a, Number b) {
            int integral = Math.max(a.precision - a.scale, b.precision - b.scale);
            int scale =
                    switch (this) {
                        case ADD, SUBTRACT -> Math.max(a.scale, b.scale);
                        case MULTIPLY -> a.scale + b.scale;
                        case DIVIDE -> Math.max(KEPT_SCALE, a.scale + b.precision + 1);
                    };
            int precision =
                    switch (this) {
                        case ADD, SUBTRACT -> integral + scale + 1;
                        case MULTIPLY -> a.precision + b.precision + 1;
                        case DIVIDE -> a.precision - a.scale + b.scale + scale;
                    };
            int kept = scale;
            if (precision > MOST_DIGITS) {
                int whole = precision - scale;
                kept = this == ADD || this == SUBTRACT
                        ? Math.min(scale, MOST_DIGITS - integral)
                        : Math.min(scale, Math.max(MOST_DIGITS - whole, Math.min(scale, KEPT_SCALE)));
            }
            if (this == DIVIDE && b.value.signum() == 0) {
                return 8134;
            }
            BigDecimal exact =
                    switch (this) {
                        case ADD -> a.value.add(b.value).setScale(kept, RoundingMode.HALF_UP);
                        case SUBTRACT -> a.value.subtract(b.value).setScale(kept, RoundingMode.HALF_UP);
                        case MULTIPLY -> a.value.multiply(b.value).setScale(kept, RoundingMode.HALF_UP);
                        case DIVIDE -> a.value.divide(b.value, kept, RoundingMode.DOWN);
                    };
            int most = Math.min(precision, MOST_DIGITS) - kept;
            return exact.signum() != 0 && exact.precision() - exact.scale() > most ? (Object) 8115 : exact;
        }
    }
}
