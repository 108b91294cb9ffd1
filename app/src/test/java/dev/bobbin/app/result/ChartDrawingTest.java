package dev.bobbin.app.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.SteadyRobot;
import dev.bobbin.themes.BenchTheme;
import dev.bobbin.themes.Fonts;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** What the names along the bottom of a chart leave of it, and whether they can be read. */
class ChartDrawingTest {

    private final SteadyRobot robot = new SteadyRobot();
    private Region chart;

    @BeforeEach
    void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void manyLongNamesLeaveTheDrawingItsRoom() {
        draw(500, i -> "row number " + (10_000 + i), 760, 180);
        assertThat(plot()).isGreaterThan(100);
        assertThat(names()).hasSizeBetween(3, 12).allMatch(name -> name.startsWith("row number 1"));
        assertThat(apart()).isGreaterThan(4);
    }

    @Test
    void allNamesAreToldWhereTheyFitUpright() {
        draw(27, i -> "row number " + (10_000 + i), 760, 480);
        assertThat(names()).hasSize(27);
        assertThat(plot()).isGreaterThan(250);
        draw(4, i -> "row number " + i, 760, 480);
        assertThat(names()).hasSize(4);
        assertThat(plot()).as("side by side").isGreaterThan(400);
    }

    @Test
    void aLongNameIsShortenedInItsMiddle() {
        assertThat(List.of("Northern region, store 17", "Northern region,\nstore 18", "Bonn\nBeuel"))
                .map(NamedChart::shortened)
                .containsExactly("Northern r…store 17", "Northern r…store 18", "Bonn Beuel");
    }

    private void draw(int count, IntFunction<String> names, double width, double height) {
        List<ChartData.Point> points = IntStream.range(0, count)
                .mapToObj(i -> new ChartData.Point(names.apply(i), i, 1000 + i))
                .toList();
        robot.interact(() -> {
            Fonts.TEXT.load();
            BenchTheme theme = BenchTheme.all().getFirst();
            Application.setUserAgentStylesheet(theme.userAgentStylesheet());
            chart = ChartDrawing.of(
                    new ChartData("name", "value", false, points, count, false), ChartDrawing.Way.BAR, "value", "");
            StackPane page = new StackPane(chart);
            Scene scene = new Scene(page, width, height);
            scene.getStylesheets().setAll(theme.stylesheets());
            page.applyCss();
            page.layout();
        });
    }

    /** Height of what is drawn, in pixels. */
    private double plot() {
        return chart.lookup(".chart-plot-background").getLayoutBounds().getHeight();
    }

    /** What is written along the bottom. */
    private List<String> names() {
        return labels().map(Label::getText).toList();
    }

    /** The least between two names, in pixels. */
    private double apart() {
        List<Bounds> places = labels().map(Node::getBoundsInParent).toList();
        return IntStream.range(1, places.size())
                .mapToDouble(i -> places.get(i).getMinX() - places.get(i - 1).getMaxX())
                .min()
                .orElseThrow();
    }

    private Stream<Label> labels() {
        return chart.lookupAll(".axis-name").stream()
                .filter(Node::isVisible)
                .map(Label.class::cast)
                .sorted(Comparator.comparingDouble(
                        label -> label.getBoundsInParent().getMinX()));
    }
}
