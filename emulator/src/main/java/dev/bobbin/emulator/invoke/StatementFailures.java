package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.service.FailureContext;
import dev.bobbin.emulator.standin.ExecutedStatement;
import dev.bobbin.emulator.standin.RunTrace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what is known of a failure from the statement it came from. */
final class StatementFailures {

    /** As SQL Server words errors 208, and 102, 156, 195 and 207. */
    private static final String NO_SUCH_TABLE = "Invalid object name";

    private static final List<String> NOT_UNDERSTOOD =
            List.of("Incorrect syntax", "is not a recognized built-in function name", "Invalid column name");

    private StatementFailures() {}

    static FailureContext of(Traceback traceback, RunTrace trace, KnownData data) {
        if (trace.statements().isEmpty()) {
            return FailureContext.NONE;
        }
        ExecutedStatement last = trace.statements().getLast();
        @Nullable String error = last.error();
        // The function may have caught the error, and failed for another reason.
        if (error == null || !traceback.message().contains(error)) {
            return FailureContext.NONE;
        }
        if (error.startsWith(NO_SUCH_TABLE)) {
            return data.missingTable(last.standIn()).orElse(FailureContext.NONE);
        }
        return NOT_UNDERSTOOD.stream().anyMatch(error::contains)
                ? OtherDialects.in(last.tsql()).orElse(FailureContext.NONE)
                : FailureContext.NONE;
    }
}
