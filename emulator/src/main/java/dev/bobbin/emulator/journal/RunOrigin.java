package dev.bobbin.emulator.journal;

/** Where a run was asked for. */
public enum RunOrigin {
    WINDOW,
    HTTP,
    COMMAND_LINE,
    EXAMPLE
}
