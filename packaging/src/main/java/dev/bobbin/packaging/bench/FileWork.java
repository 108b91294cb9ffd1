package dev.bobbin.packaging.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files of a lakehouse through the storage clients, with a plain copy of the same file as the yardstick. */
final class FileWork implements Benchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double COPY_AIM = 1.5;
    private static final double LISTING_AIM = 3;
    private static final int MANY = 100_000;
    private static final int MEGABYTE = 1024 * 1024;
    private static final Map<String, Long> SIZES =
            Map.of("1 KB", 1024L, "10 MB", 10L * MEGABYTE, "1 GB", 1024L * MEGABYTE);

    private final Path work;

    /** @param work an empty folder */
    FileWork(Path work) {
        this.work = work.resolve("files");
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public List<Measurement> measure() throws IOException {
        List<Measurement> rows = new ArrayList<>();
        try (FunctionItem item = new FunctionItem(work, "lake_functions.py")) {
            for (String size : List.of("1 KB", "10 MB", "1 GB")) {
                transfer(rows, item, size, SIZES.getOrDefault(size, 0L));
            }
            listing(rows, item);
        }
        return rows;
    }

    private void transfer(List<Measurement> rows, FunctionItem item, String name, long size) throws IOException {
        boolean small = size < MEGABYTE;
        JsonNode times = item.call(
                "transfer",
                JSON.createObjectNode()
                        .put("folder", work.toString())
                        .put("size", size)
                        .put("rounds", small ? 20 : 3)
                        .toString());
        rows.add(Measurement.of(
                "plain copy of " + name, "ms", null, times.path("copy").asDouble()));
        compare(rows, times, "upload of " + name, "upload", "copy", small ? null : COPY_AIM);
        compare(rows, times, "download of " + name, "download", "copy", small ? null : COPY_AIM);
        rows.add(Measurement.of(
                "plain read of " + name, "ms", null, times.path("plainRead").asDouble()));
        compare(rows, times, "readall of " + name, "readall", "plainRead", small ? null : COPY_AIM);
    }

    /** Two rows: what something takes, and how many times as long as by plain means that is. */
    private static void compare(
            List<Measurement> rows, JsonNode times, String title, String way, String plainly, @Nullable Double aim) {
        double taken = times.path(way).asDouble();
        rows.add(Measurement.of(title, "ms", null, taken));
        rows.add(Measurement.of(
                title + ", times plain", "x", aim, taken / times.path(plainly).asDouble()));
    }

    private void listing(List<Measurement> rows, FunctionItem item) throws IOException {
        Path many = Files.createDirectories(item.standIns().resolve("Lake.lakehouse/Files/many"));
        for (int i = 0; i < MANY; i++) {
            Files.createFile(many.resolve("f" + i + ".csv"));
        }
        JsonNode times = item.call(
                "listing",
                JSON.createObjectNode().put("folder", many.toString()).toString());
        rows.add(Measurement.of(
                "os.scandir of 100,000 files", "ms", null, times.path("plain").asDouble()));
        compare(rows, times, "listing of 100,000 paths", "listing", "plain", LISTING_AIM);
    }
}
