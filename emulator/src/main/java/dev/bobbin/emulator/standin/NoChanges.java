package dev.bobbin.emulator.standin;

/** The log of a stand-in that functions cannot change. */
public final class NoChanges implements ChangeLog {

    /** The one there is. */
    public static final ChangeLog LOG = new NoChanges();

    private NoChanges() {}

    @Override
    public ChangeSet changes(String run) {
        return ChangeSet.EMPTY;
    }

    @Override
    public UndoOutcome undo(String run) {
        return new UndoOutcome.NothingToUndo();
    }
}
