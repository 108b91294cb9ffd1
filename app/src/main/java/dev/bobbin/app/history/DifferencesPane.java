package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.WordColumns;
import dev.bobbin.emulator.example.Difference;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where two answers differ: place, what was, what is, side by side. */
final class DifferencesPane extends VBox {

    private static final double PLACE = 130;
    private static final double VALUE = 120;
    private static final double LETTER = 7.5;
    private static final double PADDING = 24;
    private static final double LEAST_PLACE = 72;
    private static final double MOST_PLACE = 260;

    private final Label title = Controls.wrapped("", "text-small");
    private final TableView<Difference> table = new TableView<>();

    /** @param id of the table */
    DifferencesPane(String id) {
        title.getStyleClass().add("panel-bar");
        title.setId(id + "-title");
        table.setId(id);
        table.setAccessibleText(text("history.compare"));
        table.getStyleClass().addAll("edge-to-edge", "dense");
        table.getColumns()
                .add(WordColumns.of(
                        text("history.compare.place"), PLACE, difference -> PlaceWords.of(difference.place())));
        table.getColumns().add(WordColumns.of(text("history.compare.before"), VALUE, Difference::expected));
        table.getColumns().add(WordColumns.of(text("history.compare.after"), VALUE, Difference::actual));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Controls.label("", "text-muted"));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(title, table);
    }

    void show(String heading, List<Difference> differences) {
        title.setText(heading);
        double longest = differences.stream()
                .mapToInt(difference -> PlaceWords.of(difference.place()).length())
                .max()
                .orElse(0);
        table.getColumns().getFirst().setPrefWidth(Math.clamp(longest * LETTER + PADDING, LEAST_PLACE, MOST_PLACE));
        table.getItems().setAll(differences);
    }
}
