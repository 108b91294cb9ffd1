package dev.bobbin.packaging.bench.window;

import static dev.bobbin.packaging.bench.window.WindowDriver.node;
import static dev.bobbin.packaging.bench.window.WindowDriver.onFx;
import static dev.bobbin.packaging.bench.window.WindowDriver.press;
import static dev.bobbin.packaging.bench.window.WindowDriver.scene;

import dev.bobbin.app.code.CodeArea;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;

/** Keys in the middle of a script of 5,000 lines, as fast as a quick typist's. */
final class Typing {

    private static final int WARM_KEYS = 100;
    private static final int KEYS = 300;
    private static final long TYPING_PAUSE_MILLIS = 60;
    private static final double NANOS = 1e6;
    private static final double AIM = 16.0;

    private Typing() {}

    static void measure(Figures figures) throws InterruptedException, IOException {
        CodeArea area = onFx(() -> node("#editor", CodeArea.class));
        onFx(() -> {
            int middle = area.getParagraphs().size() / 2;
            area.moveTo(middle, area.getParagraphLength(middle));
            area.showParagraphAtCenter(middle);
            area.requestFocus();
            return middle;
        });
        double[] computing = new double[KEYS];
        double[] clock = new double[KEYS];
        for (int i = -WARM_KEYS; i < KEYS; i++) {
            long[] took = key(area, i % 10 == 0);
            if (i >= 0) {
                computing[i] = took[0] / NANOS;
                clock[i] = took[1] / NANOS;
            }
            Thread.sleep(TYPING_PAUSE_MILLIS);
        }
        figures.write("key to painted in 5,000 lines, on the FX thread", AIM, computing);
        figures.write("key to painted in 5,000 lines, on the clock with the wait for the next frame", null, clock);
    }

    /** Time of the FX thread and of the clock from a key to the end of the frame that shows it, in nanoseconds. */
    private static long[] key(CodeArea area, boolean newLine) throws InterruptedException {
        long[] took = new long[2];
        CountDownLatch painted = new CountDownLatch(1);
        Platform.runLater(() -> {
            var threads = ManagementFactory.getThreadMXBean();
            long cpu = threads.getCurrentThreadCpuTime();
            long time = System.nanoTime();
            Runnable[] once = new Runnable[1];
            once[0] = () -> {
                scene().removePostLayoutPulseListener(once[0]);
                Platform.runLater(() -> {
                    took[0] = threads.getCurrentThreadCpuTime() - cpu;
                    took[1] = System.nanoTime() - time;
                    painted.countDown();
                });
            };
            scene().addPostLayoutPulseListener(once[0]);
            press(area, newLine ? KeyCode.ENTER : KeyCode.X, newLine ? "\r" : "x", false);
            Platform.requestNextPulse();
        });
        painted.await();
        return took;
    }
}
