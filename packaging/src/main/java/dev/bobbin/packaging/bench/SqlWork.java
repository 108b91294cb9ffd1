package dev.bobbin.packaging.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.Invoker;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.service.Status;
import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.transfer.CsvOptions;
import dev.bobbin.emulator.standin.sql.transfer.FileFormat;
import dev.bobbin.emulator.standin.sql.transfer.ImportPreview;
import dev.bobbin.emulator.standin.sql.transfer.TableExport;
import dev.bobbin.emulator.standin.sql.transfer.TableImport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** SQL from functions, in the user's own Python with its {@code sqlite3} as the yardstick; files into tables. */
final class SqlWork implements Benchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int IMPORTED_ROWS = 1_000_000;
    private static final double IMPORT_AIM = 300_000;
    private static final double FETCH_AIM = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

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
        try (FunctionEngine engine = Emulator.engine("cpython").orElseThrow()) {
            Invoker invoker = Emulator.invoker(engine);
            JsonNode ours = call(invoker, item, "standIn", "{}");
            JsonNode plain = call(
                    invoker,
                    item,
                    "plain",
                    JSON.createObjectNode()
                            .put("file", work.resolve("plain.db").toString())
                            .toString());
            compare(rows, "point query", "point", ours, plain, null);
            compare(rows, "executemany of 10,000 rows", "executemany", ours, plain, null);
            compare(rows, "fetchall of 100,000 rows", "fetchall", ours, plain, FETCH_AIM);
            compare(rows, "join of 100,000 rows with aggregation", "join", ours, plain, null);
        }
        imports(rows);
        return rows;
    }

    private JsonNode call(Invoker invoker, ItemFolder item, String function, String body) throws IOException {
        InvocationRequest request = new InvocationRequest(
                UUID.randomUUID().toString(),
                function,
                body,
                ServiceProfiles.standard(),
                PATIENCE,
                ExecutingUser.LOCAL);
        InvocationResult result = invoker.start(
                        item, ItemCode.of(item), Workspace.at(work.resolve("data")), request, line -> {})
                .result()
                .join();
        if (result instanceof InvocationResult.Answered answered
                && answered.envelope().status() == Status.SUCCEEDED) {
            return JSON.readTree(answered.envelope().outputJson());
        }
        throw new IOException("The function '" + function + "' of the benchmark failed: " + result);
    }

    private static void compare(
            List<Measurement> rows, String what, String key, JsonNode ours, JsonNode plain, @Nullable Double aim) {
        double mine = ours.path(key).asDouble();
        double theirs = plain.path(key).asDouble();
        rows.add(Measurement.of(what, "ms", null, mine));
        rows.add(Measurement.of(what + ", Python's sqlite3", "ms", null, theirs));
        rows.add(Measurement.of(what + ", times sqlite3", "x", aim, mine / theirs));
    }

    private void imports(List<Measurement> rows) throws IOException {
        Path csv = work.resolve("orders.csv");
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write("Id,Customer,Total,Day\n");
            for (int i = 0; i < IMPORTED_ROWS; i++) {
                out.write(i + ",customer " + i % 977 + "," + i % 10_000 + ".25,2024-0" + (1 + i % 9) + "-11\n");
            }
        }
        SqlDatabase database = SqlDatabase.open(work.resolve("import.db"), SqlKind.SQL_DATABASE);
        rows.add(Measurement.of("CSV import of 1M rows", "rows/s", IMPORT_AIM, load(csv, database)));
        Path parquet = work.resolve("orders.parquet");
        TableExport.run(
                database,
                "SELECT * FROM dbo.T",
                "dbo.T",
                TableExport.Target.PARQUET,
                parquet,
                count -> {},
                () -> false);
        rows.add(Measurement.of("Parquet import of 1M rows", "rows/s", null, load(parquet, database)));
    }

    private static double load(Path file, SqlDatabase database) throws IOException {
        FileFormat format = FileFormat.of(file).orElseThrow();
        long begin = System.nanoTime();
        new TableImport(
                        file,
                        format,
                        CsvOptions.AUTOMATIC,
                        "dbo.T",
                        ImportPreview.of(file, format, CsvOptions.AUTOMATIC, true)
                                .columns(),
                        TableImport.Mode.REPLACE)
                .run(database, count -> {}, () -> false);
        return IMPORTED_ROWS / ((System.nanoTime() - begin) / 1e9);
    }
}
