package dev.bobbin.emulator.message;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Something failed, and its message is a sentence for people, in whatever language they read; as an exception in English. */
public final class PlainException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Message said;

    private PlainException(Message said) {
        super(said.english());
        this.said = said;
    }

    /** A failure. @param key of its text @param values of the text's places, see {@link Message#of} */
    public static PlainException of(String key, @Nullable Object... values) {
        return of(Message.of(key, values));
    }

    /** A failure that a message tells of. */
    public static PlainException of(Message said) {
        return new PlainException(said);
    }

    /** With what led to it. */
    public PlainException because(Throwable cause) {
        initCause(cause);
        return this;
    }

    /** What to tell people. */
    public Message said() {
        return said;
    }

    /** What an exception says, as a value of a message: in the reader's language when it can be said so. */
    public static Object wordsOf(Throwable e) {
        return e instanceof PlainException plain ? plain.said() : String.valueOf(e.getMessage());
    }
}
