package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.service.WorkspaceSettings;
import java.nio.file.Files;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The window as a user has it, on the real engine and real files. */
class BenchTest extends ItemInWindow {

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

    @BeforeEach
    void openItem() throws Exception {
        makeItem("Orders", SCRIPT);
        showWindow();
        until(() -> bench.exists("#field-name"));
    }

    @Test
    void aFunctionIsRunFromTheKeyboardAndFailuresLeadToTheirLine() throws Exception {
        trustOnFirstRun();
        until(() -> bench.hasEnded("Succeeded"));
        assertThat(bench.text("#status-badge")).contains("HTTP 200");
        assertThat(bench.area("#output").getText()).isEqualTo("Hello Ada Hello Ada ");

        bench.select("fail");
        robot.clickOn("#field-count").write("0");
        bench.runFromKeyboard();
        until(() -> bench.text("#status-badge").startsWith("Failed"));
        until(() -> bench.exists(".frame-link"));
        robot.clickOn(".frame-link");
        until(() -> bench.area("#editor").getCurrentParagraph() == 11);

        var details = robot.lookup("#technical-details").queryAs(TitledPane.class);
        assertThat(details.isExpanded()).isFalse();
        robot.clickOn("#technical-details");
        until(() -> details.isExpanded() && bench.exists(".error-name"));
    }

    @Test
    void aNewItemIsNamedWhileTheOpenOneStays() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.N);
        until(() -> bench.exists("#prompt"));
        robot.write("Mine!").push(KeyCode.ENTER);
        until(() -> robot.lookup(".prompt > .label").queryLabeled().getText().startsWith("A name has letters"));
        assertThat(bench.exists("#field-name")).isTrue();
        robot.push(KeyCode.ESCAPE);
        until(() -> !robot.lookup(".prompt").query().isVisible());
        assertThat(bench.exists("#field-name")).isTrue();

        robot.clickOn("#editor").push(KeyCode.CONTROL, KeyCode.END).write("# mine");
        robot.push(KeyCode.CONTROL, KeyCode.N);
        until(() -> robot.lookup("#prompt").query().isFocused());
        robot.write("Mine").push(KeyCode.ENTER);
        until(() -> bench.exists("#notice-unsaved"));
        assertThat(bench.exists("#field-name")).isTrue();
    }

    @Test
    void stopEndsAnEndlessFunctionAndTheNextRunWorks() throws Exception {
        trustOnFirstRun();
        until(() -> bench.exists("#status-badge"));
        bench.select("forever");
        bench.runFromKeyboard();
        until(() -> bench.text("#run-status").startsWith("Running"));
        until(() -> bench.text("#run-status").contains(" s of at most "));
        front("output");
        until(() -> bench.exists("#output-before"));
        bench.runFromKeyboard();
        until(() -> bench.exists("#notice-still-running"));
        robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
        until(() -> bench.text("#status-badge").contains("stopped"));
        assertThat(bench.exists("#output-before")).isFalse();
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
        until(() -> robot.lookup(".field:refused .field-badge").queryAll().stream()
                .anyMatch(node -> node.isVisible() && ((Labeled) node).getText().equals("HTTP 400")));
        var before = bench.stage.getScene().getStylesheets().getFirst();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        until(() -> !bench.stage.getScene().getStylesheets().getFirst().equals(before));
    }

    @Test
    void profileAndPersonaAreChangedInTheWindowAndKeptByTheWorkspace() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        until(() -> bench.exists("#profile-timeSeconds"));
        assertThat(nameless()).isEmpty();
        robot.clickOn("#profile-timeSeconds").push(KeyCode.CONTROL, KeyCode.A).write("soon");
        robot.push(KeyCode.ENTER);
        until(() -> bench.text("#profile-refusal").contains("no value for timeSeconds"));
        robot.clickOn("#profile-timeSeconds").push(KeyCode.CONTROL, KeyCode.A).write("7");
        robot.push(KeyCode.ENTER);
        until(() -> bench.text("#status-profile").contains("documented-2025*"));
        robot.push(KeyCode.ESCAPE);
        until(() -> !bench.exists("#profile"));

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.U);
        until(() -> bench.exists("#personas-list"));
        assertThat(nameless()).isEmpty();
        robot.clickOn("#personas-new").clickOn("#personas-name").write("Ana");
        robot.clickOn("#personas-username").write("ana@example.com");
        robot.clickOn("#personas-save");
        until(() -> bench.text("#status-persona").equals("ana@example.com"));

        WorkspaceSettings kept = WorkspaceSettings.read(item.resolveSibling(".bobbin"));
        assertThat(kept.limits()).containsExactly("timeSeconds=7");
        assertThat(kept.current().name()).isEqualTo("Ana");

        // Another one of that name does not take her place.
        robot.clickOn("#personas-new").clickOn("#personas-name").write("Ana");
        robot.clickOn("#personas-save");
        until(() -> bench.isTold("somebody called Ana already"));
        assertThat(WorkspaceSettings.read(item.resolveSibling(".bobbin"))
                        .current()
                        .preferredUsername())
                .isEqualTo("ana@example.com");
    }

    @Test
    void theDifferencesFromTheServiceAreReadAndSearchedInTheWindow() throws Exception {
        robot.push(KeyCode.F1);
        until(() -> bench.exists(".markdown-h1"));
        robot.write("sys.exit");
        until(() -> bench.text("#help-count").equals("1 of 1"));
        var place = robot.lookup("#help-page").queryAs(ScrollPane.class).vvalueProperty();
        assertThat(place.get()).isPositive();
        robot.push(KeyCode.CONTROL, KeyCode.A).write("engine");
        until(() -> bench.text("#help-count").startsWith("1 of ")
                && !bench.text("#help-count").equals("1 of 1"));
        double first = place.get();
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        until(() -> !bench.text("#help-count").startsWith("1 of ") && place.get() > first);
        robot.push(KeyCode.ESCAPE);
        until(() -> !bench.exists("#differences"));
    }

    private Set<Node> nameless() {
        return robot.lookup((Node node) -> node.isFocusTraversable() && node.isVisible() && isNameless(node))
                .queryAll();
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
