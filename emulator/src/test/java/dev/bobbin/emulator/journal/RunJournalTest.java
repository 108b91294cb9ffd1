package dev.bobbin.emulator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.service.EngineFault;
import dev.bobbin.emulator.service.ErrorEntry;
import dev.bobbin.emulator.service.ErrorTexts;
import dev.bobbin.emulator.service.FailureContext;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.ExecutedStatement;
import dev.bobbin.emulator.standin.Fidelity;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.badday.BadDay;
import dev.bobbin.emulator.standin.words.ChangeLine;
import dev.bobbin.emulator.standin.words.ChangeLines;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals on real files. */
class RunJournalTest {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("items").resolve("journal.db");
    }

    static RunRecord run(String function, String body, String output) {
        return run(function, body, output, "def f(): pass");
    }

    private static RunRecord run(String function, String body, String output, String code) {
        RunSummary summary = new RunSummary(
                0,
                Instant.ofEpochMilli(1_700_000_000_123L),
                RunOrigin.HTTP,
                function,
                "Succeeded",
                200,
                Duration.ofNanos(1_234_567),
                RunRecord.hashOf(code),
                false,
                "",
                0);
        return new RunRecord(
                summary,
                new RunInput(
                        "id",
                        body,
                        "embedded",
                        "documented-2025",
                        ExecutingUser.LOCAL,
                        Duration.ofSeconds(9),
                        new Circumstances(
                                Map.of("a", BadDay.of("dropped:3"), "b", BadDay.of("slow:20")), Map.of("c", "Busy"))),
                code,
                new RunAnswer(output, List.of(), null, null),
                List.of(new LogLine(Instant.ofEpochMilli(5), LogLine.Level.WARNING, "careful")),
                RunTrace.EMPTY);
    }

    @Test
    void othersOnThisComputerCannotReadIt() throws IOException {
        assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix"))
                .isTrue();
        try (RunJournal journal = RunJournal.open(file())) {
            journal.add(run("hello", "{}", "1"));
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

    private static RunTrace everyKindOfChange() {
        ExecutedStatement statement = new ExecutedStatement(
                "sales",
                "SELECT 1",
                List.of("SELECT 1"),
                List.of("N'x'"),
                2,
                OptionalLong.of(3),
                Duration.ofMillis(4),
                new Fidelity.Approximated("rounding"),
                null);
        return new RunTrace(
                List.of(statement),
                7,
                new ChangeSet(List.of(
                        new Change.Rows(
                                "sales",
                                "dbo.T",
                                List.of("a", "b"),
                                List.of("nvarchar(20)", "decimal(5,2)"),
                                List.of("a"),
                                1,
                                1,
                                1,
                                List.of(
                                        new Change.RowChange.Inserted(Arrays.asList(1L, null)),
                                        new Change.RowChange.Updated(Arrays.asList("x", 1.5), Arrays.asList("y", 2.5)),
                                        new Change.RowChange.Deleted(Arrays.asList("z", 3L)))),
                        new Change.Definition("sales", "table", "dbo.T", Change.Kind.CREATED),
                        new Change.File(
                                "lake",
                                "a/b.csv",
                                Change.Kind.CHANGED,
                                OptionalLong.of(0),
                                OptionalLong.empty(),
                                "@@ -1 +1 @@"),
                        new Change.OtherFiles("lake", 1, 2, 3),
                        new Change.Variable("settings", "", "Rate", "1", null),
                        new Change.Secret("vault", "key", Change.Kind.DELETED),
                        new Change.Document("docs", "c", "1", null, "{}"),
                        new Change.Event("events", "{}", Change.Kind.CREATED))));
    }

    @Test
    void whatWasKeptComesBack() throws IOException {
        RunRecord simple = run("hello", "{\"name\": \"Zoë\"}", "\"" + "long ".repeat(1000) + "\"");
        RunRecord kept = new RunRecord(
                simple.summary(),
                simple.input(),
                simple.code(),
                new RunAnswer(
                        "NaN",
                        List.of(new ErrorEntry(
                                "InternalError",
                                "no",
                                JsonNodeFactory.instance.objectNode().put("a", 1L))),
                        "Traceback",
                        "why",
                        new FailureContext.EngineLost(
                                new EngineFault(EngineFault.Kind.OUT_OF_MEMORY, "megabytes", 512)),
                        Duration.ofSeconds(17)),
                simple.logs(),
                everyKindOfChange());
        try (RunJournal journal = RunJournal.open(file())) {
            long first = journal.add(simple);
            long second = journal.add(kept);

            assertThat(journal.get(first).orElseThrow().answer()).isEqualTo(simple.answer());
            RunRecord back = journal.get(second).orElseThrow();
            assertThat(back.summary().id()).isEqualTo(second);
            assertThat(back)
                    .usingRecursiveComparison()
                    .ignoringFields("summary.id", "summary.changes")
                    .isEqualTo(kept);
            assertThat(journal.get(99)).isEmpty();
        }
    }

    @Test
    void changesOfRowsWrittenBeforeTheyHadTypesAreStillRead() throws IOException {
        String older = """
                {"changes": [{"is": "rows", "standIn": "sales", "table": "dbo.T", "columns": ["id", "total", "raw"], "inserted": 1,
                  "updated": 0, "deleted": 0, "rows": [{"is": "inserted", "after": [1, "12.50", "0xcafe"]}]}]}
                """;
        ChangeSet changes = RunJson.read(older, new TypeReference<ChangeSet>() {});
        assertThat(ChangeLines.of(changes, Locale.ENGLISH))
                .extracting(ChangeLine::words)
                .containsExactly("sales, dbo.T: 1 added", "id = 1, total = '12.50', raw = '0xcafe'");
    }

    @Test
    void aFailureIsExplainedInTheLanguageOfWhoReadsIt() throws IOException {
        ErrorTexts german = ErrorTexts.in(Locale.GERMAN);
        try (RunJournal journal = RunJournal.open(file())) {
            RunRecord back = journal.get(journal.add(failed(new FailureContext.MissingModule("numpy", 3, ""))))
                    .orElseThrow();
            assertThat(back.explanation(ErrorTexts.ENGLISH)).contains("numpy", "Why: ");
            assertThat(back.explanation(german))
                    .contains("numpy")
                    .isNotEqualTo(back.explanation(ErrorTexts.ENGLISH))
                    .doesNotContain("Why: ");

            RunRecord older = journal.get(journal.add(failed(null))).orElseThrow();
            assertThat(older.explanation(german)).isEqualTo("as it was kept");
        }
    }

    private static RunRecord failed(@Nullable FailureContext context) {
        RunRecord run = run("f", "{}", "1");
        ErrorEntry error = new ErrorEntry("InternalError", "no module", JsonNodeFactory.instance.objectNode());
        RunAnswer answer = new RunAnswer("\"\"", List.of(error), null, "as it was kept", context, null);
        return new RunRecord(run.summary(), run.input(), run.code(), answer, run.logs(), run.trace());
    }

    @Test
    void runsAreThereAfterAReopenNewestFirst() throws IOException {
        try (RunJournal journal = RunJournal.open(file())) {
            journal.add(run("first", "{}", "1"));
            journal.add(run("second", "{}", "2"));
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
            long ada = journal.add(run("hello", "{\"name\": \"ÄDA\"}", "\"Hello\""));
            long sum = journal.add(run("sum", "{}", "4711"));
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
        RunRecord plain = run("look", "{}", "1");
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
            long one = journal.add(run("f", "{}", "1", "version one"));
            journal.add(run("f", "{}", "2", "version two"));
            journal.add(run("f", "{}", "3", "version two"));
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
            long first = journal.add(run("pinned", "{}", "0"));
            journal.pin(first, true);
            for (int i = 0; i < 20; i++) {
                journal.add(run("f" + i, "{}", "1"));
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
                journal.add(run("f", "{\"number\": " + i + "}", "\"ok\""));
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
                    (i % 2 == 0 ? one : other).add(run("f", "{}", "1"));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(one.size()).isEqualTo(40);
        }
    }

    @Test
    void aFileThatIsNoJournalIsPutAside() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "this is no database, ".repeat(100));

        try (RunJournal journal = RunJournal.open(file())) {
            assertThat(journal.rescue().orElseThrow()).contains("damaged", "0 runs");
            journal.add(run("f", "{}", "1"));
            assertThat(journal.size()).isEqualTo(1);
        }
        assertThat(damaged()).hasSize(1);
    }

    @Test
    void whatCanBeReadOfADamagedFileIsKept() throws IOException {
        try (RunJournal journal = RunJournal.open(file())) {
            for (int i = 0; i < 200; i++) {
                journal.add(run("f" + i, "{}", "\"" + "text ".repeat(i) + "\"", "code " + i));
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
            assertThat(journal.add(run("more", "{}", "1"))).isGreaterThan(newest.id());
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

    private long count(String table) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            return rows.getLong(1);
        }
    }
}
