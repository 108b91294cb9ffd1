package dev.bobbin.app.help;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Finds the parts of a page that hold some words, and steps through them. */
final class PageSearch {

    private final List<String> texts;
    private List<Integer> found = List.of();
    private int current = -1;

    /** @param texts what the parts of the page say, from top to bottom */
    PageSearch(List<String> texts) {
        this.texts = texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
    }

    /** Looks for words, whatever their case; no words find nothing. */
    void find(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        found = wanted.isEmpty()
                ? List.of()
                : IntStream.range(0, texts.size())
                        .filter(i -> texts.get(i).contains(wanted))
                        .boxed()
                        .toList();
        current = found.isEmpty() ? -1 : 0;
    }

    /** Goes on to the next place, from the last one to the first; or back. */
    void step(boolean forward) {
        if (!found.isEmpty()) {
            current = Math.floorMod(current + (forward ? 1 : -1), found.size());
        }
    }

    /** Whether a part holds the words. */
    boolean holds(int part) {
        return found.contains(part);
    }

    /** The part that is looked at; -1 when there is none. */
    int part() {
        return current < 0 ? -1 : found.get(current);
    }

    /** Which of the places it is, from 1; 0 when there is none. */
    int place() {
        return current + 1;
    }

    int places() {
        return found.size();
    }
}
