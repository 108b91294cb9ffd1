package dev.bobbin.emulator.service;

/** Outcome of an invocation as the envelope spells it. Source: programming model, "Output schema". */
public enum Status {
    SUCCEEDED("Succeeded"),
    BAD_REQUEST("BadRequest"),
    FAILED("Failed"),
    TIMEOUT("Timeout"),
    RESPONSE_TOO_LARGE("ResponseTooLarge");

    private final String wireName;

    Status(String wireName) {
        this.wireName = wireName;
    }

    /** The spelling in the envelope. */
    public String wireName() {
        return wireName;
    }

    /** The status of that spelling; FAILED for any other text. */
    public static Status of(String wireName) {
        for (Status status : values()) {
            if (status.wireName.equals(wireName)) {
                return status;
            }
        }
        return FAILED;
    }
}
