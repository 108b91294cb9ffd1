package dev.bobbin.emulator.standin;

import java.io.IOException;
import java.util.List;

/** What a run changed in several stand-ins, put back in all of them or in none. */
public final class ChangeLogs {

    private ChangeLogs() {}

    /**
     * Puts back what a run changed. Each stand-in is asked first whether it can; only then anything is changed.
     *
     * @param run the invocation's id
     * @return refused when one of the stand-ins refuses; the reason tells what was put back before, when a stand-in
     *     refuses only after all had agreed
     * @throws IOException when a stand-in cannot be read or written; the message is in plain words
     */
    public static UndoOutcome undo(String run, List<? extends ChangeLog> logs) throws IOException {
        for (ChangeLog log : logs) {
            if (log.rehearse(run) instanceof UndoOutcome.Refused refused) {
                return refused;
            }
        }
        ChangeSet undone = ChangeSet.EMPTY;
        for (ChangeLog log : logs) {
            try {
                switch (log.undo(run)) {
                    case UndoOutcome.Undone more -> undone = undone.and(more.undone());
                    case UndoOutcome.Refused refused -> {
                        return new UndoOutcome.Refused(refused.reason() + before(undone));
                    }
                    case UndoOutcome.NothingToUndo _ -> {}
                }
            } catch (IOException e) {
                throw new IOException(e.getMessage() + before(undone), e);
            }
        }
        return undone.isEmpty() ? new UndoOutcome.NothingToUndo() : new UndoOutcome.Undone(undone);
    }

    private static String before(ChangeSet undone) {
        List<String> names = undone.changes().stream()
                .map(Change::standIn)
                .distinct()
                .map(name -> "'" + name + "'")
                .toList();
        return names.isEmpty()
                ? ""
                : " Put back already: what the run changed in " + String.join(" and ", names) + ". Nothing else was.";
    }
}
