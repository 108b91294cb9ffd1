package dev.bobbin.app.fx;

import javafx.animation.AnimationTimer;

/** Does something that takes long on the FX thread once what is shown before it has been painted. For use on the FX thread. */
public final class AfterPaint extends AnimationTimer {

    /** A change is laid out in one frame, painted beside the next and shown with the third. */
    private static final int FRAMES = 3;

    private final Runnable action;
    private int frames;

    private AfterPaint(Runnable action) {
        this.action = action;
    }

    /** Does it in a moment. */
    public static void run(Runnable action) {
        new AfterPaint(action).start();
    }

    @Override
    public void handle(long now) {
        frames++;
        if (frames == FRAMES) {
            stop();
            action.run();
        }
    }
}
