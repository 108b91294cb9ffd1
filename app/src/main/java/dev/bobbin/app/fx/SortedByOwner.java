package dev.bobbin.app.fx;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * A table whose rows are sorted by whoever owns them, in the background: a chosen order is told, and the rows come back in
 * it. A table alone would forget the order as soon as it gets other rows.
 */
public final class SortedByOwner<T> {

    private final TableView<T> table;
    private boolean showing;

    /** @param sort called when somebody has chosen another order, which is then the table's sort order */
    public SortedByOwner(TableView<T> table, Runnable sort) {
        this.table = table;
        // To set the policy is to sort by it.
        showing = true;
        table.setSortPolicy(_ -> {
            if (!showing) {
                sort.run();
            }
            return true;
        });
        showing = false;
        SortKeys.on(table);
    }

    /** Shows other rows, which come in the order that is chosen. */
    public void show(ObservableList<T> rows) {
        List<TableColumn<T, ?>> order = List.copyOf(table.getSortOrder());
        showing = true;
        table.setItems(rows);
        table.getSortOrder().setAll(order);
        showing = false;
    }

    /** Shows other columns, in no order yet. */
    public void columns(List<? extends TableColumn<T, ?>> columns) {
        showing = true;
        table.getSortOrder().clear();
        table.getColumns().setAll(columns);
        showing = false;
    }
}
