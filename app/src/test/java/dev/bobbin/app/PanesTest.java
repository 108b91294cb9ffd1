package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The panes around the code keep the sizes that somebody has given them. */
class PanesTest {

    private static final String SCRIPT = """
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.function()
            def hello(name: str = "Ada") -> str:
                return f"Hello, {name}!"
            """;

    private @TempDir Path folder;
    private BenchDriver bench;

    @BeforeEach
    void openItem() throws Exception {
        open();
        resize(1200, 760);
    }

    @AfterEach
    void closeWindow() throws Exception {
        bench.close();
    }

    @Test
    void theyAreAsBeforeOnceAWindowThatWasTooSmallIsLargeAgain() throws Exception {
        List<Long> before = sizes();
        resize(500, 330);
        assertThat(sizes()).isNotEqualTo(before);
        resize(1200, 760);
        until(() -> sizes().equals(before));
    }

    @Test
    void theyAreAsBeforeOnceEverythingHasItsUsualSizeAgain() throws Exception {
        List<Long> before = sizes();
        for (int i = 0; i < 10; i++) {
            bench.robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        }
        resize(700, 500);
        until(() -> !sizes().equals(before));
        bench.robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        resize(1200, 760);
        until(() -> sizes().equals(before));
    }

    @Test
    void whatSomebodyHasDraggedIsKeptForTheNextStart() throws Exception {
        List<Long> before = sizes();
        Bounds functions = bench.robot
                .lookup("#functions")
                .query()
                .localToScreen(bench.robot.lookup("#functions").query().getBoundsInLocal());
        bench.robot
                .drag(functions.getMaxX() + 1, functions.getCenterY(), MouseButton.PRIMARY)
                .moveBy(60, 0)
                .drop();
        until(() -> sizes().getFirst() == before.getFirst() + 60);
        List<Long> dragged = sizes();
        resize(500, 330);
        resize(1200, 760);
        until(() -> sizes().equals(dragged));
        bench.close();
        open();
        resize(1200, 760);
        until(() -> sizes().equals(dragged));
    }

    @Test
    void functionsThatSomebodyHasHiddenStayHidden() throws Exception {
        bench.robot.push(KeyCode.CONTROL, KeyCode.B);
        until(() -> !bench.exists("#functions"));
        bench.close();
        open();
        assertThat(bench.exists("#functions")).isFalse();
        assertThat(bench.area("#editor").isFocused()).isTrue();
    }

    private void open() throws Exception {
        Path item = folder.resolve("Hello.UserDataFunction");
        if (!Files.exists(item)) {
            item = BenchDriver.item(folder, "Hello", SCRIPT);
        }
        bench = BenchDriver.open(folder, Optional.of(item));
        until(() -> bench.exists("#field-name"));
    }

    private void resize(double width, double height) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
                    bench.stage.setWidth(width);
                    bench.stage.setHeight(height);
                })
                .get();
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Of functions, test panel and output. */
    private List<Long> sizes() {
        WaitForAsyncUtils.waitForFxEvents();
        return List.of(
                Math.round(bench.robot
                        .lookup("#functions")
                        .query()
                        .getLayoutBounds()
                        .getWidth()),
                Math.round(bench.robot.lookup(".form").query().getLayoutBounds().getWidth()),
                Math.round(bench.robot
                        .lookup("#output-tabs")
                        .query()
                        .getLayoutBounds()
                        .getHeight()));
    }
}
