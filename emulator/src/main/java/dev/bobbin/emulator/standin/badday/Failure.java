package dev.bobbin.emulator.standin.badday;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong with a connection. */
public enum Failure {
    /** The caller has no permission. */
    DENIED,
    /** There is no such item. */
    NOT_FOUND,
    /** Too many requests (429). */
    THROTTLED,
    /** The connection breaks. */
    DROPPED,
    /** Reading works, writing is denied. */
    READ_ONLY;

    /** Name on the command line, in files and in the worker protocol, such as {@code not-found}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Failure> of(String wireName) {
        return Arrays.stream(values())
                .filter(failure -> failure.wireName().equals(wireName))
                .findFirst();
    }
}
