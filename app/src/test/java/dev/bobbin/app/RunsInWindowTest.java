package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.batch.BatchRow;
import dev.bobbin.app.history.ExampleRow;
import dev.bobbin.emulator.example.Example;
import dev.bobbin.emulator.example.ExampleStore;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.journal.RunAnswer;
import dev.bobbin.emulator.journal.RunInput;
import dev.bobbin.emulator.journal.RunJournal;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.share.SecretMask;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs as a user follows them: streams, limits, advice, examples that do not end, runs repeated and compared. */
class RunsInWindowTest extends ItemInWindow {

    private static final String SCRIPT = """
            import os
            import time
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.connection(argName="db", alias="Shop")
            @udf.function()
            def add(db: fn.FabricSqlConnection, amount: int) -> int:
                connection = db.connect()
                cursor = connection.cursor()
                cursor.execute("IF OBJECT_ID('dbo.T') IS NULL CREATE TABLE dbo.T (Amount INT)")
                cursor.execute("INSERT INTO dbo.T VALUES (?)", amount)
                connection.commit()
                return amount

            @udf.connection(argName="db", alias="Shop")
            @udf.function()
            def sales(db: fn.FabricSqlConnection, amount: int) -> int:
                connection = db.connect()
                cursor = connection.cursor()
                cursor.execute("SELECT COUNT(*) FROM dbo.T")
                before = cursor.fetchone()[0]
                cursor.execute("INSERT INTO dbo.T VALUES (?)", amount)
                connection.commit()
                return before

            @udf.function()
            def missing(key: str) -> str:
                return {"a": "b"}[key]

            @udf.function()
            def forever() -> str:
                while True:
                    time.sleep(0.01)

            @udf.function()
            def nearly(count: int) -> str:
                return "x" * count

            @udf.streaming_function()
            def pieces(fail: bool) -> fn.StreamResponse:
                def lines():
                    yield '{"n": 1}\\n'
                    while fail and not os.path.exists("GO"):
                        time.sleep(0.01)
                    if fail:
                        raise ValueError("no more")
                    yield '{"n": 2}\\n'
                return fn.StreamResponse(lines(), media_type="application/x-ndjson")
            """;

    private Path go;

    @BeforeEach
    void openItem() throws Exception {
        go = folder.resolve("go");
        makeItem("Runs", SCRIPT.replace("GO", go.toString().replace('\\', '/')));
    }

    @Test
    void aStreamIsSeenWhileItComesAndItsBeginningStaysWhenItBreaks() throws Exception {
        trustAndShow();
        bench.select("pieces");
        robot.clickOn("#field-fail");
        bench.runFromKeyboard();
        until(() -> bench.area("#output").getText().contains("{\"n\": 1}"));
        assertThat(bench.exists("#status-badge")).as("it still runs").isFalse();

        Files.writeString(go, "");
        until(() -> bench.hasEnded("Failed"));
        assertThat(bench.text("#status-badge")).contains("200, broken off");
        front("output");
        until(() -> bench.area("#output").getText().contains("{\"n\": 1}"));
        until(() -> !bench.text("#output-ending").isEmpty());

        robot.clickOn("#field-fail");
        bench.runFromKeyboard();
        until(() -> bench.exists("#status-badge") && bench.text("#status-badge").startsWith("Succeeded"));
        until(() -> bench.exists("#output-way-TABLE"));
        until(() -> table("#output-table").getItems().size() == 2);
        robot.clickOn("#output-way-PIECES");
        until(() -> table("#output-pieces").getItems().size() == 2);
    }

    @Test
    void aFailureIsToldWithWhyAndWhatToDoAndALimitThatIsNearIsSaid() throws Exception {
        trustAndShow();
        bench.select("missing");
        robot.clickOn("#field-key").write("z");
        bench.runFromKeyboard();
        until(() -> bench.exists("#errors"));
        until(() -> shows("#errors", "KeyError"));
        assertThat(shows("#errors", "What to do")).isTrue();

        bench.select("nearly");
        // Of 30 MB.
        robot.clickOn("#field-count").write("29000000");
        bench.runFromKeyboard();
        until(() -> bench.exists("#status-badge") && bench.text("#status-badge").contains("nearly"));
        until(() -> !robot.from(robot.lookup("#gauges"))
                .lookup(".gauge-near")
                .queryAll()
                .isEmpty());
        bench.select("missing");
        robot.clickOn("#field-key").push(KeyCode.CONTROL, KeyCode.A).write("a");
        bench.runFromKeyboard();
        until(() -> bench.text("#status-badge").contains("missing"));
        until(() -> robot.from(robot.lookup("#gauges"))
                .lookup(".gauge-near")
                .queryAll()
                .isEmpty());
    }

    @Test
    void anExampleThatDoesNotEndIsStoppedLikeARun() throws Exception {
        approve("add", "{\"amount\": 1}", "1");
        approve("forever", "{}", "\"\"");
        trustAndShow();
        front("examples");
        until(() -> table("#examples").getItems().size() == 2);
        robot.clickOn("#run-examples");
        until(() -> bench.text("#examples-summary").startsWith("Running"));
        robot.clickOn("#run");
        // One run at a time.
        until(() -> bench.exists("#notice-still-running"));
        until(() -> shows("#examples", "as approved"));
        robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
        until(() -> bench.text("#examples-summary").equals("1 of 2 as approved, 1 not run"));
        assertThat(robot.lookup("#run-examples").query().isDisabled()).isFalse();
    }

    @Test
    void everyCornerFindsTheDataAsTheyAre() throws Exception {
        Path shop = Files.createDirectories(folder.resolve("work/.bobbin/standins/Shop.sqldb"));
        Files.writeString(shop.resolve("seed.sql"), "CREATE TABLE dbo.T (Amount INT)");
        trustAndShow();
        bench.select("sales");
        robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.K);
        until(() -> bench.isTold("of these runs changed data. It was taken back after each"));
        List<BatchRow> succeeded = table("#batch-table").getItems().stream()
                .map(BatchRow.class::cast)
                .filter(row -> row.status().equals("Succeeded"))
                .toList();
        assertThat(succeeded).hasSizeGreaterThan(1).allMatch(row -> row.answer().equals("0"));

        // Rows of a file follow each other.
        Path amounts = Files.writeString(folder.resolve("amounts.csv"), "amount\n1\n2\n");
        bench.answer(amounts);
        robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.V);
        until(() -> bench.isTold("2 of these runs changed data. The History shows what"));
        assertThat(table("#batch-table").getItems())
                .extracting(row -> ((BatchRow) row).answer())
                .containsExactly("0", "1");
    }

    @Test
    void aRunRepeatedByTheButtonIsTheOneWhoseChangesAreShown() throws Exception {
        trustAndShow();
        bench.select("add");
        robot.clickOn("#field-amount").write("5");
        bench.runFromKeyboard();
        until(() -> bench.exists("#status-badge"));
        bench.select("missing");
        robot.clickOn("#field-key").write("a");
        bench.runFromKeyboard();
        until(() -> bench.text("#status-badge").contains("missing"));

        front("history");
        until(() -> table("#history").getItems().size() == 3);
        robot.interact(() -> table("#history").getSelectionModel().clearAndSelect(1));
        until(() -> bench.says("#history-detail", "add"));
        robot.clickOn("#history-again");
        until(() -> table("#history").getItems().size() == 4);
        until(() -> bench.text("#status-badge").contains("add"));
        assertThat(table("#history").getSelectionModel().isEmpty())
                .as("nobody chose a run")
                .isTrue();
        front("changes");
        until(() -> shows("#changes", "1 added"));
        assertThat(bench.exists("#changes-subject")
                        && !bench.text("#changes-subject").isEmpty())
                .isFalse();

        front("history");
        robot.interact(() -> table("#history").getSelectionModel().selectIndices(0, 1));
        until(() -> bench.exists("#history-differences"));
        until(() -> bench.text("#history-differences-title").contains("differ"));
        assertThat(table("#history-differences").getItems()).isNotEmpty();
    }

    @Test
    void examplesAndRunsStayInTheOrderTheirHeadersTell() throws Exception {
        approve("add", "{\"amount\": 1}", "1");
        approve("missing", "{\"key\": \"a\"}", "\"b\"");
        approve("nearly", "{\"count\": 2}", "\"xx\"");
        try (RunJournal journal =
                RunJournal.open(RunJournal.fileOf(Workspace.of(ItemReader.read(item)), ItemReader.read(item)))) {
            journal.add(run("add", "{}", "1", Duration.ofMillis(1200)));
            journal.add(run("add", "{}", "1", Duration.ofMillis(9)));
        }
        trustAndShow();
        front("examples");
        until(() -> examples().equals(List.of("add", "missing", "nearly")));
        sort("#examples", "Example", TableColumn.SortType.DESCENDING);
        until(() -> examples().equals(List.of("nearly", "missing", "add")));
        robot.clickOn("#run-examples");
        until(() -> bench.text("#examples-summary").equals("3 of 3 as approved"));
        assertThat(examples()).containsExactly("nearly", "missing", "add");
        // Once more what it is sorted by already: as they came.
        robot.interact(table("#examples")::requestFocus);
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DOWN);
        until(() -> examples().equals(List.of("add", "missing", "nearly")));

        front("history");
        until(() -> table("#history").getItems().size() == 3);
        // How long the runs of this test take, nobody knows.
        sort("#history", "Duration", TableColumn.SortType.DESCENDING);
        until(() -> durations().getFirst().compareTo(Duration.ofMillis(1200)) >= 0);
        assertThat(durations()).isSortedAccordingTo(Comparator.reverseOrder());
        bench.runFromKeyboard();
        until(() -> durations().size() == 4);
        assertThat(durations()).isSortedAccordingTo(Comparator.reverseOrder());
    }

    private List<String> examples() {
        return table("#examples").getItems().stream()
                .map(row -> ((ExampleRow) row).kept().example().name())
                .toList();
    }

    private List<Duration> durations() {
        return table("#history").getItems().stream()
                .map(row -> ((RunSummary) row).duration())
                .toList();
    }

    /** As a click on its header does, which the toolkit without a screen takes for the end of a drag. */
    private void sort(String table, String title, TableColumn.SortType order) {
        robot.interact(() -> table(table).getColumns().stream()
                .filter(column -> column.getText().equals(title))
                .forEach(column -> {
                    column.setSortType(order);
                    table(table).getSortOrder().add(column);
                }));
    }

    @SuppressWarnings("unchecked")
    private TableView<Object> table(String query) {
        return robot.lookup(query).queryAs(TableView.class);
    }

    /** Whether a part of the window shows a text that holds those words. */
    private boolean shows(String part, String words) {
        return !robot.from(robot.lookup(part))
                .lookup((Node node) -> node instanceof Labeled label
                        && String.valueOf(label.getText()).contains(words))
                .queryAll()
                .isEmpty();
    }

    private void trustAndShow() throws Exception {
        showWindow();
        until(() -> bench.exists("#functions"));
        bench.select("missing");
        robot.clickOn("#field-key").write("a");
        bench.runFromKeyboard();
        until(() -> bench.exists("#notice-trust"));
        robot.clickOn("Trust and run");
        until(() -> bench.exists("#status-badge"));
        robot.clickOn("#field-key").push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
    }

    private void approve(String function, String body, String output) throws Exception {
        ExampleStore.of(Workspace.of(ItemReader.read(item)), ItemReader.read(item))
                .add(Example.approve(
                        run(function, body, output, Duration.ofMillis(1)), function, SecretMask.ofValues(List.of())));
    }

    private static RunRecord run(String function, String body, String output, Duration duration) {
        return new RunRecord(
                new RunSummary(
                        0,
                        Instant.now(),
                        RunOrigin.WINDOW,
                        function,
                        "Succeeded",
                        200,
                        duration,
                        RunRecord.hashOf(SCRIPT),
                        false,
                        "",
                        0),
                new RunInput("id", body, "embedded", "documented-2025", ExecutingUser.LOCAL),
                SCRIPT,
                new RunAnswer(output, List.of(), null, null),
                List.of(),
                RunTrace.EMPTY);
    }
}
