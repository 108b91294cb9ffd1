package dev.bobbin.packaging.bench;

import java.io.IOException;
import java.util.List;

/** Memory the bench occupies once it has started. */
record IdleMemory(WindowStarts starts) implements Benchmark {

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Measurement> measure() throws IOException, InterruptedException {
        return starts.memory();
    }
}
