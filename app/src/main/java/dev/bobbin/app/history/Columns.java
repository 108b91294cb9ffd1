package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.kordamp.ikonli.feather.Feather;

/** Makes the columns of this feature's tables. */
final class Columns {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final String GOOD = "Succeeded";

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
            }
        });
        return column;
    }
}
