package dev.bobbin.emulator.journal;

import java.time.Duration;
import java.time.Instant;

/**
 * A line of the list of runs.
 *
 * @param id number in its journal, from 1; 0 before it is kept
 * @param time when the run was asked for
 * @param status as in the envelope, or {@value #STOPPED}
 * @param httpStatus 0 when the run was stopped
 * @param codeHash SHA-256 of the code, in hexadecimal
 * @param pinned kept however old it gets
 * @param note what the user wrote to it; empty when nothing
 * @param changes how many things it changed in its data; 0 for runs of the first Bobbins, whose lists did not tell
 */
public record RunSummary(
        long id,
        Instant time,
        RunOrigin origin,
        String function,
        String status,
        int httpStatus,
        Duration duration,
        String codeHash,
        boolean pinned,
        String note,
        int changes) {

    /** Status of a run that the user ended. The service has no such answer. */
    public static final String STOPPED = "Stopped";

    /** The same with another note. */
    public RunSummary withNote(String newNote) {
        return new RunSummary(
                id, time, origin, function, status, httpStatus, duration, codeHash, pinned, newNote, changes);
    }
}
