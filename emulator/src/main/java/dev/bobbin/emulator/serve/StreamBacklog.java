package dev.bobbin.emulator.serve;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds what waits in memory for callers that read their streams slowly. */
final class StreamBacklog {

    private static final long MEGABYTE = 1024 * 1024;

    /** Bytes that may wait for one caller; a single piece may have more, since it is there already. */
    private static final long OF_ONE = 32 * MEGABYTE;

    /** Bytes that may wait for a caller even when the others have used up the room: nobody suffers for them. */
    private static final long OF_EACH = MEGABYTE;

    /** Bytes that may wait for all callers together. */
    private static final long OF_ALL = HeapShare.of(8);

    private final AtomicLong held = new AtomicLong();

    /**
     * Takes room for a piece.
     *
     * @param waiting bytes that wait for its caller already
     * @return false when there is none
     */
    boolean hold(long waiting, int bytes) {
        long own = waiting + bytes;
        if (waiting > 0 && own > OF_ONE) {
            return false;
        }
        if (held.addAndGet(bytes) > OF_ALL && own > OF_EACH) {
            release(bytes);
            return false;
        }
        return true;
    }

    /** Gives room back. */
    void release(int bytes) {
        held.addAndGet(-bytes);
    }
}
