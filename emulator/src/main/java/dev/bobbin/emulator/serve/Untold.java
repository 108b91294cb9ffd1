package dev.bobbin.emulator.serve;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls whose callers are answered before log and history are told of them. No call is answered while very many are being
 * told, so that a slow log cannot fill the memory; closing waits for all, so that what was answered is not lost.
 */
final class Untold implements AutoCloseable {

    /** So many that no caller waits for a moment in which nothing can be written. */
    private static final int AT_ONCE = 256;

    private static final Duration CLOSING = Duration.ofSeconds(10);

    /** One party for this object, and one for every call. */
    private final Phaser calls = new Phaser(1);

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** Sends an answer. */
    interface Answering {
        void send() throws IOException, Problem;
    }

    /**
     * Answers, then tells, whatever becomes of the answer.
     *
     * @throws InterruptedException when the endpoint is being closed; it is told all the same
     */
    void answerThenTell(Answering answering, Runnable telling) throws IOException, Problem, InterruptedException {
        calls.register();
        try {
            places.acquire();
            places.release();
            answering.send();
        } finally {
            tellRegistered(telling);
        }
    }

    /** Tells of a call whose caller is answered meanwhile. */
    void tell(Runnable telling) {
        calls.register();
        tellRegistered(telling);
    }

    private void tellRegistered(Runnable telling) {
        places.acquireUninterruptibly();
        try {
            telling.run();
        } finally {
            places.release();
            calls.arriveAndDeregister();
        }
    }

    /** Waits until all that was answered is told. */
    @Override
    public void close() {
        try {
            int phase = calls.arriveAndDeregister();
            calls.awaitAdvanceInterruptibly(phase, CLOSING.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // Whatever it is that writes so slowly, the program is to end.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
