package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.code.CodeArea;
import dev.bobbin.app.history.ExampleRow;
import dev.bobbin.app.serve.CallViewModel;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.service.Persona;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** History, examples, changes, undo and serving, driven as a user would in the real window. */
class LastingRunsTest {

    private static final String SCRIPT = """
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.connection(argName="db", alias="Sales")
            @udf.function()
            def add(db: fn.FabricSqlConnection) -> int:
                with db.connect() as connection:
                    cursor = connection.cursor()
                    cursor.execute("IF OBJECT_ID('dbo.T') IS NULL CREATE TABLE dbo.T (n INT)")
                    cursor.execute("INSERT INTO dbo.T (n) VALUES (7)")
                    connection.commit()
                    return cursor.execute("SELECT COUNT(*) FROM dbo.T").fetchval()
            """;

    private static final String UNSAVED = """

            @udf.connection(argName="db", alias="Sales")
            @udf.function()
            def addMore(db: fn.FabricSqlConnection) -> int:
                with db.connect() as connection:
                    connection.execute("IF OBJECT_ID('dbo.T') IS NULL CREATE TABLE dbo.T (n INT)")
                    connection.execute("INSERT INTO dbo.T (n) VALUES (8), (9)")
                    connection.commit()
                return 1

            @udf.connection(argName="db", alias="Sales")
            @udf.function()
            def look(db: fn.FabricSqlConnection) -> int:
                with db.connect() as connection:
                    if not connection.execute("SELECT OBJECT_ID('dbo.T')").fetchval():
                        return 0
                    return connection.execute("SELECT COUNT(*) FROM dbo.T").fetchval()
            """;

    private @TempDir Path folder;

    @BeforeEach
    void useTheEngineThatComesWithTheProgram() throws Exception {
        BenchDriver.prefer(folder, Map.of("engine", "embedded"));
    }

    @Test
    void aRunIsKeptUndoneApprovedAndServed() throws Exception {
        Path item = Files.createDirectories(folder.resolve("work/Lasting.UserDataFunction"));
        Files.writeString(item.resolve("function_app.py"), SCRIPT);
        try (BenchDriver bench = BenchDriver.open(folder, Optional.of(item))) {
            until(() -> bench.exists("#function-selector"));
            until(() -> "add"
                    .equals(bench.robot
                            .lookup("#function-selector")
                            .queryComboBox()
                            .getValue()));
            bench.runFromKeyboard();
            until(() -> bench.exists("#notice-trust"));
            bench.robot.clickOn("Trust and run");
            until(() -> bench.hasEnded("Succeeded"));

            tab(bench, "SQL");
            until(() -> !table(bench, "#statements").getItems().isEmpty());
            tab(bench, "Changes");
            until(() ->
                    !bench.robot.lookup("#changes").queryListView().getItems().isEmpty());
            until(() -> bench.says("#change-detail", "n = 7"));
            bench.robot.clickOn("#undo-run");
            until(() -> !bench.text("#undo-state").isEmpty());
            assertThat(bench.text("#undo-state")).contains("taken back");

            tab(bench, "History");
            TableView<RunSummary> history = table(bench, "#history");
            until(() -> history.getItems().size() == 1);
            onFx(() -> history.getSelectionModel().select(0));
            until(() -> bench.says("#history-detail", "add"));
            bench.robot.clickOn("#history-approve");
            until(() -> bench.focused() == bench.robot.lookup("#example-name").query());
            bench.robot.clickOn("#example-approve");
            tab(bench, "Examples");
            TableView<ExampleRow> examples = table(bench, "#examples");
            until(() -> examples.getItems().size() == 1);
            bench.robot.clickOn("#run-examples");
            until(() -> !examples.getItems().getFirst().status().isEmpty());
            assertThat(examples.getItems().getFirst().status()).isEqualTo("as approved");

            onFx(() -> {
                examples.requestFocus();
                examples.getSelectionModel().select(0);
            });
            bench.robot.push(KeyCode.DELETE);
            until(() -> bench.exists("#notice-examples"));
            bench.robot.clickOn("Keep");
            assertThat(examples.getItems()).hasSize(1);

            tab(bench, "Serve");
            bench.robot.clickOn("#serve-port").push(KeyCode.CONTROL, KeyCode.A).write("0");
            bench.robot.clickOn("#serve-switch");
            until(() -> bench.text("#serve-address").startsWith("http://127.0.0.1:"));
            URI address = URI.create(bench.text("#serve-address").replace("api/…", "api/add"));
            assertThat(post(address).statusCode()).isEqualTo(200);
            until(() -> !bench.robot
                    .lookup("#serve-requests")
                    .queryTableView()
                    .getItems()
                    .isEmpty());
            assertThat(bench.area("#call-code").getText()).contains("urllib", address.toString());
            bench.robot.clickOn("#serve-switch");
            until(() -> bench.text("#serve-address").isEmpty());
            tab(bench, "History");
            until(() -> history.getItems().size() == 2);

            tab(bench, "Serve");
            bench.robot.clickOn("#serve-token").write("s3cret");
            bench.robot.clickOn("#serve-switch");
            until(() -> bench.text("#serve-address").startsWith("http://127.0.0.1:"));
            URI guarded = URI.create(bench.text("#serve-address").replace("api/…", "api/add"));
            assertThat(post(guarded).statusCode()).isEqualTo(401);
            assertThat(post(guarded, "Authorization", "Bearer s3cret").statusCode())
                    .isEqualTo(200);
            assertThat(bench.area("#call-code").getText())
                    .contains("os.environ.get(\"BOBBIN_TOKEN\"")
                    .doesNotContain("s3cret");

            ComboBox<CallViewModel.Choice> choice = combo(bench, "#call-choice");
            assertThat(bench.robot.lookup("#call-owner").query().getParent().isVisible())
                    .isFalse();
            onFx(() -> choice.setValue(choice.getItems().stream()
                    .filter(one -> one instanceof CallViewModel.Choice.From from
                            && from.caller().id().equals("pipeline"))
                    .findFirst()
                    .orElseThrow()));
            assertThat(bench.text("#call-user")).contains("runs for analyst@bobbin.local");
            ComboBox<Persona> owner = combo(bench, "#call-owner");
            assertThat(owner.getParent().isVisible()).isTrue();
            onFx(() -> owner.setValue(owner.getItems().get(1)));
            assertThat(bench.text("#call-user")).contains("runs for manager@bobbin.local");
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> ComboBox<T> combo(BenchDriver bench, String id) {
        return bench.robot.lookup(id).queryAs(ComboBox.class);
    }

    private static HttpResponse<String> post(URI address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString("{}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aRunOfCodeThatIsNotSavedIsTakenBackAfterALookAtTheData() throws Exception {
        Path item = Files.createDirectories(folder.resolve("work/Undone.UserDataFunction"));
        Files.writeString(item.resolve("function_app.py"), SCRIPT);
        try (BenchDriver bench = BenchDriver.open(folder, Optional.of(item))) {
            until(() -> bench.exists("#function-selector"));
            onFx(() -> bench.area("#editor").appendText(UNSAVED));
            bench.select("addMore");
            bench.runFromKeyboard();
            until(() -> bench.exists("#notice-trust"));
            bench.robot.clickOn("Trust and run");
            until(() -> bench.exists("#status-badge"));
            bench.select("look");
            bench.runFromKeyboard();
            until(() -> output(bench).contains("2"));
            tab(bench, "Changes");
            assertThat(bench.robot.lookup("#changes").queryListView().getItems())
                    .isEmpty();

            tab(bench, "History");
            TableView<RunSummary> history = table(bench, "#history");
            until(() -> history.getItems().size() == 2);
            onFx(() -> history.getSelectionModel().select(1));
            until(() -> !bench.robot.lookup("#history-undo").queryButton().isDisabled());
            assertThat(tabTitles(bench)).anyMatch(title -> title.startsWith("Changes ("));
            bench.robot.clickOn("#history-undo");
            until(() -> bench.exists("#notice-undo"));
            until(() -> bench.robot.lookup("#history-undo").queryButton().isDisabled());
            bench.runFromKeyboard();
            until(() -> output(bench).contains("0"));
        }
    }

    private static String output(BenchDriver bench) {
        return bench.robot
                .lookup("#output")
                .tryQuery()
                .map(area -> ((CodeArea) area).getText())
                .orElse("");
    }

    private static List<String> tabTitles(BenchDriver bench) {
        return bench.robot.lookup("#output-tabs").queryAs(TabPane.class).getTabs().stream()
                .map(Tab::getText)
                .toList();
    }

    /** Through the palette, which reaches tabs whose titles have no room, too. */
    private static void tab(BenchDriver bench, String title) throws Exception {
        bench.robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        until(() -> bench.exists("#palette-words"));
        bench.robot.write("tab " + title).push(KeyCode.ENTER);
        until(() -> bench.robot
                .lookup("#output-tabs")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .getSelectedItem()
                .getText()
                .startsWith(title));
    }

    private static void onFx(Runnable action) throws Exception {
        WaitForAsyncUtils.asyncFx(action).get();
    }

    private static <T> TableView<T> table(BenchDriver bench, String id) {
        return bench.robot.lookup(id).queryTableView();
    }
}
