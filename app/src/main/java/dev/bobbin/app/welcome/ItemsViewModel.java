package dev.bobbin.app.welcome;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.NewestTask;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.text.Containing;
import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.app.workspace.ItemSession;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.WorkspaceItems;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The items of a workspace: those to choose from while none is open, and the neighbours of the open one. */
public final class ItemsViewModel {

    private final WorkspaceModel model;
    private final ItemSession session;
    private final ItemFiles files;
    private final NewestTask reading;
    private final StringProperty words = new SimpleStringProperty("");
    private final ObservableList<Path> shown = FXCollections.observableArrayList();
    private List<Path> neighbours = List.of();

    public ItemsViewModel(WorkspaceModel model, ItemSession session, ItemFiles files, TaskRunner tasks) {
        this.model = model;
        this.session = session;
        this.files = files;
        this.reading = new NewestTask(tasks);
        words.addListener((_, _, _) -> narrow());
        model.workspaceProperty().addListener((_, before, now) -> {
            if (before == null || now == null || !before.root().equals(now.root())) {
                words.set("");
            }
            narrow();
        });
        model.itemProperty().addListener((_, before, now) -> {
            if (now == null) {
                neighbours = List.of();
                readWorkspaceAgain();
            } else if (before == null || !before.root().equals(now.root())) {
                neighbours = List.of();
                readNeighbours(now.root(), () -> {}, _ -> {});
            }
        });
    }

    /** The workspace to choose from; null when there is none. */
    public ReadOnlyObjectProperty<@Nullable WorkspaceItems> workspaceProperty() {
        return model.workspaceProperty();
    }

    /** Words that the items shown have in their names. */
    public StringProperty wordsProperty() {
        return words;
    }

    /** The folders of the items that fit, by name. */
    public ObservableList<Path> shown() {
        return shown;
    }

    /** What a folder of an item or a workspace is called, without looking into it. */
    public String nameOf(Path folder) {
        return ItemReader.nameOf(folder);
    }

    /** Opens one of the items, after asking about unsaved edits. */
    public void open(Path item) {
        session.open(item);
    }

    /** Goes back to the samples. */
    public void back() {
        model.chooseFrom(null);
    }

    /** The items one can go to from here, as last read: the neighbours of the open one, or those to choose from. */
    public List<Path> neighbours() {
        WorkspaceItems around = model.workspaceProperty().get();
        return model.itemProperty().get() == null && around != null ? around.items() : neighbours;
    }

    /** Looks again which neighbours the open item has. @param then is called when it has some */
    public void readNeighbours(Runnable then) {
        ItemFolder item = model.itemProperty().get();
        if (item != null) {
            readNeighbours(
                    item.root(),
                    () -> {
                        if (neighbours.isEmpty()) {
                            tell(
                                    Notice.Kind.INFO,
                                    text(
                                            "items.alone",
                                            item.displayName(),
                                            String.valueOf(item.root().getParent())));
                        } else {
                            then.run();
                        }
                    },
                    e -> tell(Notice.Kind.ERROR, Reasons.of(e)));
        }
    }

    private void readNeighbours(Path item, Runnable then, Consumer<Exception> failed) {
        Path around = item.getParent();
        if (around != null) {
            reading.run(
                    () -> files.itemsIn(around),
                    items -> {
                        neighbours = items.stream()
                                .filter(each -> !each.equals(item))
                                .toList();
                        then.run();
                    },
                    failed);
        }
    }

    /** An item that was open may have been chosen from it long ago. */
    private void readWorkspaceAgain() {
        WorkspaceItems before = model.workspaceProperty().get();
        if (before != null) {
            reading.run(
                    () -> files.itemsIn(before.root()),
                    now -> {
                        if (before == model.workspaceProperty().get()) {
                            model.chooseFrom(now.isEmpty() ? null : new WorkspaceItems(before.root(), now));
                        }
                    },
                    e -> tell(Notice.Kind.ERROR, Reasons.of(e)));
        }
    }

    private void tell(Notice.Kind kind, String told) {
        model.notices().show(new Notice("items", kind, told, List.of()));
    }

    private void narrow() {
        WorkspaceItems workspace = model.workspaceProperty().get();
        String typed = words.get().strip();
        shown.setAll(
                workspace == null
                        ? List.of()
                        : workspace.items().stream()
                                .filter(item -> Containing.contains(ItemReader.nameOf(item), typed))
                                .toList());
    }
}
