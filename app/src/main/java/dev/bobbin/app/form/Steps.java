package dev.bobbin.app.form;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The states something was in before it is as it is, to go back to and forth again. @param <T> a state, immutable */
final class Steps<T> {

    /** Most states kept; the oldest are forgotten. */
    private static final int MOST = 50;

    private final Deque<T> before = new ArrayDeque<>();
    private final Deque<T> after = new ArrayDeque<>();

    /** Forgets everything: something else begins. */
    void clear() {
        before.clear();
        after.clear();
    }

    /** Notes that a state was left by a change. */
    void left(T state) {
        after.clear();
        before.push(state);
        if (before.size() > MOST) {
            before.removeLast();
        }
    }

    /** The state before the present one; empty when none is known. */
    Optional<T> back(T present) {
        return move(before, after, present);
    }

    /** The state that was last gone back from; empty when there is none. */
    Optional<T> forth(T present) {
        return move(after, before, present);
    }

    private Optional<T> move(Deque<T> from, Deque<T> to, T present) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        to.push(present);
        return Optional.of(from.pop());
    }
}
