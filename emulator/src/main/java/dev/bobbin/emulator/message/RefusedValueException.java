package dev.bobbin.emulator.message;

import org.jspecify.annotations.Nullable;

/** A value that somebody wrote cannot be taken; why is a sentence for people, in whatever language they read. */
public final class RefusedValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient Message said;

    private RefusedValueException(Message said) {
        super(said.english());
        this.said = said;
    }

    /** A refusal. @param key of its text @param values of the text's places, see {@link Message#of} */
    public static RefusedValueException of(String key, @Nullable Object... values) {
        return new RefusedValueException(Message.of(key, values));
    }

    /** What to tell people. */
    public Message said() {
        return said;
    }
}
