package dev.bobbin.emulator.standin;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The right to read and change a stand-in that is plain files, held by one thread of one process at a time: functions run
 * side by side, and the window and the command line may be at work on one workspace. The thread that has it may take it
 * again. Reading alone needs none, as files are replaced whole.
 */
public final class StoreLock implements AutoCloseable {

    /** The system's locks are those of a process, so that its threads must agree among themselves first. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final ReentrantLock thread;

    /** Null when this thread held the lock before. */
    private final @Nullable FileChannel file;

    private StoreLock(ReentrantLock thread, @Nullable FileChannel file) {
        this.thread = thread;
        this.file = file;
    }

    /**
     * Waits for the lock and takes it.
     *
     * @param folder for the file {@code .lock}; made when it is not there
     * @throws IOException when the folder cannot be written
     */
    public static StoreLock in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path path = folder.toAbsolutePath().normalize().resolve(".lock");
        ReentrantLock thread = THREADS.computeIfAbsent(path, p -> new ReentrantLock());
        thread.lock();
        boolean isTaken = false;
        try {
            StoreLock lock = new StoreLock(thread, thread.getHoldCount() > 1 ? null : locked(path));
            isTaken = true;
            return lock;
        } finally {
            if (!isTaken) {
                thread.unlock();
            }
        }
    }

    private static FileChannel locked(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            file.lock();
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Gives the lock back. */
    @Override
    public void close() throws IOException {
        try {
            if (file != null) {
                file.close();
            }
        } finally {
            thread.unlock();
        }
    }
}
