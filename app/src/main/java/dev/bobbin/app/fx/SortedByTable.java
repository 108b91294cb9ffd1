package dev.bobbin.app.fx;

import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableView;

/**
 * A table that sorts the rows it is given by itself. They stay as they came for whoever owns them, rows that come later take
 * their places among the others, and the order can be given up again. For rows that are few enough to be sorted at once.
 */
public final class SortedByTable {

    private SortedByTable() {}

    /** Puts rows into a table. @param rows as they come */
    public static <T> void show(TableView<T> table, ObservableList<T> rows) {
        SortedList<T> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
    }
}
