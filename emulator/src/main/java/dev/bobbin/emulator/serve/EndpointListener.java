package dev.bobbin.emulator.serve;

import java.time.Instant;
import java.util.regex.Pattern;

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

        private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x80-\\x9f\\u2028-\\u202e\\u2066-\\u2069]");

        public Refusal {
            method = plain(method);
            path = plain(path);
            reason = plain(reason);
        }

        private static String plain(String text) {
            return CONTROL.matcher(text)
                    .replaceAll(
                            found -> "\\\\x%02x".formatted((int) found.group().charAt(0)));
        }
    }
}
