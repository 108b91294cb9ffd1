package dev.bobbin.app.workspace;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.message.RefusedValueException;
import dev.bobbin.emulator.service.Persona;
import dev.bobbin.emulator.service.ProfileChange;
import dev.bobbin.emulator.service.WorkspaceSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Which service is imitated, and whom functions run for. Both are kept by the open item's workspace, for all its items
 * and for the command line; without an item they last as long as the window.
 */
public final class ServiceChoice {

    private static final String NOTICE = "workspace-settings";

    private final WorkspaceModel model;
    private final ItemFiles files;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<WorkspaceSettings> settings =
            new ReadOnlyObjectWrapper<>(WorkspaceSettings.NONE);

    public ServiceChoice(WorkspaceModel model, ItemFiles files, TaskRunner tasks) {
        this.model = model;
        this.files = files;
        this.tasks = tasks;
        model.itemProperty().addListener((_, before, now) -> {
            if (now != null && !now.root().equals(rootOf(before))) {
                read(now);
            }
        });
    }

    private static @Nullable Path rootOf(@Nullable ItemFolder item) {
        return item == null ? null : item.root();
    }

    /** What the workspace keeps. */
    public ReadOnlyObjectProperty<WorkspaceSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** Imitates another service, with all values as the documents have them. @param name of a profile */
    public void useProfile(String name) {
        change(kept -> kept.withProfile(name, List.of()));
    }

    /**
     * Changes one value of the profile.
     *
     * @param change as {@link ProfileChange} reads it
     * @throws RefusedValueException when it cannot be understood
     */
    public void changeValue(String change) {
        // Refused at once; what it is applied to may have another change by then.
        ProfileChange.apply(model.profile(), change);
        change(kept ->
                kept.withProfile(kept.profileName(), ProfileChange.of(ProfileChange.apply(kept.profile(), change))));
    }

    /** Gives the profile its own values back. */
    public void resetValues() {
        change(kept -> kept.withProfile(kept.profileName(), List.of()));
    }

    /** Runs functions for another persona. */
    public void usePersona(Persona persona) {
        change(kept -> kept.withCurrent(persona.name()));
    }

    /** Keeps a persona, in place of one of that name, and runs functions for it. @param before its former name, or null */
    public void savePersona(Persona persona, @Nullable String before) {
        change(kept -> (before == null ? kept : kept.withoutPersona(before)).withPersona(persona));
    }

    /** Forgets a persona of the workspace. */
    public void removePersona(Persona persona) {
        change(kept -> kept.withoutPersona(persona.name()));
    }

    private void read(ItemFolder item) {
        tasks.run(() -> files.settings(item), kept -> showFor(item, kept), e -> {
            showFor(item, WorkspaceSettings.NONE);
            failed(e);
        });
    }

    /** Changes what the workspace keeps by now: the command line may have changed it, too. */
    private void change(UnaryOperator<WorkspaceSettings> change) {
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            show(change.apply(settings.get()));
            return;
        }
        tasks.run(
                () -> files.changeSettings(item, change),
                changed -> {
                    model.notices().dismiss(NOTICE);
                    showFor(item, changed);
                },
                this::failed);
    }

    private void showFor(ItemFolder item, WorkspaceSettings kept) {
        if (item.root().equals(rootOf(model.itemProperty().get()))) {
            show(kept);
        }
    }

    private void show(WorkspaceSettings kept) {
        try {
            model.profileProperty().set(kept.profile());
        } catch (RefusedValueException e) {
            // Written by a later Bobbin, or by hand: the file stays as it is, the standard rules hold.
            model.profileProperty().set(WorkspaceSettings.NONE.profile());
            failed(e);
        }
        model.userProperty().set(ExecutingUser.of(kept.current()));
        settings.set(kept);
    }

    private void failed(Exception e) {
        model.notices().show(Notice.error(NOTICE, text("notice.workspaceSettings", Reasons.of(e))));
    }
}
