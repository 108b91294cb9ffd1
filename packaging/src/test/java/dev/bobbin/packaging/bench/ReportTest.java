package dev.bobbin.packaging.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @Test
    void percentilesAreNearestRanksOfTheValuesInAnyOrder() {
        double[] values =
                IntStream.rangeClosed(1, 1000).mapToDouble(i -> 1001 - i).toArray();

        Measurement row = Measurement.of("calls", "ms", null, values);

        assertThat(List.of(row.min(), row.p50(), row.p95(), row.p99(), row.max()))
                .containsExactly(1.0, 500.0, 950.0, 990.0, 1000.0);
    }

    @Test
    void aSingleValueIsEveryPercentile() {
        Measurement row = Measurement.of("start", "ms", 1000.0, 917);

        assertThat(row.p50()).isEqualTo(row.p99()).isEqualTo(917);
    }

    @Test
    void aRowWithoutValuesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Measurement.of("start", "ms", null))
                .withMessageContaining("start");
    }

    @Test
    void fileAndTableTellTheSame(@TempDir Path folder) throws Exception {
        Report report = Report.of(
                Machine.here(),
                List.of(
                        new Section(
                                "start",
                                List.of(Measurement.of("process start to window shown", "ms", 1000.0, 950, 900, 1100))),
                        new Section("calls", List.of(Measurement.of("a call", "ms", null, 0.25)))),
                List.of("Measured without a display."));
        Path file = folder.resolve("new/bench.json");

        report.writeTo(file);

        JsonNode json = new ObjectMapper().readTree(file.toFile());
        JsonNode first = json.at("/sections/0/measurements/0");
        assertThat(json.at("/sections/0/name").asText()).isEqualTo("start");
        assertThat(first.path("name").asText()).isEqualTo("process start to window shown");
        assertThat(first.path("p50").asDouble()).isCloseTo(950, within(1e-9));
        assertThat(first.path("aim").asDouble()).isCloseTo(1000, within(1e-9));
        assertThat(json.at("/sections/1/measurements/0").has("aim")).isFalse();
        assertThat(json.at("/machine/processors").asInt()).isPositive();
        assertThat(report.table())
                .containsPattern("process start to window shown +3 +950 +1100 +1100 +1000 +ms")
                .containsPattern("a call +1 +0\\.250")
                .contains("Measured without a display.");
    }
}
