package dev.bobbin.emulator.standin.sql;

import dev.bobbin.emulator.standin.FolderCopy;
import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.changes.SqlChangeLog;
import dev.bobbin.emulator.standin.sql.record.StatementLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads in the background what the first statement of all needs: the parser, the translator, SQLite's own library. A
 * first run of a function with a database would wait seconds for it.
 */
public final class SqlWarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(SqlWarmUp.class);
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    /** What functions mostly do. */
    private static final List<String> STATEMENTS = List.of(
            "CREATE TABLE dbo.Sales (Id INT, Region VARCHAR(20), Amount DECIMAL(9, 2), Sold DATETIME2(6))",
            "INSERT INTO dbo.Sales (Id, Region, Amount, Sold) VALUES (1, 'north', 2.5, '2025-01-01')",
            "UPDATE dbo.Sales SET Amount = Amount + 1 WHERE Id = 1",
            "SELECT TOP 5 Region, COUNT(*) AS n, SUM(Amount) AS total, MAX(Sold) AS latest FROM dbo.Sales"
                    + " WHERE Region LIKE 'n%' GROUP BY Region ORDER BY total DESC",
            "DELETE FROM dbo.Sales");

    private SqlWarmUp() {}

    /** Begins unless it has begun before; returns at once. */
    public static void begin() {
        if (BEGUN.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("sql-warm-up").start(SqlWarmUp::warmUp);
        }
    }

    private static void warmUp() {
        try {
            Path folder = Files.createTempDirectory("bobbin-sql");
            try {
                run(folder.resolve("data.db"));
            } finally {
                FolderCopy.delete(folder);
            }
        } catch (IOException | SqlError e) {
            // The first run tells what is wrong, when there is something.
            LOG.debug("Nothing could be warmed up for SQL", e);
        }
    }

    /** A run of its own on a database of its own. */
    static void run(Path file) throws IOException {
        String run = "warm-up";
        try (SqlSession session = SqlDatabase.open(file, SqlKind.WAREHOUSE).connect(new StatementLog(), run)) {
            for (String statement : STATEMENTS) {
                for (SqlResult result : session.execute(statement, List.of())) {
                    switch (result) {
                        case SqlResult.Rows rows -> {
                            rows.rows().next(1);
                            rows.rows().close();
                        }
                        case SqlResult.Failure failure -> throw failure.error();
                        case SqlResult.Count _, SqlResult.Message _ -> {}
                    }
                }
                session.commit();
            }
        }
        new SqlChangeLog("data", file).changes(run);
    }
}
