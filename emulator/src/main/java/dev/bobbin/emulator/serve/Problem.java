package dev.bobbin.emulator.serve;

/**
 * A reason to turn a request away before any function is called. The answer has the form of the Fabric REST
 * interface's errors, {@code {"requestId", "errorCode", "message"}}; what the service's front really writes there is not
 * known (contract, section 7).
 */
final class Problem extends Exception {

    private static final long serialVersionUID = 1L;

    private final int httpStatus;
    private final String errorCode;
    private final String text;

    /** @param message in plain words, with what to do */
    Problem(int httpStatus, String errorCode, String message) {
        // Thrown for whatever strangers send: no stack trace is worth its cost.
        super(message, null, false, false);
        this.httpStatus = httpStatus;
        this.errorCode = errorCode;
        this.text = message;
    }

    int httpStatus() {
        return httpStatus;
    }

    String errorCode() {
        return errorCode;
    }

    String text() {
        return text;
    }
}
