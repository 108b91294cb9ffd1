package dev.bobbin.emulator.serve;

import java.util.concurrent.Semaphore;

/** Bounds what answers hold in memory until their callers have read them. First come, first served. */
final class AnswerRoom {

    private final int size;
    private final Semaphore free;

    /** @param size characters that all answers together may hold; a larger answer has to be alone */
    AnswerRoom(long size) {
        this.size = Math.toIntExact(size);
        this.free = new Semaphore(this.size, true);
    }

    /** Room for one answer. */
    Share share() {
        return new Share();
    }

    /** The room of one answer, none at first; closing it gives it back. */
    final class Share implements AutoCloseable {
        private int held;
        private boolean closed;

        /** Waits until there is room for an answer of so many characters. Takes none once this is closed. */
        void await(long characters) {
            int wanted = (int) Math.clamp(characters, 0, size);
            free.acquireUninterruptibly(wanted);
            synchronized (this) {
                if (!closed) {
                    held += wanted;
                    return;
                }
            }
            free.release(wanted);
        }

        @Override
        public synchronized void close() {
            closed = true;
            free.release(held);
            held = 0;
        }
    }
}
