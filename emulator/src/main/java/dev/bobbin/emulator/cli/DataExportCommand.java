package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.example.ExampleData;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.transfer.TableExport;
import dev.bobbin.emulator.standin.tables.AskedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin data export}: a table or the rows of a query into a file. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Exports a table or the rows of a query to CSV, Parquet or a T-SQL script, or all data to a folder.")
final class DataExportCommand implements Callable<Integer> {

    @Mixin
    DataTarget target = new DataTarget();

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "<file>",
            description = ".csv, .parquet or .sql; or a folder, for all of the data")
    Path file = Path.of("");

    @Option(
            names = "--for-examples",
            description = "Keeps all of the data for the item's examples, in a folder that goes into Git.")
    boolean forExamples;

    @Option(names = "--table", paramLabel = "T", description = "The table; the file's name when not given.")
    @Nullable
    String table;

    @Option(names = "--query", paramLabel = "SQL", description = "A SELECT instead of a whole table.")
    @Nullable
    String query;

    @Override
    public Integer call() throws Exception {
        if (forExamples) {
            return keep();
        }
        String ending = file.toString().toLowerCase(Locale.ROOT);
        TableExport.Target format = ending.endsWith(".csv")
                ? TableExport.Target.CSV
                : ending.endsWith(".parquet")
                        ? TableExport.Target.PARQUET
                        : ending.endsWith(".sql") ? TableExport.Target.SCRIPT : null;
        if (format == null) {
            return everything(ending);
        }
        String fileName = String.valueOf(file.getFileName());
        String name = table == null ? "dbo." + fileName.substring(0, fileName.lastIndexOf('.')) : table;
        long rows = export(name, format);
        Output.line(Counted.of(rows, "row") + " exported to " + file + ".");
        return 0;
    }

    private long export(String name, TableExport.Target format) throws IOException, CliFailure {
        AskedDatabase asked = target.database();
        try {
            return TableExport.run(
                    asked.database(),
                    query == null ? "SELECT * FROM " + name : query,
                    name,
                    format,
                    file.toAbsolutePath(),
                    count -> {},
                    () -> false);
        } catch (IOException e) {
            throw e.getCause() instanceof SqlError error
                    ? new IOException(asked.explained(error).text(), e)
                    : e;
        }
    }

    private int keep() throws IOException, CliFailure {
        if (!file.toString().isEmpty() || table != null || query != null) {
            throw new CliFailure(
                    "--for-examples keeps all of the data in a place of its own: name no file, table or query.");
        }
        target.lifecycle();
        ItemFolder item = ItemReader.read(target.item);
        Workspace workspace = target.data.workspace(item);
        long count = ExampleData.keep(item, workspace, target.alias, target.standIn());
        Output.line(count + " kept for the examples, in " + workspace.exampleData(item, target.alias) + ".");
        return 0;
    }

    private int everything(String ending) throws IOException, CliFailure {
        if (table != null || query != null || ending.matches(".*\\.[a-z0-9]{1,5}") && !Files.isDirectory(file)) {
            throw new CliFailure("The name of " + file
                    + " must end with .csv, .parquet or .sql, or be that of a folder for all of the data.");
        }
        long count = target.lifecycle().export(file.toAbsolutePath().normalize());
        Output.line(count + " exported to " + file + ".");
        return 0;
    }
}
