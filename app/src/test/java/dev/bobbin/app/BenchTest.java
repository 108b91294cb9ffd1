package dev.bobbin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.services.DiskItemFiles;
import dev.bobbin.app.services.EmulatorRunner;
import dev.bobbin.emulator.service.ServiceProfiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The window as a user has it, on the real engine and real files. */
class BenchTest {

    private static final int PATIENCE_SECONDS = 90;
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

    private final FxRobot robot = new FxRobot();
    private @TempDir Path folder;
    private Path item;
    private Stage stage;
    private Wiring wiring;

    @BeforeEach
    void openItem() throws Exception {
        System.setProperty("bobbin.settings", folder.resolve("settings").toString());
        item = Files.createDirectories(folder.resolve("work/Orders.UserDataFunction"));
        Files.writeString(item.resolve("function_app.py"), SCRIPT);
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        stage = FxToolkit.registerStage(Stage::new);
        wiring = new Wiring(
                new StartupReport(null, false, Instant.now()),
                new DiskItemFiles(),
                EmulatorRunner::new,
                ServiceProfiles.standard(),
                folder.resolve("documents"));
        WaitForAsyncUtils.asyncFx(() -> wiring.showWindow(stage, Optional.of(item)))
                .get();
        until(() -> exists("#field-name"));
    }

    @AfterEach
    void closeWindow() throws Exception {
        WaitForAsyncUtils.asyncFx(() -> stage.hide()).get();
        System.clearProperty("bobbin.settings");
    }

    @Test
    void aFunctionIsRunFromTheKeyboardAndFailuresLeadToTheirLine() throws Exception {
        trustOnFirstRun();
        until(() -> exists("#status-badge"));
        assertThat(text("#status-badge")).startsWith("Succeeded").contains("HTTP 200");
        assertThat(area("#output").getText()).isEqualTo("Hello Ada Hello Ada ");

        select("fail");
        robot.clickOn("#field-count").write("0");
        runFromKeyboard();
        until(() -> text("#status-badge").startsWith("Failed"));
        until(() -> exists(".frame-link"));
        robot.clickOn(".frame-link");
        until(() -> area("#editor").getCurrentParagraph() == 11);
    }

    @Test
    void stopEndsAnEndlessFunctionAndTheNextRunWorks() throws Exception {
        trustOnFirstRun();
        until(() -> exists("#status-badge"));
        select("forever");
        runFromKeyboard();
        until(() -> text("#run-status").startsWith("Running"));
        robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
        until(() -> text("#status-badge").contains("stopped"));
        select("greet");
        runFromKeyboard();
        until(() -> text("#status-badge").startsWith("Succeeded"));
    }

    @Test
    void whatIsTypedIsSavedFoundAndCheckedBesideItsField() throws Exception {
        robot.clickOn("#editor").push(KeyCode.CONTROL, KeyCode.END).write("# end");
        until(() -> robot.lookup("#unsaved").query().isVisible());
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> Files.readString(item.resolve("function_app.py")).endsWith("# end"));
        until(() -> !robot.lookup("#unsaved").query().isVisible());

        robot.push(KeyCode.CONTROL, KeyCode.F).write("return");
        until(() -> text("#find-count").contains("of 2"));
        robot.push(KeyCode.ENTER);
        until(() -> area("#editor").getSelectedText().equals("return"));
        robot.push(KeyCode.ESCAPE);

        robot.clickOn("#field-times").push(KeyCode.CONTROL, KeyCode.A).write("many");
        until(() -> robot.lookup(".field-message").queryAll().stream()
                .anyMatch(node -> node.isVisible() && ((Labeled) node).getText().contains("HTTP 400")));
        var before = stage.getScene().getStylesheets().getFirst();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        until(() -> !stage.getScene().getStylesheets().getFirst().equals(before));
    }

    @Test
    void everyControlThatTakesTheKeyboardHasAName() throws Exception {
        until(() -> exists("#run"));
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
        runFromKeyboard();
        until(() -> exists("#notice-trust"));
        robot.clickOn("Trust and run");
    }

    private void runFromKeyboard() {
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    }

    private void select(String function) throws TimeoutException {
        robot.clickOn(function);
        until(() ->
                robot.lookup("#function-selector").queryComboBox().getValue().equals(function));
    }

    private boolean exists(String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    private String text(String query) {
        Node node = robot.lookup(query).query();
        return node instanceof TextField field ? field.getText() : ((Labeled) node).getText();
    }

    private CodeArea area(String query) {
        return robot.lookup(query).queryAs(CodeArea.class);
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
