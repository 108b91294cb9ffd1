package dev.bobbin.packaging.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Documents of a Cosmos DB stand-in: point reads and queries over 100,000 of them. */
final class DocumentWork implements Benchmark {

    private static final int DOCUMENTS = 100_000;

    private final Path work;

    /** @param work an empty folder */
    DocumentWork(Path work) {
        this.work = work.resolve("documents");
    }

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public List<Measurement> measure() throws IOException {
        try (FunctionItem item = new FunctionItem(work, "lake_functions.py")) {
            Path seed = Files.createDirectories(item.standIns().resolve("store.cosmos/seed/bench"));
            Files.writeString(
                    seed.resolve("items.settings.json"),
                    "{\"partitionKey\": {\"paths\": [\"/kind\"], \"kind\": \"Hash\"}}");
            try (BufferedWriter out = Files.newBufferedWriter(seed.resolve("items.json"))) {
                for (int i = 0; i < DOCUMENTS; i++) {
                    out.write("{\"id\": \"d" + i + "\", \"kind\": \"k" + i % 100 + "\", \"price\": " + i % 1000
                            + ".5, \"tags\": [\"a\", \"b" + i % 7 + "\"]}\n");
                }
            }
            JsonNode times = item.call("documents", "{\"count\": " + DOCUMENTS + "}");
            return List.of(
                    row("point read among 100,000 documents", times, "point"),
                    row("query of one partition (1,000 documents)", times, "partition"),
                    row("query with a filter over 100,000 documents", times, "filter"),
                    row("GROUP BY over 100,000 documents", times, "group"),
                    row("TOP 10 with ORDER BY over 100,000 documents", times, "top"));
        }
    }

    private static Measurement row(String name, JsonNode times, String key) {
        return Measurement.of(name, "ms", null, times.path(key).asDouble());
    }
}
