package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.RunPhase;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.signature.FunctionSignature;
import java.util.HashMap;
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
    private final Map<String, String> last = new HashMap<>();
    private Map<String, Map<String, String>> named = Map.of();
    private boolean loaded;

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
        if (!name.isBlank()) {
            keep(name.strip(), model.requestProperty().get().body(), text("inputs.saved", name.strip()));
        }
    }

    /** Fills the form with what is kept under that name. */
    public void use(String name) {
        String body = named.getOrDefault(function(), Map.of()).get(name);
        if (body != null) {
            form.takeBody(body);
        }
    }

    /** Fills the form with what the function was last run with. */
    public void useLast() {
        String body = last.get(function());
        if (body != null) {
            form.takeBody(body);
        }
    }

    /** Forgets what is kept under that name. */
    public void remove(String name) {
        keep(name, null, text("inputs.removed", name));
    }

    /** @param body null to forget it @param words what is said once it is done */
    private void keep(String name, @Nullable String body, String words) {
        ItemFolder item = model.itemProperty().get();
        String function = function();
        if (item == null || function.isEmpty()) {
            return;
        }
        tasks.run(
                () -> store.keepNamed(item, function, name, body),
                kept -> {
                    if (model.isOpen(item)) {
                        named = kept;
                        showNames();
                        model.notices().show(new Notice(NOTICE, Notice.Kind.INFO, words, List.of()));
                    }
                },
                this::notWritten);
    }

    private String function() {
        FunctionSignature function = model.selectedProperty().get();
        return function == null ? "" : function.name();
    }

    private void load(@Nullable ItemFolder item) {
        last.clear();
        named = Map.of();
        loaded = false;
        filled.clear();
        names.clear();
        if (item == null) {
            return;
        }
        tasks.run(
                () -> store.last(item),
                read -> {
                    if (model.isOpen(item)) {
                        // What has been run meanwhile is newer.
                        read.forEach(last::putIfAbsent);
                        loaded = true;
                        shown(form.formProperty().get());
                    }
                },
                this::unreadable);
        tasks.run(
                () -> store.named(item),
                read -> {
                    if (model.isOpen(item)) {
                        named = read;
                        showNames();
                    }
                },
                this::unreadable);
    }

    /** A function shown for the first time since the item was opened gets the inputs of its last run. */
    private void shown(FormViewModel.@Nullable Form now) {
        showNames();
        if (now == null || !loaded || !filled.add(now.function().name())) {
            return;
        }
        boolean untouched = now.fields().stream()
                .noneMatch(field -> field.attendedProperty().get());
        if (untouched) {
            useLast();
        }
    }

    private void showNames() {
        names.setAll(List.copyOf(named.getOrDefault(function(), Map.of()).keySet()));
    }

    private void remember() {
        ItemFolder item = model.itemProperty().get();
        String function = function();
        String body = model.requestProperty().get().body();
        if (item == null || function.isEmpty() || body.equals(last.put(function, body))) {
            return;
        }
        filled.add(function);
        tasks.run(
                () -> store.keepLast(item, function, body),
                kept -> {
                    if (!kept) {
                        model.notices().show(new Notice(NOTICE, Notice.Kind.INFO, text("inputs.tooLarge"), List.of()));
                    }
                },
                this::notWritten);
    }

    private void unreadable(Exception e) {
        model.notices().show(Notice.error(NOTICE, text("inputs.unreadable", Reasons.of(e))));
    }

    private void notWritten(Exception e) {
        model.notices().show(Notice.error(NOTICE, text("inputs.notWritten", Reasons.of(e))));
    }
}
