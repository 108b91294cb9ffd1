package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.journal.RunAnswer;
import dev.bobbin.emulator.journal.RunInput;
import dev.bobbin.emulator.journal.RunJournal;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/** A history of ten thousand runs: found, pinned, handed to others, deleted. */
class KeptRunsTest extends ItemInWindow {

    private static final int RUNS = 10_000;

    @Test
    void aRunAmongTenThousandIsFoundPinnedHandedToOthersAndDeleted() throws Exception {
        makeItem("Kept", BenchDriver.HELLO);
        Files.createDirectories(folder.resolve("work/.bobbin/standins"));
        Files.writeString(folder.resolve("work/.bobbin/standins/vault.secrets.json"), "{\"api-key\": \"s3cret\"}");
        Workspace workspace = Workspace.of(ItemReader.read(item));
        try (RunJournal journal = RunJournal.open(RunJournal.fileOf(workspace, ItemReader.read(item)))) {
            for (int i = 1; i <= RUNS; i++) {
                journal.add(run(i == 17 ? "the needle, s3cret" : "Ada" + i));
            }
        }
        showWindow();
        until(() -> bench.exists("#field-name"));
        roomForMenus();
        front("history");
        TableView<RunSummary> history = robot.lookup("#history").queryTableView();
        until(() -> history.getItems().size() == RUNS);
        approveWhatWasAskedAbout(history);
        robot.clickOn("#history-search").write("needle");
        until(() -> history.getItems().size() == 1);
        bench.tabTo("history");
        until(() -> bench.says("#history-detail", "the needle"));
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        until(() -> bench.exists("Pin or unpin"));
        robot.clickOn("Pin or unpin");
        until(() -> history.getItems().getFirst().pinned());
        robot.clickOn("#history-search").push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
        until(() -> history.getItems().size() == RUNS);
        bench.clickOnNamed("Pinned");
        until(() -> history.getItems().size() == 1);
        robot.clickOn("#history").push(KeyCode.HOME);
        until(() -> bench.says("#history-detail", "the needle"));

        Path page = folder.resolve("needle.html");
        assertThat(Files.exists(page)).isFalse();
        List<String> suggested = bench.answer(page);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        until(() -> bench.isTold("Saved as " + page));
        assertThat(suggested).containsExactly("hello.html");
        assertThat(Files.readString(page)).contains("the needle").doesNotContain("s3cret");

        Path report = folder.resolve("needle.zip");
        bench.answer(report);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.X);
        until(() -> bench.isTold("The report would hold"));
        robot.clickOn("Look at it");
        until(() -> bench.isTold("This is what would be written"));
        robot.push(KeyCode.ESCAPE);
        until(() -> bench.isTold("The report would hold"));
        robot.clickOn("Save…");
        until(() -> bench.isTold("Saved as " + report));

        robot.clickOn("#history").push(KeyCode.HOME).push(KeyCode.DELETE);
        until(() -> bench.isTold("Nothing brings it back"));
        robot.clickOn("Delete");
        until(() -> history.getItems().isEmpty());

        // What another Bobbin would do with it.
        robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.O);
        until(() -> bench.isTold("The run of this report is in History"));
        until(() -> bench.text("#field-name").startsWith("the needle"));
    }

    /** A run that is chosen while the name is asked for is not the one that was asked about. */
    private void approveWhatWasAskedAbout(TableView<RunSummary> history) throws Exception {
        robot.interact(() -> history.getSelectionModel().clearAndSelect(3));
        robot.clickOn("#history-approve");
        until(() -> bench.exists("#example-name"));
        robot.interact(() -> history.getSelectionModel().clearAndSelect(5));
        until(() -> !bench.exists("#example-name"));

        robot.clickOn("#history-approve");
        until(() -> bench.exists("#example-name"));
        robot.interact(() -> history.getSelectionModel().clearSelection());
        robot.push(KeyCode.CONTROL, KeyCode.A).write("Mine").push(KeyCode.ENTER);
        until(() -> !bench.exists("#example-name"));
        until(() -> bench.isTold("Mine"));
    }

    /** Makes the output higher: menus that would reach beyond the screen cannot be shown by the toolkit without one. */
    private void roomForMenus() {
        Bounds output = robot.lookup("#output-tabs")
                .query()
                .localToScreen(robot.lookup("#output-tabs").query().getBoundsInLocal());
        robot.drag(output.getCenterX(), output.getMinY() - 1, MouseButton.PRIMARY)
                .moveBy(0, -300)
                .drop();
    }

    private static RunRecord run(String name) {
        RunSummary summary = new RunSummary(
                0,
                Instant.now(),
                RunOrigin.WINDOW,
                "hello",
                "Succeeded",
                200,
                Duration.ofMillis(3),
                RunRecord.hashOf(BenchDriver.HELLO),
                false,
                "",
                0);
        return new RunRecord(
                summary,
                new RunInput("id", "{\"name\": \"" + name + "\"}", "embedded", "documented-2025", ExecutingUser.LOCAL),
                BenchDriver.HELLO,
                new RunAnswer("\"Hello, " + name + "!\"", List.of(), null, null),
                List.of(),
                RunTrace.EMPTY);
    }
}
