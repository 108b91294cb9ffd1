package dev.bobbin.emulator.journal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds what waits to be written, in number and in characters. Whoever brings more waits until there is room; once there
 * was none for a while, nobody waits any more until something has been written. May be used by any thread.
 */
public final class WaitingRoom {

    private final int most;
    private final int characters;
    private final Duration patience;
    private final Semaphore places;
    private final Semaphore room;

    /** Whether there was no room for so long that nobody is to wait for it, until something has been written. */
    private volatile boolean stuck;

    /**
     * @param most how many may wait
     * @param characters what they may hold together; one that holds more alone takes all of the room
     * @param patience how long somebody waits for room
     */
    public WaitingRoom(int most, int characters, Duration patience) {
        this.most = most;
        this.characters = characters;
        this.patience = patience;
        this.places = new Semaphore(most, true);
        this.room = new Semaphore(characters, true);
    }

    /**
     * Takes room, which the caller gives back with {@link #leave}.
     *
     * @param size in characters
     * @return false when there is none
     */
    public boolean enter(long size) {
        try {
            if (!acquired(places, 1)) {
                return false;
            }
            if (acquired(room, permits(size))) {
                return true;
            }
            places.release();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean acquired(Semaphore semaphore, int permits) throws InterruptedException {
        // Where there is room a thread is not asked whether somebody has interrupted it, as closing does.
        boolean acquired = semaphore.tryAcquire(permits)
                || !stuck && semaphore.tryAcquire(permits, patience.toMillis(), TimeUnit.MILLISECONDS);
        stuck |= !acquired;
        return acquired;
    }

    private int permits(long size) {
        return (int) Math.clamp(size, 1, characters);
    }

    /** Gives back the room that {@link #enter} took for the same size. */
    public void leave(long size) {
        room.release(permits(size));
        places.release();
    }

    /** Something has been written, so that it is worth waiting for room again. */
    public void written() {
        stuck = false;
    }

    /** How many are in it. */
    public int waiting() {
        return most - places.availablePermits();
    }
}
