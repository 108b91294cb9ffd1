package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.invoke.LogLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run logged, as a user narrows it, keeps it and goes from it to the code. */
class LogsInWindowTest extends ItemInWindow {

    private static final String SCRIPT = """
            import logging
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.function()
            def tell() -> str:
                logging.debug("looking for tea")
                logging.info("tea is there")
                logging.warning("milk is out")
                try:
                    return {}["sugar"]
                except KeyError:
                    logging.exception("no sugar")
                return "done"
            """;

    /** Where the script looks for sugar, from 1. */
    private static final int FAILING = 12;

    @BeforeEach
    void runOnce() throws Exception {
        makeItem("Talker", SCRIPT);
        showWindow();
        until(() -> bench.exists("#function-selector"));
        bench.select("tell");
        bench.runFromKeyboard();
        until(() -> bench.exists("#notice-trust"));
        robot.clickOn("Trust and run");
        until(() -> bench.hasEnded("Succeeded"));
        robot.clickOn(() -> robot.from(robot.lookup("#output-tabs"))
                .lookup((Node node) -> node instanceof Labeled label
                        && String.valueOf(label.getText()).startsWith("Logs")));
        until(() -> said().contains("no sugar"));
    }

    @Test
    void linesAreNarrowedByLevelAndWordsAndSavedAsAWhole() throws Exception {
        assertThat(said()).contains("tea is there", "milk is out");
        robot.clickOn("#logs-level");
        robot.clickOn("Warnings and errors");
        until(() -> said().equals(List.of("milk is out", "no sugar")));
        assertThat(bench.text("#logs-summary")).startsWith("2 of ");
        robot.clickOn("#logs-search").write("MILK");
        until(() -> said().equals(List.of("milk is out")));
        robot.push(KeyCode.CONTROL, KeyCode.A).write("tea");
        until(() -> said().isEmpty());

        Path file = folder.resolve("kept.txt");
        List<String> suggested = bench.answer(file);
        robot.clickOn("#logs-save");
        until(() -> bench.isTold("Saved to " + file));
        assertThat(suggested).containsExactly("tell logs.txt");
        assertThat(Files.readString(file))
                .as("what is not shown is there, too")
                .contains("tea is there", "milk is out", "Traceback", "KeyError");
    }

    @Test
    void aLineThatNamesALineOfTheScriptLeadsThere() throws Exception {
        clickLine("milk is out");
        until(() -> selected().equals("milk is out"));
        assertThat(bench.exists("#logs-source")).as("it names no line").isFalse();
        clickLine("no sugar");
        until(() -> bench.exists("#logs-source"));
        assertThat(bench.text("#logs-detail")).contains("Traceback", "KeyError");
        robot.clickOn("#logs-source");
        until(() -> bench.area("#editor").getCurrentParagraph() == FAILING - 1);
        assertThat(bench.focused().getId()).isEqualTo("editor");
    }

    private void clickLine(String words) {
        robot.clickOn(() -> robot.from(robot.lookup("#logs"))
                .lookup((Node node) -> node instanceof ListCell<?> cell
                        && cell.getItem() instanceof LogLine line
                        && firstLine(line).equals(words)));
    }

    private String selected() {
        LogLine line = logs().getSelectionModel().getSelectedItem();
        return line == null ? "" : firstLine(line);
    }

    private List<String> said() {
        return List.copyOf(logs().getItems()).stream()
                .map(LogsInWindowTest::firstLine)
                .toList();
    }

    private static String firstLine(LogLine line) {
        return line.message().lines().findFirst().orElse("");
    }

    private ListView<LogLine> logs() {
        return robot.lookup("#logs").queryListView();
    }
}
