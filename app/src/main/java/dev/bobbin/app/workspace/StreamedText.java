package dev.bobbin.app.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** What a run has streamed so far, for looking on: its end, when it is long. For use on the FX thread only. */
public final class StreamedText {

    /** Most characters kept; the whole becomes the result's output. */
    static final int LIMIT = 50_000;

    /** Most pieces kept, the first ones. */
    static final int MOST_PIECES = 10_000;

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final List<StreamedPiece> pieces = new ArrayList<>();
    private @Nullable Instant first;

    /** A piece that has just come. */
    public record Arrival(String text, Instant time) {}

    /** The text; empty while nothing is streamed. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** The pieces, the first {@value #MOST_PIECES} of them. */
    public List<StreamedPiece> pieces() {
        return List.copyOf(pieces);
    }

    /** Adds pieces, in order. */
    public void append(List<Arrival> arrivals) {
        arrivals.forEach(this::note);
        String whole = text.get() + arrivals.stream().map(Arrival::text).collect(Collectors.joining());
        text.set(whole.length() > LIMIT ? "…" + whole.substring(whole.length() - LIMIT) : whole);
    }

    private void note(Arrival arrival) {
        Instant begin = first == null ? arrival.time() : first;
        first = begin;
        if (pieces.size() < MOST_PIECES) {
            String whole = arrival.text();
            pieces.add(new StreamedPiece(
                    pieces.size() + 1,
                    Duration.between(begin, arrival.time()),
                    whole.length(),
                    whole.substring(0, Math.min(whole.length(), StreamedPiece.LONGEST))));
        }
    }

    /** Forgets it all. */
    public void clear() {
        text.set("");
        pieces.clear();
        first = null;
    }
}
