package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.emulator.example.Difference;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where two answers differ: place, what was, what is, side by side. */
final class DifferencesPane extends VBox {

    private static final double PLACE = 180;
    private static final double VALUE = 200;

    private final Label title = Controls.wrapped("", "text-small");
    private final TableView<Difference> table = new TableView<>();

    /** @param id of the table */
    DifferencesPane(String id) {
        getStyleClass().add("side-panel");
        title.getStyleClass().add("panel-bar");
        title.setId(id + "-title");
        table.setId(id);
        table.setAccessibleText(text("history.compare"));
        table.getStyleClass().addAll("edge-to-edge", "dense");
        table.getColumns().add(Columns.of("history.compare.place", PLACE, Difference::place));
        table.getColumns().add(Columns.of("history.compare.before", VALUE, Difference::expected));
        table.getColumns().add(Columns.of("history.compare.after", VALUE, Difference::actual));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Controls.label("", "text-muted"));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(title, table);
    }

    void show(String heading, List<Difference> differences) {
        title.setText(heading);
        table.getItems().setAll(differences);
    }
}
