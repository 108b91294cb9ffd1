package dev.bobbin.emulator.standin.documents.query;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the run that asks still wants an answer. A query over few documents can take for ever (joins of long arrays,
 * regular expressions), so what loops over rows or characters looks here from time to time.
 */
public final class Stop implements AutoCloseable {

    private static final ThreadLocal<@Nullable BooleanSupplier> ASKED = new ThreadLocal<>();

    private Stop() {}

    /** Until it is closed, work on this thread ends with {@link Stopped} once {@code asked} is true. */
    public static Stop when(BooleanSupplier asked) {
        ASKED.set(asked);
        return new Stop();
    }

    /** @throws Stopped when nobody waits for the answer any more */
    public static void check() {
        @Nullable BooleanSupplier asked = ASKED.get();
        if (asked != null && asked.getAsBoolean()) {
            throw new Stopped();
        }
    }

    @Override
    public void close() {
        ASKED.remove();
    }

    /** Ends the work on an answer that nobody waits for. */
    public static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("The run has been stopped.", null, false, false);
        }
    }
}
