package dev.bobbin.app.fx;

import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;

/** The columns of a table share the width there is, as long as it is enough for them all; else the table scrolls. */
public final class SharedWidth {

    /** What a bar at the side and the borders take. */
    private static final double BESIDE = 18;

    private SharedWidth() {}

    /** For a table whose columns, with the least widths they may have, are all there. */
    public static void of(TableView<?> table) {
        double least = table.getColumns().stream()
                .mapToDouble(column -> column.isResizable() ? column.getMinWidth() : column.getPrefWidth())
                .sum();
        fit(table, least);
        table.widthProperty().addListener((_, _, _) -> fit(table, least));
    }

    /** A column that is never narrower than it is made. */
    public static <C extends TableColumnBase<?, ?>> C whole(C column) {
        column.setMinWidth(column.getPrefWidth());
        return column;
    }

    private static void fit(TableView<?> table, double least) {
        table.setColumnResizePolicy(
                table.getWidth() - BESIDE < least
                        ? TableView.UNCONSTRAINED_RESIZE_POLICY
                        : TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    }
}
