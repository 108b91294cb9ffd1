package dev.bobbin.app.result;

import dev.bobbin.app.fx.Controls;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * A chart with names along the bottom: shortened, upright where all of them fit that way only, and else as many as there is
 * room for. They leave the drawing most of the height; the toolkit's axis keeps room for the longest name upright whenever
 * the names do not fit side by side, draws them lying all the same, and lets neighbours touch.
 */
final class NamedChart extends Region {

    /** A longer name is shortened in its middle: names of rows often differ at their ends alone, in letters. */
    private static final int LONGEST = 20;

    /** Most of the height upright names may take. */
    private static final double MOST_HEIGHT = 0.4;

    /** Least between two names, in pixels. */
    private static final double GAP = 8;

    /** Between the axis, the names and the title, in pixels. */
    private static final double PADDING = 2;

    /** More ticks than this are a grey band. */
    private static final int MOST_TICKS = 60;

    private final XYChart<String, Number> chart;
    private final CategoryAxis axis;
    private final List<Label> names = new ArrayList<>();
    private final Label title;

    /**
     * @param axis its names along the bottom
     * @param labels what is to be read there, one for each of its categories
     * @param title what the names are
     */
    NamedChart(XYChart<String, Number> chart, CategoryAxis axis, List<String> labels, String title) {
        this.chart = chart;
        this.axis = axis;
        getStyleClass().add("named-chart");
        this.title = Controls.label(title, "axis-label");
        axis.setTickLabelsVisible(false);
        axis.setTickMarkVisible(labels.size() <= MOST_TICKS);
        labels.forEach(label -> names.add(Controls.label(shortened(label), "axis-name")));
        getChildren().addAll(chart, this.title);
        getChildren().addAll(names);
    }

    /** A name that is short enough, in one line. */
    static String shortened(String name) {
        String line = name.strip().replaceAll("\\s+", " ");
        int letters = line.codePointCount(0, line.length());
        if (letters <= LONGEST) {
            return line;
        }
        int half = LONGEST / 2;
        return line.substring(0, line.offsetByCodePoints(0, half)).strip()
                + "…"
                + line.substring(line.offsetByCodePoints(line.length(), 1 - half))
                        .strip();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double titleHeight = title.prefHeight(-1);
        double lying = highest();
        double upright = widest();
        // How much of the width the values' axis takes is known when the chart is laid out only.
        layoutChart(height - titleHeight - lying - 2 * PADDING);
        double step = axis.getCategorySpacing();
        boolean turned = upright + GAP > step && lying <= step && upright <= MOST_HEIGHT * height;
        double room = turned ? upright : lying;
        if (turned) {
            layoutChart(height - titleHeight - room - 2 * PADDING);
        }
        double top = height - titleHeight - room - PADDING;
        int every = turned ? 1 : Math.max(1, (int) Math.ceil((upright + GAP) / Math.max(1, step)));
        double free = 0;
        for (int i = 0; i < names.size(); i++) {
            Label name = names.get(i);
            if (i % every == 0) {
                place(name, middle(i), top, turned);
            }
            // At the edges a name is moved inwards, where its neighbour may stand.
            name.setVisible(i % every == 0 && (turned || name.getLayoutX() >= free));
            free = name.isVisible() ? name.getLayoutX() + name.getWidth() + GAP : free;
        }
        double titleWidth = Math.min(width, title.prefWidth(-1));
        double middle = sceneToLocal(axis.localToScene(axis.getWidth() / 2, 0)).getX();
        title.resizeRelocate(
                Math.clamp(middle - titleWidth / 2, 0, Math.max(0, width - titleWidth)),
                height - titleHeight,
                titleWidth,
                titleHeight);
    }

    private void layoutChart(double height) {
        chart.resizeRelocate(0, 0, getWidth(), Math.max(0, height));
        chart.layout();
    }

    private double widest() {
        return names.stream().mapToDouble(name -> name.prefWidth(-1)).max().orElse(0);
    }

    private double highest() {
        return names.stream().mapToDouble(name -> name.prefHeight(-1)).max().orElse(0);
    }

    /** Where a category stands, from the left. */
    private double middle(int category) {
        String name = axis.getCategories().get(category);
        Point2D there = axis.localToScene(axis.getDisplayPosition(name), 0);
        return sceneToLocal(there).getX();
    }

    /** Upright names read upwards and end at the axis; lying ones stay inside. */
    private void place(Label name, double middle, double top, boolean turned) {
        double width = name.prefWidth(-1);
        double height = name.prefHeight(-1);
        name.resize(width, height);
        name.setRotate(turned ? -90 : 0);
        if (turned) {
            // Turned about its middle.
            name.relocate(middle - width / 2, top + width / 2 - height / 2);
        } else {
            name.relocate(Math.clamp(middle - width / 2, 0, Math.max(0, getWidth() - width)), top);
        }
    }
}
