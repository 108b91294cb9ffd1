package dev.bobbin.app.code;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/**
 * Colours the lines of a code area that are on the screen, and others as they come into view: the work does not grow
 * with the text.
 */
public final class Colouring {

    /** A stretch with a style class. @param end offset after its last character */
    public record Stretch(int start, int end, String styleClass) {}

    private static final int LINES_AHEAD = 60;
    private static final Duration SCROLLING_PAUSE = Duration.ofMillis(15);

    private final CodeArea area;
    private List<Token> tokens = List.of();
    private List<Stretch> marks = List.of();
    private boolean colouring;

    public Colouring(CodeArea area) {
        this.area = area;
        // Not at once: these events come in the middle of a layout, which a change of style would upset.
        area.viewportDirtyEvents().successionEnds(SCROLLING_PAUSE).subscribe(_ -> colour());
    }

    /** Takes over the tokens of the area's present text. */
    public void setTokens(List<Token> newTokens) {
        tokens = newTokens;
        colour();
    }

    /** Takes over stretches marked on top of the tokens, in order, never overlapping. */
    public void setMarks(List<Stretch> newMarks) {
        marks = newMarks;
        colour();
    }

    private void colour() {
        if (colouring || area.getVisibleParagraphs().isEmpty()) {
            return;
        }
        colouring = true;
        try {
            int first = Math.max(0, area.firstVisibleParToAllParIndex() - LINES_AHEAD);
            int last = Math.min(area.getParagraphs().size() - 1, area.lastVisibleParToAllParIndex() + LINES_AHEAD);
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
        if (length == 0) {
            return;
        }
        StyleSpans<Collection<String>> wanted =
                spans(tokens, offset, length, t -> t.kind().styleClass());
        if (!marks.isEmpty()) {
            StyleSpans<Collection<String>> marked = markSpans(offset, length);
            wanted = wanted.overlay(marked, (base, mark) -> mark.isEmpty() ? base : joined(base, mark));
        }
        if (!wanted.equals(area.getStyleSpans(line))) {
            area.setStyleSpans(line, 0, wanted);
        }
    }

    private static Collection<String> joined(Collection<String> base, Collection<String> mark) {
        return base.isEmpty()
                ? mark
                : List.of(base.iterator().next(), mark.iterator().next());
    }

    private static StyleSpans<Collection<String>> spans(
            List<Token> tokens, int offset, int length, Function<Token, String> style) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int at = 0;
        for (int i = firstEndingAfter(tokens, offset); i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int from = Math.max(at, token.start() - offset);
            int to = Math.min(length, token.end() - offset);
            if (from >= length) {
                break;
            }
            if (to > from) {
                spans.add(Collections.emptyList(), from - at);
                spans.add(List.of(style.apply(token)), to - from);
                at = to;
            }
        }
        return spans.add(Collections.emptyList(), length - at).create();
    }

    private StyleSpans<Collection<String>> markSpans(int offset, int length) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int at = 0;
        for (Stretch mark : marks) {
            int from = Math.max(at, mark.start() - offset);
            int to = Math.min(length, mark.end() - offset);
            if (to > from) {
                spans.add(Collections.emptyList(), from - at);
                spans.add(List.of(mark.styleClass()), to - from);
                at = to;
            }
        }
        return spans.add(Collections.emptyList(), length - at).create();
    }

    private static int firstEndingAfter(List<Token> tokens, int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
