package dev.bobbin.emulator.standin.tables.delta;

import io.delta.kernel.utils.CloseableIterator;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Iterators as Kernel takes them. */
final class Iterators {

    private Iterators() {}

    static <T> CloseableIterator<T> of(Iterator<T> values) {
        return new CloseableIterator<>() {
            @Override
            public boolean hasNext() {
                return values.hasNext();
            }

            @Override
            public T next() {
                return values.next();
            }

            @Override
            public void close() {
                // Nothing is held open.
            }
        };
    }

    /** Gives one value after another. */
    interface Source<T> extends Closeable {
        /** The next value; null at the end. */
        @Nullable
        T next() throws IOException;
    }

    static <T> CloseableIterator<T> of(Source<T> source) {
        return new Pulled<>(source);
    }

    private static final class Pulled<T> implements CloseableIterator<T> {

        private final Source<T> source;
        private @Nullable T following;
        private boolean ended;

        Pulled(Source<T> source) {
            this.source = source;
        }

        @Override
        public boolean hasNext() {
            if (following == null && !ended) {
                try {
                    following = source.next();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                ended = following == null;
            }
            return following != null;
        }

        @Override
        public T next() {
            if (!hasNext() || following == null) {
                throw new NoSuchElementException();
            }
            T value = following;
            following = null;
            return value;
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
