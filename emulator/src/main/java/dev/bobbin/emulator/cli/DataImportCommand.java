package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.parse.TsqlParser;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.transfer.CsvOptions;
import dev.bobbin.emulator.standin.sql.transfer.FileFormat;
import dev.bobbin.emulator.standin.sql.transfer.ImportColumn;
import dev.bobbin.emulator.standin.sql.transfer.ImportPreview;
import dev.bobbin.emulator.standin.sql.transfer.SqlScript;
import dev.bobbin.emulator.standin.sql.transfer.TableImport;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import dev.bobbin.emulator.standin.tables.DeltaColumns;
import dev.bobbin.emulator.standin.tables.DeltaImport;
import io.delta.kernel.types.StructField;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin data import}: a file into a table, all or nothing. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Imports CSV, JSON lines, Excel or Parquet into a table, or runs a T-SQL script.",
            "A lakehouse gets a Delta table in Tables."
        })
final class DataImportCommand implements Callable<Integer> {

    @Mixin
    DataTarget target = new DataTarget();

    @Parameters(index = "2", paramLabel = "<file>", description = ".csv, .tsv, .jsonl, .json, .xlsx, .parquet or .sql")
    Path file = Path.of("");

    @Option(names = "--table", paramLabel = "T", description = "The table; the file's name when not given.")
    @Nullable
    String table;

    @Option(names = "--mode", paramLabel = "M", description = "create (default), replace or append.")
    TableImport.Mode mode = TableImport.Mode.CREATE;

    @Option(names = "--type", paramLabel = "COLUMN=TYPE", description = "A column's type instead of the one found out.")
    Map<String, String> types = new LinkedHashMap<>();

    @Option(names = "--encoding", paramLabel = "E", description = "Encoding of a CSV file, such as windows-1252.")
    @Nullable
    String encoding;

    @Option(names = "--delimiter", paramLabel = "D", description = "What separates the fields of a CSV file.")
    @Nullable
    Character delimiter;

    @Option(names = "--no-header", description = "The first line of a CSV file is a row.")
    boolean noHeader;

    @Option(
            names = "--partition",
            paramLabel = "COLUMN",
            description = "Of a lakehouse: put the table's files into folders by this column; may be given again.")
    List<String> partitions = new ArrayList<>();

    @Option(names = "--preview", description = "Only shows the columns and their types.")
    boolean preview;

    @Override
    public Integer call() throws Exception {
        Optional<StandIn.Lakehouse> lakehouse = target.lakehouse();
        return lakehouse.isPresent()
                ? importInto(lakehouse.get())
                : importInto(target.database().database());
    }

    /** A lakehouse keeps its tables as Delta. */
    private int importInto(StandIn.Lakehouse lakehouse) throws IOException, CliFailure {
        FileFormat format = format();
        Map<String, SqlType> declared = new LinkedHashMap<>();
        for (Map.Entry<String, String> type : types.entrySet()) {
            declared.put(type.getKey(), declared(type.getValue()));
        }
        DeltaColumns columns = DeltaColumns.of(file, format, csv(), declared);
        if (preview) {
            for (StructField field : columns.schema().fields()) {
                Output.line(field.getName() + "\t" + field.getDataType());
            }
            return 0;
        }
        String name = table == null ? tableName() : table;
        long rows = new DeltaImport(lakehouse, name, file, format, csv(), columns, mode, partitions)
                .run(count -> {}, () -> false);
        Output.line(Counted.of(rows, "row") + " imported into the Delta table " + name + ".");
        return 0;
    }

    private int importInto(SqlDatabase database) throws IOException, CliFailure {
        if (!partitions.isEmpty()) {
            throw new CliFailure("--partition is for tables of lakehouses.");
        }
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".sql")) {
            Output.line("Batches run: " + SqlScript.run(file, database));
            return 0;
        }
        FileFormat format = format();
        CsvOptions csv = csv();
        boolean national = database.kind() != SqlKind.WAREHOUSE;
        List<ImportColumn> columns =
                typed(ImportPreview.of(file, format, csv, national).columns());
        for (ImportColumn column : columns) {
            if (preview) {
                Output.line(column.name() + "\t" + column.type());
            }
        }
        if (preview) {
            return 0;
        }
        String name = table == null ? tableName() : table;
        long rows = new TableImport(file, format, csv, name, columns, mode).run(database, count -> {}, () -> false);
        Output.line(Counted.of(rows, "row") + " imported into " + name + ".");
        return 0;
    }

    private FileFormat format() throws CliFailure {
        return FileFormat.of(file)
                .orElseThrow(() -> new CliFailure("The name of " + file
                        + " does not tell its format. Known endings: .csv .tsv .txt .jsonl .json .xlsx .parquet .sql"));
    }

    private CsvOptions csv() throws CliFailure {
        return new CsvOptions(charset(), delimiter, !noHeader);
    }

    private List<ImportColumn> typed(List<ImportColumn> found) throws CliFailure {
        List<ImportColumn> columns = new ArrayList<>(found);
        for (Map.Entry<String, String> type : types.entrySet()) {
            int at = columns.stream().map(ImportColumn::name).toList().indexOf(type.getKey());
            if (at < 0) {
                throw new CliFailure("The file has no column '" + type.getKey() + "'.");
            }
            columns.set(at, columns.get(at).as(declared(type.getValue())));
        }
        return columns;
    }

    private static SqlType declared(String type) throws CliFailure {
        return TsqlParser.parse("DECLARE @v " + type).statements().getFirst().statement()
                        instanceof Statement.Declare declare
                ? SqlType.declared(declare.variables().getFirst().type())
                : fail("'" + type + "' is no T-SQL type.");
    }

    private static SqlType fail(String message) throws CliFailure {
        throw new CliFailure(message);
    }

    private @Nullable Charset charset() throws CliFailure {
        try {
            return encoding == null ? null : Charset.forName(encoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new CliFailure("There is no encoding '" + encoding + "'.");
        }
    }

    private String tableName() {
        String name = String.valueOf(file.getFileName());
        return "dbo." + name.substring(0, name.lastIndexOf('.'));
    }
}
