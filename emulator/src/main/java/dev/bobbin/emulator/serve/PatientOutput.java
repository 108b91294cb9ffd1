package dev.bobbin.emulator.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Writes to a caller as long as that reads. Written to by one thread; let go by any. */
final class PatientOutput extends OutputStream {

    /** Bytes written at a time: so many have to be read for a caller to count as reading. */
    private static final int SLICE = 64 * 1024;

    private final OutputStream out;
    private final Patience patience;

    /** When the last slice began, as {@link System#nanoTime} has it. */
    private volatile long sliceSince;

    private volatile boolean letGo;
    private @Nullable Thread writer;

    PatientOutput(OutputStream out, Patience patience) {
        this.out = out;
        this.patience = patience;
    }

    /** From now on the caller gets nothing; a thread that waits for it to read goes on, and the connection is closed. */
    synchronized void letGo() {
        letGo = true;
        if (writer != null) {
            // Closes the connection.
            writer.interrupt();
        }
    }

    /** Lets the caller go when the write that is under way has got nowhere for so long. */
    void letGoIfStalled(Duration longest) {
        if (System.nanoTime() - sliceSince > longest.toNanos()) {
            letGo();
        }
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    /** @throws IOException also when the caller has been let go */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        guarded(() -> {
            for (int done = 0; done < length && !letGo; done += SLICE) {
                sliceSince = System.nanoTime();
                out.write(bytes, offset + done, Math.min(SLICE, length - done));
            }
        });
    }

    @Override
    public void flush() throws IOException {
        guarded(out::flush);
    }

    /** Ends the answer properly, unless the caller has been let go: nobody must take the beginning for the whole. */
    @Override
    public void close() throws IOException {
        guarded(out::close);
    }

    private void guarded(Work work) throws IOException {
        sliceSince = System.nanoTime();
        writing(Thread.currentThread());
        patience.watch(this);
        try {
            if (!letGo) {
                work.run();
            }
        } finally {
            patience.forget(this);
            writing(null);
            if (letGo) {
                // It was meant for the write alone.
                Thread.interrupted();
            }
        }
        if (letGo) {
            throw new IOException("the caller does not keep up");
        }
    }

    private synchronized void writing(@Nullable Thread thread) {
        writer = thread;
    }

    /** What may wait for the caller. */
    private interface Work {
        void run() throws IOException;
    }
}
