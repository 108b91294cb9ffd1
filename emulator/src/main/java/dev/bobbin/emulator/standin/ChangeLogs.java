package dev.bobbin.emulator.standin;

import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.message.PlainException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

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
                        return new UndoOutcome.Refused(
                                partly(refused.reason(), undone).orElse(refused.reason()));
                    }
                    case UndoOutcome.NothingToUndo _ -> {}
                }
            } catch (IOException e) {
                Optional<Message> partly = partly(PlainException.wordsOf(e), undone);
                throw partly.isEmpty() ? e : PlainException.of(partly.get()).because(e);
            }
        }
        return undone.isEmpty() ? new UndoOutcome.NothingToUndo() : new UndoOutcome.Undone(undone);
    }

    /** What went wrong and what had been put back before; empty when that is nothing. */
    private static Optional<Message> partly(Object problem, ChangeSet undone) {
        return undone.changes().stream()
                .map(Change::standIn)
                .distinct()
                .map(name -> Message.of("undo.name", name))
                .reduce((names, name) -> Message.of("undo.and", names, name))
                .map(names -> Message.of("undo.partly", problem, names));
    }
}
