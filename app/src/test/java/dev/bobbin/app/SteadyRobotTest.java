package dev.bobbin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What is clicked is what was meant, whatever the window does meanwhile. */
class SteadyRobotTest {

    private static final int WIDTH = 300;
    private static final int FRAMES = 30;

    private final SteadyRobot robot = new SteadyRobot();
    private final List<String> clicked = new ArrayList<>();
    private final Button wanted = button("wanted");
    private final Region cover = new Region();
    private Stage stage;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void show() throws Exception {
        stage = FxToolkit.registerStage(Stage::new);
        cover.setMinSize(WIDTH, WIDTH);
        cover.setOnMouseClicked(_ -> clicked.add("cover"));
        WaitForAsyncUtils.asyncFx(() -> {
                    stage.setScene(new Scene(new Pane(button("other"), wanted), WIDTH, WIDTH));
                    stage.show();
                })
                .get();
    }

    @AfterEach
    void close() throws Exception {
        WaitForAsyncUtils.asyncFx(stage::hide).get();
    }

    private Button button(String name) {
        Button button = new Button(name);
        button.setId(name);
        button.setOnAction(_ -> clicked.add(name));
        return button;
    }

    @Test
    void whatMovesIsWaitedFor() {
        eachFrame(frame -> wanted.setLayoutY(5 * frame));
        robot.clickOn("#wanted");
        assertThat(clicked).containsExactly("wanted");
    }

    @Test
    void whatIsCoveredIsWaitedFor() {
        robot.interact(() -> ((Pane) wanted.getParent()).getChildren().add(cover));
        eachFrame(frame -> {
            if (frame == FRAMES) {
                ((Pane) cover.getParent()).getChildren().remove(cover);
            }
        });
        robot.clickOn("#wanted");
        assertThat(clicked).containsExactly("wanted");
    }

    @FunctionalInterface
    private interface Change {
        void make(int frame);
    }

    private void eachFrame(Change change) {
        AnimationTimer timer = new AnimationTimer() {

            private int frame;

            @Override
            public void handle(long now) {
                change.make(++frame);
                if (frame == FRAMES) {
                    stop();
                }
            }
        };
        robot.interact(timer::start);
    }
}
