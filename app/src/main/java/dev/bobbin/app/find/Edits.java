package dev.bobbin.app.find;

import java.util.List;

/** What takes the places of matches. @param all in the order of the text, never overlapping */
public record Edits(List<Edit> all) {

    public Edits {
        all = List.copyOf(all);
    }

    /** How many there are. */
    public int size() {
        return all.size();
    }

    /** The text with all of them done. */
    public String applyTo(String text) {
        StringBuilder changed = new StringBuilder(text.length());
        int at = 0;
        for (Edit edit : all) {
            changed.append(text, at, edit.match().start()).append(edit.with());
            at = edit.match().end();
        }
        return changed.append(text, at, text.length()).toString();
    }

    /** Where a place of the text is once all of them are done. */
    public int moved(int place) {
        int now = place;
        for (Edit edit : all) {
            if (edit.match().start() >= place) {
                break;
            }
            now += edit.moved(place) - place;
        }
        return now;
    }
}
