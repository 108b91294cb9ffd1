package dev.bobbin.emulator.standin;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A T-SQL statement a run executed, and what became of it.
 *
 * @param standIn name of the stand-in it ran on
 * @param tsql as the function wrote it
 * @param sqlite what SQLite was asked instead, in order; empty when SQLite was not needed
 * @param parameters values of the question marks, as T-SQL would write them; those of the last execution
 * @param executions how often it ran in a row: more than one for {@code executemany} and loops
 * @param rows how many rows it returned or changed in all its executions; empty when it does neither
 * @param duration of all its executions, without the time in which the function fetched rows
 * @param error the error it ended with, as SQL Server words it; null when it succeeded
 */
public record ExecutedStatement(
        String standIn,
        String tsql,
        List<String> sqlite,
        List<String> parameters,
        long executions,
        OptionalLong rows,
        Duration duration,
        Fidelity fidelity,
        @Nullable String error) {

    public ExecutedStatement {
        sqlite = List.copyOf(sqlite);
        parameters = List.copyOf(parameters);
    }
}
