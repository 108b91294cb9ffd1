package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.themes.Spacing;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A chart of a table: bars, a line or points. */
final class ChartPane extends VBox {

    private final TaskRunner tasks;
    private final ComboBox<ChartDrawing.Way> way = new ComboBox<>();
    private final ComboBox<String> x = new ComboBox<>();
    private final ComboBox<String> y = new ComboBox<>();
    private final Label note = Controls.label("", "text-muted", "text-small");
    private final StackPane place = new StackPane();
    private @Nullable ResultTable table;
    private boolean filling;

    ChartPane(TaskRunner tasks) {
        this.tasks = tasks;
        way.getItems().setAll(ChartDrawing.Way.values());
        way.setConverter(new Names());
        way.setId("chart-way");
        x.setId("chart-x");
        y.setId("chart-y");
        way.setAccessibleText(text("chart.way"));
        way.setValue(ChartDrawing.Way.BAR);
        x.setAccessibleText(text("chart.x"));
        y.setAccessibleText(text("chart.y"));
        way.valueProperty().addListener((_, _, _) -> draw());
        x.valueProperty().addListener((_, _, _) -> draw());
        y.valueProperty().addListener((_, _, _) -> draw());
        HBox bar = new HBox(
                Spacing.S,
                way,
                Controls.label(text("chart.y"), "text-small"),
                y,
                Controls.label(text("chart.x"), "text-small"),
                x,
                Controls.spring(),
                note);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        place.setId("output-chart");
        place.getStyleClass().add("chart-page");
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(bar, place);
    }

    void show(@Nullable ResultTable shown) {
        table = shown;
        place.getChildren().clear();
        if (shown == null || ChartData.measures(shown).isEmpty()) {
            return;
        }
        filling = true;
        x.getItems()
                .setAll(shown.columns().stream().map(ResultTable.Column::name).toList());
        y.getItems().setAll(ChartData.measures(shown));
        x.setValue(ChartData.firstAxis(shown));
        y.setValue(y.getItems().getFirst());
        filling = false;
    }

    /** Draws, when it comes into view: a chart that nobody looks at is not worth its time. */
    void draw() {
        ResultTable drawn = table;
        if (filling || drawn == null || !isVisible() || x.getValue() == null || y.getValue() == null) {
            return;
        }
        String across = x.getValue();
        String up = y.getValue();
        tasks.run(
                () -> ChartData.of(drawn, IntStream.range(0, drawn.size()).toArray(), across, up),
                data -> {
                    if (drawn == table) {
                        place.getChildren().setAll(ChartDrawing.of(data, way.getValue()));
                        note.setText(
                                data.of() > ChartData.MOST_POINTS
                                        ? text("chart.chosen", ChartData.MOST_POINTS, data.of())
                                        : "");
                    }
                },
                e -> note.setText(String.valueOf(e.getMessage())));
    }

    /** The chart as it is drawn now; empty before it has been. */
    Optional<ChartPicture> picture() {
        return place.getChildren().isEmpty() ? Optional.empty() : Optional.of(ChartPicture.of(place));
    }

    private static final class Names extends StringConverter<ChartDrawing.Way> {

        @Override
        public String toString(ChartDrawing.@Nullable Way way) {
            return way == null ? "" : text("chart.way." + way);
        }

        @Override
        public ChartDrawing.Way fromString(String name) {
            return ChartDrawing.Way.valueOf(name);
        }
    }
}
