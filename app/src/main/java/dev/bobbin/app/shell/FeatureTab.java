package dev.bobbin.app.shell;

import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * A tab that a feature brings, for the output area or for the centre.
 *
 * @param id stable id of the tab, in kebab-case
 * @param title what the tab says, which may count something
 * @param content makes the view, once, when the tab is first shown
 * @param aboutRun whether it shows something of the last run: whoever looks at that goes on looking at it with the next run
 * @param wanted brings the tab to the front whenever it takes a value that is not null
 */
public record FeatureTab(
        String id,
        ObservableValue<String> title,
        Supplier<? extends Node> content,
        boolean aboutRun,
        ObservableValue<?> wanted) {

    /** A tab that its title alone leads to. */
    public FeatureTab(String id, ObservableValue<String> title, Supplier<? extends Node> content, boolean aboutRun) {
        this(id, title, content, aboutRun, new SimpleObjectProperty<>());
    }

    /** A tab that is about something else than the last run. */
    public FeatureTab(String id, ObservableValue<String> title, Supplier<? extends Node> content) {
        this(id, title, content, false);
    }

    /** The same, brought to the front whenever that takes a value that is not null. */
    public FeatureTab broughtBy(ObservableValue<?> wish) {
        return new FeatureTab(id, title, content, aboutRun, wish);
    }
}
