package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The window as a user has it, on the real engine and real files. */
class BenchTest {

    private static final String SCRIPT = """
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.function()
            def greet(name: str, times: int = 2) -> str:
                print("greeting", name)
                return f"Hello {name} " * times

            @udf.function()
            def fail(count: int) -> float:
                return 1 / count

            @udf.function()
            def forever() -> str:
                while True:
                    pass
            """;

    private @TempDir Path folder;
    private Path item;
    private BenchDriver bench;
    private FxRobot robot;

    @BeforeEach
    void openItem() throws Exception {
        item = Files.createDirectories(folder.resolve("work/Orders.UserDataFunction"));
        Files.writeString(item.resolve("function_app.py"), SCRIPT);
        bench = BenchDriver.open(folder, Optional.of(item));
        robot = bench.robot;
        until(() -> bench.exists("#field-name"));
    }

    @AfterEach
    void closeWindow() throws Exception {
        bench.close();
    }

    @Test
    void aFunctionIsRunFromTheKeyboardAndFailuresLeadToTheirLine() throws Exception {
        trustOnFirstRun();
        until(() -> bench.exists("#status-badge"));
        assertThat(bench.text("#status-badge")).startsWith("Succeeded").contains("HTTP 200");
        assertThat(bench.area("#output").getText()).isEqualTo("Hello Ada Hello Ada ");

        bench.select("fail");
        robot.clickOn("#field-count").write("0");
        bench.runFromKeyboard();
        until(() -> bench.text("#status-badge").startsWith("Failed"));
        until(() -> bench.exists(".frame-link"));
        robot.clickOn(".frame-link");
        until(() -> bench.area("#editor").getCurrentParagraph() == 11);
    }

    @Test
    void stopEndsAnEndlessFunctionAndTheNextRunWorks() throws Exception {
        trustOnFirstRun();
        until(() -> bench.exists("#status-badge"));
        bench.select("forever");
        bench.runFromKeyboard();
        until(() -> bench.text("#run-status").startsWith("Running"));
        robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
        until(() -> bench.text("#status-badge").contains("stopped"));
        bench.select("greet");
        bench.runFromKeyboard();
        until(() -> bench.text("#status-badge").startsWith("Succeeded"));
    }

    @Test
    void whatIsTypedIsSavedFoundAndCheckedBesideItsField() throws Exception {
        robot.clickOn("#editor").push(KeyCode.CONTROL, KeyCode.END).write("# end");
        until(() -> robot.lookup("#unsaved").query().isVisible());
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> Files.readString(item.resolve("function_app.py")).endsWith("# end"));
        until(() -> !robot.lookup("#unsaved").query().isVisible());

        robot.push(KeyCode.CONTROL, KeyCode.F).write("return");
        until(() -> bench.text("#find-count").contains("of 2"));
        robot.push(KeyCode.ENTER);
        until(() -> bench.area("#editor").getSelectedText().equals("return"));
        robot.push(KeyCode.ESCAPE);

        robot.clickOn("#field-times").push(KeyCode.CONTROL, KeyCode.A).write("many");
        until(() -> robot.lookup(".field-message").queryAll().stream()
                .anyMatch(node -> node.isVisible() && ((Labeled) node).getText().contains("HTTP 400")));
        var before = bench.stage.getScene().getStylesheets().getFirst();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        until(() -> !bench.stage.getScene().getStylesheets().getFirst().equals(before));
    }

    @Test
    void everyControlThatTakesTheKeyboardHasAName() throws Exception {
        until(() -> bench.exists("#run"));
        var nameless = robot.lookup((Node node) -> node.isFocusTraversable() && node.isVisible() && isNameless(node))
                .queryAll();
        assertThat(nameless).isEmpty();
    }

    private static boolean isNameless(Node node) {
        boolean named =
                node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
        boolean written = node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank();
        return !named && !written;
    }

    private void trustOnFirstRun() throws Exception {
        robot.clickOn("#field-name").write("Ada");
        bench.runFromKeyboard();
        until(() -> bench.exists("#notice-trust"));
        robot.clickOn("Trust and run");
    }
}
