package dev.bobbin.app.shell;

import java.util.function.BiFunction;
import javafx.beans.property.StringProperty;

/** How large everything is, in percent, remembered for the next start. */
final class Zoom {

    private static final int STEP = 10;
    private static final int USUAL = 100;
    private static final int PRESENTING = 150;

    private final StringProperty percent;
    private int before = USUAL;

    Zoom(ZoomPane pane, BiFunction<String, String, StringProperty> settings) {
        percent = settings.apply("zoom", String.valueOf(USUAL));
        percent.addListener((_, _, _) -> pane.zoomProperty().set(now() / (double) USUAL));
        pane.zoomProperty().set(now() / (double) USUAL);
    }

    void in() {
        set(now() + STEP);
    }

    void out() {
        set(now() - STEP);
    }

    void reset() {
        set(USUAL);
    }

    /** Large type for a room full of people, and back to the size before. */
    void present(boolean on) {
        if (on) {
            before = now();
        }
        set(on ? PRESENTING : before);
    }

    private void set(int wanted) {
        percent.set(String.valueOf(within(wanted)));
    }

    private int now() {
        try {
            return within(Integer.parseInt(percent.get()));
        } catch (NumberFormatException _) {
            return USUAL;
        }
    }

    private static int within(int wanted) {
        return (int) Math.clamp(wanted, ZoomPane.LEAST * USUAL, ZoomPane.MOST * USUAL);
    }
}
