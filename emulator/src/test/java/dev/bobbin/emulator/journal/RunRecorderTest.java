package dev.bobbin.emulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that come faster than they are written, or cannot be written at all. */
@Timeout(60)
class RunRecorderTest {

    private static final Duration FOR_EVER = Duration.ofDays(1);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("journal.db");
    }

    @Test
    void whoeverBringsMoreThanThereIsRoomForWaitsAndNothingIsLost() throws Exception {
        RunRecord large = Runs.run("hello", "{}", "\"" + "x".repeat(30_000_000) + "\"");
        CountDownLatch held = new CountDownLatch(1);
        try (RunJournal journal = RunJournal.open(file())) {
            try (RunRecorder recorder = new RunRecorder(journal, () -> awaitEnd(held), FOR_EVER)) {
                Thread bringer = Thread.ofPlatform().start(() -> {
                    for (int i = 0; i < 4; i++) {
                        recorder.record(large);
                    }
                });
                while (bringer.getState() != Thread.State.TIMED_WAITING) {
                    assertThat(bringer.getState()).isNotEqualTo(Thread.State.TERMINATED);
                    Thread.onSpinWait();
                }
                held.countDown();
                bringer.join();
            }
            assertThat(journal.find(RunQuery.newest(10))).hasSize(4);
        }
    }

    @Test
    void aHistoryThatAnotherProgramHoldsLosesRunsButHoldsUpNobody() throws IOException, SQLException {
        List<RunRecord> runs = IntStream.range(0, 1500)
                .mapToObj(i -> Runs.run("hello", "{}", String.valueOf(i)))
                .toList();
        try (RunJournal journal = RunJournal.open(file())) {
            try (RunRecorder recorder = new RunRecorder(journal, () -> {}, Duration.ZERO)) {
                try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file())) {
                    other.createStatement().execute("BEGIN EXCLUSIVE");
                    runs.forEach(recorder::record);
                    assertThat(journal(other)).isZero();
                }
                recorder.settle();
                assertThat(journal.size()).as("those that there was room for").isBetween(999L, 1100L);

                recorder.record(Runs.run("after", "{}", "1"));
                recorder.settle();
                assertThat(journal.find(RunQuery.newest(1)).getFirst().function())
                        .isEqualTo("after");
            }
        }
    }

    /** If every one waited this would take minutes. */
    @Test
    @Timeout(60)
    void whereThereIsNoRoomForLargeRunsOnlyTheFirstOneWaits() throws Exception {
        RunRecord large = Runs.run("hello", "{}", "\"" + "x".repeat(30_000_000) + "\"");
        CountDownLatch held = new CountDownLatch(1);
        try (RunJournal journal = RunJournal.open(file());
                RunRecorder recorder = new RunRecorder(journal, () -> awaitEnd(held), Duration.ofMillis(500))) {
            for (int i = 0; i < 500; i++) {
                recorder.record(large);
            }
            held.countDown();
            recorder.settle();
            assertThat(journal.size()).isLessThan(10);
        }
    }

    private static long journal(Connection connection) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM run")) {
            return rows.getLong(1);
        }
    }

    private static void awaitEnd(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
