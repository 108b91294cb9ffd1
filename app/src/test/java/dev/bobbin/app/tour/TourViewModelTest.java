package dev.bobbin.app.tour;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;

class TourViewModelTest {

    private final StringProperty seen = new SimpleStringProperty("");
    private final TourViewModel tour = new TourViewModel(seen);

    @Test
    void itHasFourStepsAndEndsBehindTheLast() {
        tour.begin();
        for (TourViewModel.Step step : TourViewModel.Step.values()) {
            assertThat(tour.stepProperty().get()).isEqualTo(step);
            tour.next();
        }
        assertThat(TourViewModel.Step.values()).hasSize(4);
        assertThat(tour.stepProperty().get()).isNull();
    }

    @Test
    void onceTakenOrSkippedItComesOnlyWhenAskedFor() {
        assertThat(tour.isNew()).isTrue();
        tour.begin();
        tour.end();
        assertThat(tour.isNew()).isFalse();
        assertThat(tour.stepProperty().get()).isNull();
        tour.begin();
        tour.next();
        tour.back();
        tour.back();
        assertThat(tour.stepProperty().get()).isEqualTo(TourViewModel.Step.FUNCTIONS);
    }
}
