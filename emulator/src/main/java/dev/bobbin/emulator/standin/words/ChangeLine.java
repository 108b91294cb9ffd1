package dev.bobbin.emulator.standin.words;

import dev.bobbin.emulator.standin.Change;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of changes.
 *
 * @param kind says it with a sign, so that colour is not needed
 * @param words in the language that was asked for
 * @param change what it belongs to
 * @param row the row it is about; null when it is about the change as a whole
 */
public record ChangeLine(Kind kind, String words, Change change, Change.@Nullable RowChange row) {

    /** What a line tells. */
    public enum Kind {
        /** A place, and how much has changed there, or what is left out of the list. */
        HEADING,
        ADDED,
        CHANGED,
        REMOVED;

        static Kind of(Change.Kind kind) {
            return switch (kind) {
                case CREATED -> ADDED;
                case CHANGED -> CHANGED;
                case DELETED -> REMOVED;
            };
        }

        /** What became of a thing of which there is a form before, after, or both. */
        static Kind of(@Nullable String before, @Nullable String after) {
            return before == null ? ADDED : after == null ? REMOVED : CHANGED;
        }
    }
}
