package dev.bobbin.emulator.journal;

import org.jspecify.annotations.Nullable;

/**
 * Which runs to list, newest first.
 *
 * @param text found in the function's name, input, output, errors or note, whatever its case; empty means any
 * @param function null means any
 * @param status as in the envelope; null means any
 * @param pinnedOnly leaves out runs that are not pinned
 * @param changedOnly leaves out runs that changed nothing in their data
 * @param limit how many at most
 */
public record RunQuery(
        String text,
        @Nullable String function,
        @Nullable String status,
        boolean pinnedOnly,
        boolean changedOnly,
        int limit) {

    /** The newest runs. */
    public static RunQuery newest(int limit) {
        return new RunQuery("", null, null, false, false, limit);
    }

    /** The same, with a text to be found. */
    public RunQuery containing(String newText) {
        return new RunQuery(newText, function, status, pinnedOnly, changedOnly, limit);
    }

    /** The same, without runs that changed nothing in their data. */
    public RunQuery ofChanges() {
        return new RunQuery(text, function, status, pinnedOnly, true, limit);
    }
}
