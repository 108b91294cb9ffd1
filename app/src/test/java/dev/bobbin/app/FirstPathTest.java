package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The first path through the product, as different people go it. */
class FirstPathTest {

    private static final String SLIPS = """
            import logging
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.connection(argName="db", alias="Sales")
            @udf.function()
            def flood(db: fn.FabricSqlConnection, lines: int) -> int:
                for i in range(lines):
                    print("line", i)
                return lines

            @udf.function()
            def untyped(name: str):
                return name
            """;

    private @TempDir Path folder;

    @BeforeEach
    void useTheEngineThatComesWithTheProgram() throws Exception {
        BenchDriver.prefer(folder, Map.of("engine", "embedded"));
    }

    @Test
    void aSampleIsOpenedChosenFilledRunReadAndStoppedWithoutAMouse() throws Exception {
        try (BenchDriver bench = BenchDriver.open(folder, Optional.empty())) {
            var robot = bench.robot;
            until(() -> bench.exists("#welcome-open"));
            everySampleHasAPictureAndThePageEndsWithThem(bench);
            tabTo(bench, "sample-events");
            var last = bench.focused();
            until(() -> last.localToScene(last.getLayoutBounds()).getMaxY()
                    <= bench.stage.getScene().getHeight());
            tabTo(bench, "sample-hello");
            robot.push(KeyCode.ENTER);
            until(() -> bench.exists("#run"));
            robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
            until(() -> "functions".equals(bench.focused().getId()));
            robot.push(KeyCode.HOME);
            robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
            until(() -> String.valueOf(bench.focused().getId()).startsWith("field-"));
            robot.write("Ada");
            bench.runFromKeyboard();
            until(() -> bench.hasEnded("Succeeded"));
            robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
            until(() -> "output-tabs".equals(bench.focused().getId()));
            assertThat(bench.area("#output").getText()).contains("Ada");

            robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
            robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
            robot.write("import fabric.functions as fn\nudf = fn.UserDataFunctions()\n@udf.function()\n");
            robot.write("def forever() -> str:\nwhile True:\npass\n");
            until(() -> "forever"
                    .equals(bench.robot
                            .lookup("#function-selector")
                            .queryComboBox()
                            .getValue()));
            bench.runFromKeyboard();
            until(() -> bench.text("#run-status").startsWith("Running"));
            robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
            until(() -> bench.text("#status-badge").contains("stopped"));
        }
    }

    private static void everySampleHasAPictureAndThePageEndsWithThem(BenchDriver bench) throws Exception {
        double width = bench.stage.getWidth();
        Region page = bench.robot.lookup(".welcome-page").queryAs(Region.class);
        Node last = bench.robot.lookup("#sample-events").query();
        for (double wanted : List.of(1920.0, width)) {
            WaitForAsyncUtils.asyncFx(() -> bench.stage.setWidth(wanted)).get();
            until(() -> last.localToScene(last.getLayoutBounds()).getMaxY()
                            + page.getInsets().getBottom()
                            - page.localToScene(page.getLayoutBounds()).getMaxY()
                    > -1);
        }
        int samples = bench.robot.lookup(".sample-card").queryAll().size();
        until(() -> bench.robot.lookup(".sample-badge").queryAll().size() == samples);
        assertThat(bench.robot.lookup(".sample-picture .code-string").queryAll())
                .isNotEmpty();
    }

    @Test
    void problemsLeadToTheirLineStandInsAreNamedAndAFloodOfLinesIsShown() throws Exception {
        Path item = Files.createDirectories(folder.resolve("work/Slips.UserDataFunction"));
        Files.writeString(item.resolve("function_app.py"), SLIPS);
        try (BenchDriver bench = BenchDriver.open(folder, Optional.of(item))) {
            until(() -> bench.exists("#function-selector"));
            bench.robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
            until(() -> bench.exists("#problems"));
            ListView<?> problems = bench.robot.lookup("#problems").queryAs(ListView.class);
            until(() -> !problems.getItems().isEmpty());
            bench.robot.clickOn(() -> bench.robot.lookup((Node node) -> node instanceof Labeled label
                    && String.valueOf(label.getText()).contains("does not say what it returns")));
            until(() -> bench.area("#editor").getCurrentParagraph() == 13);

            until(() -> bench.exists("#field-lines"));
            until(() -> bench.exists(".binding"));
            assertThat(bench.text(".binding .text-small")).isEqualTo("SQL database");
            bench.robot.clickOn("#field-lines").write("200000");
            bench.runFromKeyboard();
            until(() -> bench.exists("#notice-trust"));
            try (FxProbe _ = FxProbe.start("log-flood")) {
                bench.robot.clickOn("Trust and run");
                until(() -> bench.hasEnded("Succeeded"));
            }
            assertThat(bench.text("#logs-summary")).contains("200,000");
            assertThat(bench.robot.lookup("#logs").queryListView().getItems()).hasSizeLessThanOrEqualTo(10_000);
            assertThat(Files.exists(item.resolveSibling(".bobbin/standins/Sales.sqldb")))
                    .isTrue();
        }
    }

    private static void tabTo(BenchDriver bench, String id) throws Exception {
        for (int i = 0; i < 60 && !id.equals(bench.focused().getId()); i++) {
            bench.robot.push(KeyCode.TAB);
        }
        until(() -> id.equals(bench.focused().getId()));
    }
}
