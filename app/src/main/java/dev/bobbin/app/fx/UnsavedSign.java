package dev.bobbin.app.fx;

import static dev.bobbin.app.l10n.Messages.text;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** A dot beside the name of a file that is not saved: a word would push other tabs out of narrow windows. */
public final class UnsavedSign extends Label {

    private static final String DOT = "●";

    /** A sign that is there while the file is not saved. */
    public UnsavedSign(ObservableBooleanValue unsaved) {
        super(DOT);
        getStyleClass().add("unsaved-marker");
        setAccessibleText(text("editor.unsaved"));
        setTooltip(new Tooltip(text("editor.unsaved")));
        visibleProperty().bind(unsaved);
        managedProperty().bind(visibleProperty());
    }
}
