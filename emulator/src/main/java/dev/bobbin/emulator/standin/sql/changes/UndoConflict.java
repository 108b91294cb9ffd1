package dev.bobbin.emulator.standin.sql.changes;

import dev.bobbin.emulator.message.Message;

/** What a run changed was changed again since, so that it cannot be put back. */
final class UndoConflict extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    private UndoConflict(Message reason) {
        super(reason.english(), null, false, false);
        this.reason = reason;
    }

    /** A conflict. @param key of the text that tells it @param values of its places */
    static UndoConflict of(String key, Object... values) {
        return new UndoConflict(Message.of(key, values));
    }

    Message reason() {
        return reason;
    }
}
