package dev.bobbin.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What an empty panel says where there is much room, little and none. */
class EmptyStateTest {

    private static final int WIDTH = 300;

    @Test
    void whatDoesNotFitIsLeftOutTheSignFirstAndComesBack() throws Exception {
        FxToolkit.registerPrimaryStage();
        WaitForAsyncUtils.asyncFx(() -> {
                    EmptyState state = new EmptyState(Feather.RADIO, "Nobody has called yet", "Every call is listed.");
                    StackPane panel = new StackPane(state);
                    new Scene(panel);
                    panel.applyCss();
                    double all = state.prefHeight(WIDTH);
                    assertThat(shownAt(panel, all)).containsExactly(true, true, true);
                    assertThat(shownAt(panel, all - 10)).containsExactly(false, true, true);
                    assertThat(state.prefHeight(WIDTH)).as("what it would take").isEqualTo(all);
                    assertThat(shownAt(panel, 10)).containsExactly(false, false, false);
                    assertThat(state.getHeight()).as("nothing lies outside").isEqualTo(10);
                    assertThat(shownAt(panel, all)).containsExactly(true, true, true);
                    return all;
                })
                .get();
    }

    /** Whether sign, title and hint are shown in a panel of that height. */
    private static List<Boolean> shownAt(StackPane panel, double height) {
        panel.resize(WIDTH, height);
        panel.layout();
        return ((EmptyState) panel.getChildren().getFirst())
                .getChildren().stream().map(Node::isVisible).toList();
    }
}
