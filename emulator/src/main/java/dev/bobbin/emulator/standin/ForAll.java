package dev.bobbin.emulator.standin;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Does something for each of several stand-ins, for all of them also when it fails for one. */
public final class ForAll {

    private ForAll() {}

    /** What is done. */
    @FunctionalInterface
    public interface Action<T> {
        void on(T each) throws IOException;
    }

    /** @throws IOException the first failure, with the others as suppressed ones, after all had their turn */
    public static <T> void of(Iterable<T> all, Action<T> action) throws IOException {
        @Nullable IOException failure = null;
        for (T each : all) {
            try {
                action.on(each);
            } catch (IOException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
