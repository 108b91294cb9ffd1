package dev.bobbin.emulator.standin.sql.record;

import dev.bobbin.emulator.standin.ExecutedStatement;
import dev.bobbin.emulator.standin.Fidelity;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlValue;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A statement on record while it may still run again: several executions in a row become one entry. */
final class StatementEntry {

    /** A statement in a loop may become different SQLite each time, such as EXEC of a composed text. */
    private static final int MOST_SQLITE = 20;

    private final String standIn;
    private final String tsql;
    private final @Nullable Statement statement;
    private final boolean warehouse;
    private final List<String> sqlite = new ArrayList<>();
    private final List<LongSupplier> rows = new ArrayList<>();
    private List<SqlValue> values = List.of();
    private List<String> parameters = List.of();
    private long executions;
    private long begin;
    private long nanos;
    private long counted;
    private @Nullable SqlError error;

    /**
     * @param statement null when the text could not be read
     * @param warehouse whether it runs in a warehouse
     */
    StatementEntry(String standIn, String tsql, @Nullable Statement statement, boolean warehouse) {
        this.warehouse = warehouse;
        this.standIn = standIn;
        this.tsql = tsql;
        this.statement = statement;
    }

    synchronized void begin(List<SqlValue> given) {
        executions++;
        values = given;
        begin = System.nanoTime();
    }

    /** Lets go of the values, which may be long, and keeps what is shown of them. */
    synchronized void settle() {
        if (!values.isEmpty()) {
            parameters = ParameterText.of(values);
            values = List.of();
        }
    }

    synchronized void sqlite(String sql) {
        if (sqlite.size() < MOST_SQLITE && !sqlite.contains(sql)) {
            sqlite.add(sql);
        }
    }

    synchronized void end(@Nullable SqlError failure, List<SqlResult> results) {
        nanos += System.nanoTime() - begin;
        error = failure == null ? error : failure;
        for (SqlResult result : results) {
            switch (result) {
                case SqlResult.Count count -> {
                    counted += Math.max(0, count.rows());
                    if (rows.isEmpty()) {
                        rows.add(() -> 0);
                    }
                }
                case SqlResult.Rows set -> rows.add(set.rows().rowsRead());
                case SqlResult.Failure failed -> error = failed.error();
                case SqlResult.Message ignored -> {}
            }
        }
        if (rows.size() > MOST_SQLITE) {
            counted += rows.stream().mapToLong(LongSupplier::getAsLong).sum();
            rows.clear();
            rows.add(() -> 0);
        }
    }

    synchronized ExecutedStatement executed() {
        settle();
        OptionalLong total = rows.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(counted
                        + rows.stream().mapToLong(LongSupplier::getAsLong).sum());
        return new ExecutedStatement(
                standIn,
                tsql,
                sqlite,
                parameters,
                executions,
                total,
                Duration.ofNanos(nanos),
                fidelity(),
                error == null ? null : error.text());
    }

    private Fidelity fidelity() {
        if (error != null && error.number() == SqlErrors.NOT_SUPPORTED) {
            return new Fidelity.Refused(error.text());
        }
        return Approximations.of(tsql, statement, sqlite, warehouse);
    }
}
