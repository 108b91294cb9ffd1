package dev.bobbin.packaging.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * All that one run of the benchmark found.
 *
 * @param remarks how it was measured, and what could not be
 */
record Report(
        @JsonProperty String measuredAt,
        @JsonProperty Machine machine,
        @JsonProperty List<Section> sections,
        @JsonProperty List<String> remarks) {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Report of(Machine machine, List<Section> sections, List<String> remarks) {
        return new Report(Instant.now().toString(), machine, List.copyOf(sections), List.copyOf(remarks));
    }

    void writeTo(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writeValueAsString(this) + "\n");
    }

    /** A table of fixed width, for people. */
    String table() {
        StringBuilder text = new StringBuilder(machine.description()).append("\n\n");
        String line = "%-62s %5s %9s %9s %9s %9s  %s%n";
        for (Section section : sections) {
            text.append(String.format(Locale.ROOT, line, section.name(), "times", "p50", "p95", "p99", "aim", "unit"));
            for (Measurement row : section.measurements()) {
                text.append(String.format(
                        Locale.ROOT,
                        line,
                        "  " + row.name(),
                        row.count(),
                        number(row.p50()),
                        number(row.p95()),
                        number(row.p99()),
                        row.aim() == null ? "" : number(row.aim()),
                        row.unit()));
            }
        }
        remarks.forEach(remark -> text.append('\n').append(remark));
        return text.append('\n').toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 1 ? "%.1f" : "%.3f", value);
    }
}
