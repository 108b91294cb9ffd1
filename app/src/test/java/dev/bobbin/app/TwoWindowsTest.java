package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.code.CodeArea;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;

/** Two windows on one item. The toolkit without a screen has one keyboard for both: what keys do is done by buttons. */
class TwoWindowsTest extends ItemInWindow {

    @Test
    void neitherWritesOverTheOthersWork() throws Exception {
        makeItem("Shared", BenchDriver.HELLO);
        Path script = item.resolve("function_app.py");
        showWindow();
        Stage other = FxToolkit.registerStage(Stage::new);
        Wiring wiring = bench.windows.prepare(StartupReport.none());
        WaitForAsyncUtils.asyncFx(() -> wiring.showWindow(other, Optional.of(item)))
                .get();
        try {
            until(() ->
                    text(bench.stage).equals(BenchDriver.HELLO) && text(other).equals(BenchDriver.HELLO));
            type(bench.stage, "# mine");
            type(other, "# theirs");
            press(bench.stage, "Save");
            until(() -> Files.readString(script).endsWith("# mine"));

            press(other, "Save");
            // It has seen the other's work by then, or sees it now.
            until(() -> tells(other, "another program or window"));
            assertThat(script).content().endsWith("# mine");
            assertThat(text(other)).as("nothing is lost either").endsWith("# theirs");

            press(other, "Keep mine");
            press(other, "Save");
            until(() -> Files.readString(script).endsWith("# theirs"));
            press(bench.stage, "Reload");
            until(() -> text(bench.stage).endsWith("# theirs"));
        } finally {
            WaitForAsyncUtils.asyncFx(other::hide).get();
        }
    }

    private NodeQuery in(Stage window, String query) {
        return robot.from(window.getScene().getRoot()).lookup(query);
    }

    private CodeArea editor(Stage window) {
        return in(window, "#editor").queryAs(CodeArea.class);
    }

    private String text(Stage window) {
        return in(window, "#editor")
                .tryQueryAs(CodeArea.class)
                .map(CodeArea::getText)
                .orElse("");
    }

    private void type(Stage window, String words) {
        robot.interact(() -> editor(window).appendText(words));
    }

    /** Presses a button by what it says, or by what a screen reader calls it, once it can be. */
    private void press(Stage window, String name) throws Exception {
        until(() -> buttons(window, name).tryQuery().isPresent());
        robot.interact(buttons(window, name).<ButtonBase>query()::fire);
    }

    private NodeQuery buttons(Stage window, String name) {
        return robot.from(window.getScene().getRoot())
                .lookup((Node node) -> node instanceof ButtonBase button
                        && !button.isDisabled()
                        && BenchDriver.isShown(button)
                        && (name.equals(button.getText()) || name.equals(button.getAccessibleText())));
    }

    private boolean tells(Stage window, String words) {
        return robot.from(window.getScene().getRoot())
                .lookup((Node node) -> node instanceof Labeled label
                        && BenchDriver.isShown(label)
                        && String.valueOf(label.getText()).contains(words))
                .tryQuery()
                .isPresent();
    }
}
