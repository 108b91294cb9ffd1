package dev.bobbin.emulator.caller;

import dev.bobbin.emulator.message.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way functions are called, as data read from {@code callers.json}.
 *
 * @param id such as {@code notebook}
 * @param runsAs whose name the context carries
 * @param scalars how it sends single values
 * @param collections how it sends lists and objects
 * @param empty what it does about a value that was left empty
 * @param reservedName a parameter name it needs for itself; null when there is none
 * @param needsText whether it can only show a result that is text
 * @param notes what one has to know, in plain words
 */
public record Caller(
        String id,
        RunsAs runsAs,
        Scalars scalars,
        Collections collections,
        Empty empty,
        @Nullable String reservedName,
        boolean needsText,
        List<Note> notes) {

    /** Whose name the context carries. */
    public enum RunsAs {
        /** The user who acts: presses the button, runs the cell, sends the request. */
        ACTING_USER,
        /** The owner of the pipeline, rule or schedule, whoever caused the run. */
        OWNER
    }

    /** How single values are sent. */
    public enum Scalars {
        AS_GIVEN,
        /** What people type is text, also when it is a number. */
        NUMBERS_AS_TEXT,
        /** As the type the function gives the parameter; see {@link DeclaredType}. */
        AS_DECLARED
    }

    /** How lists and objects are sent. */
    public enum Collections {
        AS_JSON,
        /** One line of text that holds the JSON; the function's parameter is filled from it all the same. */
        AS_JSON_TEXT
    }

    /** What is done about an empty value. */
    public enum Empty {
        AS_NULL,
        LEFT_OUT,
        /** There is no call before every parameter without a default value has one. */
        HOLDS_BACK
    }

    /**
     * One thing to know.
     *
     * @param id of its text
     * @param source the document it comes from; {@code assumed} when none says so
     */
    public record Note(String id, String source) {

        /** It in plain words. */
        public Message text() {
            return Message.of("caller.note." + id);
        }

        /** Whether no document says so. */
        public boolean assumed() {
            return source.equals("assumed");
        }
    }

    public Caller {
        notes = List.copyOf(notes);
    }

    /** What people call it, as the beginning of a sentence. */
    public Message title() {
        return Message.of("caller.title." + id);
    }
}
