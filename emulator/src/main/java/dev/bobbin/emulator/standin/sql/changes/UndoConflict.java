package dev.bobbin.emulator.standin.sql.changes;

/** What a run changed was changed again since, so that it cannot be put back. */
final class UndoConflict extends Exception {

    private static final long serialVersionUID = 1L;

    private final String text;

    /** @param reason in plain words */
    UndoConflict(String reason) {
        super(reason, null, false, false);
        this.text = reason;
    }

    String reason() {
        return text;
    }
}
