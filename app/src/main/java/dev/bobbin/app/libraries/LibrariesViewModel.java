package dev.bobbin.app.libraries;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.NewestTask;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.python.LibraryReport;
import dev.bobbin.emulator.python.LibraryReport.Availability;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The libraries of the open item, what each engine makes of them, and adding and removing some. */
public final class LibrariesViewModel {

    /**
     * A library.
     *
     * @param privately whether it is a wheel of the item
     * @param version as written; empty when none is
     * @param listed whether {@code definition.json} lists it
     * @param note what is wrong with how it is listed; empty when nothing is
     */
    public record Row(
            String name,
            boolean privately,
            String version,
            boolean listed,
            String note,
            Availability embedded,
            Availability cpython) {}

    private final WorkspaceModel model;
    private final Libraries libraries;
    private final ItemFiles files;
    private final TaskRunner tasks;
    private final NewestTask asking;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper python = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();

    public LibrariesViewModel(WorkspaceModel model, Libraries libraries, ItemFiles files, TaskRunner tasks) {
        this.model = model;
        this.libraries = libraries;
        this.files = files;
        this.tasks = tasks;
        this.asking = new NewestTask(tasks);
        model.itemProperty().addListener((_, before, now) -> {
            if (before == null
                    || now == null
                    || !before.root().equals(now.root())
                    || !before.definition().equals(now.definition())
                    || !before.wheels().equals(now.wheels())
                    || !before.script().equals(now.script())) {
                refresh();
            }
        });
        refresh();
    }

    /** Public libraries, then private ones. */
    public ObservableList<Row> rows() {
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
                    show(report);
                },
                e -> {
                    looking.set(false);
                    problem.set(Reasons.of(e));
                });
    }

    private void show(LibraryReport report) {
        ObservableList<Row> found = FXCollections.observableArrayList();
        report.publicLibraries()
                .forEach(library -> found.add(new Row(
                        library.name(),
                        false,
                        library.version(),
                        library.listed(),
                        note(library),
                        library.embedded(),
                        library.cpython())));
        report.wheels()
                .forEach(wheel -> found.add(new Row(
                        wheel.fileName(),
                        true,
                        "",
                        wheel.listed(),
                        wheel.listed() ? "" : text("libraries.note.notListed"),
                        wheel.embedded(),
                        wheel.cpython())));
        if (!rows.equals(found)) {
            rows.setAll(found);
        }
        var install = report.python();
        python.set(
                install == null
                        ? text("libraries.python.none")
                        : text("libraries.python", install.version(), install.executable()));
    }

    private static String note(LibraryReport.PublicEntry library) {
        if (!library.listed()) {
            return text("libraries.note.imported");
        }
        return library.version().isEmpty() ? text("libraries.note.noVersion") : differing(library);
    }

    private static String differing(LibraryReport.PublicEntry library) {
        return library.cpython() instanceof Availability.Installed installed
                        && !installed.version().equals(library.version())
                ? text("libraries.note.otherVersion", installed.version())
                : "";
    }

    /** Whether an engine can use a library, in words. @param name of the library */
    public static String words(Availability availability, String name) {
        return switch (availability) {
            case Availability.Own _ -> text("libraries.own");
            case Availability.Installed installed -> text("libraries.installed", installed.version());
            case Availability.InWheel wheel ->
                wheel.fileName().equals(name) ? text("libraries.there") : text("libraries.inWheel", wheel.fileName());
            case Availability.Missing _ -> text("libraries.missing");
            case Availability.NativeCode _ -> text("libraries.nativeCode");
            case Availability.Damaged _ -> text("libraries.damaged");
            case Availability.NoPython _ -> text("libraries.noPython");
        };
    }

    /** What to do so that the engines have a library; empty when both have it. */
    public static String advice(Row row) {
        if (row.embedded() instanceof Availability.Damaged) {
            return text("libraries.advice.damaged");
        }
        if (row.privately() && row.embedded() instanceof Availability.Missing) {
            return text("libraries.advice.missingWheel");
        }
        if (usable(row.embedded())) {
            return "";
        }
        String install = row.privately()
                ? "python -m pip install " + row.name()
                : "python -m pip install " + row.name() + (row.version().isEmpty() ? "" : "==" + row.version());
        if (row.cpython() instanceof Availability.NoPython) {
            return text("libraries.advice.noPython", install);
        }
        return usable(row.cpython()) ? text("libraries.advice.cpython") : text("libraries.advice.install", install);
    }

    /** Whether functions can import it. */
    public static boolean usable(Availability availability) {
        return switch (availability) {
            case Availability.Own _, Availability.Installed _, Availability.InWheel _ -> true;
            case Availability.Missing _, Availability.NativeCode _, Availability.Damaged _, Availability.NoPython _ ->
                false;
        };
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
    public void remove(Row row) {
        change(item -> {
            if (row.privately()) {
                libraries.removeWheel(item, row.name());
            } else {
                libraries.removePublic(item, row.name());
            }
        });
    }

    /** Lists a wheel that only lies in the item, or a library that is only imported. */
    public void list(@Nullable Row row) {
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
        problem.set("");
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
                        problem.set(Reasons.of(e));
                    }
                });
    }
}
