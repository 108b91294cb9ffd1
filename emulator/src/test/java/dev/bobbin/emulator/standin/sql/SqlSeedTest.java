package dev.bobbin.emulator.standin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandIn.SqlKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stand-in is filled when it is first opened, by whoever comes first. */
@Timeout(120)
class SqlSeedTest {

    private static final int ROWS = 300;
    private static final int AT_ONCE = 4;

    @TempDir
    Path folder;

    private StandIn.Sql shop;

    @BeforeEach
    void makeFolder() throws IOException {
        shop = new StandIn.Sql("Shop", SqlKind.SQL_DATABASE, Files.createDirectories(folder.resolve("Shop.sqldb")));
    }

    @Test
    void whoOpensItWhileItIsBeingFilledFindsAllOfIt() throws Exception {
        Files.writeString(shop.seed(), script());
        assertThat(countedAtOnce()).containsOnly((long) ROWS);
        assertThat(names()).doesNotContain("data.db.part");
    }

    @Test
    void theSameWhenItBeginsAsACopy() throws Exception {
        Files.writeString(shop.seed(), script());
        assertThat(count()).isEqualTo(ROWS);
        Files.move(shop.database(), shop.seedDatabase());
        assertThat(countedAtOnce()).containsOnly((long) ROWS);
    }

    @Test
    void whatAProgramLeftThatEndedInTheMiddleIsMadeAnew() throws IOException {
        Files.writeString(shop.seed(), script());
        Files.writeString(folder.resolve("Shop.sqldb/data.db.part"), "half a database");
        assertThat(count()).isEqualTo(ROWS);
    }

    @Test
    void aScriptThatFailsLeavesNoDatabaseAndSaysItsName() throws IOException {
        Files.writeString(shop.seed(), "CREATE TABLE dbo.T (n INT); INSERT INTO dbo.U VALUES (1)");
        assertThatThrownBy(() -> SqlDatabase.of(shop))
                .isInstanceOf(SqlError.class)
                .hasMessageContaining("seed.sql")
                .hasMessageContaining("dbo.U");
        assertThat(names()).doesNotContain("data.db", "data.db.part");
    }

    private static String script() {
        return "CREATE TABLE dbo.T (n INT NOT NULL);\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(n -> "INSERT INTO dbo.T VALUES (" + n + ");\n")
                        .collect(Collectors.joining());
    }

    private long count() throws IOException {
        try (SqlSession session = SqlDatabase.of(shop).connect()) {
            SqlResult result =
                    session.execute("SELECT COUNT(*) FROM dbo.T", List.of()).getFirst();
            assertThat(result).isInstanceOf(SqlResult.Rows.class);
            try (RowSet rows = ((SqlResult.Rows) result).rows()) {
                return (Long) Objects.requireNonNull(rows.next(1).getFirst().getFirst());
            }
        }
    }

    private List<Long> countedAtOnce() throws Exception {
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        Callable<Long> one = () -> {
            start.await();
            return count();
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Long>> counts = IntStream.range(0, AT_ONCE)
                    .mapToObj(_ -> threads.submit(one))
                    .toList();
            List<Long> counted = new ArrayList<>();
            for (Future<Long> count : counts) {
                counted.add(count.get());
            }
            return counted;
        }
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(shop.path())) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
