package dev.bobbin.emulator.standin.tables;

import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.FolderCopy;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.sql.transfer.CsvOptions;
import dev.bobbin.emulator.standin.sql.transfer.FileFormat;
import dev.bobbin.emulator.standin.sql.transfer.RowReader;
import dev.bobbin.emulator.standin.sql.transfer.TableImport.Mode;
import dev.bobbin.emulator.standin.tables.delta.DeltaWriter;
import io.delta.kernel.types.StructType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the rows of a file into {@code Tables} of a lakehouse as a Delta table, all or nothing. Other readers see the
 * table as it was until the last row is written. In CSV an empty field is null, as the SQL endpoint has it.
 *
 * @param table with its schema or without, such as {@code dbo.orders}
 * @param partitions names of columns by whose values the files are put into folders; of a new or replaced table only
 */
public record DeltaImport(
        StandIn.Lakehouse lakehouse,
        String table,
        Path file,
        FileFormat format,
        CsvOptions csv,
        DeltaColumns columns,
        Mode mode,
        List<String> partitions) {

    private static final int ROWS_A_STEP = 10_000;

    public DeltaImport {
        partitions = List.copyOf(partitions);
    }

    /**
     * Carries the import out.
     *
     * @param progress hears now and then how many rows are in
     * @param cancelled asked now and then; true ends the import, and nothing has happened
     * @return how many rows came in; -1 when it was cancelled
     * @throws IOException when the file or a row does not fit; the message names the place, and nothing has happened
     */
    public long run(LongConsumer progress, BooleanSupplier cancelled) throws IOException {
        DeltaPlace place = DeltaPlace.of(lakehouse, table);
        Optional<TableSource> existing = place.existing();
        boolean isDelta = existing.isPresent() && existing.get().format() == TableSource.Format.DELTA;
        if (existing.isPresent() && mode == Mode.CREATE) {
            throw PlainException.of("delta.exists", table);
        }
        if (existing.isPresent() && mode == Mode.APPEND && !isDelta) {
            throw PlainException.of("delta.other-format", table, existing.get().format());
        }
        if (isDelta && mode == Mode.APPEND) {
            return fill(DeltaWriter.append(existing.get().path(), lakehouse.path()), progress, cancelled);
        }
        if (isDelta) {
            Optional<DeltaWriter> next = nextVersion(existing.get().path());
            if (next.isPresent()) {
                return fill(next.get(), progress, cancelled);
            }
        }
        return makeNew(place, existing, progress, cancelled);
    }

    /** The next version of a table; none of a table too damaged to have one. */
    private Optional<DeltaWriter> nextVersion(Path path) {
        try {
            return Optional.of(DeltaWriter.replace(path, lakehouse.path(), columns.schema(), partitions));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Writes the table beside its place and moves it there when it is whole. */
    private long makeNew(DeltaPlace place, Optional<TableSource> old, LongConsumer progress, BooleanSupplier cancelled)
            throws IOException {
        Files.createDirectories(place.folder());
        Path unfinished = place.folder().resolve(".~bobbin-" + UUID.randomUUID());
        try {
            Files.createDirectory(unfinished);
            long rows = fill(
                    DeltaWriter.create(unfinished, lakehouse.path(), columns.schema(), partitions),
                    progress,
                    cancelled);
            if (rows >= 0) {
                FolderCopy.replace(unfinished, place.path());
                if (old.isPresent() && !old.get().path().equals(place.path())) {
                    FolderCopy.delete(old.get().path());
                }
            }
            return rows;
        } finally {
            FolderCopy.delete(unfinished);
        }
    }

    private long fill(DeltaWriter begun, LongConsumer progress, BooleanSupplier cancelled) throws IOException {
        try (DeltaWriter writer = begun;
                RowReader reader = format.open(file, csv)) {
            int[] places = columns.places(writer.schema(), mode == Mode.APPEND);
            List<DeltaColumn> targets = targets(writer.schema());
            long count = 0;
            for (List<@Nullable Object> row = reader.next(); row != null; row = reader.next()) {
                writer.write(converted(row, places, targets, reader));
                count++;
                if (count % ROWS_A_STEP == 0) {
                    progress.accept(count);
                    if (cancelled.getAsBoolean()) {
                        return -1;
                    }
                }
            }
            writer.commit();
            progress.accept(count);
            return count;
        }
    }

    private static List<DeltaColumn> targets(StructType schema) throws IOException {
        List<DeltaColumn> targets = new ArrayList<>();
        for (int i = 0; i < schema.length(); i++) {
            targets.add(new DeltaColumn(schema.at(i).getName(), schema.at(i).getDataType()));
        }
        return targets;
    }

    private @Nullable Object[] converted(
            List<@Nullable Object> row, int[] places, List<DeltaColumn> targets, RowReader reader) throws IOException {
        @Nullable Object[] values = new @Nullable Object[places.length];
        for (int i = 0; i < values.length; i++) {
            @Nullable Object value = places[i] < 0 ? null : row.get(places[i]);
            if (value == null || format == FileFormat.CSV && value.equals("")) {
                continue;
            }
            try {
                values[i] = targets.get(i).of(value);
            } catch (RuntimeException e) {
                throw columns.unfit(places[i], value, reader.place(), e);
            }
        }
        return values;
    }
}
