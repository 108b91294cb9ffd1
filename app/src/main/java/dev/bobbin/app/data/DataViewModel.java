package dev.bobbin.app.data;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.page.Place;
import dev.bobbin.app.fx.NewestTask;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.StandIn;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The tree of the data browser and the place that is shown. */
public final class DataViewModel {

    static final String NOTICE = "data";

    private final WorkspaceModel model;
    private final DataPlaces places;
    private final TaskRunner tasks;
    private final NewestTask reading;
    private final ObservableList<Place.Root> roots = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Place> shown = new SimpleObjectProperty<>();
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();

    public DataViewModel(WorkspaceModel model, DataPlaces places, TaskRunner tasks) {
        this.model = model;
        this.places = places;
        this.tasks = tasks;
        this.reading = new NewestTask(tasks);
        model.itemProperty().addListener((_, before, now) -> {
            if (before == null || now == null || !before.root().equals(now.root())) {
                // Items of one workspace have the same stand-ins around them: each begins with its own.
                shown.set(null);
            }
            refresh();
        });
        model.lastRunProperty().addListener((_, _, run) -> {
            if (run != null) {
                refresh();
            }
        });
        model.dataVersionProperty().addListener((_, _, _) -> refresh());
        model.browsedProperty().addListener((_, _, wanted) -> browse(wanted));
        shown.addListener((_, _, place) -> model.lookedAtProperty().set(place == null ? null : place.standIn()));
        refresh();
    }

    /** The stand-ins: those the item is connected to first. */
    public ObservableList<Place.Root> roots() {
        return roots;
    }

    /** The place whose content is shown; null when none is. */
    public ObjectProperty<@Nullable Place> shownProperty() {
        return shown;
    }

    /** Counts up whenever there may be something new in every place. */
    public ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** Looks again, at the tree and at what is shown. */
    public void refresh() {
        ItemFolder item = model.itemProperty().get();
        String script = model.sourceProperty().get();
        if (item == null) {
            reading.forget();
            roots.clear();
            shown.set(null);
            return;
        }
        reading.run(() -> places.roots(item.withScript(script)), this::show, this::tell);
    }

    private void show(List<Place.Root> found) {
        if (!roots.equals(found)) {
            roots.setAll(found);
        }
        renew(found);
        version.set(version.get() + 1);
        // The page of a place is made after the tree was painted: making both at once would hold the window up.
        tasks.later(Duration.ZERO, this::showFirst);
    }

    private void showFirst() {
        if (shown.get() == null) {
            browse(model.browsedProperty().get());
        }
        if (shown.get() == null) {
            roots.stream().filter(Place.Root::there).findFirst().ifPresent(shown::set);
        }
    }

    /** What is shown may be gone, as with another item, or have come into being. */
    private void renew(List<Place.Root> found) {
        Place now = shown.get();
        if (now == null) {
            return;
        }
        Place.Root root = found.stream()
                .filter(each -> each.standIn().path().equals(now.standIn().path()))
                .findFirst()
                .orElse(null);
        if (root == null || now instanceof Place.Root) {
            shown.set(root);
        }
    }

    private void browse(@Nullable StandIn wanted) {
        if (wanted != null) {
            roots.stream()
                    .filter(root -> root.standIn().path().equals(wanted.path()))
                    .findFirst()
                    .ifPresent(shown::set);
        }
    }

    /** Makes the stand-in that is shown and is not there yet. */
    public void create() {
        ItemFolder item = model.itemProperty().get();
        if (item == null || !(shown.get() instanceof Place.Root root) || root.there()) {
            return;
        }
        tasks.run(
                () -> {
                    places.create(item, root.standIn());
                    return root;
                },
                _ -> model.dataChanged(),
                e -> model.notices().show(Notice.error(NOTICE, Reasons.of(e))));
    }

    /** What lies in a place. @param then receives it, on the FX thread */
    public void children(Place place, Consumer<List<Place>> then) {
        tasks.run(
                () -> places.children(place),
                then,
                e -> then.accept(List.of(new Place.Note(place.standIn(), Reasons.of(e)))));
    }

    private void tell(Exception e) {
        model.notices().show(Notice.error(NOTICE, text("data.unreadable", Reasons.of(e))));
    }
}
