package dev.bobbin.emulator.standin.tables;

import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.Links;
import dev.bobbin.emulator.standin.parquet.ParquetRows;
import dev.bobbin.emulator.standin.parquet.ParquetTypes;
import dev.bobbin.emulator.standin.sql.transfer.CsvOptions;
import dev.bobbin.emulator.standin.sql.transfer.FileFormat;
import dev.bobbin.emulator.standin.sql.transfer.ImportColumn;
import dev.bobbin.emulator.standin.sql.transfer.ImportPreview;
import dev.bobbin.emulator.standin.sql.transfer.ImportValue;
import dev.bobbin.emulator.standin.sql.transfer.RowReader;
import dev.bobbin.emulator.standin.tables.delta.DeltaTable;
import io.delta.kernel.types.StructType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table in the folder {@code Tables}.
 *
 * @param schema {@code dbo}, or the name of the folder it lies in
 * @param lakehouse the folder that the table must not lead out of
 */
record TableSource(String schema, String name, Path path, Format format, Path lakehouse) {

    static final String DEFAULT_SCHEMA = "dbo";

    static final String LOG = "_delta_log";

    /** How its rows are kept. */
    enum Format {
        DELTA,
        /** One file, or all files of a folder. */
        PARQUET,
        CSV,
        /** Parquet files in folders by the values of columns, {@code region=EU}: not supported. */
        PARTITIONED
    }

    /** All tables of a lakehouse. A folder that is no table, and holds folders that are, is a schema. */
    static List<TableSource> in(Path tables, Path lakehouse) throws IOException {
        List<TableSource> found = new ArrayList<>();
        for (Path entry : entries(tables)) {
            boolean isSchema = !add(found, DEFAULT_SCHEMA, entry, lakehouse) && Files.isDirectory(entry);
            if (isSchema && !Links.leadOut(entry, lakehouse)) {
                for (Path inner : entries(entry)) {
                    add(found, entry.getFileName().toString(), inner, lakehouse);
                }
            }
        }
        return found;
    }

    private static boolean add(List<TableSource> found, String schema, Path entry, Path lakehouse) throws IOException {
        return format(entry)
                .map(format -> found.add(new TableSource(schema, name(entry, format), entry, format, lakehouse)))
                .orElse(false);
    }

    private static String name(Path entry, Format format) {
        String file = entry.getFileName().toString();
        boolean hasEnding = format != Format.DELTA && !Files.isDirectory(entry);
        return hasEnding ? file.substring(0, file.lastIndexOf('.')) : file;
    }

    /** How rows are kept in a file or folder; empty when it is no table. */
    private static Optional<Format> format(Path entry) throws IOException {
        if (!Files.isDirectory(entry)) {
            return switch (ending(entry)) {
                case "parquet" -> Optional.of(Format.PARQUET);
                case "csv" -> Optional.of(Format.CSV);
                default -> Optional.empty();
            };
        }
        if (Files.isDirectory(entry.resolve(LOG))) {
            return Optional.of(Format.DELTA);
        }
        List<Path> inner = entries(entry);
        if (inner.stream().anyMatch(file -> ending(file).equals("parquet"))) {
            return Optional.of(Format.PARQUET);
        }
        return inner.stream().anyMatch(TableSource::isPartition) ? Optional.of(Format.PARTITIONED) : Optional.empty();
    }

    /** A folder for one value of a column, as Spark and pandas name it. */
    private static boolean isPartition(Path entry) {
        return entry.getFileName().toString().matches("[^=]+=.*") && Files.isDirectory(entry);
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** A text that changes whenever the table does. */
    String fingerprint() throws IOException {
        StringBuilder print = new StringBuilder(format.name());
        List<Path> files =
                Files.isDirectory(path) ? entries(format == Format.DELTA ? path.resolve(LOG) : path) : List.of(path);
        for (Path file : files) {
            print.append('|').append(file.getFileName()).append(' ').append(Files.size(file));
            print.append(' ').append(Files.getLastModifiedTime(file).to(java.util.concurrent.TimeUnit.MICROSECONDS));
        }
        return print.toString();
    }

    /** A text that changes whenever any file of the table does, also those that only its log speaks of. */
    String allFiles() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return String.valueOf(files.filter(Files::isRegularFile)
                    .map(file -> path.relativize(file) + " " + file.toFile().length() + " "
                            + file.toFile().lastModified())
                    .sorted()
                    .collect(Collectors.joining("|"))
                    .hashCode());
        }
    }

    /** Takes the columns as the endpoint shows them, then the rows. */
    interface Reader {
        void columns(List<ImportColumn> columns) throws IOException;

        /** A row, its values as {@code types.Codec} holds them. */
        void row(@Nullable Object[] values) throws IOException;

        /** No row follows. */
        void end() throws IOException;
    }

    /** @throws IOException when the table is damaged, or needs what is not supported; the message is in plain words */
    void read(Reader reader) throws IOException {
        if (Links.leadOut(path, lakehouse)) {
            throw PlainException.of("delta.link");
        }
        switch (format) {
            case DELTA -> readDelta(reader);
            case PARQUET -> readParquet(reader);
            case CSV -> readCsv(reader);
            case PARTITIONED ->
                throw PlainException.of(
                        "delta.partitions", entries(path).getFirst().getFileName());
        }
        reader.end();
    }

    private void readDelta(Reader reader) throws IOException {
        DeltaTable table = DeltaTable.open(path, lakehouse);
        EndpointTypes types = new EndpointTypes(table.schema());
        reader.columns(types.columns());
        table.forEachRow(row -> reader.row(types.values(row)));
    }

    private void readParquet(Reader reader) throws IOException {
        List<Path> files = Files.isDirectory(path)
                ? entries(path).stream()
                        .filter(file -> ending(file).equals("parquet") && !Links.leadOut(file, lakehouse))
                        .toList()
                : List.of(path);
        if (files.isEmpty()) {
            throw PlainException.of("delta.links");
        }
        StructType schema = ParquetTypes.flat(ParquetRows.schema(files.getFirst()));
        EndpointTypes types = new EndpointTypes(schema);
        reader.columns(types.columns());
        for (Path file : files) {
            try (ParquetRows rows = ParquetRows.open(file, schema)) {
                for (@Nullable Object @Nullable [] row = rows.next(); row != null; row = rows.next()) {
                    reader.row(types.values(row));
                }
            }
        }
    }

    /** Types are found out from all rows; an empty field is null. */
    private void readCsv(Reader reader) throws IOException {
        List<ImportColumn> columns =
                ImportPreview.ofAllRows(path, FileFormat.CSV, CsvOptions.AUTOMATIC, false).columns().stream()
                        .map(column -> column.type().isText() ? column.as(EndpointTypes.TEXT) : column)
                        .toList();
        reader.columns(columns);
        List<ImportValue> converters =
                columns.stream().map(column -> ImportValue.to(column.type())).toList();
        try (RowReader rows = FileFormat.CSV.open(path, CsvOptions.AUTOMATIC)) {
            for (List<@Nullable Object> row = rows.next(); row != null; row = rows.next()) {
                @Nullable Object[] values = new @Nullable Object[row.size()];
                for (int i = 0; i < values.length; i++) {
                    Object value = row.get(i);
                    if (value != null && !value.equals("")) {
                        // Texts longer than the column's type are shown whole, as those of other tables are.
                        values[i] = columns.get(i).type().isText()
                                ? value
                                : converters.get(i).of(value);
                    }
                }
                reader.row(values);
            }
        }
    }
}
