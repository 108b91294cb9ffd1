package dev.bobbin.app.code;

import dev.bobbin.app.fx.Controls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javafx.scene.Scene;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Colours the lines of a code area that are on the screen, and others as they come into view: the work does not grow
 * with the text.
 */
public final class Colouring {

    /** A stretch with a style class. @param end offset after its last character */
    public record Stretch(int start, int end, String styleClass) {}

    /** Stretches of one kind, and where they have gone since. */
    private record Layer(List<Stretch> stretches, Shifts shifts) {}

    private static final int LINES_AHEAD = 25;
    private static final Duration SCROLLING_PAUSE = Duration.ofMillis(15);
    private static final Duration TYPING_PAUSE = Duration.ofMillis(30);

    private final CodeArea area;
    private List<Token> tokens = List.of();
    private final Shifts tokenShifts = new Shifts();
    private final Map<String, Layer> marks = new TreeMap<>();
    /** Whose layout is waited for; null when none is. */
    private @Nullable Scene awaited;

    private boolean colouring;
    private int colouredFrom;
    private int colouredTo = -1;

    public Colouring(CodeArea area) {
        this.area = area;
        area.plainTextChanges().subscribe(change -> {
            int removed = change.getRemoved().length();
            int inserted = change.getInserted().length();
            tokenShifts.edited(change.getPosition(), removed, inserted);
            marks.values().forEach(layer -> layer.shifts().edited(change.getPosition(), removed, inserted));
        });
        // Not at once: these events come in the middle of a layout, which a change of style would upset.
        area.viewportDirtyEvents().successionEnds(SCROLLING_PAUSE).subscribe(_ -> colourOnceLaidOut());
    }

    /**
     * Waits for the area's layout: to ask which lines it shows before would make it lay them out without their font. Hears
     * of it from the scene, which keeps nothing alive once its window is gone, as a timer would.
     */
    private void colourOnceLaidOut() {
        Scene scene = area.getScene();
        if (scene == null) {
            colourWhatCame();
        } else if (scene != awaited) {
            awaited = scene;
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    if (area.getScene() != scene || !area.isNeedsLayout()) {
                        scene.removePostLayoutPulseListener(this);
                        awaited = null;
                        Controls.inNextTurn(Colouring.this::colourWhatCame);
                    }
                }
            });
            Controls.askForFrame();
        }
    }

    /** Finds what to colour by itself, now and whenever the text has changed: for texts that are quickly read. */
    public void follow(Function<String, List<Token>> lexer) {
        // In the middle of a change the area takes no colours.
        area.plainTextChanges().successionEnds(TYPING_PAUSE).subscribe(_ -> setTokens(lexer.apply(area.getText())));
        setTokens(lexer.apply(area.getText()));
    }

    /** Takes over the tokens of the area's present text. */
    public void setTokens(List<Token> newTokens) {
        tokens = newTokens;
        tokenShifts.clear();
        colour();
    }

    /**
     * Takes over the stretches of one layer, in order and never overlapping, in place of those it had. Layers lie on top
     * of the tokens and of each other.
     */
    public void setMarks(String layer, List<Stretch> stretches) {
        Layer before = marks.get(layer);
        boolean same = before == null
                ? stretches.isEmpty()
                : before.shifts().isEmpty() && before.stretches().equals(stretches);
        if (!same) {
            marks.put(layer, new Layer(List.copyOf(stretches), new Shifts()));
            colour();
        }
    }

    /** Colours lines that came into view; typing makes none come. */
    private void colourWhatCame() {
        if (area.getVisibleParagraphs().isEmpty()) {
            return;
        }
        boolean known =
                area.firstVisibleParToAllParIndex() >= colouredFrom && area.lastVisibleParToAllParIndex() <= colouredTo;
        if (!known) {
            colour();
        }
    }

    private void colour() {
        if (colouring) {
            return;
        }
        if (area.getVisibleParagraphs().isEmpty()) {
            // What comes into view is still to be coloured, also where lines before it were.
            colouredTo = -1;
            return;
        }
        colouring = true;
        try {
            int first = Math.max(0, area.firstVisibleParToAllParIndex() - LINES_AHEAD);
            int last = Math.min(area.getParagraphs().size() - 1, area.lastVisibleParToAllParIndex() + LINES_AHEAD);
            colouredFrom = first;
            colouredTo = last;
            int offset = area.getAbsolutePosition(first, 0);
            for (int line = first; line <= last; line++) {
                int length = area.getParagraphLength(line);
                colourLine(line, offset, length);
                offset += length + 1;
            }
        } finally {
            colouring = false;
        }
    }

    private void colourLine(int line, int offset, int length) {
        if (length == 0 || !area.hasColours(line)) {
            return;
        }
        StyleSpans<Collection<String>> wanted = spans(
                tokens,
                token -> tokenShifts.start(token.start()),
                token -> tokenShifts.end(token.end()),
                offset,
                length,
                token -> token.kind().styleClass());
        for (Layer layer : marks.values()) {
            Shifts shifts = layer.shifts();
            StyleSpans<Collection<String>> marked = spans(
                    layer.stretches(),
                    stretch -> shifts.start(stretch.start()),
                    stretch -> shifts.end(stretch.end()),
                    offset,
                    length,
                    Stretch::styleClass);
            if (marked.getSpanCount() > 1 || !marked.getStyleSpan(0).getStyle().isEmpty()) {
                wanted = wanted.overlay(marked, Colouring::joined);
            }
        }
        if (!wanted.equals(area.getStyleSpans(line))) {
            area.setStyleSpans(line, 0, wanted);
        }
    }

    private static Collection<String> joined(Collection<String> base, Collection<String> mark) {
        if (mark.isEmpty()) {
            return base;
        }
        List<String> both = new ArrayList<>(base);
        both.addAll(mark);
        return both;
    }

    private static <T> StyleSpans<Collection<String>> spans(
            List<T> parts,
            ToIntFunction<T> start,
            ToIntFunction<T> end,
            int offset,
            int length,
            Function<T, String> style) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int at = 0;
        for (int i = firstEndingAfter(parts, end, offset); i < parts.size(); i++) {
            T part = parts.get(i);
            int from = Math.max(at, start.applyAsInt(part) - offset);
            int to = Math.min(length, end.applyAsInt(part) - offset);
            if (from >= length) {
                break;
            }
            if (to > from) {
                spans.add(Collections.emptyList(), from - at);
                spans.add(List.of(style.apply(part)), to - from);
                at = to;
            }
        }
        return spans.add(Collections.emptyList(), length - at).create();
    }

    private static <T> int firstEndingAfter(List<T> parts, ToIntFunction<T> end, int offset) {
        int low = 0;
        int high = parts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (end.applyAsInt(parts.get(middle)) <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
