package dev.bobbin.packaging.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandInKind;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.SqlValue;
import dev.bobbin.emulator.standin.sql.transfer.CsvOptions;
import dev.bobbin.emulator.standin.sql.transfer.FileFormat;
import dev.bobbin.emulator.standin.sql.transfer.ImportColumn;
import dev.bobbin.emulator.standin.sql.transfer.ImportPreview;
import dev.bobbin.emulator.standin.sql.transfer.TableExport;
import dev.bobbin.emulator.standin.sql.transfer.TableImport;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** SQL from functions, in the user's own Python with its {@code sqlite3} as the yardstick; files into tables. */
final class SqlWork implements Benchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 1_000_000;
    private static final int[] SIZES = {10_000, 100_000, LARGEST};
    private static final int TIMES = 1_000;
    private static final double CACHED_AIM = 0.05;
    private static final double IMPORT_AIM = 300_000;
    private static final double FETCH_AIM = 3;

    private final Path folder;
    private final Path work;

    /** @param work an empty folder */
    SqlWork(Path work) throws IOException {
        this.work = Files.createDirectories(work.resolve("sql"));
        this.folder = Files.createDirectories(this.work.resolve("Sql.UserDataFunction"));
        try (InputStream text = SqlWork.class.getResourceAsStream("sql_functions.py")) {
            if (text == null) {
                throw new IOException("The benchmark's functions are missing from the jar.");
            }
            Files.write(folder.resolve(ItemFolder.SCRIPT), text.readAllBytes());
        }
    }

    @Override
    public String name() {
        return "sql";
    }

    @Override
    public List<Measurement> measure() throws IOException {
        List<Measurement> rows = new ArrayList<>();
        ItemFolder item = ItemReader.read(folder);
        Workspace workspace = Workspace.at(work.resolve("data"));
        SqlDatabase database = database(workspace, item);
        List<Measurement> imports = new ArrayList<>();
        for (int size : SIZES) {
            imports.add(Measurement.of(
                    "CSV import of " + words(size) + " rows",
                    "rows/s",
                    size == LARGEST ? IMPORT_AIM : null,
                    size / load(csv(size), database, "dbo.Rows" + size)));
        }
        imports.add(plainImport(item, workspace));
        index(database);
        rows.add(cachedStatement(database));
        for (String engine : List.of("cpython", "embedded")) {
            functions(engine, item, workspace, database, rows);
        }
        rows.addAll(imports);
        rows.add(Measurement.of("Parquet import of 1,000,000 rows", "rows/s", null, LARGEST / parquet(database)));
        return rows;
    }

    private static SqlDatabase database(Workspace workspace, ItemFolder item) throws IOException {
        if (workspace.standIn(item, "Bench", StandInKind.forConnection(null, "FabricSqlConnection"))
                instanceof StandIn.Sql standIn) {
            return SqlDatabase.of(standIn);
        }
        throw new IOException("The benchmark's connection leads to no database.");
    }

    private static void index(SqlDatabase database) {
        try (SqlSession session = database.connectAsOwner()) {
            for (int size : SIZES) {
                session.execute("CREATE INDEX IX_Id ON dbo.Rows" + size + " (Id)", List.of());
                session.execute("CREATE INDEX IX_Code ON dbo.Rows" + size + " (Code)", List.of());
            }
            session.commit();
        }
    }

    /** Everything between a statement's text and its row: parse, bind and emit, all known already, and SQLite. */
    private static Measurement cachedStatement(SqlDatabase database) {
        double[] millis = new double[TIMES];
        try (SqlSession session = database.connect()) {
            for (int i = -TIMES; i < TIMES; i++) {
                long begin = System.nanoTime();
                SqlValue id = new SqlValue((long) (i & 1023), SqlType.INT);
                session.execute("SELECT Customer FROM dbo.Rows" + SIZES[0] + " WHERE Id = ?", List.of(id))
                        .forEach(result -> ((SqlResult.Rows) result).rows().next(1));
                millis[Math.max(0, i)] = (System.nanoTime() - begin) / 1e6;
            }
        }
        return Measurement.of("known statement within the host, from text to row", "ms", CACHED_AIM, millis);
    }

    private void functions(
            String name, ItemFolder item, Workspace workspace, SqlDatabase database, List<Measurement> rows)
            throws IOException {
        try (FunctionEngine engine = Emulator.engine(name).orElseThrow();
                FunctionEngine cpython = Emulator.engine("cpython").orElseThrow()) {
            int[] sizes = name.equals("cpython") ? SIZES : Arrays.copyOf(SIZES, SIZES.length - 1);
            ObjectNode input = JSON.createObjectNode();
            input.set("sizes", JSON.valueToTree(sizes));
            JsonNode ours = FunctionItem.call(engine, item, workspace, "standIn", input.toString());
            JsonNode theirs = FunctionItem.call(
                    cpython,
                    item,
                    workspace,
                    "plain",
                    input.put("file", database.file().toString())
                            .put("fresh", work.resolve("plain-" + name + ".db").toString())
                            .toString());
            compare(rows, name + ": point query", "point", ours, theirs, null);
            compare(rows, name + ": look-up by text", "text", ours, theirs, null);
            for (int size : sizes) {
                String of = " of " + words(size) + " rows";
                compare(rows, name + ": executemany" + of, "executemany " + size, ours, theirs, null);
                Double aim = name.equals("cpython") ? FETCH_AIM : null;
                compare(rows, name + ": fetchall" + of, "fetchall " + size, ours, theirs, aim);
                if (name.equals("cpython")) {
                    compare(rows, name + ": join with aggregation" + of, "join " + size, ours, theirs, null);
                    compare(rows, name + ": grouping by text" + of, "group " + size, ours, theirs, null);
                }
            }
        }
    }

    private Measurement plainImport(ItemFolder item, Workspace workspace) throws IOException {
        try (FunctionEngine cpython = Emulator.engine("cpython").orElseThrow()) {
            ObjectNode input = JSON.createObjectNode()
                    .put("file", csv(LARGEST).toString())
                    .put("database", work.resolve("plain-import.db").toString());
            double seconds = FunctionItem.call(cpython, item, workspace, "plainImport", input.toString())
                    .asDouble();
            return Measurement.of(
                    "CSV import of " + words(LARGEST) + " rows, Python's csv and sqlite3",
                    "rows/s",
                    null,
                    LARGEST / seconds);
        }
    }

    private static String words(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Their time, and ours in multiples of it. */
    private static void compare(
            List<Measurement> rows, String what, String key, JsonNode ours, JsonNode plain, @Nullable Double aim) {
        double mine = ours.path(key).asDouble();
        double theirs = plain.path(key).asDouble();
        rows.add(Measurement.of(what, "ms", null, mine));
        rows.add(Measurement.of(what + ", times sqlite3", "x", aim, mine / theirs));
    }

    private Path csv(int size) throws IOException {
        Path csv = work.resolve("rows" + size + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write("Id,Code,Customer,Total,Day\n");
            for (int i = 0; i < size; i++) {
                out.write(i + ",code " + i + ",customer " + i % 977 + "," + i % 10_000 + ".25,2024-0" + (1 + i % 9)
                        + "-11\n");
            }
        }
        return csv;
    }

    /** @return seconds */
    private double parquet(SqlDatabase database) throws IOException {
        Path parquet = work.resolve("rows.parquet");
        TableExport.run(
                database,
                "SELECT * FROM dbo.Rows" + LARGEST,
                "dbo.T",
                TableExport.Target.PARQUET,
                parquet,
                count -> {},
                () -> false);
        return load(parquet, database, "dbo.T");
    }

    /** @return seconds */
    private static double load(Path file, SqlDatabase database, String table) throws IOException {
        FileFormat format = FileFormat.of(file).orElseThrow();
        long begin = System.nanoTime();
        List<ImportColumn> columns = ImportPreview.of(file, format, CsvOptions.AUTOMATIC, true).columns().stream()
                .map(column -> column.name().equals("Total") ? column.as(SqlType.FLOAT) : column)
                .toList();
        new TableImport(file, format, CsvOptions.AUTOMATIC, table, columns, TableImport.Mode.REPLACE)
                .run(database, count -> {}, () -> false);
        return (System.nanoTime() - begin) / 1e9;
    }
}
