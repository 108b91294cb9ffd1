package dev.bobbin.emulator.standin.sql.lifecycle;

import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.transfer.CsvOptions;
import dev.bobbin.emulator.standin.sql.transfer.FileFormat;
import dev.bobbin.emulator.standin.sql.transfer.ImportPreview;
import dev.bobbin.emulator.standin.sql.transfer.SqlScript;
import dev.bobbin.emulator.standin.sql.transfer.TableImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of scripts and files with rows, such as an export of a warehouse. Folders in it are schemas. */
record TableFolder(Path folder) {

    private static final String DEFAULT_SCHEMA = "dbo";

    /**
     * Runs the scripts, then makes a table of each file, in place of one of its name.
     *
     * @return how many scripts and tables
     * @throws IOException when there is none, or one cannot be used; those before it stay
     */
    long fill(SqlDatabase database) throws IOException {
        long count = 0;
        for (Path script : entries(folder)) {
            if (name(script).toLowerCase(Locale.ROOT).endsWith(".sql")) {
                SqlScript.run(script, database);
                count++;
            }
        }
        for (Path entry : entries(folder)) {
            if (Files.isDirectory(entry)) {
                for (Path file : entries(entry)) {
                    count += load(file, name(entry), database);
                }
            } else {
                count += load(entry, DEFAULT_SCHEMA, database);
            }
        }
        if (count == 0) {
            throw PlainException.of("sql.no-tables", folder);
        }
        return count;
    }

    private static int load(Path file, String schema, SqlDatabase database) throws IOException {
        Optional<FileFormat> format = Files.isRegularFile(file) ? FileFormat.of(file) : Optional.empty();
        if (format.isEmpty()) {
            return 0;
        }
        if (!schema.equalsIgnoreCase(DEFAULT_SCHEMA)) {
            makeSchema(schema, database);
        }
        String table = name(file).substring(0, name(file).lastIndexOf('.'));
        boolean national = database.kind() != SqlKind.WAREHOUSE;
        new TableImport(
                        file,
                        format.get(),
                        CsvOptions.AUTOMATIC,
                        schema + "." + table,
                        ImportPreview.of(file, format.get(), CsvOptions.AUTOMATIC, national)
                                .columns(),
                        TableImport.Mode.REPLACE)
                .run(database, rows -> {}, () -> false);
        return 1;
    }

    private static void makeSchema(String schema, SqlDatabase database) {
        try (SqlSession session = database.connectAsOwner()) {
            String name = "[" + schema.replace("]", "]]") + "]";
            session.execute(
                    "IF SCHEMA_ID(N'" + schema.replace("'", "''") + "') IS NULL EXEC(N'CREATE SCHEMA "
                            + name.replace("'", "''") + "')",
                    List.of());
            session.commit();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw PlainException.of("standin.no-directory", folder);
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
