package dev.bobbin.app.data.values;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.page.Edit;
import dev.bobbin.app.data.page.HandEdits;
import dev.bobbin.app.fx.NewestTask;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.standin.StandIn;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A variable library: the values of one value set, and which value set runs see. */
public final class VariablesViewModel {

    private final WorkspaceModel model;
    private final NamedValues values;
    private final HandEdits edits;
    private final TaskRunner tasks;
    private final NewestTask reading;
    private final ObservableList<NamedValues.Variable> variables = FXCollections.observableArrayList();
    private final ObservableList<Optional<String>> valueSets = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<String>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> active = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private StandIn.@Nullable Variables library;

    /** Whether it is not known yet which value set of the library runs see: that one is shown first. */
    private boolean fresh;

    public VariablesViewModel(WorkspaceModel model, NamedValues values, HandEdits edits, TaskRunner tasks) {
        this.model = model;
        this.values = values;
        this.edits = edits;
        this.tasks = tasks;
        this.reading = new NewestTask(tasks);
    }

    /** The variables with the values of the value set that is shown. */
    public ObservableList<NamedValues.Variable> variables() {
        return variables;
    }

    /** The value sets: the default values, which have no name, and the others. */
    public ObservableList<Optional<String>> valueSets() {
        return valueSets;
    }

    /** The value set whose values are shown. */
    public ReadOnlyObjectProperty<Optional<String>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The value set that runs see. */
    public ReadOnlyObjectProperty<Optional<String>> activeProperty() {
        return active.getReadOnlyProperty();
    }

    /** What was wrong with the last doing; empty when nothing was. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Shows a library, with the values that runs see. */
    public void show(StandIn.Variables wanted) {
        if (!wanted.equals(library)) {
            fresh = true;
            shown.set(Optional.empty());
            active.set(Optional.empty());
            valueSets.setAll(List.of(Optional.empty()));
            variables.clear();
        }
        library = wanted;
        problem.set("");
        refresh();
    }

    /** What a value set is called. */
    public static String name(Optional<String> valueSet) {
        return valueSet.orElseGet(() -> text("data.variables.default"));
    }

    /** Shows the values of another value set. */
    public void showSet(Optional<String> wanted) {
        fresh = false;
        shown.set(wanted);
        refresh();
    }

    private void refresh() {
        StandIn.Variables read = library;
        Optional<String> wanted = shown.get();
        if (read != null) {
            reading.run(() -> values.library(read, wanted), found -> take(wanted, found), this::tell);
        }
    }

    private void take(Optional<String> wanted, NamedValues.Library found) {
        active.set(found.active());
        if (fresh) {
            fresh = false;
            shown.set(found.active());
            if (!wanted.equals(found.active())) {
                refresh();
                return;
            }
        }
        ObservableList<Optional<String>> sets = FXCollections.observableArrayList();
        sets.add(Optional.empty());
        found.valueSets().forEach(name -> sets.add(Optional.of(name)));
        if (!sets.equals(valueSets)) {
            valueSets.setAll(sets);
        }
        variables.setAll(found.variables());
    }

    /** Lets runs see the value set that is shown. */
    public void activate() {
        StandIn.Variables read = library;
        Optional<String> wanted = shown.get();
        if (read == null) {
            return;
        }
        problem.set("");
        tasks.run(
                () -> {
                    values.activate(read, wanted);
                    return read;
                },
                _ -> {
                    refresh();
                    model.dataChanged();
                },
                this::tell);
    }

    /** Gives a variable a value in the value set that is shown, making it when it is not there. */
    public void set(String name, String value) {
        Optional<String> set = shown.get();
        String variable = name.strip();
        change(text("data.edit.variable.set", variable), read -> values.setVariable(read, set, variable, value));
    }

    /** Removes a variable; in a value set, its own value of it. */
    public void remove(String name) {
        Optional<String> set = shown.get();
        change(text("data.edit.variable.removed", name), read -> values.removeVariable(read, set, name));
    }

    private void change(String words, Edit<StandIn.Variables> edit) {
        StandIn.Variables read = library;
        if (read == null) {
            return;
        }
        problem.set("");
        edits.make(read, words, () -> edit.on(read), this::refresh, e -> {
            refresh();
            tell(e);
        });
    }

    private void tell(Exception e) {
        problem.set(Reasons.of(e));
    }
}
