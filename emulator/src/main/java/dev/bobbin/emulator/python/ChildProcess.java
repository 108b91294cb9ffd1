package dev.bobbin.emulator.python;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A child process and its three streams. Nothing it does, or fails to do, blocks or breaks the caller. */
final class ChildProcess {

    /** Receives what the child says. */
    interface Listener {

        /** A message came; called in order, on one thread, which holds the child back while it is busy. */
        void message(ChildMessage message);

        /** The process has ended; no message follows. @param lastWords the end of its standard error, may be empty */
        void ended(int exitCode, String lastWords);
    }

    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);

    /** A response of 30 MB is escaped twice on its way. */
    private static final int LONGEST_LINE = 256 * 1024 * 1024;

    /** A longer one takes several times its length while it is taken apart, so one is at a time, whichever child it is of. */
    private static final int LARGE_LINE = 1024 * 1024;

    private static final ReentrantLock LARGE_LINES = new ReentrantLock(true);

    private static final int LAST_WORDS = 20;

    /** What Bobbin is told in its environment and functions are not to see. */
    private static final List<String> OWN_SECRETS = List.of("BOBBIN_TOKEN");

    /** What a process that has ended still had to say is read within this time; a grandchild may hold the pipe open. */
    private static final long DRAIN_MILLIS = 1000;

    private final Process process;
    private final Listener listener;
    private final BlockingQueue<String> outgoing = new LinkedBlockingQueue<>();
    private final Deque<String> lastWords = new ArrayDeque<>();

    /** Whether the process was ended because it said more at once than could be taken. */
    private volatile boolean saidTooMuch;

    private final int longestLine;

    private ChildProcess(Process process, Listener listener, int longestLine) {
        this.process = process;
        this.listener = listener;
        this.longestLine = longestLine;
    }

    /**
     * Starts a process.
     *
     * @throws IOException when the command cannot be started
     */
    static ChildProcess start(ChildCommand command, Listener listener) throws IOException {
        return start(command, listener, LONGEST_LINE);
    }

    /** The same with another length of a message, in bytes, from which on it has no end. */
    static ChildProcess start(ChildCommand command, Listener listener, int longestLine) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.words());
        OWN_SECRETS.forEach(builder.environment()::remove);
        builder.environment().putAll(command.environment());
        ChildProcess child = new ChildProcess(builder.start(), listener, longestLine);
        Thread reader = Thread.ofPlatform().daemon().name("engine reader").start(child::read);
        Thread errors = Thread.ofPlatform().daemon().name("engine errors").start(child::readErrors);
        Thread writer = Thread.ofPlatform().daemon().name("engine writer").start(child::write);
        Thread.ofPlatform().daemon().name("engine end").start(() -> child.awaitEnd(reader, errors, writer));
        return child;
    }

    /** The process's id. */
    long pid() {
        return process.pid();
    }

    /** Sends a message; returns at once, even when the child does not read. */
    void send(String message) {
        outgoing.add(message);
    }

    /** Ends the process and those it has started, at once and whatever they do. */
    void destroy() {
        kill(process.toHandle());
        process.destroyForcibly();
    }

    /** Unlike {@link Process#destroyForcibly} this closes no streams. */
    private static void kill(ProcessHandle process) {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    private void read() {
        LineReader in = new LineReader(process.getInputStream(), longestLine);
        try {
            for (@Nullable String line = in.next(); line != null; line = in.next()) {
                deliver(line.length() < LARGE_LINE ? MessageReader.read(line) : readLarge(line));
            }
        } catch (LineReader.TooLong e) {
            saidTooMuch = true;
            LOG.debug("A message of the engine's process has no end", e);
        } catch (IOException e) {
            LOG.debug("Reading from the engine's process ended", e);
        } catch (OutOfMemoryError e) {
            saidTooMuch = true;
            LOG.error("There is no memory for what the engine's process sends", e);
        } finally {
            // Without its messages nothing the child does can be followed any more. Its last words still are to be
            // read.
            kill(process.toHandle());
        }
    }

    private static ChildMessage readLarge(String line) {
        LARGE_LINES.lock();
        try {
            return MessageReader.read(line);
        } finally {
            LARGE_LINES.unlock();
        }
    }

    private void deliver(ChildMessage message) {
        try {
            listener.message(message);
        } catch (RuntimeException e) {
            LOG.error("A message of the engine's process could not be dealt with", e);
        }
    }

    private void readErrors() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (@Nullable String line = in.readLine(); line != null; line = in.readLine()) {
                LOG.debug("engine: {}", line);
                synchronized (lastWords) {
                    lastWords.addLast(line);
                    if (lastWords.size() > LAST_WORDS) {
                        lastWords.removeFirst();
                    }
                }
            }
        } catch (IOException e) {
            LOG.debug("Reading the engine's errors ended", e);
        }
    }

    private void write() {
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), 64 * 1024)) {
            while (true) {
                out.write(outgoing.take());
                out.write('\n');
                if (outgoing.isEmpty()) {
                    out.flush();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("Writing to the engine's process ended", e);
        }
    }

    private void awaitEnd(Thread reader, Thread errors, Thread writer) {
        try {
            int exitCode = process.waitFor();
            reader.join(DRAIN_MILLIS);
            errors.join(DRAIN_MILLIS);
            writer.interrupt();
            synchronized (lastWords) {
                listener.ended(saidTooMuch ? EndReason.SAID_TOO_MUCH : exitCode, String.join("\n", lastWords));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
