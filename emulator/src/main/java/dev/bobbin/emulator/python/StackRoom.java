package dev.bobbin.emulator.python;

/**
 * Whether the calling thread's stack has room left for a piece of the host's work, such as sending a message. Asked before,
 * because work that a recursion without end cuts short leaves half a message behind, or a class that is lost for good.
 */
final class StackRoom {

    /** Calls that do nothing take 48 to 100 bytes each: 48 to 100 KB, some five times what a message needs. */
    private static final int CALLS = 1_000;

    private StackRoom() {}

    static boolean isThere() {
        try {
            return deeper(CALLS);
        } catch (StackOverflowError e) {
            return false;
        }
    }

    private static boolean deeper(int calls) {
        return calls == 0 || deeper(calls - 1);
    }
}
