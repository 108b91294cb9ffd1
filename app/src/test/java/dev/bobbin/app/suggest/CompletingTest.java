package dev.bobbin.app.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.SteadyRobot;
import dev.bobbin.app.code.CodeArea;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What Ctrl+Space answers where there is nothing to suggest. */
class CompletingTest {

    private final SteadyRobot robot = new SteadyRobot();
    private CodeArea area;
    private Stage stage;

    @BeforeEach
    void show() throws Exception {
        FxToolkit.registerPrimaryStage();
        stage = FxToolkit.registerStage(Stage::new);
        robot.interact(() -> {
            area = new CodeArea();
            area.replaceText("zz");
            new Completing(area, caret -> new Completion(caret, List.of()));
            stage.setScene(new Scene(new StackPane(area), 600, 300));
            stage.show();
            area.requestFocus();
            area.moveTo(2);
        });
    }

    @AfterEach
    void close() {
        robot.interact(stage::hide);
    }

    @Test
    void thatThereIsNothingIsSaidAndTheNextKeyIsTheTexts() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SPACE);
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> robot.lookup("Nothing to suggest here").tryQuery().isPresent());
        robot.push(KeyCode.ENTER);
        assertThat(area.getText()).isEqualTo("zz\n");
        assertThat(robot.lookup("#completion").tryQueryAs(ListView.class)).isEmpty();
    }
}
