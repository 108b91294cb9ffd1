package dev.bobbin.emulator.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/**
 * Every error that the host, not the function's worker, puts into an envelope. Wording of the SDK where it has one;
 * source: contract, section 1.4.
 */
public final class ErrorCatalogue {

    private static final String INTERNAL =
            // The misspelling is the SDK's.
            "An internal execution error occured during function execution";

    private ErrorCatalogue() {}

    /** The time limit ended the call. */
    public static ErrorEntry timeout(Duration limit) {
        return new ErrorEntry(
                "Timeout",
                "Function hit a timeout limit after " + seconds(limit)
                        + " seconds but may still be running. Please check the logs for more information.",
                noProperties());
    }

    /** The request is larger than the profile allows. Both sizes in bytes. */
    public static ErrorEntry requestTooLarge(long size, long limit) {
        return new ErrorEntry(
                "RequestTooLarge",
                "The request is " + size + " bytes long; the service accepts " + limit + " bytes at most.",
                noProperties().put("size", size).put("limit", limit));
    }

    /** The code could not be loaded. */
    public static ErrorEntry loadFailure(String errorType, String errorMessage) {
        return new ErrorEntry(
                "InternalError",
                INTERNAL,
                noProperties().put("error_type", errorType).put("error_message", errorMessage));
    }

    /** The process that ran the function could not finish. */
    public static ErrorEntry engineLost(EngineFault fault) {
        return new ErrorEntry("InternalError", INTERNAL, noProperties().put("reason", fault.text()));
    }

    /** Seconds without a needless fraction: {@code 200}, {@code 0.5}. */
    private static String seconds(Duration limit) {
        return java.math.BigDecimal.valueOf(limit.toMillis(), 3)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static ObjectNode noProperties() {
        return JsonNodeFactory.instance.objectNode();
    }
}
