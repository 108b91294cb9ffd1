package dev.bobbin.app.workspace;

/** Line ends: an editor knows one kind, a file keeps its own. */
public final class LineEnds {

    private LineEnds() {}

    /** A file's text as the editor holds it. */
    public static String inEditor(String onDisk) {
        return onDisk.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The editor's text with the line ends of the file it goes to. */
    public static String onDisk(String inEditor, String fileBefore) {
        return fileBefore.contains("\r\n") ? inEditor.replace("\n", "\r\n") : inEditor;
    }
}
