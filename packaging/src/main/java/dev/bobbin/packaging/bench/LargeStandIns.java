package dev.bobbin.packaging.bench;

import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.packaging.bench.window.LargeData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A warehouse with one table of many rows, and a lakehouse with one folder of many files. */
final class LargeStandIns {

    private static final int STEP = 50_000;

    private LargeStandIns() {}

    /** @param standIns the folder of a workspace's stand-ins */
    static void in(Path standIns) throws IOException {
        Path folder = Files.createDirectories(standIns.resolve(LargeData.WAREHOUSE + ".warehouse"));
        StandIn.Sql warehouse = new StandIn.Sql(LargeData.WAREHOUSE, SqlKind.WAREHOUSE, folder);
        try (SqlSession session = SqlDatabase.of(warehouse).connectAsOwner()) {
            session.setAutocommit(false);
            session.execute("CREATE TABLE dbo.Large (Id INT NULL, Name VARCHAR(20) NULL)", List.of());
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (int i = 1; i <= LargeData.ROWS; i++) {
                rows.add(new @Nullable Object[] {(long) i, "n" + i});
                if (rows.size() == STEP) {
                    session.load("dbo.Large", List.of("Id", "Name"), rows);
                    rows.clear();
                }
            }
            session.commit();
        }
        Path files = Files.createDirectories(standIns.resolve(LargeData.LAKEHOUSE + ".lakehouse/Files/many"));
        for (int i = 0; i < LargeData.FILES; i++) {
            Files.createFile(files.resolve("f%06d.txt".formatted(i)));
        }
    }
}
