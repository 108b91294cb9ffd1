package dev.bobbin.packaging.bench;

import java.io.IOException;
import java.util.List;

/**
 * A group of measurements that belong together. A new one is added by naming it in {@link Benchmarks#all}. It measures
 * and asserts nothing; what shall be compared is measured within one run.
 */
interface Benchmark {

    /** One lower-case word, by which {@code packaging/bench} selects it. */
    String name();

    /**
     * Measures; takes seconds to minutes.
     *
     * @throws IOException when it could not be measured; the other benchmarks go on
     */
    List<Measurement> measure() throws IOException, InterruptedException;
}
