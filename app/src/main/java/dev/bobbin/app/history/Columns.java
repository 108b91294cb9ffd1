package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** Makes the columns of this feature's tables. */
final class Columns {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass WELL = PseudoClass.getPseudoClass("well");
    private static final String GOOD = "Succeeded";

    private static final double MARK_WIDTH = 34;

    private Columns() {}

    static <T> TableColumn<T, Object> of(String title, double width, Function<T, Object> value) {
        TableColumn<T, Object> column = new TableColumn<>(text(title));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    /** A status in words, with a sign: never by colour alone. */
    static <T> TableColumn<T, Object> status(String title, double width, Function<T, Object> value) {
        TableColumn<T, Object> column = of(title, width, value);
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(Object status, boolean empty) {
                super.updateItem(status, empty);
                String word = empty || status == null ? "" : status.toString();
                boolean well = word.equals(GOOD) || word.equals(text("examples.passed"));
                setText(word);
                setGraphic(word.isEmpty() ? null : Controls.icon(well ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE));
                pseudoClassStateChanged(FAILED, !word.isEmpty() && !well);
                pseudoClassStateChanged(WELL, well);
            }
        });
        return column;
    }

    /** A narrow column that has a sign or none. Its name is said where the sign is not seen. */
    static <T> TableColumn<T, Object> mark(String name, Feather sign, Predicate<T> marked) {
        TableColumn<T, Object> column = new TableColumn<>();
        Label title = new Label(null, Controls.icon(sign));
        title.setAccessibleText(text(name));
        title.setTooltip(new Tooltip(text(name)));
        column.setGraphic(title);
        column.setPrefWidth(MARK_WIDTH);
        column.setResizable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(marked.test(row.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(Object value, boolean empty) {
                super.updateItem(value, empty);
                boolean shown = !empty && Boolean.TRUE.equals(value);
                setGraphic(shown ? Controls.icon(sign) : null);
                setAccessibleText(shown ? text(name) : null);
            }
        });
        return column;
    }
}
