package dev.bobbin.app.shell;

import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** Lets panes be taken out of a split pane and put back, and remembers their sizes and whether they are shown. */
final class LayoutMemory {

    /** Largest share of a pane beside the middle when everything is shown larger: what is looked at needs the room. */
    private static final double ZOOMED_SHARE = 0.33;

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

    /** A pane that can be hidden. */
    final class Foldable {

        private final SplitPane split;
        private final Node pane;
        private final int place;
        private final StringProperty shown;
        private final StringProperty size;

        /**
         * @param name under which size and visibility are remembered
         * @param place among the panes of the split pane when all are shown
         */
        Foldable(SplitPane split, Node pane, int place, String name, double size) {
            this.split = split;
            this.pane = pane;
            this.place = place;
            this.shown = settings.apply("layout." + name + ".shown", "true");
            this.size = settings.apply("layout." + name + ".size", String.valueOf(size));
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
                split.applyCss();
                restore();
            } else {
                remember();
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

        /** Gives the pane its remembered size. */
        void restore() {
            double whole = whole();
            int index = split.getItems().indexOf(pane);
            if (whole <= 0 || index < 0 || split.getItems().size() < 2) {
                return;
            }
            double share = Math.clamp((parsed() + halfDivider()) / whole, 0.05, zoom.get() > 1 ? ZOOMED_SHARE : 0.95);
            if (index == 0) {
                split.setDividerPosition(0, share);
            } else {
                split.setDividerPosition(index - 1, 1 - share);
            }
        }

        /** Notes the pane's size, when it is shown and of the size that somebody has given it. */
        void remember() {
            if (zoom.get() == 1) {
                note();
            }
        }

        /** Notes the pane's size, when it is shown. */
        void note() {
            if (isShown() && own() > 0) {
                size.set(String.valueOf(Math.round(own())));
            }
        }

        private double parsed() {
            try {
                return Double.parseDouble(size.get());
            } catch (NumberFormatException _) {
                return own();
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

        private double own() {
            var bounds = pane.getLayoutBounds();
            return sideBySide() ? bounds.getWidth() : bounds.getHeight();
        }
    }
}
