package dev.bobbin.app.workspace;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What a run has streamed so far, for looking on: its end, when it is long. For use on the FX thread only. */
public final class StreamedText {

    /** Most characters kept; the whole becomes the result's output. */
    static final int LIMIT = 50_000;

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

    /** The text; empty while nothing is streamed. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Adds pieces, in order. */
    public void append(List<String> pieces) {
        String whole = text.get() + pieces.stream().collect(Collectors.joining());
        text.set(whole.length() > LIMIT ? "…" + whole.substring(whole.length() - LIMIT) : whole);
    }

    /** Forgets it all. */
    public void clear() {
        text.set("");
    }
}
