package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.ScatterChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Draws points as bars, a line or dots, each in its place; where a row has no number, the place is empty. */
final class ChartDrawing {

    /** Between bars, in pixels. */
    private static final double LEAST_GAP = 10;

    /** Two or three bars do not fill the whole width, in pixels. */
    private static final double WIDEST_BAR = 120;

    /** How points are drawn. */
    enum Way {
        BAR,
        LINE,
        SCATTER
    }

    private ChartDrawing() {}

    /**
     * The chart, with all that is written around it.
     *
     * @param measured what the points' heights are, to read
     * @param title over it; empty for none
     */
    static Region of(ChartData data, Way way, String measured, String title) {
        NumberAxis values = numberAxis(measured, true);
        if (way != Way.BAR && data.numbers()) {
            NumberAxis numbers = numberAxis(data.x(), false);
            return numbered(
                    prepared(
                            way == Way.LINE ? new LineChart<>(numbers, values) : new ScatterChart<>(numbers, values),
                            data,
                            title),
                    data);
        }
        CategoryAxis names = new CategoryAxis(FXCollections.observableArrayList(names(data)));
        XYChart<String, Number> chart =
                switch (way) {
                    case BAR -> bars(names, values, data.points().size());
                    case LINE -> new LineChart<>(names, values);
                    case SCATTER -> new ScatterChart<>(names, values);
                };
        named(prepared(chart, data, title), data);
        // A line at each of many names is a grey band.
        chart.setVerticalGridLinesVisible(false);
        return new NamedChart(
                chart, names, data.points().stream().map(ChartData.Point::label).toList(), data.x());
    }

    private static BarChart<String, Number> bars(CategoryAxis names, NumberAxis values, int count) {
        BarChart<String, Number> chart = new BarChart<>(names, values);
        chart.widthProperty()
                .addListener((_, _, width) -> chart.setCategoryGap(
                        Math.max(LEAST_GAP, width.doubleValue() / Math.max(1, count) - WIDEST_BAR)));
        return chart;
    }

    private static <X> XYChart<X, Number> prepared(XYChart<X, Number> chart, ChartData data, String title) {
        chart.setTitle(title.isEmpty() ? null : title);
        // The pieces of a broken line are of one colour.
        chart.getStyleClass().add("one-measure");
        chart.setLegendVisible(false);
        chart.setAlternativeColumnFillVisible(false);
        chart.setAnimated(false);
        chart.setAccessibleText(text(
                "chart.spoken",
                data.y(),
                data.x(),
                data.points().stream().filter(ChartData.Point::there).count()));
        return chart;
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

    private static void named(XYChart<String, Number> chart, ChartData data) {
        List<String> names = names(data);
        List<XYChart.Data<String, Number>> places = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            ChartData.Point point = data.points().get(i);
            places.add(place(names.get(i), point));
        }
        filled(chart, places);
    }

    private static XYChart<Number, Number> numbered(XYChart<Number, Number> chart, ChartData data) {
        return filled(
                chart,
                data.points().stream()
                        .filter(point -> !Double.isNaN(point.place()))
                        .sorted(Comparator.comparingDouble(ChartData.Point::place))
                        .map(point -> ChartDrawing.<Number>place(point.place(), point))
                        .toList());
    }

    private static <X> XYChart.Data<X, Number> place(X where, ChartData.Point point) {
        return new XYChart.Data<>(where, point.value(), point);
    }

    /** Tells what a point is to who rests on it: its whole name, which the axis may have shortened or left out, and its number. */
    private static void tell(XYChart<?, ?> chart) {
        Tooltip tip = new Tooltip();
        AxisNumbers numbers = new AxisNumbers();
        for (XYChart.Series<?, ?> series : chart.getData()) {
            for (XYChart.Data<?, ?> place : series.getData()) {
                Node node = place.getNode();
                if (node != null && place.getExtraValue() instanceof ChartData.Point point) {
                    node.setOnMouseEntered(
                            _ -> tip.setText(text("chart.point", point.label(), numbers.toString(point.value()))));
                    Tooltip.install(node, tip);
                }
            }
        }
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
        tell(chart);
        return chart;
    }
}
