package dev.bobbin.packaging.bench;

import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * From a folder to the list of its functions.
 *
 * @param item an item folder
 */
record OpenItem(Path item) implements Benchmark {

    private static final int TIMES = 20;

    @Override
    public String name() {
        return "open";
    }

    @Override
    public List<Measurement> measure() throws IOException {
        double first = Timing.millis(this::open);
        return List.of(
                Measurement.of("open item to functions listed, first item", "ms", null, first),
                Measurement.of(
                        "open item to functions listed, further items", "ms", null, Timing.millis(TIMES, this::open)));
    }

    private void open() throws IOException {
        SourceParser.outline(ItemReader.read(item).script());
    }
}
