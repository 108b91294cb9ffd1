package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.code.CodeArea;
import dev.bobbin.app.suggest.Suggestion;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The editor's help, the item's JSON files, what others change meanwhile, the tour and further windows. */
class WorkbenchTest extends ItemInWindow {

    private static final String SCRIPT = """
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.connection(argName="db", alias="Shop")
            @udf.function()
            def items(db: fn.FabricSqlConnection, least:int = 1) -> list:
                cursor = db.connect().cursor()
                cursor.execute("SELECT i. FROM dbo.Items AS i")
                return helper(cursor)

            @udf.function
            def bare() -> str:
                return ""

            def helper(cursor):
                return [row[0] for row in cursor.fetchall()]
            """;

    @BeforeEach
    void openItem() throws Exception {
        makeItem("Shop", SCRIPT);
        Files.writeString(item.resolve("definition.json"), "{\n  \"runtime\": \"PYTHON\"\n}\n");
        Path standIn = Files.createDirectories(folder.resolve("work/.bobbin/standins/Shop.sqldb"));
        Files.writeString(standIn.resolve("seed.sql"), "CREATE TABLE dbo.Items (ItemId INT, Name VARCHAR(20));");
        showWindow();
        until(() -> bench.exists("#field-least"));
    }

    @Test
    void theEditorSuggestsColumnsMendsExplainsFormatsAndLeadsToDefinitions() throws Exception {
        CodeArea editor = bench.area("#editor");
        caretBehind("SELECT i.");
        until(() -> {
            robot.push(KeyCode.CONTROL, KeyCode.SPACE);
            return suggests();
        });
        ListView<?> suggestions = robot.lookup("#completion").queryListView();
        assertThat(suggestions.getItems())
                .asInstanceOf(InstanceOfAssertFactories.list(Suggestion.class))
                .containsExactly(
                        new Suggestion("ItemId", "int · Items"), new Suggestion("Name", "varchar(20) · Items"));
        assertThat(suggestions.lookupAll(".scroll-bar"))
                .as("nothing covers the last row")
                .noneMatch(Node::isVisible);
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        until(() -> editor.getText().contains("SELECT i.Name FROM"));

        caretBehind("udf = fn.UserDataFunctions()");
        robot.write("\n@udf.gener");
        until(() -> {
            robot.push(KeyCode.CONTROL, KeyCode.SPACE);
            return suggests();
        });
        robot.push(KeyCode.ENTER);
        until(() -> editor.getText().contains("argName=\"\""));
        assertThat(editor.getText(0, editor.getCaretPosition())).endsWith("(argName=\"");
        robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> !editor.getText().contains("gener"));

        caretBehind("return helper");
        robot.push(KeyCode.CONTROL, KeyCode.I);
        until(() -> bench.exists("#hover"));
        robot.push(KeyCode.F12);
        until(() -> editor.getText(editor.getCurrentParagraph()).startsWith("def helper"));

        robot.clickOn("#outline");
        ListView<?> outline = robot.lookup("#outline-list").queryListView();
        until(() -> outline.getItems().size() == 3 && bench.exists("#outline-list"));
        robot.push(KeyCode.TAB).push(KeyCode.HOME).push(KeyCode.DOWN).push(KeyCode.ENTER);
        until(() -> editor.getText(editor.getCurrentParagraph()).startsWith("def bare"));

        until(() -> !bench.text("#status-problems").equals("No problems"));
        caretBehind("@udf.function\n");
        robot.push(KeyCode.LEFT).push(KeyCode.ALT, KeyCode.ENTER);
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        until(() -> editor.getText().contains("@udf.function()\ndef bare"));

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        until(() -> editor.getText().contains("least: int = 1"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> editor.getText().contains("least:int = 1"));
    }

    @Test
    void aSampleIsInsertedAndAllConnectionsAreListed() throws Exception {
        sample("secret");
        until(() -> bench.area("#editor").getText().contains("KeyVault"));
        sample("lakehouse csv");
        until(() -> bench.area("#editor").getText().contains("FabricLakehouse"));
        robot.push(KeyCode.CONTROL, KeyCode.S).push(KeyCode.CONTROL, KeyCode.DIGIT5);
        until(() -> bench.exists("#problems-list-all"));
        robot.clickOn("#problems-list-all");
        until(() -> Files.readString(item.resolve("definition.json")).contains("\"Shop\""));
        until(() -> !bench.exists("#problems-list-all"));
        assertThat(Files.readString(item.resolve("definition.json"))).contains("Lakehouse");
    }

    private void sample(String words) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
        until(() -> "palette-words".equals(bench.focused().getId()));
        robot.write(words);
        until(() -> robot.lookup("#palette-list").queryListView().getItems().size() == 1);
        robot.push(KeyCode.ENTER);
    }

    @Test
    void jsonFilesAreEditedBesideTheScriptAndNobodysWorkIsWrittenOver() throws Exception {
        showCentreTab("tab-definition.json");
        until(() -> robot.lookup(this::isDefinition).tryQuery().isPresent());
        CodeArea definition = robot.lookup(this::isDefinition).queryAs(CodeArea.class);
        robot.interact(() -> definition.replaceText("{\"mine\": 1}"));
        Files.writeString(item.resolve("definition.json"), "{\"theirs\": 2}");
        until(() -> robot.lookup(".notice-offer").tryQuery().isPresent());
        robot.clickOn("Compare");
        until(() -> bench.exists("#comparison"));
        assertThat(bench.area("#comparison-lines").getText())
                .contains("− {\"theirs\": 2}")
                .contains("+ {\"mine\": 1}");
        robot.push(KeyCode.ESCAPE);
        until(() -> !bench.exists("#comparison"));
        robot.clickOn("Keep mine");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> Files.readString(item.resolve("definition.json")).equals("{\"mine\": 1}"));
    }

    @Test
    void theTourIsTakenOrSkippedAndAnotherWindowHasItsOwnItem() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.F1);
        until(() -> bench.exists("#tour"));
        robot.push(KeyCode.ENTER).push(KeyCode.ENTER).push(KeyCode.ENTER).push(KeyCode.ENTER);
        until(() -> !bench.exists("#tour"));
        robot.push(KeyCode.CONTROL, KeyCode.F1);
        until(() -> bench.exists("#tour"));
        robot.push(KeyCode.ESCAPE);
        until(() -> !bench.exists("#tour"));

        long before = windows();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        until(() -> windows() == before + 1);
        Stage other = (Stage) Window.getWindows().getLast();
        assertThat(other.getTitle()).isEqualTo("Bobbin");
        WaitForAsyncUtils.asyncFx(other::hide).get();
        assertThat(bench.stage.isShowing()).isTrue();
        assertThat(bench.stage.getTitle()).startsWith("Shop");
    }

    private static long windows() {
        return Window.getWindows().stream().filter(Stage.class::isInstance).count();
    }

    private boolean isDefinition(Node node) {
        return "part-definition.json".equals(node.getId());
    }

    private void showCentreTab(String id) {
        robot.interact(() -> {
            TabPane tabs = robot.lookup("#centre-tabs").queryAs(TabPane.class);
            tabs.getTabs().stream().filter(tab -> id.equals(tab.getId())).forEach(tabs.getSelectionModel()::select);
        });
    }

    /** Whether there is something to choose, and not only the word that there is nothing. */
    private boolean suggests() {
        return robot.lookup("#completion")
                .tryQueryAs(ListView.class)
                .filter(list -> !list.getItems().isEmpty())
                .isPresent();
    }

    private void caretBehind(String words) {
        robot.interact(() -> {
            CodeArea editor = bench.area("#editor");
            editor.moveTo(editor.getText().indexOf(words) + words.length());
            editor.requestFollowCaret();
            editor.requestFocus();
        });
    }
}
