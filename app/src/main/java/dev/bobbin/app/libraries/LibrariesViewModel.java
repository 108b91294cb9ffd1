package dev.bobbin.app.libraries;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.NewestTask;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.invoke.EngineState;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.python.LibraryReport;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The libraries of the open item, what each engine makes of them, and adding and removing some. */
public final class LibrariesViewModel {

    private final WorkspaceModel model;
    private final Libraries libraries;
    private final ItemFiles files;
    private final TaskRunner tasks;
    private final NewestTask asking;
    private final ObservableList<LibraryRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper python = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();

    /** Whether the problem is that the engines could not be asked. */
    private boolean unread;

    /** The one that was chosen when the engines were asked. */
    private EngineState engine;

    public LibrariesViewModel(WorkspaceModel model, Libraries libraries, ItemFiles files, TaskRunner tasks) {
        this.model = model;
        this.libraries = libraries;
        this.files = files;
        this.tasks = tasks;
        this.asking = new NewestTask(tasks);
        model.itemProperty().addListener((_, before, now) -> {
            if (before != null && now != null && !before.root().equals(now.root())) {
                // Nothing of another item is to be read, or removed, until this one is known.
                say("");
                rows.clear();
            }
            if (before == null
                    || now == null
                    || !before.root().equals(now.root())
                    || !before.definition().equals(now.definition())
                    || !before.wheels().equals(now.wheels())
                    || !before.script().equals(now.script())) {
                refresh();
            }
        });
        model.engineProperty().addListener((_, _, now) -> {
            // An engine that only starts again has what it had.
            if (now instanceof EngineState.Ready && !now.equals(engine)) {
                engine = now;
                refresh();
            }
        });
        engine = model.engineProperty().get();
        refresh();
    }

    /** Has the engines asked again whenever a choice changes that decides which they are. */
    public void askOnChangeOf(ObservableValue<?> choice) {
        choice.addListener((_, _, _) -> refresh());
    }

    /** Public libraries, then private ones. */
    public ObservableList<LibraryRow> rows() {
        return rows;
    }

    /** Which Python the engine cpython uses. */
    public ReadOnlyStringProperty pythonProperty() {
        return python.getReadOnlyProperty();
    }

    /** What was wrong with the last doing; empty when nothing was. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the engines are being asked. */
    public ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /** Asks the engines again, as after something was installed. */
    public void refresh() {
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            asking.forget();
            looking.set(false);
            rows.clear();
            return;
        }
        looking.set(true);
        asking.run(
                () -> libraries.report(item),
                report -> {
                    looking.set(false);
                    if (unread) {
                        say("");
                    }
                    show(report);
                },
                e -> {
                    looking.set(false);
                    say(Reasons.of(e));
                    unread = true;
                });
    }

    private void say(String words) {
        problem.set(words);
        unread = false;
    }

    private void show(LibraryReport report) {
        ObservableList<LibraryRow> found = FXCollections.observableArrayList();
        report.publicLibraries().forEach(library -> found.add(LibraryRow.of(library)));
        report.wheels().forEach(wheel -> found.add(LibraryRow.of(wheel)));
        if (!rows.equals(found)) {
            rows.setAll(found);
        }
        var install = report.python();
        python.set(
                install == null
                        ? text("libraries.python.none")
                        : text("libraries.python", install.version(), install.executable()));
    }

    /** Adds a library of the package index to the item. @param written its name, or {@code name==version} */
    public void addPublic(String written) {
        String[] parts = written.strip().split("==", 2);
        String name = parts[0].strip();
        if (!name.isEmpty()) {
            change(item -> libraries.addPublic(item, name, parts.length > 1 ? parts[1].strip() : ""));
        }
    }

    /** Adds wheels to the item. */
    public void addWheels(List<Path> wheels) {
        change(item -> {
            ItemFolder present = item;
            for (Path wheel : wheels) {
                libraries.addWheel(present, wheel);
                present = files.read(item.root());
            }
        });
    }

    /** Takes a library out of the item; a wheel is deleted. */
    public void remove(LibraryRow row) {
        change(item -> {
            if (row.privately()) {
                libraries.removeWheel(item, row.name());
            } else {
                libraries.removePublic(item, row.name());
            }
        });
    }

    /** Lists a wheel that only lies in the item, or a library that is only imported. */
    public void list(@Nullable LibraryRow row) {
        if (row != null && row.privately()) {
            change(item -> libraries.listWheel(item, row.name()));
        } else if (row != null) {
            addPublic(row.name());
        }
    }

    private interface Change {
        void on(ItemFolder item) throws Exception;
    }

    private void change(Change change) {
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            return;
        }
        say("");
        tasks.run(
                () -> {
                    try {
                        change.on(item);
                    } finally {
                        // What was done before something failed is shown, too.
                        tasks.onFx(this::refresh);
                    }
                    return files.read(item.root());
                },
                model::update,
                e -> {
                    if (model.isOpen(item)) {
                        say(Reasons.of(e));
                    }
                });
    }
}
