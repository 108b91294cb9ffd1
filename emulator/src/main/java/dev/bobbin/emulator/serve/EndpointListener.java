package dev.bobbin.emulator.serve;

import dev.bobbin.emulator.message.PlainText;
import java.time.Instant;

/**
 * Hears what happens at an endpoint, live; called on the threads that answer requests, several at once. Callers wait for it
 * only while it lags far behind.
 */
public interface EndpointListener {

    /** Somebody who does not want to know. */
    EndpointListener NONE = new EndpointListener() {};

    /** A function was called and has ended; its caller has the answer, unless it has gone. */
    default void called(ServedCall call) {}

    /** A request was turned away before any function was called. */
    default void refused(Refusal refusal) {}

    /** The item's files have changed and are what the next request gets. */
    default void reloaded(ServedCode code) {}

    /**
     * A request that called nothing. Whatever the caller sent is in it as one line without control characters: whoever
     * reaches the port must not write lines of its own into a log.
     *
     * @param reason in plain words, as the caller was told
     */
    record Refusal(Instant time, String method, String path, int httpStatus, String reason) {
        public Refusal {
            method = PlainText.line(method);
            path = PlainText.line(path);
            reason = PlainText.line(reason);
        }
    }
}
