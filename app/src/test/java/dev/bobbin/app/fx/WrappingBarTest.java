package dev.bobbin.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** Parts of 100 × 28 pixels with gaps of 8: where they stand in bars of different widths. */
class WrappingBarTest {

    private static Region part() {
        Region part = new Region();
        part.setMinSize(100, 28);
        part.setPrefSize(100, 28);
        part.setMaxSize(100, 28);
        return part;
    }

    private static void lay(WrappingBar bar, double width) {
        bar.resize(width, bar.prefHeight(width));
        bar.layout();
    }

    @Test
    void whatASpringSeparatesStandsAtBothEnds() {
        Region first = part();
        Region last = part();
        WrappingBar bar = new WrappingBar(8, first, Controls.spring(), last);
        lay(bar, 400);
        assertThat(bar.getHeight()).isEqualTo(28);
        assertThat(first.getLayoutX()).isZero();
        assertThat(last.getLayoutX()).isEqualTo(300);
    }

    @Test
    void whatHasNoRoomStandsInTheNextRowAndTheBarIsAsHighAsItsRows() {
        Region first = part();
        Region second = part();
        Region third = part();
        WrappingBar bar = new WrappingBar(8, first, second, third);
        lay(bar, 220);
        assertThat(bar.getHeight()).isEqualTo(28 + 8 + 28);
        assertThat(second.getLayoutX()).isEqualTo(108);
        assertThat(second.getLayoutY()).isZero();
        assertThat(third.getLayoutX()).isZero();
        assertThat(third.getLayoutY()).isEqualTo(36);
        assertThat(bar.minHeight(220)).as("no row may be squeezed away").isEqualTo(64);
        lay(bar, 50);
        assertThat(third.getLayoutY()).as("one each row").isEqualTo(72);
    }
}
