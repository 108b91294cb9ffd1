package dev.bobbin.packaging.bench;

import java.io.IOException;

/** Takes times. */
final class Timing {

    private Timing() {}

    /** Something that takes time. */
    interface Work {
        void run() throws IOException;
    }

    /** How long it takes, in milliseconds. */
    static double millis(Work work) throws IOException {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    /** How long it takes each time, in milliseconds. */
    static double[] millis(int times, Work work) throws IOException {
        double[] values = new double[times];
        for (int i = 0; i < times; i++) {
            values[i] = millis(work);
        }
        return values;
    }
}
