package dev.bobbin.app.fx;

/** A page with an undo of its own: where it is shown, the command Undo means it and not the code. */
public interface Undoable {

    /** Takes the latest change back; does nothing when there is none. */
    void undo();

    /** Does again what was taken back, where that can be. */
    default void redo() {}
}
