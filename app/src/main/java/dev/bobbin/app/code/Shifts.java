package dev.bobbin.app.code;

import java.util.ArrayList;
import java.util.List;

/**
 * Where places of a text have gone since it was edited: places are known for the text of a moment ago, and must not be
 * looked up in the present one as they are.
 */
final class Shifts {

    private record Edit(int position, int removed, int inserted) {}

    private final List<Edit> edits = new ArrayList<>();

    /** Something was written in place of something else. */
    void edited(int position, int removed, int inserted) {
        edits.add(new Edit(position, removed, inserted));
    }

    /** The places known are those of the present text. */
    void clear() {
        edits.clear();
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    /** Where the beginning of a stretch is now. What is written right before it does not belong to it. */
    int start(int place) {
        int now = place;
        for (Edit edit : edits) {
            if (now >= edit.position() + edit.removed()) {
                now += edit.inserted() - edit.removed();
            } else if (now > edit.position()) {
                now = edit.position() + edit.inserted();
            }
        }
        return now;
    }

    /** Where the end of a stretch is now. What is written right behind it belongs to it, as a word goes on. */
    int end(int place) {
        int now = place;
        for (Edit edit : edits) {
            if (now >= edit.position() + edit.removed()) {
                now += edit.inserted() - edit.removed();
            } else if (now > edit.position()) {
                now = edit.position();
            }
        }
        return now;
    }
}
