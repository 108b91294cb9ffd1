package dev.bobbin.emulator.signature;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSInputEdit;
import org.treesitter.TSPoint;
import org.treesitter.TSTree;

/**
 * The native tree of a long text parsed lately. The parser reuses what an edit did not touch, so that a key pressed in a
 * long file costs a millisecond. There is one; whoever takes it owns it, and another thread parses from the beginning.
 */
record KnownTree(TSTree tree) {

    /** Shorter texts are parsed in no time. */
    private static final int SHORTEST = 4_000;

    private record Kept(TSTree tree, byte[] utf8) {}

    private static final AtomicReference<@Nullable Kept> KEPT = new AtomicReference<>();

    /** The tree, told of the edit that makes its text this one; null when there is none to start from. The caller closes it. */
    static @Nullable KnownTree take(byte[] utf8) {
        if (utf8.length < SHORTEST) {
            return null;
        }
        Kept kept = KEPT.getAndSet(null);
        if (kept == null) {
            return null;
        }
        byte[] before = kept.utf8();
        int most = Math.min(before.length, utf8.length);
        int mismatch = Arrays.mismatch(before, 0, most, utf8, 0, most);
        int same = mismatch < 0 ? most : mismatch;
        int tail = 0;
        while (tail < most - same && before[before.length - 1 - tail] == utf8[utf8.length - 1 - tail]) {
            tail++;
        }
        if (same + tail < most / 2) {
            kept.tree().close();
            return null;
        }
        kept.tree()
                .edit(new TSInputEdit(
                        same,
                        before.length - tail,
                        utf8.length - tail,
                        point(before, same),
                        point(before, before.length - tail),
                        point(utf8, utf8.length - tail)));
        return new KnownTree(kept.tree());
    }

    /** Keeps a tree for the next edit, or closes it when its text is short. */
    static void keep(TSTree tree, byte[] utf8) {
        Kept before = utf8.length < SHORTEST ? new Kept(tree, utf8) : KEPT.getAndSet(new Kept(tree, utf8));
        if (before != null) {
            before.tree().close();
        }
    }

    private static TSPoint point(byte[] utf8, int offset) {
        int row = 0;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            if (utf8[i] == '\n') {
                row++;
                lineStart = i + 1;
            }
        }
        return new TSPoint(row, offset - lineStart);
    }
}
