package dev.bobbin.app.fx;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;

/** A word said right beside what it is about, which goes away with the next thing that is done. */
final class Beside {

    private Beside() {}

    /** Says something beneath a control; without effect while it is not shown. */
    static void say(Node control, String words) {
        Bounds place = control.getScene() == null ? null : control.localToScreen(control.getBoundsInLocal());
        if (place == null) {
            return;
        }
        Tooltip said = new Tooltip(words);
        said.setId("said-beside");
        said.setAutoHide(true);
        control.setAccessibleHelp(words);
        said.show(control, place.getMinX(), place.getMaxY());
    }
}
