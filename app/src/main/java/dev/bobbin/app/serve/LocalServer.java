package dev.bobbin.app.serve;

import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.service.ServiceProfile;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Puts items behind HTTP. */
public interface LocalServer {

    /**
     * Serves the item's saved files on loopback until the answer is closed; takes a while.
     *
     * @param heard hears of every request, on any thread
     * @throws IOException when it cannot listen; the message is in plain words
     */
    Serving start(ItemFolder item, Door door, ServiceProfile profile, ExecutingUser user, Consumer<Heard> heard)
            throws IOException;

    /** Says, now and whenever it changes, whether Python is just starting, so that requests wait. @param heard called on any thread */
    void onStarting(Consumer<Boolean> heard);

    /**
     * How callers get in.
     *
     * @param port 0 for any free one
     * @param token what they must send; empty lets everybody on this computer call
     */
    record Door(int port, String token) {}

    /** An item that is being served. */
    interface Serving extends AutoCloseable {

        /** What to put before {@code api/<name>}; ends in a slash. */
        URI address();

        /** Ends it at once. */
        @Override
        void close();
    }

    /** A request that came. */
    sealed interface Heard {

        /** When it came. */
        Instant time();

        /** The function it called; else its method and path. */
        String what();

        /** Status of the answer; 0 when the run was stopped. */
        int httpStatus();

        /** It ran a function, and the run is in the history. */
        record Called(Instant time, String what, int httpStatus, Duration duration, String invocationId)
                implements Heard {}

        /** It was turned away. @param reason in plain words, as the caller was told */
        record Refused(Instant time, String what, int httpStatus, String reason) implements Heard {}
    }
}
