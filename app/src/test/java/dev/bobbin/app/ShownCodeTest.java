package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.seen;
import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.code.SqlLexer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

/** Code that is only shown, wrapped in a narrow pane. */
class ShownCodeTest {

    private static final String LINE =
            "-- one stretch of one colour, which is much wider than the pane that it is in\nSELECT 1\n";

    private final SteadyRobot robot = new SteadyRobot();
    private ReadOnlyCode code;
    private Stage stage;

    @BeforeEach
    void showWindow() throws Exception {
        FxToolkit.registerPrimaryStage();
        stage = FxToolkit.registerStage(Stage::new);
        robot.interact(() -> {
            code = new ReadOnlyCode("SQL", SqlLexer::tokens);
            code.area().setWrapText(true);
            stage.setScene(new Scene(new StackPane(code), 290, 190));
            stage.show();
        });
    }

    @AfterEach
    void hideWindow() {
        robot.interact(stage::hide);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 20})
    void itIsSeenFromItsBeginningAndHasNothingBeside(int times) throws Exception {
        robot.interact(() -> code.show("SELECT 2"));
        until(() -> seen(() -> !code.area().getVisibleParagraphs().isEmpty()));
        robot.interact(() -> code.show(LINE.repeat(times)));
        boolean high = times > 3;
        until(() -> bar(Orientation.VERTICAL).isVisible() == high);
        assertThat(bar(Orientation.HORIZONTAL).isVisible()).isFalse();
        assertThat(seen(() -> code.area().getEstimatedScrollY())).isZero();
    }

    private ScrollBar bar(Orientation orientation) {
        return robot.from(code)
                .lookup((Node node) -> node instanceof ScrollBar bar && bar.getOrientation() == orientation)
                .query();
    }
}
