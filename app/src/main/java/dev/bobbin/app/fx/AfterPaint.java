package dev.bobbin.app.fx;

import java.util.ArrayDeque;
import java.util.Queue;
import javafx.animation.AnimationTimer;

/**
 * Does what takes long on the FX thread once what is shown before it has been painted, one thing a frame: together, things
 * that are quick enough by themselves would hold the window. For use on the FX thread.
 */
public final class AfterPaint {

    /** A change is laid out in one frame, painted beside the next and shown with the third. */
    private static final int FRAMES = 3;

    private static final Queue<Waiting> WAITING = new ArrayDeque<>();
    private static final AnimationTimer TIMER = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame++;
            Waiting next = WAITING.peek();
            if (next == null) {
                stop();
            } else if (next.frame() <= frame) {
                WAITING.remove();
                next.action().run();
            }
        }
    };

    /** How many frames there have been while something waited. */
    private static long frame;

    private AfterPaint() {}

    /** @param frame from when on it may be done */
    private record Waiting(Runnable action, long frame) {}

    /** Does it in a moment, after what was asked for before. */
    public static void run(Runnable action) {
        WAITING.add(new Waiting(action, frame + FRAMES));
        TIMER.start();
    }
}
