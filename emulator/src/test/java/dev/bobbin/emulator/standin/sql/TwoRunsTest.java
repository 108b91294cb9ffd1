package dev.bobbin.emulator.standin.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two runs at once on one database neither wait for each other for ever nor lose what the other wrote. */
@Timeout(120)
class TwoRunsTest {

    private static final int TIMES = 25;

    @TempDir
    Path folder;

    private final ExecutorService runs = Executors.newFixedThreadPool(2);
    private TestDatabase db;

    @BeforeEach
    void open() {
        db = new TestDatabase(folder, SqlKind.SQL_DATABASE);
        db.run("CREATE TABLE dbo.Counter (n INT NOT NULL)");
        db.run("CREATE TABLE dbo.Other (n INT NOT NULL)");
        db.run("CREATE TABLE dbo.Filed (id INT IDENTITY PRIMARY KEY, who VARCHAR(10) NOT NULL)");
        db.run("INSERT INTO dbo.Counter VALUES (0)");
        db.run("INSERT INTO dbo.Other VALUES (0)");
        db.session().commit();
    }

    @AfterEach
    void close() {
        runs.shutdownNow();
        db.close();
    }

    private void assertNothingIsLost() {
        assertThat(db.value("n FROM dbo.Counter")).isEqualTo(2L * TIMES);
        assertThat(db.rows("SELECT who, COUNT(*), COUNT(DISTINCT id) FROM dbo.Filed GROUP BY who ORDER BY who"))
                .containsExactly(List.of("a", (long) TIMES, (long) TIMES), List.of("b", (long) TIMES, (long) TIMES));
        assertThat(db.value("COUNT(DISTINCT id) FROM dbo.Filed")).isEqualTo(2L * TIMES);
    }

    @Test
    void inOneProcess() throws Exception {
        Path file = db.database().file();
        Future<?> a = runs.submit(() -> Increments.run(file, "a", TIMES));
        Future<?> b = runs.submit(() -> Increments.run(file, "b", TIMES));
        a.get();
        b.get();
        assertNothingIsLost();
    }

    @Test
    void inTwoProcesses() throws Exception {
        Process a = process("a");
        Process b = process("b");
        for (Process process : List.of(a, b)) {
            String said = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
        }
        assertNothingIsLost();
    }

    private Process process(String name) throws java.io.IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Increments.class.getName(),
                        db.database().file().toString(),
                        name,
                        String.valueOf(TIMES))
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void inOppositeOrder() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<?>> all = new ArrayList<>();
        for (List<String> tables : List.of(List.of("Counter", "Other"), List.of("Other", "Counter"))) {
            all.add(runs.submit(() -> {
                try (SqlSession session = db.database().connect()) {
                    together.await();
                    for (String table : tables) {
                        session.execute("UPDATE dbo." + table + " SET n = n + 1", List.of());
                    }
                    session.commit();
                }
                return null;
            }));
        }
        for (Future<?> run : all) {
            run.get();
        }
        assertThat(db.rows("SELECT (SELECT n FROM dbo.Counter), (SELECT n FROM dbo.Other)"))
                .containsExactly(List.of(2L, 2L));
    }

    @Test
    void whatIsNotCommittedIsNotSeen() {
        try (SqlSession other = db.database().connect()) {
            other.execute("UPDATE dbo.Counter SET n = 7", List.of());
            assertThat(db.value("n FROM dbo.Counter")).isEqualTo(0L);
            other.commit();
        }
        assertThat(db.value("n FROM dbo.Counter")).isEqualTo(7L);
    }
}
