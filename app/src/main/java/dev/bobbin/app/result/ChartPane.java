package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.themes.Spacing;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.ScatterChart;
import javafx.scene.chart.XYChart;
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

    private enum Way {
        BAR,
        LINE,
        SCATTER
    }

    private final TaskRunner tasks;
    private final ComboBox<Way> way = new ComboBox<>();
    private final ComboBox<String> x = new ComboBox<>();
    private final ComboBox<String> y = new ComboBox<>();
    private final Label note = Controls.label("", "text-muted", "text-small");
    private final StackPane place = new StackPane();
    private @Nullable ResultTable table;
    private boolean filling;

    ChartPane(TaskRunner tasks) {
        this.tasks = tasks;
        way.getItems().setAll(Way.values());
        way.setConverter(new Names());
        way.setAccessibleText(text("chart.way"));
        way.setValue(Way.BAR);
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
                        place.getChildren().setAll(chart(data));
                        note.setText(
                                data.of() > ChartData.MOST_POINTS
                                        ? text("chart.chosen", ChartData.MOST_POINTS, data.of())
                                        : "");
                    }
                },
                e -> note.setText(String.valueOf(e.getMessage())));
    }

    private XYChart<?, ?> chart(ChartData data) {
        NumberAxis values = new NumberAxis();
        values.setLabel(data.y());
        XYChart<?, ?> chart =
                switch (way.getValue()) {
                    case BAR -> named(new BarChart<>(axis(data), values), data);
                    case LINE ->
                        data.numbers()
                                ? numbered(new LineChart<>(numberAxis(data), values), data)
                                : named(new LineChart<>(axis(data), values), data);
                    case SCATTER ->
                        data.numbers()
                                ? numbered(new ScatterChart<>(numberAxis(data), values), data)
                                : named(new ScatterChart<>(axis(data), values), data);
                };
        chart.setLegendVisible(false);
        chart.setAnimated(false);
        chart.setAccessibleText(
                text("chart.spoken", data.y(), data.x(), data.points().size()));
        return chart;
    }

    private static CategoryAxis axis(ChartData data) {
        CategoryAxis axis = new CategoryAxis();
        axis.setLabel(data.x());
        return axis;
    }

    private static NumberAxis numberAxis(ChartData data) {
        NumberAxis axis = new NumberAxis();
        axis.setLabel(data.x());
        axis.setForceZeroInRange(false);
        return axis;
    }

    /** A category axis shows each name once; rows of one name are told apart by their number. */
    private static XYChart<String, Number> named(XYChart<String, Number> chart, ChartData data) {
        XYChart.Series<String, Number> series = new XYChart.Series<>();
        Map<String, Integer> seen = new HashMap<>();
        for (ChartData.Point point : data.points()) {
            int times = seen.merge(point.label(), 1, Integer::sum);
            String name = times == 1 ? point.label() : point.label() + " (" + times + ")";
            series.getData().add(new XYChart.Data<>(name, point.value()));
        }
        chart.getData().add(series);
        return chart;
    }

    private static XYChart<Number, Number> numbered(XYChart<Number, Number> chart, ChartData data) {
        XYChart.Series<Number, Number> series = new XYChart.Series<>();
        data.points().forEach(point -> series.getData().add(new XYChart.Data<>(point.place(), point.value())));
        chart.getData().add(series);
        return chart;
    }

    private static final class Names extends StringConverter<Way> {

        @Override
        public String toString(@Nullable Way way) {
            return way == null ? "" : text("chart.way." + way);
        }

        @Override
        public Way fromString(String name) {
            return Way.valueOf(name);
        }
    }
}
