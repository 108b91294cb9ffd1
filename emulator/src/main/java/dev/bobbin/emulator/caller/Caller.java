package dev.bobbin.emulator.caller;

import java.util.List;

/**
 * A way functions are called, as data read from {@code callers.json}.
 *
 * @param id such as {@code notebook}
 * @param title for people
 * @param runsAs whose name the context carries
 * @param numbers how it sends numbers
 * @param collections how it sends lists and objects
 * @param empty how it sends a value that was left empty
 * @param needsText whether it can only show a result that is text
 * @param notes what one has to know, in plain words
 */
public record Caller(
        String id,
        String title,
        RunsAs runsAs,
        Numbers numbers,
        Collections collections,
        Empty empty,
        boolean needsText,
        List<Note> notes) {

    /** Whose name the context carries. */
    public enum RunsAs {
        /** The user who acts: presses the button, runs the cell, sends the request. */
        ACTING_USER,
        /** The owner of the pipeline, rule or schedule, whoever caused the run. */
        OWNER
    }

    /** How numbers are sent. */
    public enum Numbers {
        AS_NUMBERS,
        /** What people type is text. */
        AS_TEXT
    }

    /** How lists and objects are sent. */
    public enum Collections {
        AS_JSON,
        /** One line of text that holds the JSON; the function's parameter is filled from it all the same. */
        AS_JSON_TEXT,
        /** There is no way to fill such a parameter: it is left out. */
        NOT_SENT
    }

    /** How an empty value is sent. */
    public enum Empty {
        AS_NULL,
        LEFT_OUT
    }

    /**
     * One thing to know.
     *
     * @param source the document it comes from; {@code assumed} when none says so
     */
    public record Note(String text, String source) {

        /** Whether no document says so. */
        public boolean assumed() {
            return source.equals("assumed");
        }
    }

    public Caller {
        notes = List.copyOf(notes);
    }
}
