package dev.bobbin.emulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.emulator.service.EngineFault;
import dev.bobbin.emulator.service.ErrorEntry;
import dev.bobbin.emulator.service.ErrorTexts;
import dev.bobbin.emulator.service.FailureContext;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.ExecutedStatement;
import dev.bobbin.emulator.standin.Fidelity;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.words.ChangeLine;
import dev.bobbin.emulator.standin.words.ChangeLines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal keeps of a run comes back as it was. */
class RunRecordsTest {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("items").resolve("journal.db");
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
        RunRecord simple = Runs.run("hello", "{\"name\": \"Zoë\"}", "\"" + "long ".repeat(1000) + "\"");
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
        RunRecord run = Runs.run("f", "{}", "1");
        ErrorEntry error = new ErrorEntry("InternalError", "no module", JsonNodeFactory.instance.objectNode());
        RunAnswer answer = new RunAnswer("\"\"", List.of(error), null, "as it was kept", context, null);
        return new RunRecord(run.summary(), run.input(), run.code(), answer, run.logs(), run.trace());
    }
}
