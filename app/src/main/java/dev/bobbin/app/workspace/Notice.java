package dev.bobbin.app.workspace;

import java.util.List;

/**
 * A message inside the window, where others would open a dialog.
 *
 * @param id one of a kind: a newer notice of the same id takes the older one's place
 */
public record Notice(String id, Kind kind, String text, List<Choice> choices) {

    /** How much it matters. */
    public enum Kind {
        INFO,
        /** Asks about what the user has just wanted to do, and takes the keyboard. */
        QUESTION,
        /** Asks about what came from elsewhere; who is typing goes on doing so. */
        OFFER,
        ERROR;

        /** Whether it stays until it is answered. */
        public boolean asks() {
            return this == QUESTION || this == OFFER;
        }
    }

    /** A button of a notice; pressing it also takes the notice away. The first one is the one to suggest. */
    public record Choice(String label, Runnable action, boolean declines) {

        public Choice(String label, Runnable action) {
            this(label, action, false);
        }

        /** One that leaves all as it is, which Escape means. */
        public static Choice decline(String label, Runnable action) {
            return new Choice(label, action, true);
        }
    }

    public Notice {
        choices = List.copyOf(choices);
    }

    /** Something went wrong that needs no answer. */
    public static Notice error(String id, String text) {
        return new Notice(id, Kind.ERROR, text, List.of());
    }
}
