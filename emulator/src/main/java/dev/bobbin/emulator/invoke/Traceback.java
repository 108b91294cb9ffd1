package dev.bobbin.emulator.invoke;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a function failed.
 *
 * @param type exception class, such as {@code ZeroDivisionError}
 * @param message the exception's text
 * @param frames outermost first; frames of the emulator itself left out
 * @param text the traceback as Python prints it
 * @param missing what a lakehouse has not; null when that is not why
 */
public record Traceback(
        String type,
        String message,
        List<Frame> frames,
        String text,
        @Nullable MissingPath missing) {

    /** A file or folder that is not there. @param path from the Files folder of the lakehouse, in the service's words */
    public record MissingPath(String lakehouse, String path) {}

    /**
     * One level of the call stack.
     *
     * @param file absolute path
     * @param line from 1
     * @param code the line's text, stripped; null when it could not be read
     */
    public record Frame(
            String file,
            int line,
            String function,
            @Nullable String code) {}

    public Traceback {
        frames = List.copyOf(frames);
    }

    /** A failure that has nothing to do with a lakehouse. */
    public Traceback(String type, String message, List<Frame> frames, String text) {
        this(type, message, frames, text, null);
    }
}
