package dev.bobbin.app.shell;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * A tab that a feature brings, for the output area or for the centre.
 *
 * @param id stable id of the tab, in kebab-case
 * @param title what the tab says, which may count something
 * @param content makes the view, once, when the tab is first shown
 * @param aboutRun whether it shows something of the last run: whoever looks at that goes on looking at it with the next run
 */
public record FeatureTab(String id, ObservableValue<String> title, Supplier<? extends Node> content, boolean aboutRun) {

    /** A tab that is about something else than the last run. */
    public FeatureTab(String id, ObservableValue<String> title, Supplier<? extends Node> content) {
        this(id, title, content, false);
    }
}
