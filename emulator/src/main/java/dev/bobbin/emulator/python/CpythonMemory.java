package dev.bobbin.emulator.python;

import org.jspecify.annotations.Nullable;

/** How much memory a process of the user's Python may use. */
public final class CpythonMemory {

    /** What pandas and its companions need before a function has any data of its own is about a third of it. */
    static final int DEFAULT_MEGABYTES = 2048;

    private static final String SETTING = "bobbin.cpython.memory";

    private CpythonMemory() {}

    /**
     * The limit in megabytes.
     *
     * @param chosen the user's choice; null leaves it to the system property {@code bobbin.cpython.memory}
     * @throws IllegalArgumentException when it is not a number from 256 to 65536
     */
    public static int megabytes(@Nullable Integer chosen) {
        int megabytes = chosen == null ? Integer.getInteger(SETTING, DEFAULT_MEGABYTES) : chosen;
        if (megabytes < 256 || megabytes > 65536) {
            throw new IllegalArgumentException(
                    "The memory limit must lie between 256 and 65536 MB, but it is " + megabytes + ".");
        }
        return megabytes;
    }
}
