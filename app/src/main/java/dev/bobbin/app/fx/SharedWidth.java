package dev.bobbin.app.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;

/**
 * The columns of a table share the width there is. Where it is not enough for them all, those that can be done without go,
 * one after another; where it is still not enough, the table scrolls.
 */
public final class SharedWidth {

    /** What a bar at the side and the borders take. */
    private static final double BESIDE = 18;

    private SharedWidth() {}

    /**
     * For a table whose columns, with the least widths they may have, are all there.
     *
     * @param spare columns that can be done without, the first to go first
     */
    public static <T> void of(TableView<T> table, List<? extends TableColumn<T, ?>> spare) {
        fit(table, spare);
        table.widthProperty().addListener((_, _, _) -> fit(table, spare));
    }

    /** For a table that can do without none of its columns. */
    public static <T> void of(TableView<T> table) {
        of(table, List.of());
    }

    /** A column that is never narrower than it is made. */
    public static <C extends TableColumnBase<?, ?>> C whole(C column) {
        column.setMinWidth(column.getPrefWidth());
        return column;
    }

    private static <T> void fit(TableView<T> table, List<? extends TableColumn<T, ?>> spare) {
        double room = table.getWidth() - BESIDE;
        List<TableColumn<T, ?>> shown = new ArrayList<>(table.getColumns());
        for (TableColumn<T, ?> column : spare) {
            if (room < least(shown)) {
                shown.remove(column);
            }
        }
        spare.forEach(column -> column.setVisible(shown.contains(column)));
        boolean scrolls = room < least(shown);
        boolean scrolled = table.getColumnResizePolicy() == TableView.UNCONSTRAINED_RESIZE_POLICY;
        table.setColumnResizePolicy(
                scrolls ? TableView.UNCONSTRAINED_RESIZE_POLICY : TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        if (scrolls && !scrolled) {
            // They still have the widths of when there was room for more.
            shown.stream()
                    .filter(TableColumn::isResizable)
                    .forEach(column -> column.setPrefWidth(column.getMinWidth()));
        }
    }

    private static double least(List<? extends TableColumnBase<?, ?>> columns) {
        return columns.stream()
                .mapToDouble(column -> column.isResizable() ? column.getMinWidth() : column.getPrefWidth())
                .sum();
    }
}
