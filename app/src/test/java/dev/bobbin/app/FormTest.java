package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.copy;
import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The form as a user fills it, up to the request it makes. */
class FormTest extends ItemInWindow {

    private static final String SCRIPT = """
            import datetime
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.function()
            def order(customer: str, express: bool, rows: list[dict], options: dict, when: datetime.datetime) -> int:
                \"""Takes an order.

                Args:
                    customer: Who orders.
                \"""
                return len(rows)
            """;

    @BeforeEach
    void openItem() throws Exception {
        makeItem("Orders", SCRIPT);
        showWindow();
        // Tables and trees come after the rest of the form.
        until(() -> bench.exists("#field-customer") && bench.exists("#grid-rows") && bench.exists(".tree-table-view"));
    }

    @Test
    void everyKindOfFieldIsFilledAndTheRequestIsEditedAsJson() throws Exception {
        assertThat(bench.text(".field-help")).isEqualTo("Who orders.");
        copy("first line\nsecond line");
        robot.clickOn("#field-customer").push(KeyCode.CONTROL, KeyCode.V);
        until(() -> bench.text("#field-customer").equals("first line\nsecond line"));

        robot.clickOn("#field-express");
        copy("product\tpieces\nTea\t3\nMilk\t4");
        TableView<?> grid = robot.lookup("#grid-rows").queryAs(TableView.class);
        WaitForAsyncUtils.asyncFx(grid::requestFocus).get();
        robot.push(KeyCode.CONTROL, KeyCode.V);
        until(() -> grid.getItems().size() == 2);
        robot.clickOn("Milk").push(KeyCode.F2);
        until(() -> grid.getEditingCell() != null);
        copy("Juice\t5\nWater\t6");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        until(() -> grid.getItems().size() == 3 && grid.getEditingCell() == null);

        TreeTableView<?> tree = robot.lookup(".tree-table-view").queryAs(TreeTableView.class);
        WaitForAsyncUtils.asyncFx(tree::requestFocus).get();
        robot.push(KeyCode.INSERT);
        until(() -> tree.getExpandedItemCount() == 2 && tree.getEditingCell() != null);
        robot.write("size").push(KeyCode.TAB);
        until(() -> tree.getEditingCell() != null && tree.getEditingCell().getColumn() == 1);
        robot.write("42").push(KeyCode.ENTER);
        until(() -> bench.focused() == tree);
        robot.push(KeyCode.DELETE);
        until(() -> tree.getExpandedItemCount() == 1);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> tree.getExpandedItemCount() == 2);

        robot.clickOn("#as-json");
        until(() -> bench.exists("#request-json"));
        assertThat(bench.area("#request-json").getText())
                .contains("\"first line\\nsecond line\"")
                .contains("\"express\" : true")
                .contains("\"product\" : \"Tea\"")
                .contains("\"product\" : \"Juice\"")
                .contains("\"pieces\" : 6")
                .contains("\"size\" : 42");
        robot.clickOn("#request-json").push(KeyCode.CONTROL, KeyCode.A);
        copy("{\"customer\": \"Ada\", \"express\": false, \"rows\": [{}], \"options\": {},"
                + " \"when\": \"2026-03-29T14:30:00Z\"}");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        until(() -> bench.isColoured("#request-json", "code-string"));
        robot.clickOn("#as-form");
        until(() -> bench.text("#field-customer").equals("Ada"));
        assertThat(bench.text("#field-when")).isEqualTo("2026-03-29T14:30:00Z");
    }

    @Test
    void aCommandPastedAsJsonFillsTheFormAndABrokenBodyIsSeenFromIt() throws Exception {
        robot.clickOn("#as-json").clickOn("#request-json").push(KeyCode.CONTROL, KeyCode.A);
        copy("curl -X POST http://127.0.0.1:7071/api/order -d '{\"customer\": \"Ada\"}'");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        until(() -> bench.area("#request-json").getText().contains("\"customer\" : \"Ada\""));
        robot.push(KeyCode.CONTROL, KeyCode.A).write("{");
        robot.clickOn("#as-form");
        until(() -> bench.exists("#form-unsent"));
        bench.runFromKeyboard();
        until(() -> bench.exists("#notice-trust"));
        robot.clickOn("Trust and run");
        until(() -> bench.exists("#notice-refused-request"));
        robot.clickOn("Correct it");
        until(() -> bench.exists("#request-json") && bench.area("#request-json").isFocused());
        robot.clickOn("#as-form").clickOn("#field-express");
        until(() -> !bench.exists("#form-unsent"));

        // The palette knows it, too, and inputs that are kept.
        copy("{\"customer\": \"Grace\"}");
        choose("curl");
        until(() -> bench.text("#field-customer").equals("Grace"));
        choose("save these inputs");
        until(() -> "inputs-name".equals(bench.focused().getId()));
        robot.write("Hers").push(KeyCode.ENTER);
        until(() -> bench.isTold("saved as Hers"));
        robot.clickOn("#field-customer").push(KeyCode.CONTROL, KeyCode.A).write("Ada");
        choose("inputs: hers");
        until(() -> bench.text("#field-customer").equals("Grace"));
    }

    private void choose(String words) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        until(() -> bench.exists("#palette-words"));
        robot.write(words).push(KeyCode.ENTER);
        until(() -> !bench.exists("#palette-words"));
    }

    @Test
    void inputsAreKeptUnderANameAndACsvFileIsDroppedOnATable() throws Exception {
        robot.clickOn("#field-customer").write("Ada");
        TableView<?> grid = robot.lookup("#grid-rows").queryAs(TableView.class);
        Path orders = Files.writeString(folder.resolve("orders.csv"), "product,pieces\nTea,3\nMilk,4\n");
        assertThat(FileDrop.on(grid, orders)).isTrue();
        until(() -> grid.getItems().size() == 2);

        inputs().push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        until(() -> bench.focused() instanceof TextField
                && !"field-customer".equals(bench.focused().getId()));
        robot.write("two products").push(KeyCode.ENTER);
        until(() -> bench.text("#inputs-menu").equals("1"));
        robot.clickOn("#field-customer").push(KeyCode.CONTROL, KeyCode.A).write("Bob");
        robot.clickOn("#grid-rows").push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> grid.getItems().isEmpty());

        // Last run, save, paste, copy, then what was saved: Use.
        inputs();
        for (int i = 0; i < 5; i++) {
            robot.push(KeyCode.DOWN);
        }
        robot.push(KeyCode.RIGHT).push(KeyCode.ENTER);
        until(() -> bench.text("#field-customer").equals("Ada"));
        assertThat(grid.getItems()).hasSize(2).first().hasToString("[\"Tea\", 3]");
    }

    private FxRobot inputs() throws Exception {
        MenuButton menu = robot.lookup("#inputs-menu").queryAs(MenuButton.class);
        until(() -> {
            if (!menu.isShowing()) {
                robot.clickOn(menu);
            }
            return menu.isShowing();
        });
        return robot;
    }

    @Test
    void aTableIsEditedOverTheWholeWindowAndGoesBackIntoTheForm() throws Exception {
        TableView<?> grid = robot.lookup("#grid-rows").queryAs(TableView.class);
        // There is nothing to make null in it, which is no reason to fail.
        robot.interact(grid::requestFocus);
        robot.push(KeyCode.DELETE);
        assertThat(grid.getItems()).isEmpty();
        double small = grid.getWidth();
        robot.clickOn("#enlarge-rows");
        until(() -> bench.exists("#large-input") && bench.focused() == grid);
        double large = grid.getWidth();
        assertThat(large).isGreaterThan(2 * small);
        assertThat(bench.exists("#enlarge-rows")).isFalse();
        copy("product\tpieces\nTea\t3\nMilk\t4");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        until(() -> grid.getItems().size() == 2);
        // All cells at once are one step of undo.
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
        until(() -> grid.getItems().getFirst().toString().equals("[null, null]"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> grid.getItems().getFirst().toString().equals("[\"Tea\", 3]"));
        robot.push(KeyCode.ESCAPE);
        // With rows in it the form may have got a scroll bar.
        until(() -> !bench.exists("#large-input") && grid.getWidth() < large / 2);
        assertThat(bench.focused().getId()).isEqualTo("enlarge-rows");
        assertThat(grid.getItems()).hasSize(2);

        // It stays while the window grows and the form leaves what is below it to itself again.
        double high = bench.stage.getHeight();
        robot.interact(() -> bench.stage.setHeight(420));
        robot.push(KeyCode.SPACE);
        until(() -> bench.exists("#large-input"));
        robot.interact(() -> bench.stage.setHeight(high));
        until(() -> robot.lookup("Test").queryAll().stream().anyMatch(BenchDriver::isShown));
        assertThat(bench.exists("#large-input")).isTrue();

        // Another command closes it, and nothing of the input is lost.
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> !bench.exists("#large-input") && grid.getScene() != null);
        assertThat(grid.getItems()).hasSize(2);
    }

    @Test
    void aMissingValueIsCalledWrongOnlyOnceTheUserTriedToRun() throws Exception {
        assertThat(bench.exists(".field:refused")).isFalse();
        bench.runFromKeyboard();
        until(() -> bench.exists("#notice-trust"));
        robot.clickOn("Trust and run");
        until(() -> bench.exists("#notice-refused-request"));
        robot.clickOn("Correct it");
        until(() -> bench.exists(".field:refused"));
        // No text is an empty one, no switch is off: the first that is missing is the list.
        assertThat(bench.focused().getId()).isEqualTo("grid-rows");
    }
}
