package dev.bobbin.app.fx;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What the values of a choice are called; nobody writes them. */
public final class Words<T> extends StringConverter<T> {

    private final Function<T, String> words;

    public Words(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public @Nullable T fromString(String written) {
        return null;
    }
}
