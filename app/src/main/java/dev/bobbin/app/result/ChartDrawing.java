package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.ScatterChart;
import javafx.scene.chart.XYChart;

/** Draws points as bars, a line or dots, each in its place; where a row has no number, the place is empty. */
final class ChartDrawing {

    /** How points are drawn. */
    enum Way {
        BAR,
        LINE,
        SCATTER
    }

    private ChartDrawing() {}

    /** @param measured what the points' heights are, to read */
    static XYChart<?, ?> of(ChartData data, Way way, String measured) {
        NumberAxis values = numberAxis(measured, true);
        XYChart<?, ?> chart =
                switch (way) {
                    case BAR -> named(new BarChart<>(axis(data), values), data);
                    case LINE ->
                        data.numbers()
                                ? numbered(new LineChart<>(numberAxis(data.x(), false), values), data)
                                : named(new LineChart<>(axis(data), values), data);
                    case SCATTER ->
                        data.numbers()
                                ? numbered(new ScatterChart<>(numberAxis(data.x(), false), values), data)
                                : named(new ScatterChart<>(axis(data), values), data);
                };
        // The pieces of a broken line are of one colour.
        chart.getStyleClass().add("one-measure");
        chart.setLegendVisible(false);
        // A line at each of many names is a grey band.
        chart.setVerticalGridLinesVisible(chart.getXAxis() instanceof NumberAxis);
        chart.setAlternativeColumnFillVisible(false);
        chart.setAnimated(false);
        chart.setAccessibleText(text(
                "chart.spoken",
                data.y(),
                data.x(),
                data.points().stream().filter(ChartData.Point::there).count()));
        return chart;
    }

    private static CategoryAxis axis(ChartData data) {
        CategoryAxis axis = new CategoryAxis(FXCollections.observableArrayList(names(data)));
        axis.setLabel(data.x());
        return axis;
    }

    private static NumberAxis numberAxis(String measured, boolean fromZero) {
        NumberAxis axis = new NumberAxis();
        axis.setLabel(measured);
        axis.setForceZeroInRange(fromZero);
        axis.setTickLabelFormatter(new AxisNumbers());
        return axis;
    }

    /** A category axis shows each name once; rows of one name are told apart by their number. */
    private static List<String> names(ChartData data) {
        Map<String, Integer> seen = new HashMap<>();
        return data.points().stream()
                .map(point -> {
                    int times = seen.merge(point.label(), 1, Integer::sum);
                    return times == 1 ? point.label() : point.label() + " (" + times + ")";
                })
                .toList();
    }

    private static XYChart<String, Number> named(XYChart<String, Number> chart, ChartData data) {
        List<String> names = names(data);
        List<XYChart.Data<String, Number>> places = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            places.add(new XYChart.Data<>(names.get(i), data.points().get(i).value()));
        }
        return filled(chart, places);
    }

    private static XYChart<Number, Number> numbered(XYChart<Number, Number> chart, ChartData data) {
        return filled(
                chart,
                data.points().stream()
                        .filter(point -> !Double.isNaN(point.place()))
                        .sorted(Comparator.comparingDouble(ChartData.Point::place))
                        .map(point -> new XYChart.Data<Number, Number>(point.place(), point.value()))
                        .toList());
    }

    /** A line is broken at an empty place, into one series a piece; bars and dots are one series, or they would share their room. */
    private static <X> XYChart<X, Number> filled(XYChart<X, Number> chart, List<XYChart.Data<X, Number>> places) {
        XYChart.Series<X, Number> piece = new XYChart.Series<>();
        List<XYChart.Series<X, Number>> pieces = new ArrayList<>(List.of(piece));
        for (XYChart.Data<X, Number> place : places) {
            if (!Double.isNaN(place.getYValue().doubleValue())) {
                piece.getData().add(place);
            } else if (chart instanceof LineChart && !piece.getData().isEmpty()) {
                piece = new XYChart.Series<>();
                pieces.add(piece);
            }
        }
        chart.getData().setAll(pieces);
        return chart;
    }
}
