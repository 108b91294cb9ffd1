package dev.bobbin.emulator.service;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why the process that runs functions could not finish a call.
 *
 * @param details what the texts of the kind name, such as {@code exitCode}
 */
public record EngineFault(Kind kind, Map<String, String> details) {

    /** What happened to the process. Each kind has an entry of its own in the catalogue of errors. */
    public enum Kind {
        /** There is no interpreter, or the system refuses to start it; details: {@code reason}. */
        NO_PYTHON,
        /** The interpreter ended before it was up; details: {@code exitCode}, {@code said}. */
        NOT_STARTED,
        /** The interpreter did not come up in time; details: {@code seconds}. */
        START_TOO_SLOW,
        /** Details: {@code megabytes}, the limit. */
        OUT_OF_MEMORY,
        /** User code has replaced parts of Python without which no answer can be made. */
        PYTHON_REPLACED,
        /** User code has closed the files through which the process answers. */
        CHANNEL_CLOSED,
        /** It sent more at once than Bobbin can take, and was ended for that. */
        SAID_TOO_MUCH,
        /** The interpreter failed where Python code cannot catch it. */
        INTERPRETER_FAILED,
        /** Details: {@code signal}, its number. */
        KILLED,
        /** It ended before the function did; details: {@code exitCode}. */
        ENDED,
        /** Another program wrote into its answer. */
        ANSWER_DAMAGED,
        /** It was ended because of something else that ran in it. */
        REPLACED,
        /** The engine was closed. */
        CLOSED,
        /** Bobbin itself failed; details: {@code reason}. */
        INTERNAL;

        /** Id of its entry in the catalogue. */
        String id() {
            return "engine." + name();
        }
    }

    public EngineFault {
        details = Map.copyOf(details);
    }

    /** A fault whose kind says it all. */
    public EngineFault(Kind kind) {
        this(kind, Map.of());
    }

    /** A fault with one detail. */
    public EngineFault(Kind kind, String detail, @Nullable Object value) {
        this(kind, Map.of(detail, String.valueOf(value)));
    }

    /** What happened and what to do, in two English sentences: what envelopes and the engine's state say. */
    public String text() {
        return ErrorTexts.ENGLISH.text(this);
    }
}
