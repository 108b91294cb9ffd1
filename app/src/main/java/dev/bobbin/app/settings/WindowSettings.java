package dev.bobbin.app.settings;

import dev.bobbin.app.workspace.RecentItems;
import dev.bobbin.app.workspace.Trust;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * The settings as one window has them. All windows share their values; but who listens here is let go when the window is
 * closed, while the program goes on with the others.
 */
public final class WindowSettings implements RecentItems, Trust, AutoCloseable {

    private final Settings settings;
    private final Map<String, StringProperty> own = new HashMap<>();
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private final ListChangeListener<Path> changes;

    /** @param settings of the program */
    public WindowSettings(Settings settings) {
        this.settings = settings;
        recent.setAll(settings.recent());
        changes = _ -> recent.setAll(settings.recent());
        settings.recent().addListener(changes);
    }

    /**
     * A setting that is kept under that name.
     *
     * @param otherwise its value until it is set
     */
    public StringProperty property(String name, String otherwise) {
        return own.computeIfAbsent(name, key -> {
            StringProperty property = new SimpleStringProperty();
            property.bindBidirectional(settings.property(key, otherwise));
            return property;
        });
    }

    @Override
    public ObservableList<Path> recent() {
        return recent;
    }

    @Override
    public void opened(Path folder) {
        settings.opened(folder);
    }

    @Override
    public void forget(Path folder) {
        settings.forget(folder);
    }

    @Override
    public boolean trusts(Path folder) {
        return settings.trusts(folder);
    }

    @Override
    public void trust(Path folder) {
        settings.trust(folder);
    }

    /** Hears of no further changes. */
    @Override
    public void close() {
        own.forEach((name, property) -> property.unbindBidirectional(settings.property(name, "")));
        settings.recent().removeListener(changes);
    }
}
