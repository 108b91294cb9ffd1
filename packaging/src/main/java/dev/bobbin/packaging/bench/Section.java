package dev.bobbin.packaging.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What one benchmark found.
 *
 * @param name of the benchmark
 */
record Section(@JsonProperty String name, @JsonProperty List<Measurement> measurements) {

    Section {
        measurements = List.copyOf(measurements);
    }
}
