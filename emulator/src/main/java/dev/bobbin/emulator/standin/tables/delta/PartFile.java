package dev.bobbin.emulator.standin.tables.delta;

import dev.bobbin.emulator.standin.parquet.ParquetFile;
import io.delta.kernel.DataWriteContext;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One data file of a table while it is written. */
final class PartFile {

    private final Path path;
    private final DataWriteContext context;
    private final ParquetFile file;
    private final int[] columns;
    private final FileStatistics statistics;
    private long rows;

    private PartFile(Path path, DataWriteContext context, ParquetFile file, int[] columns, FileStatistics statistics) {
        this.path = path;
        this.context = context;
        this.file = file;
        this.columns = columns;
        this.statistics = statistics;
    }

    /**
     * @param logical the columns of the table
     * @param stored those of the file, in the same order and perhaps of other names, without those of the partition
     * @param partitioned places of the columns that are not stored
     */
    static PartFile begin(DataWriteContext context, StructType logical, StructType stored, Set<Integer> partitioned)
            throws IOException {
        int[] columns = IntStream.range(0, logical.length())
                .filter(i -> stored.length() == logical.length() || !partitioned.contains(i))
                .toArray();
        String target = context.getTargetDirectory();
        Path folder = target.startsWith("file:") ? Path.of(URI.create(target)) : Path.of(target);
        Files.createDirectories(folder);
        Path path = folder.resolve("part-00000-" + UUID.randomUUID() + "-c000.snappy.parquet");
        return new PartFile(path, context, ParquetFile.create(path, stored), columns, new FileStatistics(stored));
    }

    Path path() {
        return path;
    }

    DataWriteContext context() {
        return context;
    }

    long rows() {
        return rows;
    }

    /** @param row in the order of the table's columns */
    void write(@Nullable Object[] row) throws IOException {
        @Nullable Object[] kept = new @Nullable Object[columns.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = row[columns[i]];
        }
        file.write(kept);
        statistics.add(kept);
        rows++;
    }

    /** Closes the file and tells of it. */
    DataFileStatus finish() throws IOException {
        file.close();
        return new DataFileStatus(
                path.toString(),
                Files.size(path),
                Files.getLastModifiedTime(path).toMillis(),
                Optional.of(statistics.result()));
    }

    /** Closes a file that nobody wants. */
    void drop() {
        try {
            file.close();
        } catch (IOException | RuntimeException e) {
            // It is deleted all the same.
        }
    }
}
