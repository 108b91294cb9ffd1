package dev.bobbin.packaging.bench;

import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.sql.transfer.CsvOptions;
import dev.bobbin.emulator.standin.sql.transfer.FileFormat;
import dev.bobbin.emulator.standin.sql.transfer.TableImport;
import dev.bobbin.emulator.standin.tables.DeltaColumns;
import dev.bobbin.emulator.standin.tables.DeltaImport;
import dev.bobbin.emulator.standin.tables.LakehouseTables;
import dev.bobbin.emulator.standin.tables.delta.DeltaTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Delta tables: a CSV file into one, all its rows out of it, and into the SQL endpoint. */
final class DeltaWork implements Benchmark {

    private static final int ROWS = 1_000_000;

    private final Path work;

    /** @param work an empty folder */
    DeltaWork(Path work) {
        this.work = work.resolve("delta");
    }

    @Override
    public String name() {
        return "delta";
    }

    @Override
    public List<Measurement> measure() throws IOException {
        List<Measurement> rows = new ArrayList<>();
        StandIn.Lakehouse lake = new StandIn.Lakehouse("Lake", work.resolve("Lake.lakehouse"));
        Files.createDirectories(lake.tables());
        Path csv = csv();
        double load = Timing.millis(() -> {
            DeltaColumns columns = DeltaColumns.of(csv, FileFormat.CSV, CsvOptions.AUTOMATIC, Map.of());
            new DeltaImport(
                            lake,
                            "orders",
                            csv,
                            FileFormat.CSV,
                            CsvOptions.AUTOMATIC,
                            columns,
                            TableImport.Mode.CREATE,
                            List.of())
                    .run(count -> {}, () -> false);
        });
        rows.add(Measurement.of("CSV of 1M rows into a Delta table", "rows/s", null, perSecond(load)));
        Path table = lake.tables().resolve("orders");
        long begin = System.nanoTime();
        double[] first = new double[1];
        DeltaTable.open(table, lake.path()).forEachRow(row -> {
            if (first[0] == 0) {
                first[0] = (System.nanoTime() - begin) / 1e6;
            }
        });
        double scan = (System.nanoTime() - begin) / 1e6;
        rows.add(Measurement.of("Delta table of 1M rows, to the first row", "ms", null, first[0]));
        rows.add(Measurement.of("Delta table of 1M rows, full scan", "rows/s", null, perSecond(scan)));
        rows.add(Measurement.of(
                "Delta table of 1M rows into the SQL endpoint",
                "rows/s",
                null,
                perSecond(Timing.millis(() -> new LakehouseTables(lake.endpoint()).refresh()))));
        rows.add(Measurement.of(
                "looking whether it has changed",
                "ms",
                null,
                Timing.millis(20, () -> new LakehouseTables(lake.endpoint()).refresh())));
        return rows;
    }

    private static double perSecond(double millis) {
        return ROWS / (millis / 1000);
    }

    private Path csv() throws IOException {
        Path csv = work.resolve("orders.csv");
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write("Id,Customer,Total,Day\n");
            for (int i = 0; i < ROWS; i++) {
                out.write(i + ",customer " + i % 977 + "," + i % 10_000 + ".25,2024-0" + (1 + i % 9) + "-11\n");
            }
        }
        return csv;
    }
}
