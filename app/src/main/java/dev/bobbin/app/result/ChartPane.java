package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.NewestTask;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.fx.WrappingBar;
import dev.bobbin.themes.Spacing;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A chart of a table: bars, a line or points. */
final class ChartPane extends VBox {

    private final NewestTask drawings;
    private final ComboBox<ChartDrawing.Way> way = new ComboBox<>();
    private final ComboBox<String> x = new ComboBox<>();
    private final ComboBox<String> y = new ComboBox<>();
    private final ComboBox<ChartData.Merge> merge = new ComboBox<>();
    private final ReadOnlyObjectProperty<@Nullable RowList> rows;
    private final Label note = Controls.label("", "text-muted", "text-small");
    private final StackPane place = new StackPane();
    private @Nullable ResultTable table;
    private boolean filling;

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
        bar.getStyleClass().add("wrapping-bar");
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
        RowList order = rows.get();
        if (drawn == null || order == null || !order.isOf(drawn)) {
            return;
        }
        if (filling || !isVisible() || x.getValue() == null || y.getValue() == null) {
            return;
        }
        String across = x.getValue();
        String up = y.getValue();
        ChartData.Merge together = merge.getValue();
        ChartDrawing.Way drawing = way.getValue();
        String measured = together == ChartData.Merge.MEAN || together == ChartData.Merge.COUNT
                ? text("chart.measured", up, text("chart.merge." + together))
                : up;
        drawings.run(
                () -> ChartData.of(drawn, order.numbers(), across, up, together),
                data -> {
                    if (drawn == table) {
                        place.getChildren().setAll(ChartDrawing.of(data, drawing, measured));
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
