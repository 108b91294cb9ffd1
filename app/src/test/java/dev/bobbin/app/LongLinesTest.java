package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.code.CodeArea;
import java.nio.file.Files;
import javafx.scene.Node;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A megabyte in one line, pasted where code stands, must not hold the window up. */
class LongLinesTest extends ItemInWindow {

    private static final String SCRIPT = """
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.connection(argName="db", alias="Sales")
            @udf.function()
            def count(db: fn.FabricSqlConnection) -> int:
                return 1
            """;

    /** As {@code json.dumps} writes many rows, with letters of several scripts. */
    private static final String LONG_LINE =
            "[" + "{\"id\": 1, \"name\": \"Zoë 東京 🙂\", \"ok\": true}, ".repeat(25_000) + "null]";

    @BeforeEach
    void openItem() throws Exception {
        makeItem("Shop", SCRIPT);
        Files.createDirectories(folder.resolve("work/.bobbin/standins/Sales.sqldb"));
        showWindow();
        until(() -> bench.exists("#function-selector"));
    }

    @Test
    void theScriptTakesALongLineWholeAndTheKeyboardGoesOn() throws Exception {
        CodeArea editor = bench.area("#editor");
        BenchDriver.copy(LONG_LINE);
        robot.clickOn(editor).push(KeyCode.CONTROL, KeyCode.END).write("rows = ");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        until(() -> editor.getText().endsWith(LONG_LINE));
        assertThat(longestShown(editor)).isLessThan(CodeArea.MOST_OF_CUT + 100);

        // The end of the line is its real end, not that of what is shown of it.
        robot.push(KeyCode.HOME).push(KeyCode.END).write(" # rows");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() ->
                Files.readString(item.resolve("function_app.py")).equals(SCRIPT + "rows = " + LONG_LINE + " # rows"));

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        until(() -> !editor.isFocused());
        robot.clickOn(editor);
        // Who types with pauses, as on a busy machine, gets more steps of undo.
        until(() -> {
            robot.push(KeyCode.CONTROL, KeyCode.Z);
            return editor.getText().equals(SCRIPT);
        });
    }

    @Test
    void aQueryTakesALongLineWhole() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        until(() -> bench.exists("#data-tree"));
        TreeView<?> tree = robot.lookup("#data-tree").queryAs(TreeView.class);
        until(() -> !tree.getRoot().getChildren().isEmpty());
        robot.interact(() -> tree.getSelectionModel().select(0));
        until(() -> bench.exists("#query"));
        BenchDriver.copy(LONG_LINE);
        robot.clickOn("#query").push(KeyCode.CONTROL, KeyCode.A).write("SELECT '");
        robot.push(KeyCode.CONTROL, KeyCode.V).write("'");
        until(() -> bench.area("#query").getText().equals("SELECT '" + LONG_LINE + "'"));
        assertThat(longestShown(bench.area("#query"))).isLessThan(CodeArea.MOST_OF_CUT + 100);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        until(() -> !bench.area("#query").isFocused());
    }

    private static int longestShown(Node area) {
        return area.lookupAll(".text").stream()
                .mapToInt(node -> node instanceof Text text ? text.getText().length() : 0)
                .max()
                .orElse(0);
    }
}
