package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.RunPhase;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.signature.FunctionSignature;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Remembers what each function was last run with, and keeps inputs under a name. */
public final class InputsViewModel {

    private static final String NOTICE = "inputs";

    private final WorkspaceModel model;
    private final FormViewModel form;
    private final SavedInputs store;
    private final TaskRunner tasks;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final Set<String> filled = new HashSet<>();
    private SavedInputs.Inputs inputs = SavedInputs.Inputs.NONE;

    public InputsViewModel(WorkspaceModel model, FormViewModel form, SavedInputs store, TaskRunner tasks) {
        this.model = model;
        this.form = form;
        this.store = store;
        this.tasks = tasks;
        model.itemProperty().addListener((_, before, now) -> {
            if (before == null || now == null || !before.root().equals(now.root())) {
                load(now);
            }
        });
        form.formProperty().addListener((_, _, now) -> shown(now));
        model.run().phaseProperty().addListener((_, _, phase) -> {
            if (phase == RunPhase.STARTING) {
                remember();
            }
        });
    }

    /** Names of the inputs kept for the selected function, in the order they were saved. */
    public ObservableList<String> names() {
        return names;
    }

    /** Keeps what the form holds under a name; one that was there is replaced. */
    public void save(String name) {
        String function = function();
        if (!function.isEmpty() && !name.isBlank()) {
            inputs = inputs.withNamed(
                    function, name.strip(), model.requestProperty().get().body());
            write();
        }
    }

    /** Fills the form with what is kept under that name. */
    public void use(String name) {
        String body = inputs.named().getOrDefault(function(), Map.of()).get(name);
        if (body != null) {
            form.takeBody(body);
        }
    }

    /** Fills the form with what the function was last run with. */
    public void useLast() {
        String body = inputs.last().get(function());
        if (body != null) {
            form.takeBody(body);
        }
    }

    /** Forgets what is kept under that name. */
    public void remove(String name) {
        inputs = inputs.without(function(), name);
        write();
    }

    private String function() {
        FunctionSignature function = model.selectedProperty().get();
        return function == null ? "" : function.name();
    }

    private void load(@Nullable ItemFolder item) {
        inputs = SavedInputs.Inputs.NONE;
        filled.clear();
        names.clear();
        if (item == null) {
            return;
        }
        tasks.run(
                () -> store.read(item),
                read -> {
                    if (item == model.itemProperty().get()) {
                        inputs = read;
                        shown(form.formProperty().get());
                    }
                },
                e -> model.notices().show(Notice.error(NOTICE, text("inputs.unreadable", Reasons.of(e)))));
    }

    /** A function shown for the first time since the item was opened gets the inputs of its last run. */
    private void shown(FormViewModel.@Nullable Form now) {
        names.setAll(
                List.copyOf(inputs.named().getOrDefault(function(), Map.of()).keySet()));
        if (now == null
                || inputs == SavedInputs.Inputs.NONE
                || !filled.add(now.function().name())) {
            return;
        }
        boolean untouched = now.fields().stream()
                .noneMatch(field -> field.attendedProperty().get());
        if (untouched) {
            useLast();
        }
    }

    private void remember() {
        String function = function();
        String body = model.requestProperty().get().body();
        if (!function.isEmpty() && !body.equals(inputs.last().get(function))) {
            filled.add(function);
            inputs = inputs.withLast(function, body);
            write();
        }
    }

    private void write() {
        names.setAll(
                List.copyOf(inputs.named().getOrDefault(function(), Map.of()).keySet()));
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            return;
        }
        SavedInputs.Inputs now = inputs;
        tasks.run(
                () -> {
                    store.write(item, now);
                    return now;
                },
                _ -> {},
                e -> model.notices().show(Notice.error(NOTICE, text("inputs.notWritten", Reasons.of(e)))));
    }
}
