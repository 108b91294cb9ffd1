package dev.bobbin.emulator.python.local;

/** Why a Python is considered, in the order of preference. */
public enum PythonSource {
    CHOSEN("chosen"),
    ITEM("environment of the item"),
    WORKSPACE("environment of the workspace"),
    PATH("on the PATH"),
    USUAL_PLACE("installed on this machine");

    private final String words;

    PythonSource(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
