package dev.bobbin.emulator.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads request bodies within a bound on what all of them together may take, so that no number of callers can fill the
 * memory.
 */
final class BodyReader {

    /** Bytes that all bodies being read or carried out may take together. */
    private static final long ALL_BODIES = HeapShare.of(8);

    /** A body that is too large is read to its end up to here: many clients only listen once they have sent all. */
    private static final long POLITE = 64L * 1024 * 1024;

    private static final int PIECE = 16 * 1024;

    private final AtomicLong held = new AtomicLong();

    /** A body; closing it gives its room back. */
    final class Body implements AutoCloseable {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long size;

        /** The bytes; incomplete when {@link #size()} is above the limit. */
        byte[] bytes() {
            return bytes.toByteArray();
        }

        /** How long the body was, in bytes. */
        long size() {
            return size;
        }

        private void add(byte[] piece, int length) throws Problem {
            if (held.addAndGet(length) > ALL_BODIES) {
                held.addAndGet(-length);
                throw new Problem(503, "TooBusy", "Too many large requests at once. Send this one again later.");
            }
            bytes.write(piece, 0, length);
        }

        @Override
        public void close() {
            held.addAndGet(-bytes.size());
            bytes.reset();
        }
    }

    /**
     * Reads a body to its end, and keeps it up to a limit.
     *
     * @param limit bytes to keep at most
     * @throws Problem when there is no room, or no end to it
     * @throws IOException when the client has gone
     */
    Body read(InputStream in, long limit) throws IOException, Problem {
        Body body = new Body();
        boolean complete = false;
        try {
            byte[] piece = new byte[PIECE];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                body.size += count;
                if (body.size <= limit) {
                    body.add(piece, count);
                } else if (body.size > POLITE) {
                    throw new Problem(413, "RequestTooLarge", "The request is longer than anybody would want to read.");
                }
            }
            complete = true;
            return body;
        } finally {
            if (!complete) {
                body.close();
            }
        }
    }
}
