package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.NewestTask;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.fx.WrappingBar;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.themes.Spacing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A chart of a table: bars, a line or points. */
final class ChartPane extends VBox {

    /** The shape of a slide. */
    private static final double PICTURE_WIDTH = 960;

    private static final double PICTURE_HEIGHT = 540;

    private final NewestTask drawings;
    private final ComboBox<ChartDrawing.Way> way = new ComboBox<>();
    private final ComboBox<String> x = new ComboBox<>();
    private final ComboBox<String> y = new ComboBox<>();
    private final ComboBox<ChartData.Merge> merge = new ComboBox<>();
    private final ReadOnlyObjectProperty<@Nullable RowList> rows;
    private final Label note = Controls.label("", "text-muted", "text-small");
    private final StackPane place = new StackPane();
    private @Nullable ResultTable table;
    private @Nullable Drawn drawn;
    private boolean filling;

    /** What is drawn now. @param measured what the heights are @param remark how much of the rows it tells of */
    private record Drawn(ChartData data, ChartDrawing.Way way, String measured, String remark) {

        /** For the screen, where a title would take room. */
        Region chart() {
            return ChartDrawing.of(data, way, measured, "");
        }

        Region titled() {
            String words = text("chart.title", measured, data.x());
            return ChartDrawing.of(data, way, measured, remark.isEmpty() ? words : words + "  ·  " + remark);
        }
    }

    /** @param rows what is drawn: the rows the table shows, in their order */
    ChartPane(TaskRunner tasks, ReadOnlyObjectProperty<@Nullable RowList> rows) {
        this.drawings = new NewestTask(tasks);
        this.rows = rows;
        rows.addListener((_, _, _) -> draw());
        merge.setId("chart-merge");
        merge.getItems().setAll(ChartData.Merge.values());
        merge.setConverter(new Names<>("chart.merge.", ChartData.Merge::valueOf));
        merge.setAccessibleText(text("chart.merge"));
        merge.setValue(ChartData.Merge.SUM);
        merge.valueProperty().addListener((_, _, _) -> draw());
        way.getItems().setAll(ChartDrawing.Way.values());
        way.setConverter(new Names<>("chart.way.", ChartDrawing.Way::valueOf));
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
        WrappingBar bar = new WrappingBar(
                Spacing.S,
                way,
                merge,
                Controls.label(text("chart.y"), "text-small"),
                y,
                Controls.label(text("chart.x"), "text-small"),
                x,
                Controls.spring(),
                note);
        place.setId("output-chart");
        place.getStyleClass().add("chart-page");
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(bar, place);
    }

    void show(@Nullable ResultTable shown) {
        table = shown;
        drawn = null;
        place.getChildren().clear();
        if (shown == null || ChartData.measures(shown).isEmpty()) {
            return;
        }
        filling = true;
        x.getItems()
                .setAll(shown.columns().stream().map(ResultTable.Column::name).toList());
        y.getItems().setAll(ChartData.measures(shown));
        x.setValue(ChartData.firstAxis(shown));
        y.setValue(ChartData.firstMeasure(shown));
        filling = false;
    }

    /** Draws, when it comes into view: a chart that nobody looks at is not worth its time. */
    void draw() {
        ResultTable shown = table;
        RowList order = rows.get();
        if (shown == null || order == null || !order.isOf(shown)) {
            return;
        }
        if (filling || !isVisible() || x.getValue() == null || y.getValue() == null) {
            return;
        }
        String across = x.getValue();
        String up = y.getValue();
        ChartData.Merge together = merge.getValue();
        ChartDrawing.Way drawing = way.getValue();
        drawings.run(
                () -> ChartData.of(shown, order.numbers(), across, up, together),
                data -> {
                    if (shown == table) {
                        Drawn now = new Drawn(
                                data, drawing, measured(data, together), remark(data, order.size(), shown.size()));
                        drawn = now;
                        place.getChildren().setAll(now.chart());
                        note.setText(now.remark());
                    }
                },
                e -> note.setText(Reasons.of(e)));
    }

    /** What the heights are: of rows that were put together, how they were. */
    private static String measured(ChartData data, ChartData.Merge together) {
        return switch (together) {
            case NONE -> data.y();
            case SUM -> data.merged() ? text("chart.measured", data.y(), text("chart.merge." + together)) : data.y();
            case MEAN, COUNT -> text("chart.measured", data.y(), text("chart.merge." + together));
        };
    }

    /** What of the rows is not in the chart; empty when they all are. */
    private static String remark(ChartData data, int shown, int all) {
        List<String> remarks = new ArrayList<>();
        if (shown < all) {
            remarks.add(text("table.rowsOf", shown, all));
        }
        if (data.of() > ChartData.MOST_POINTS) {
            remarks.add(text("chart.chosen", ChartData.MOST_POINTS, data.of()));
        }
        return String.join("  ·  ", remarks);
    }

    /** The chart that is shown, for a page or a slide: with a title, in the shape of one; empty before it is drawn. */
    Optional<ChartPicture> picture() {
        Drawn now = drawn;
        if (now == null) {
            return Optional.empty();
        }
        StackPane page = new StackPane(now.titled());
        Parent root = getScene().getRoot();
        page.getStyleClass().setAll(root.getStyleClass());
        page.getStyleClass().add("chart-page");
        page.setStyle(root.getStyle());
        Scene scene = new Scene(page, PICTURE_WIDTH, PICTURE_HEIGHT);
        scene.getStylesheets().setAll(getScene().getStylesheets());
        page.applyCss();
        page.layout();
        return Optional.of(ChartPicture.of(page));
    }

    /** Says what can be chosen in the window's language. */
    private static final class Names<T extends Enum<T>> extends StringConverter<T> {

        private final String prefix;
        private final Function<String, T> named;

        Names(String prefix, Function<String, T> named) {
            this.prefix = prefix;
            this.named = named;
        }

        @Override
        public String toString(@Nullable T choice) {
            return choice == null ? "" : text(prefix + choice);
        }

        @Override
        public T fromString(String name) {
            return named.apply(name);
        }
    }
}
