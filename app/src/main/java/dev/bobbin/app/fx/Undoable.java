package dev.bobbin.app.fx;

/** A page with an undo of its own: where it is shown, the command Undo means it and not the code. */
@FunctionalInterface
public interface Undoable {

    /** Takes the latest change back; does nothing when there is none. */
    void undo();
}
