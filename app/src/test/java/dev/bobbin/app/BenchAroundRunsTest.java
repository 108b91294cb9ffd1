package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.code.CodeArea;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.badday.BadDay;
import dev.bobbin.emulator.standin.badday.BadDays;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies around runs: where an item opens, notices, bad days, runs that are repeated, settings, finding in JSON. */
class BenchAroundRunsTest extends ItemInWindow {

    private static final String SCRIPT = """
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            def helper(connection):
                return connection.cursor().execute("SELECT COUNT(*) FROM dbo.Missing").fetchval()

            @udf.connection(argName="db", alias="Shop")
            @udf.function()
            def count(db: fn.FabricSqlConnection) -> int:
                return helper(db.connect())

            @udf.function()
            def other() -> str:
                return "other"
            """;

    @BeforeEach
    void openItem() throws Exception {
        makeItem("Shop", SCRIPT);
        Files.writeString(
                item.resolve("definition.json"), "{\n  \"runtime\": \"PYTHON\",\n  \"again\": \"PYTHON\"\n}\n");
        showWindow();
        until(() -> "count".equals(chosen()));
    }

    @Test
    void explorerFormAndEditorAgreeAndNothingMovesWhenSomethingIsSaid() throws Exception {
        CodeArea editor = bench.area("#editor");
        until(() -> editor.getText(editor.getCurrentParagraph()).startsWith("def count"));
        until(() -> "functions".equals(bench.focused().getId()));
        robot.push(KeyCode.DOWN);
        until(() -> "other".equals(chosen()));
        until(() -> editor.getText(editor.getCurrentParagraph()).startsWith("def other"));

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        until(() -> bench.exists("#palette-words"));
        robot.write("count").push(KeyCode.ENTER);
        until(() -> "count".equals(chosen()));
        until(() -> editor.getText(editor.getCurrentParagraph()).startsWith("def count"));

        Bounds before = place(editor);
        bench.runFromKeyboard();
        until(() -> bench.exists("#notice-trust"));
        assertThat(place(editor)).isEqualTo(before);
        robot.push(KeyCode.TAB).push(KeyCode.SPACE);
        until(() -> !bench.exists("#notice-trust"));
        until(() -> bench.focused() == editor);

        Files.writeString(item.resolve("function_app.py"), SCRIPT + "# from elsewhere\n");
        until(() -> bench.exists(".notice-offer") || editor.getText().contains("elsewhere"));
        assertThat(bench.focused()).as("who is typing goes on typing").isEqualTo(editor);
    }

    @Test
    void aBadDayStandsAtTheErrorAndARunIsRepeatedAsItWas() throws Exception {
        Workspace workspace = Workspace.of(ItemReader.read(item));
        BadDays.write(workspace, ItemReader.read(item), Map.of("Shop", BadDay.of("denied")));
        bench.runFromKeyboard();
        until(() -> bench.exists("#notice-trust"));
        robot.push(KeyCode.ENTER);
        until(() -> bench.exists("#errors-bad-day"));
        assertThat(bench.text("#errors-bad-day")).contains("Shop: access denied");

        BadDays.write(workspace, ItemReader.read(item), Map.of());
        bench.runFromKeyboard();
        until(() -> !bench.exists("#errors-bad-day") && bench.exists("#errors-data"));
        TableView<RunSummary> history = historyTab();
        until(() -> history.getItems().size() == 2);
        robot.interact(() -> history.getSelectionModel().selectIndices(0, 1));
        until(() -> isWritten("Errors[0]") && isWritten("Bad days"));
        assertThat(bench.text("#history-differences-title")).contains("differences");
        robot.interact(() -> history.getSelectionModel().clearAndSelect(1));
        until(() -> bench.says("#history-detail", "bad days: Shop: access denied"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
        until(() -> bench.exists("#errors-bad-day"));
        until(() -> history.getItems().size() == 3);

        bench.runFromKeyboard();
        until(() -> bench.exists("#errors-data") && !bench.exists("#errors-bad-day"));
        robot.clickOn("#errors-data");
        until(() ->
                "tab-data".equals(centre().getSelectionModel().getSelectedItem().getId()));
    }

    @Test
    void settingsAreFoundAndCodeTakesItsFont() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        until(() -> bench.exists("#settings-search"));
        robot.write("size of code");
        until(() -> !isShown("#setting-theme") && isShown("#setting-codeSize"));
        ComboBox<String> size = robot.lookup("#setting-codeSize").queryComboBox();
        robot.interact(() -> size.setValue("20"));
        // Code and the numbers of its lines.
        until(() -> Set.of(20.0, 19.0).equals(sizes(bench.area("#editor"))));

        robot.clickOn("#settings-search").push(KeyCode.CONTROL, KeyCode.A).write("dark");
        until(() -> isShown("#setting-theme") && !isShown("#setting-codeSize"));
        robot.push(KeyCode.CONTROL, KeyCode.A).write("nothing of the kind");
        until(() -> isShown("#settings-nothing"));
        robot.push(KeyCode.CONTROL, KeyCode.A).write("environment");
        until(() -> isShown("#setting-python") && !isShown("#setting-codeSize"));
        robot.clickOn("#setting-python")
                .write(folder.resolve("no-python").toString())
                .push(KeyCode.ENTER);
        until(() -> bench.exists("#setting-python-outcome"));
        assertThat(bench.text("#setting-python-outcome"))
                .startsWith("Not taken")
                .contains("no-python");
        robot.push(KeyCode.ESCAPE);
        until(() -> !bench.exists("#settings"));
    }

    @Test
    void wordsAreFoundInJsonFilesToo() throws Exception {
        robot.interact(() -> centre().getTabs().stream()
                .filter(tab -> "tab-definition.json".equals(tab.getId()))
                .forEach(centre().getSelectionModel()::select));
        until(() -> bench.exists("#part-definition.json")
                || robot.lookup(this::isDefinition).tryQuery().isPresent());
        CodeArea definition = robot.lookup(this::isDefinition).queryAs(CodeArea.class);
        robot.interact(definition::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        // The first one is gone to while it is written.
        robot.write("PYTHON").push(KeyCode.ENTER);
        until(() -> definition.getSelectedText().equals("PYTHON") && definition.getCurrentParagraph() == 2);
        assertThat(centre().getSelectionModel().getSelectedItem().getId()).isEqualTo("tab-definition.json");
        robot.push(KeyCode.ESCAPE);
        until(() -> bench.focused() == definition);
    }

    private static Set<Double> sizes(Node area) {
        return area.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(text -> ((Text) text).getFont().getSize())
                .collect(Collectors.toSet());
    }

    private TableView<RunSummary> historyTab() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        until(() -> bench.exists("#palette-words"));
        robot.write("tab History").push(KeyCode.ENTER);
        until(() -> bench.exists("#history"));
        return robot.lookup("#history").queryTableView();
    }

    /** Whether a cell of the differences begins so. */
    private boolean isWritten(String words) {
        return robot.lookup("#history-differences .table-cell").queryAll().stream()
                .anyMatch(cell -> cell instanceof TableCell<?, ?> written
                        && written.getText() != null
                        && written.getText().startsWith(words));
    }

    private boolean isShown(String query) {
        Node node = robot.lookup(query).query();
        while (node != null && node.isVisible()) {
            node = node.getParent();
        }
        return node == null;
    }

    private String chosen() {
        return bench.exists("#function-selector")
                ? String.valueOf(
                        robot.lookup("#function-selector").queryComboBox().getValue())
                : "";
    }

    private TabPane centre() {
        return robot.lookup("#centre-tabs").queryAs(TabPane.class);
    }

    private boolean isDefinition(Node node) {
        return "part-definition.json".equals(node.getId());
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
