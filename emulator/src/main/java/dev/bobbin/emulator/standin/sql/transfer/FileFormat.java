package dev.bobbin.emulator.standin.sql.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Formats of files with rows. */
public enum FileFormat {
    CSV,
    JSON_LINES,
    EXCEL,
    PARQUET;

    /** The format that a file's name tells. */
    public static Optional<FileFormat> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return Optional.ofNullable(
                switch (ending) {
                    case "csv", "tsv", "txt" -> CSV;
                    case "jsonl", "ndjson", "json" -> JSON_LINES;
                    case "xlsx", "xlsm" -> EXCEL;
                    case "parquet" -> PARQUET;
                    default -> null;
                });
    }

    /**
     * Opens a file of this format.
     *
     * @throws IOException when it is none; the message is in plain words
     */
    public RowReader open(Path file, CsvOptions csv) throws IOException {
        return switch (this) {
            case CSV -> CsvRows.open(file, csv);
            case JSON_LINES -> JsonLinesRows.open(file);
            case EXCEL -> ExcelRows.open(file);
            case PARQUET -> ParquetRowReader.open(file);
        };
    }
}
