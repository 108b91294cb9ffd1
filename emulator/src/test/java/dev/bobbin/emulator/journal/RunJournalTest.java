package dev.bobbin.emulator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.RunTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals on real files: who can read them, what is found in them, and what is forgotten. */
class RunJournalTest {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("items").resolve("journal.db");
    }

    @Test
    void othersOnThisComputerCannotReadIt() throws IOException {
        assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix"))
                .isTrue();
        try (RunJournal journal = RunJournal.open(file())) {
            journal.add(Runs.run("hello", "{}", "1"));
            assertThat(readers()).containsOnly("rw-------");
        }
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        RunJournal.open(file()).close();
        assertThat(readers()).as("of an older Bobbin").containsOnly("rw-------");
    }

    private List<String> readers() throws IOException {
        try (Stream<Path> files = Files.list(file().getParent())) {
            List<String> readers = new ArrayList<>();
            for (Path journal :
                    files.filter(path -> path.toString().contains("journal.db")).toList()) {
                readers.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal)));
            }
            return readers;
        }
    }

    @Test
    void runsAreThereAfterAReopenNewestFirst() throws IOException {
        try (RunJournal journal = RunJournal.open(file())) {
            journal.add(Runs.run("first", "{}", "1"));
            journal.add(Runs.run("second", "{}", "2"));
        }
        try (RunJournal journal = RunJournal.open(file())) {
            assertThat(journal.find(RunQuery.newest(10)))
                    .extracting(RunSummary::function)
                    .containsExactly("second", "first");
            assertThat(journal.rescue()).isEmpty();
        }
    }

    @Test
    void runsAreFoundByTextFunctionStatusAndPin() throws IOException {
        try (RunJournal journal = RunJournal.open(file())) {
            long ada = journal.add(Runs.run("hello", "{\"name\": \"ÄDA\"}", "\"Hello\""));
            long sum = journal.add(Runs.run("sum", "{}", "4711"));
            journal.pin(sum, true);
            journal.note(ada, "For the Demo");

            assertThat(ids(journal, RunQuery.newest(10).containing("äda"))).containsExactly(ada);
            assertThat(ids(journal, RunQuery.newest(10).containing("4711"))).containsExactly(sum);
            assertThat(ids(journal, RunQuery.newest(10).containing("demo"))).containsExactly(ada);
            assertThat(ids(journal, RunQuery.newest(10).containing("100%_"))).isEmpty();
            assertThat(ids(journal, new RunQuery("", "sum", null, false, false, 10)))
                    .containsExactly(sum);
            assertThat(ids(journal, new RunQuery("", null, "Failed", false, false, 10)))
                    .isEmpty();
            assertThat(ids(journal, new RunQuery("", null, null, true, false, 10)))
                    .containsExactly(sum);
        }
    }

    @Test
    void runsThatChangedDataAreToldApartAndSoAreThoseOfFilesThatDoNotTell() throws Exception {
        RunRecord plain = Runs.run("look", "{}", "1");
        Change secret = new Change.Secret("vault", "key", Change.Kind.CREATED);
        RunTrace trace = new RunTrace(List.of(), 0, new ChangeSet(List.of(secret, secret)));
        try (RunJournal journal = RunJournal.open(file())) {
            long changing = journal.add(
                    new RunRecord(plain.summary(), plain.input(), plain.code(), plain.answer(), plain.logs(), trace));
            journal.add(plain);

            assertThat(journal.find(RunQuery.newest(10)))
                    .extracting(RunSummary::changes)
                    .containsExactly(0, 2);
            assertThat(ids(journal, RunQuery.newest(10).ofChanges())).containsExactly(changing);
            assertThat(journal.get(changing).orElseThrow().summary().changes()).isEqualTo(2);
            journal.delete(List.of(changing));
            assertThat(count("changed")).isZero();
        }
        // As earlier versions have left it.
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE changed");
        }
        try (RunJournal journal = RunJournal.open(file())) {
            assertThat(journal.find(RunQuery.newest(10))).hasSize(1);
        }
    }

    private static List<Long> ids(RunJournal journal, RunQuery query) throws IOException {
        return journal.find(query).stream().map(RunSummary::id).toList();
    }

    @Test
    void deletingForgetsCodeThatNoRunHasAnyMore() throws Exception {
        try (RunJournal journal = RunJournal.open(file())) {
            long one = journal.add(Runs.run("f", "{}", "1", "version one"));
            journal.add(Runs.run("f", "{}", "2", "version two"));
            journal.add(Runs.run("f", "{}", "3", "version two"));
            assertThat(count("code")).isEqualTo(2);

            journal.delete(List.of(one));
            assertThat(count("code")).isEqualTo(1);
            assertThat(count("detail")).isEqualTo(2);
            journal.clear();
            assertThat(journal.size()).isZero();
        }
    }

    @Test
    void oldRunsMakeRoomButPinnedOnesStay() throws IOException {
        try (RunJournal journal = RunJournal.open(file(), new Retention(5, 1_000_000))) {
            long first = journal.add(Runs.run("pinned", "{}", "0"));
            journal.pin(first, true);
            for (int i = 0; i < 20; i++) {
                journal.add(Runs.run("f" + i, "{}", "1"));
            }
            assertThat(journal.size()).isEqualTo(6);
            assertThat(journal.get(first)).isPresent();
            assertThat(journal.find(RunQuery.newest(1)).getFirst().function()).isEqualTo("f19");
        }
    }

    @Test
    void tenThousandRunsAreListedAndSearched() throws IOException {
        try (RunJournal journal = RunJournal.open(file())) {
            for (int i = 0; i < 10_000; i++) {
                journal.add(Runs.run("f", "{\"number\": " + i + "}", "\"ok\""));
            }
            assertThat(journal.find(RunQuery.newest(20_000))).hasSize(10_000);
            assertThat(journal.find(RunQuery.newest(20_000).containing("\"number\": 4711}")))
                    .hasSize(1);
        }
    }

    @Test
    void severalProgramsAddToOneFile() throws IOException {
        try (RunJournal one = RunJournal.open(file());
                RunJournal other = RunJournal.open(file())) {
            IntStream.range(0, 40).parallel().forEach(i -> {
                try {
                    (i % 2 == 0 ? one : other).add(Runs.run("f", "{}", "1"));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(one.size()).isEqualTo(40);
        }
    }

    private long count(String table) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            return rows.getLong(1);
        }
    }
}
