package dev.bobbin.emulator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals that cannot be read, or not all of them. */
class DamagedJournalTest {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("items").resolve("journal.db");
    }

    @Test
    void aFileThatIsNoJournalIsPutAside() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "this is no database, ".repeat(100));

        try (RunJournal journal = RunJournal.open(file())) {
            assertThat(journal.rescue().orElseThrow()).contains("damaged", "0 runs");
            journal.add(Runs.run("f", "{}", "1"));
            assertThat(journal.size()).isEqualTo(1);
        }
        assertThat(damaged()).hasSize(1);
    }

    @Test
    void whatCanBeReadOfADamagedFileIsKept() throws IOException {
        try (RunJournal journal = RunJournal.open(file())) {
            for (int i = 0; i < 200; i++) {
                journal.add(Runs.run("f" + i, "{}", "\"" + "text ".repeat(i) + "\"", "code " + i));
            }
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file().toFile(), "rw")) {
            // The middle of the file; its first page, which says where everything is, stays.
            bytes.seek(bytes.length() / 2);
            bytes.write(new byte[16 * 4096]);
        }
        try (RunJournal journal = RunJournal.open(file())) {
            for (long id = 1; id <= 200 && journal.rescue().isEmpty(); id++) {
                journal.get(id);
            }
            assertThat(journal.rescue().orElseThrow()).contains("damaged");
            assertThat(journal.size()).isBetween(20L, 199L);
            RunSummary newest = journal.find(RunQuery.newest(1)).getFirst();
            assertThat(newest.function()).isEqualTo("f" + (newest.id() - 1));
            assertThat(journal.add(Runs.run("more", "{}", "1"))).isGreaterThan(newest.id());
        }
    }

    @Test
    void aJournalOfANewerVersionIsLeftAlone() throws Exception {
        RunJournal.open(file()).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> RunJournal.open(file()))
                .hasMessageContaining("newer Bobbin")
                .hasMessageNotContainingAny("The journal");
        assertThat(damaged()).isEmpty();
    }

    private List<Path> damaged() throws IOException {
        try (Stream<Path> files = Files.list(file().getParent())) {
            return files.filter(path -> path.toString().contains("damaged")).toList();
        }
    }
}
