package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The panes around the code keep the sizes that somebody has given them. */
class PanesTest {

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
    void atTwiceTheUsualSizeThereIsRoomForWhatOneWorksWith() throws Exception {
        resize(1280, 800);
        for (int i = 0; i < 10; i++) {
            bench.robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        }
        TabPane output = bench.robot.lookup("#output-tabs").queryAs(TabPane.class);
        until(() -> bench.robot
                        .lookup("#field-name")
                        .query()
                        .getLocalToSceneTransform()
                        .getMxx()
                == 2);
        assertThat(sizes().getFirst()).isBetween(120L, 150L);
        assertThat(output.getWidth()).as("the middle").isGreaterThan(280);
        List.of("#engine-state", "#status-profile", "#status-persona", "#status-problems", "#status-folder")
                .forEach(part -> assertThat(seen(part)).as(part).isTrue());
        for (Tab tab : output.getTabs()) {
            onFx(() -> output.getSelectionModel().select(tab));
            until(() -> titleIsSeen(output));
        }
        Tab longer = output.getTabs().getFirst();
        onFx(() -> longer.setText(longer.getText().repeat(3)));
        until(() -> titleIsSeen(output));
    }

    /** Whether a part is wholly within the window. */
    private boolean seen(String query) {
        Node node = bench.robot.lookup(query).query();
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        Scene scene = bench.stage.getScene();
        return bounds.getWidth() > 40 && bounds.getMinX() >= 0 && bounds.getMaxX() <= scene.getWidth();
    }

    private boolean titleIsSeen(TabPane tabs) {
        Node area = tabs.lookup(".tab-header-area");
        Node title = tabs.lookup(".tab:selected");
        Bounds within = area.sceneToLocal(title.localToScene(title.getBoundsInLocal()));
        return within.getMinX() >= 0
                && within.getMaxX() <= area.getLayoutBounds().getWidth();
    }

    private static void onFx(Runnable action) throws Exception {
        WaitForAsyncUtils.asyncFx(action).get();
        WaitForAsyncUtils.waitForFxEvents();
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
            item = BenchDriver.item(folder, "Hello", BenchDriver.HELLO);
        }
        bench = BenchDriver.open(folder, Optional.of(item));
        until(() -> bench.exists("#field-name"));
    }

    private void resize(double width, double height) throws Exception {
        onFx(() -> {
            bench.stage.setWidth(width);
            bench.stage.setHeight(height);
        });
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
