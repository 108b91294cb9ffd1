package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.l10n.Messages;
import dev.bobbin.app.serve.CallViewModel;
import dev.bobbin.app.serve.LocalServer;
import dev.bobbin.emulator.journal.RunSummary;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

/** The Serve tab in a window of the usual size: its requests, their runs, and how a function is called. */
class ServeTest {

    private static final String SCRIPT = """
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.function()
            def greet(name: str) -> str:
                return "Hello, " + name

            @udf.function()
            def nothing() -> str:
                return ""
            """;

    private @TempDir Path folder;
    private BenchDriver bench;

    private void open(String language) throws Exception {
        BenchDriver.prefer(folder, Map.of("language", language));
        bench = BenchDriver.open(folder, Optional.of(BenchDriver.item(folder, "Served", SCRIPT)));
        onFx(() -> {
            bench.stage.setWidth(1280);
            bench.stage.setHeight(800);
            return bench;
        });
        until(() -> bench.exists("#field-name"));
        showTab("tab-serve");
    }

    @AfterEach
    void closeWindow() throws Exception {
        bench.close();
        Messages.use("en");
    }

    @Test
    void aRequestLeadsToItsRunInTheHistory() throws Exception {
        open("en");
        URI address = serve();
        for (String name : List.of("Ada", "Bob", "Cem")) {
            assertThat(post(address.resolve("greet"), "{\"name\": \"" + name + "\"}"))
                    .isEqualTo(200);
        }
        TableView<LocalServer.Heard> requests =
                bench.robot.lookup("#serve-requests").queryTableView();
        until(() -> requests.getItems().size() == 3);
        onFx(() -> {
            requests.requestFocus();
            requests.getSelectionModel().clearAndSelect(1);
            return requests;
        });
        bench.robot.push(KeyCode.ENTER);
        until(() -> bench.says("#history-detail", "Hello, Bob"));
        TableView<RunSummary> history = bench.robot.lookup("#history").queryTableView();
        assertThat(history.getSelectionModel().getSelectedIndices()).containsExactly(1);
        assertThat(bench.focused()).isSameAs(history);

        // Narrowed to another function the history did not have the run.
        bench.robot.clickOn("#history-search").write("no such run");
        until(() -> history.getItems().isEmpty());
        showTab("tab-serve");
        onFx(() -> {
            requests.requestFocus();
            requests.getSelectionModel().clearAndSelect(2);
            return requests;
        });
        bench.robot.push(KeyCode.ENTER);
        until(() -> bench.says("#history-detail", "Hello, Ada"));
        assertThat(history.getItems()).hasSize(3);

        // What called nothing says why.
        assertThat(post(address.resolve("greed"), "{}")).isEqualTo(404);
        showTab("tab-serve");
        until(() -> requests.getItems().size() == 4);
        bench.robot.doubleClickOn(
                bench.robot.from(requests).lookup("POST /api/greed").<Node>query());
        until(() -> bench.exists("#notice-serve"));
        assertThat(bench.robot
                        .from(bench.robot.lookup("#notice-serve"))
                        .lookup(".label")
                        .queryLabeled()
                        .getText())
                .contains("POST /api/greed", "404", "greed");
    }

    @Test
    void theCodeOfACallKeepsItsColoursWhileServing() throws Exception {
        open("en");
        until(() -> bench.isColoured("#call-code", "code-keyword"));
        serve();
        until(() -> bench.says("#call-code", "127.0.0.1"));
        until(() -> bench.isColoured("#call-code", "code-keyword"));
        bench.robot.clickOn("#field-name").write("Ada");
        until(() -> bench.says("#call-code", "Ada"));
        until(() -> bench.isColoured("#call-code", "code-keyword"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void noWordIsCutWhateverIsChosen(String language) throws Exception {
        open(language);
        ComboBox<CallViewModel.Choice> choices =
                bench.robot.lookup("#call-choice").queryComboBox();
        List<String> cut = new ArrayList<>();
        for (CallViewModel.Choice choice : CallViewModel.choices()) {
            onFx(() -> {
                choices.setValue(choice);
                return choice;
            });
            WaitForAsyncUtils.waitForFxEvents();
            onFx(() -> cut.addAll(cut(choice.title())));
        }
        serve();
        onFx(() -> cut.addAll(cut("serving")));
        onFx(() -> {
            bench.robot.lookup("#field-name").queryTextInputControl().setText("long ".repeat(11_000));
            return choices;
        });
        until(() -> bench.exists("#call-save"));
        onFx(() -> cut.addAll(cut("a long request")));
        assertThat(cut).isEmpty();
    }

    private List<String> cut(String what) {
        Node tab = bench.robot
                .lookup("#output-tabs")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .getSelectedItem()
                .getContent();
        tab.getScene().getRoot().layout();
        return tab.lookupAll("*").stream()
                .filter(node -> node instanceof Labeled labeled && labeled.isTextTruncated() && isShown(labeled))
                .map(node -> what + ": " + ((Labeled) node).getText())
                .toList();
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** @return what names of functions are put behind */
    private URI serve() throws Exception {
        bench.robot.clickOn("#serve-port").push(KeyCode.CONTROL, KeyCode.A).write("0");
        bench.robot.clickOn("#serve-switch");
        until(() -> bench.exists("#notice-trust") || bench.exists("#serve-address"));
        if (bench.exists("#notice-trust")) {
            bench.robot.clickOn(Messages.text("serve.trust"));
        }
        until(() -> bench.text("#serve-address").startsWith("http"));
        return URI.create(bench.text("#serve-address").replace("…", ""));
    }

    private static int post(URI address, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private void showTab(String id) throws Exception {
        TabPane tabs = bench.robot.lookup("#output-tabs").queryAs(TabPane.class);
        onFx(() -> {
            tabs.getTabs().stream().filter(tab -> id.equals(tab.getId())).forEach(tabs.getSelectionModel()::select);
            return tabs;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T onFx(Callable<T> action) throws Exception {
        return WaitForAsyncUtils.asyncFx(action).get();
    }
}
