package dev.bobbin.app.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;

/**
 * Controls side by side, in as many rows as they need: no button is cut off, however narrow the panel. Where a row is full,
 * labels give way first; what is left goes to the springs of a row, see {@link Controls#spring}.
 */
public final class WrappingBar extends Pane {

    /** Width below which a label is not squeezed but put into the next row, in pixels. */
    private static final double LEAST_LABEL = 48;

    /** Width that fields and choices keep where not even one of them has all of its room, in pixels. */
    private static final double LEAST_FIELD = 96;

    /** Height of a row without buttons, so that all bars are equally high, in pixels. */
    private static final double LEAST_ROW = 28;

    private final double gap;

    /** @param gap between controls and rows, in pixels */
    public WrappingBar(double gap, Node... parts) {
        super(parts);
        this.gap = gap;
        getStyleClass().add("wrapping-bar");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        double widest = getManagedChildren().stream()
                .mapToDouble(WrappingBar::narrowest)
                .max()
                .orElse(0);
        return snappedLeftInset() + widest + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        List<Node> parts = getManagedChildren();
        double width = parts.stream().mapToDouble(WrappingBar::preferred).sum() + gap * Math.max(0, parts.size() - 1);
        return snappedLeftInset() + width + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        double room = width < 0 ? Double.MAX_VALUE : width - insets.getLeft() - insets.getRight();
        List<List<Node>> rows = rows(room);
        double height = rows.stream().mapToDouble(WrappingBar::height).sum() + gap * Math.max(0, rows.size() - 1);
        return insets.getTop() + height + insets.getBottom();
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double room = getWidth() - insets.getLeft() - insets.getRight();
        double y = insets.getTop();
        for (List<Node> row : rows(room)) {
            double height = height(row);
            layout(row, insets.getLeft(), y, room, height);
            y += height + gap;
        }
    }

    private void layout(List<Node> row, double left, double y, double room, double height) {
        double free = room - row.stream().mapToDouble(WrappingBar::preferred).sum() - gap * Math.max(0, row.size() - 1);
        long springs = row.stream().filter(WrappingBar::isSpring).count();
        double missing = Math.max(0, -free);
        double x = left;
        for (Node part : row) {
            double squeezed = Math.min(missing, preferred(part) - least(part));
            missing -= squeezed;
            double extra = isSpring(part) ? Math.max(0, free) / springs : 0;
            double width = Math.min(room, preferred(part) - squeezed + extra);
            layoutInArea(part, x, y, width, height, 0, Insets.EMPTY, true, false, HPos.LEFT, VPos.CENTER);
            x += width + gap;
        }
    }

    private List<List<Node>> rows(double room) {
        List<List<Node>> rows = new ArrayList<>();
        List<Node> row = new ArrayList<>();
        double used = 0;
        for (Node part : getManagedChildren()) {
            if (!row.isEmpty() && used + gap + least(part) > room) {
                rows.add(row);
                row = new ArrayList<>();
                used = 0;
            }
            used += (row.isEmpty() ? 0 : gap) + least(part);
            row.add(part);
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }

    private static double height(List<Node> row) {
        return row.stream().mapToDouble(part -> part.prefHeight(-1)).reduce(LEAST_ROW, Math::max);
    }

    private static double narrowest(Node part) {
        return part instanceof TextInputControl || part instanceof ComboBoxBase<?>
                ? Math.min(preferred(part), LEAST_FIELD)
                : least(part);
    }

    private static double least(Node part) {
        return part instanceof Label ? Math.min(preferred(part), LEAST_LABEL) : preferred(part);
    }

    private static double preferred(Node part) {
        return Math.ceil(part.prefWidth(-1));
    }

    private static boolean isSpring(Node part) {
        return HBox.getHgrow(part) == Priority.ALWAYS;
    }
}
