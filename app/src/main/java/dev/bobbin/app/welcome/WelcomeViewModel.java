package dev.bobbin.app.welcome;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Messages;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.Drafts;
import dev.bobbin.app.workspace.ItemSession;
import dev.bobbin.app.workspace.RecentItems;
import dev.bobbin.app.workspace.Trust;
import dev.bobbin.app.workspace.UnsavedEdits;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.item.ItemTemplate;
import dev.bobbin.samples.SampleItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/** The first page: samples, recent items and a new item. */
public final class WelcomeViewModel {

    private final WorkspaceModel model;
    private final ItemSession session;
    private final RecentItems recent;
    private final Trust trust;
    private final SampleCopies copies;
    private final UnsavedEdits edits;
    private final TaskRunner tasks;
    private final Path documents;
    private final Map<Path, Seen> seen = new HashMap<>();
    private final ObjectProperty<Path> newItemFolder;
    private final StringProperty newName = new SimpleStringProperty("");
    private final BooleanBinding nameAllowed = Bindings.createBooleanBinding(
            () -> ItemTemplate.isName(newName.get().strip()), newName);
    private final BooleanBinding nameRefused =
            Bindings.createBooleanBinding(() -> !newName.get().isBlank() && !nameAllowed.get(), newName, nameAllowed);

    /** Shows most of what there is, with its forms filled in. */
    private static final String FIRST = "retail";

    /** @param documents folder in which samples and new items are put */
    public WelcomeViewModel(
            WorkspaceModel model,
            ItemSession session,
            RecentItems recent,
            Trust trust,
            SampleCopies copies,
            UnsavedEdits edits,
            TaskRunner tasks,
            Path documents) {
        this.model = model;
        this.session = session;
        this.recent = recent;
        this.trust = trust;
        this.copies = copies;
        this.edits = edits;
        this.tasks = tasks;
        this.documents = documents;
        this.newItemFolder = new SimpleObjectProperty<>(documents);
        model.workspaceProperty()
                .addListener((_, _, workspace) -> newItemFolder.set(workspace == null ? documents : workspace.root()));
        model.itemProperty().addListener((_, _, item) -> {
            if (item == null) {
                // Edits may have been saved, given up or left behind in it meanwhile.
                recent.recent().forEach(this::look);
            }
        });
    }

    /** A folder as it was last seen. */
    public static final class Seen {

        private final ReadOnlyStringWrapper name;
        private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper();
        private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper();

        private Seen(Path folder) {
            name = new ReadOnlyStringWrapper(ItemReader.nameOf(folder));
        }

        /** What the item in it is called: until it has been read, as the folder is. */
        public ReadOnlyStringProperty name() {
            return name.getReadOnlyProperty();
        }

        /** Whether it is not there any more, or its drive is not connected. */
        public ReadOnlyBooleanProperty gone() {
            return gone.getReadOnlyProperty();
        }

        /** Whether edits of its item are kept that were not saved when a window ended. */
        public ReadOnlyBooleanProperty edited() {
            return edited.getReadOnlyProperty();
        }
    }

    /** What an item in a folder is called, and whether edits of it are kept that were not saved. */
    private record Found(String name, boolean edited) {}

    /** The samples, the one to begin with first. */
    public List<SampleItem> samples() {
        return SampleItem.all(Messages.language()).stream()
                .sorted(Comparator.comparing(sample -> !sample.id().equals(FIRST)))
                .toList();
    }

    /** Reads a sample's picture. @param then receives it, later, on the FX thread */
    public void picture(SampleItem sample, Consumer<SampleItem.Picture> then) {
        // A card without a picture still tells in words what the sample is.
        tasks.run(sample::picture, then, _ -> {});
    }

    public ObservableList<Path> recent() {
        return recent.recent();
    }

    /** Takes a folder off the recent ones; nothing happens to the folder. */
    public void forget(Path folder) {
        recent.forget(folder);
    }

    /** Looks at a folder, in the background; what is known of it by now can be used at once. */
    public Seen look(Path folder) {
        Seen known = seen.computeIfAbsent(folder, Seen::new);
        tasks.run(
                () -> find(folder),
                found -> {
                    known.name.set(found.name());
                    known.edited.set(found.edited());
                    known.gone.set(false);
                },
                // One that cannot be read keeps its folder's name; opening it tells why.
                _ -> tasks.run(() -> !Files.isDirectory(folder), known.gone::set, _ -> {}));
        return known;
    }

    private Found find(Path folder) throws IOException {
        ItemFolder item = ItemReader.read(folder);
        boolean edited = false;
        for (Path part : Drafts.partsOf(item)) {
            edited |= edits.isAnyLeft(item.root().resolve(part));
        }
        return new Found(item.displayName(), edited);
    }

    /** Name of the item to create. */
    public StringProperty newNameProperty() {
        return newName;
    }

    /** Whether an item may be called that. */
    public BooleanBinding nameAllowed() {
        return nameAllowed;
    }

    /** Whether something has been written that no item may be called. */
    public BooleanBinding nameRefused() {
        return nameRefused;
    }

    /** Folder in which a new item is put: the workspace that is looked at, else the documents, else what was chosen. */
    public ObjectProperty<Path> newItemFolderProperty() {
        return newItemFolder;
    }

    /** Copies a sample into the documents, when it is not there yet, and opens it. Its code is ours, so it is trusted. */
    public void open(SampleItem sample) {
        session.openMade(
                sample.title(),
                () -> copies.copy(sample, documents.resolve("samples")),
                trust::trust,
                e -> text("welcome.sampleFailed", sample.title(), Reasons.of(e)));
    }

    /** Opens an item that was open before. */
    public void open(Path folder) {
        session.open(folder);
    }

    /** Creates an item of that name and opens it. Its code is ours, so it is trusted. */
    public void create() {
        if (nameAllowed.get()) {
            session.create(newItemFolder.get(), newName.get().strip(), folder -> {
                trust.trust(folder);
                newName.set("");
            });
        }
    }
}
