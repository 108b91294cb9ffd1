package dev.bobbin.app.shell;

/** The program around a window. */
public interface OtherWindows {

    /** Opens a window more, for another item or for the same one. */
    void openAnother();

    /** Closes every window, each after asking what must be asked. */
    void quit();
}
