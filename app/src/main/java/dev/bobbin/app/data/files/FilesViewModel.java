package dev.bobbin.app.data.files;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.page.Edit;
import dev.bobbin.app.data.page.HandEdits;
import dev.bobbin.app.data.page.Job;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.app.fx.NewestTask;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.text.Containing;
import dev.bobbin.app.workspace.WorkspaceModel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** One folder of a lakehouse, and what is to be seen of the chosen file. */
public final class FilesViewModel {

    /** What files can be sorted by. */
    public enum By {
        NAME(Comparator.comparing(LakeFiles.Entry::name, String.CASE_INSENSITIVE_ORDER)),
        SIZE(Comparator.comparingLong(LakeFiles.Entry::bytes)),
        CHANGED(Comparator.comparing(LakeFiles.Entry::changed));

        private final Comparator<LakeFiles.Entry> comparator;

        By(Comparator<LakeFiles.Entry> comparator) {
            this.comparator = comparator;
        }
    }

    /** An order of files. */
    public record Order(By by, boolean descending) {

        private Comparator<LakeFiles.Entry> comparator() {
            return Comparator.comparing((LakeFiles.Entry entry) -> !entry.folder())
                    .thenComparing(descending ? by.comparator.reversed() : by.comparator);
        }
    }

    private final WorkspaceModel model;
    private final LakeFiles files;
    private final HandEdits edits;
    private final Job copying;
    private final NewestTask listing;
    private final NewestTask narrowing;
    private final NewestTask looking;
    private final ReadOnlyObjectWrapper<Place.@Nullable Folder> folder = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<LakeFiles.Entry>> entries = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Preview> preview = new ReadOnlyObjectWrapper<>();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private List<LakeFiles.Entry> all = List.of();
    private Optional<Order> order = Optional.empty();
    private @Nullable String looked;

    public FilesViewModel(WorkspaceModel model, LakeFiles files, HandEdits edits, TaskRunner tasks) {
        this.model = model;
        this.files = files;
        this.edits = edits;
        this.copying = new Job(tasks);
        this.listing = new NewestTask(tasks);
        this.narrowing = new NewestTask(tasks);
        this.looking = new NewestTask(tasks);
        filter.addListener((_, _, _) -> narrow());
    }

    /** The folder that is shown; null before there was one. */
    public ReadOnlyObjectProperty<Place.@Nullable Folder> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** What lies in it, as far as its name contains the filter. */
    public ReadOnlyObjectProperty<List<LakeFiles.Entry>> entriesProperty() {
        return entries.getReadOnlyProperty();
    }

    /** What is to be seen of the chosen file; null when none is chosen. */
    public ReadOnlyObjectProperty<@Nullable Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Part of the names that are shown; empty shows all. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** How many files and folders there are. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** What was wrong with the last doing, or with the folder; empty when nothing was. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The copying that is going on, or was the last. */
    public Job copying() {
        return copying;
    }

    /** Shows a folder. */
    public void show(Place.Folder wanted) {
        if (!wanted.equals(folder.get())) {
            filter.set("");
            copying.clear();
            preview.set(null);
            all = List.of();
            entries.set(List.of());
        }
        problem.set("");
        folder.set(wanted);
        refresh();
    }

    /** Lists the folder again. */
    public void refresh() {
        Place.Folder shown = folder.get();
        if (shown == null) {
            return;
        }
        listing.run(
                () -> files.list(shown),
                found -> {
                    if (!found.equals(all)) {
                        all = found;
                        narrow();
                    } else {
                        summary.set(text("data.files.count", found.size()));
                    }
                },
                this::tell);
    }

    /** Sorts what lies in the folder, folders first; empty is by name. */
    public void sort(Optional<Order> wanted) {
        if (!wanted.equals(order)) {
            order = wanted;
            narrow();
        }
    }

    private void narrow() {
        String words = filter.get().strip();
        List<LakeFiles.Entry> whole = all;
        Optional<Order> by = order;
        narrowing.run(
                () -> narrowed(whole, words, by),
                found -> {
                    entries.set(found);
                    summary.set(text("data.files.count", found.size()));
                },
                this::tell);
    }

    private static List<LakeFiles.Entry> narrowed(List<LakeFiles.Entry> whole, String words, Optional<Order> by) {
        Stream<LakeFiles.Entry> found = whole.stream().filter(entry -> Containing.contains(entry.name(), words));
        return by.map(order -> found.sorted(order.comparator())).orElse(found).toList();
    }

    /** Looks at a file. @param name null when none is chosen */
    public void look(@Nullable String name) {
        looked = name;
        look(name, null);
    }

    /** Looks at the same file again, with its text read in another encoding. */
    public void readAs(Charset encoding) {
        look(looked, encoding);
    }

    private void look(@Nullable String name, @Nullable Charset encoding) {
        Place.Folder shown = folder.get();
        if (shown == null || name == null) {
            looking.forget();
            preview.set(null);
            return;
        }
        looking.run(
                () -> files.preview(shown, name, encoding),
                preview::set,
                e -> preview.set(new Preview.Nothing(Reasons.of(e))));
    }

    /** Where files lie on the disk, for other programs. */
    public List<Path> paths(List<String> names) {
        Place.Folder shown = folder.get();
        return shown == null
                ? List.of()
                : names.stream().map(name -> files.path(shown, name)).toList();
    }

    /** Copies files and folders in. */
    public void add(List<Path> added) {
        Place.Folder shown = folder.get();
        if (shown == null || added.isEmpty()) {
            return;
        }
        problem.set("");
        copying.start(
                progress -> files.add(shown, added, progress::reached, progress::cancelled),
                count -> text("data.files.copying", count),
                copied -> copied(shown, copied),
                e -> {
                    refresh();
                    tell(e);
                });
    }

    private String copied(Place.Folder into, LakeFiles.Copied copied) {
        String words = text("data.files.copied", copied.files());
        if (copied.files() > 0) {
            edits.made(into.standIn(), words, copied.run());
        }
        refresh();
        model.dataChanged();
        return copied.whole() ? words : text("data.cancelled") + " " + words;
    }

    /** Makes a folder in the one that is shown. */
    public void makeFolder(String name) {
        change(text("data.edit.folder", name.strip()), shown -> files.makeFolder(shown, name.strip()));
    }

    /** Gives a file or folder another name. */
    public void rename(String name, String newName) {
        if (!name.equals(newName.strip())) {
            change(
                    text("data.edit.renamed", name, newName.strip()),
                    shown -> files.rename(shown, name, newName.strip()));
        }
    }

    /** Deletes files and folders. */
    public void delete(List<String> names) {
        if (!names.isEmpty()) {
            change(text("data.edit.deleted", names.size(), names.getFirst()), shown -> files.delete(shown, names));
        }
    }

    private void change(String words, Edit<Place.Folder> edit) {
        Place.Folder shown = folder.get();
        if (shown == null) {
            return;
        }
        problem.set("");
        edits.make(shown.standIn(), words, () -> edit.on(shown), this::refresh, e -> {
            refresh();
            tell(e);
        });
    }

    private void tell(Exception e) {
        problem.set(Reasons.of(e));
    }
}
