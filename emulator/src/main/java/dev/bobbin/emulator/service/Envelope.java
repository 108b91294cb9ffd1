package dev.bobbin.emulator.service;

import java.util.List;

/**
 * The response body of an invocation. Source: programming model, "Output schema".
 *
 * @param outputJson the result as JSON text exactly as the function's worker encoded it: kept as text because it may
 *     hold {@code NaN} and may be 30 MB long; {@code ""} (a quoted empty string) whenever the status is not Succeeded
 */
public record Envelope(
        String functionName, String invocationId, Status status, String outputJson, List<ErrorEntry> errors) {

    /** The output of every call that did not succeed. */
    public static final String NO_OUTPUT = "\"\"";

    public Envelope {
        errors = List.copyOf(errors);
    }
}
