package dev.bobbin.app.shell;

import dev.bobbin.app.fx.Controls;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/** Lets panes be taken out of a split pane and put back, and remembers their sizes and whether they are shown. */
final class LayoutMemory {

    private static final double LEAST_SHARE = 0.05;
    private static final double MOST_SHARE = 0.95;

    private final BiFunction<String, String, StringProperty> settings;
    private final ReadOnlyDoubleProperty zoom;

    /**
     * @param settings the setting of a name, with its value until it is set
     * @param zoom 1 is the usual size; sizes are those of panes shown in it
     */
    LayoutMemory(BiFunction<String, String, StringProperty> settings, ReadOnlyDoubleProperty zoom) {
        this.settings = settings;
        this.zoom = zoom;
    }

    /** How large everything is shown. */
    ReadOnlyDoubleProperty zoomProperty() {
        return zoom;
    }

    /** A choice of the layout that is remembered. @param otherwise its value until it is made */
    StringProperty choice(String name, String otherwise) {
        return settings.apply("layout." + name, otherwise);
    }

    /** A pane that can be hidden. It keeps the size that somebody has given it, however the room around it changes. */
    final class Foldable {

        private final SplitPane split;
        private final Node pane;
        private final int place;
        private final double usual;
        private final double zoomedShare;
        private final StringProperty shown;
        private final StringProperty size;

        /** What somebody has given it while everything is shown larger; 0 when nobody has. */
        private double sizeNow;

        private double pressedAt;

        /**
         * @param name under which size and visibility are remembered
         * @param place among the panes of the split pane when all are shown
         * @param usual its size until somebody gives it another, in pixels
         * @param zoomedShare largest share of the split pane, of 1, that it takes by itself when everything is shown larger
         */
        Foldable(SplitPane split, Node pane, int place, String name, double usual, double zoomedShare) {
            this.split = split;
            this.pane = pane;
            this.place = place;
            this.shown = settings.apply("layout." + name + ".shown", "true");
            this.usual = usual;
            this.zoomedShare = zoomedShare;
            this.size = settings.apply("layout." + name + ".size", String.valueOf(usual));
            ReadOnlyDoubleProperty length = sideBySide() ? split.widthProperty() : split.heightProperty();
            length.addListener((_, before, _) -> {
                if (before.doubleValue() == 0) {
                    restore();
                } else {
                    restoreSoon();
                }
            });
            split.getItems().addListener((ListChangeListener<Node>) _ -> restoreSoon());
            zoom.addListener((_, _, _) -> {
                sizeNow = 0;
                restoreSoon();
            });
            split.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> pressedAt = share());
            split.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> {
                if (share() != pressedAt) {
                    note();
                }
            });
        }

        /** Once the split pane has dealt with its new room: it divides that up by itself, and may leave a pane too small for good. */
        private void restoreSoon() {
            Controls.inNextTurn(this::restore);
        }

        boolean isShown() {
            return split.getItems().contains(pane);
        }

        void show(boolean wanted) {
            if (wanted == isShown()) {
                return;
            }
            if (wanted) {
                split.getItems().add(Math.min(place, split.getItems().size()), pane);
            } else {
                split.getItems().remove(pane);
            }
            shown.set(String.valueOf(wanted));
        }

        /** Takes the pane out, or puts it back as it was chosen to be; the choice stays as it is. */
        void showForNow(boolean wanted) {
            String chosen = shown.get();
            show(wanted && Boolean.parseBoolean(chosen));
            shown.set(chosen);
        }

        /** Takes the pane out when it was hidden last time. */
        void restoreVisibility() {
            if (!Boolean.parseBoolean(shown.get())) {
                split.getItems().remove(pane);
            }
        }

        /** Gives the pane the size that was chosen for it. */
        private void restore() {
            double whole = whole();
            int divider = divider();
            if (whole <= 0 || divider < 0) {
                return;
            }
            double most = zoom.get() > 1 && sizeNow == 0 ? zoomedShare : MOST_SHARE;
            double chosen = sizeNow == 0 ? parsed() : sizeNow;
            double share = Math.clamp((chosen + halfDivider()) / whole, LEAST_SHARE, most);
            split.setDividerPosition(divider, isFirst() ? share : 1 - share);
        }

        /** Notes the size that somebody has given it, for the next start when everything has its usual size. */
        private void note() {
            double own = share() * whole() - halfDivider();
            if (zoom.get() == 1) {
                size.set(String.valueOf(Math.round(own)));
            } else {
                sizeNow = own;
            }
        }

        /** Its share of the split pane, by the divider beside it. */
        private double share() {
            int divider = divider();
            if (divider < 0) {
                return 0;
            }
            double position = split.getDividerPositions()[divider];
            return isFirst() ? position : 1 - position;
        }

        /** The divider beside it; below 0 when there is none. */
        private int divider() {
            return isFirst() && split.getItems().size() > 1
                    ? 0
                    : split.getItems().indexOf(pane) - 1;
        }

        private boolean isFirst() {
            return split.getItems().indexOf(pane) == 0;
        }

        private double parsed() {
            try {
                return Double.parseDouble(size.get());
            } catch (NumberFormatException _) {
                return usual;
            }
        }

        /** The position of a divider is that of its middle. */
        private double halfDivider() {
            return split.getChildrenUnmodifiable().stream()
                            .filter(child -> child.getStyleClass().contains("split-pane-divider"))
                            // The toolkit calls it a width in both directions.
                            .mapToDouble(divider -> divider.prefWidth(-1))
                            .findFirst()
                            .orElse(0)
                    / 2;
        }

        private boolean sideBySide() {
            return split.getOrientation() == Orientation.HORIZONTAL;
        }

        private double whole() {
            return sideBySide() ? split.getWidth() : split.getHeight();
        }
    }
}
