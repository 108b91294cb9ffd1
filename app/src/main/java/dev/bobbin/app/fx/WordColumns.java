package dev.bobbin.app.fx;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

/** Columns of tables whose cells are words, in the order the rows come in; what is cut off is in the tooltip. */
public final class WordColumns {

    private WordColumns() {}

    /** @param title what stands above it @param width in pixels, until somebody changes it */
    public static <T> TableColumn<T, String> of(String title, double width, Function<T, String> words) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(words.apply(row.getValue())));
        column.setCellFactory(_ -> new WordsCell<>());
        return column;
    }

    private static final class WordsCell<T> extends TableCell<T, String> {

        private final Tooltip whole = new Tooltip();

        @Override
        protected void updateItem(String words, boolean empty) {
            super.updateItem(words, empty);
            boolean none = empty || words == null || words.isEmpty();
            setText(none ? null : words);
            whole.setText(none ? "" : words);
            setTooltip(none ? null : whole);
        }
    }
}
