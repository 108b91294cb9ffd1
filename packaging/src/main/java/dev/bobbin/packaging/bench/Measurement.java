package dev.bobbin.packaging.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured several times: one row of the report.
 *
 * @param name what was measured, such as {@code process start to window shown}
 * @param unit such as {@code ms} or {@code MB}
 * @param aim what is aimed at, in the same unit, if anything is
 * @param sorted the values, ascending; at least one
 */
@JsonPropertyOrder({"name", "unit", "count", "min", "p50", "p95", "p99", "max", "aim"})
record Measurement(
        @JsonProperty String name,
        @JsonProperty String unit,

        @JsonProperty @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Double aim,

        List<Double> sorted) {

    Measurement {
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured for: " + name);
        }
    }

    /** @param values in any order */
    static Measurement of(String name, String unit, @Nullable Double aim, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Measurement(name, unit, aim, Arrays.stream(sorted).boxed().toList());
    }

    /** The smallest value that at least this share of all values does not exceed (nearest rank). @param percent 0 to 100 */
    double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.clamp(rank - 1, 0, sorted.size() - 1));
    }

    @JsonProperty
    int count() {
        return sorted.size();
    }

    @JsonProperty
    double min() {
        return sorted.getFirst();
    }

    @JsonProperty
    double p50() {
        return percentile(50);
    }

    @JsonProperty
    double p95() {
        return percentile(95);
    }

    @JsonProperty
    double p99() {
        return percentile(99);
    }

    @JsonProperty
    double max() {
        return sorted.getLast();
    }
}
