package dev.bobbin.app.workspace;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.NewestTask;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.emulator.item.ItemFolder;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** The last commit of the open item, which its script can go back to. */
public final class Committed {

    private static final String NOTICE = "committed";

    private final WorkspaceModel model;
    private final CommittedCode code;
    private final TaskRunner tasks;
    private final NewestTask asking;
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();

    public Committed(WorkspaceModel model, CommittedCode code, TaskRunner tasks) {
        this.model = model;
        this.code = code;
        this.tasks = tasks;
        this.asking = new NewestTask(tasks);
        // Told of every change on disk, too: a folder may be put under version control while it is open.
        model.itemProperty().addListener((_, _, item) -> look(item));
        look(model.itemProperty().get());
    }

    /** Whether the item lies where commits are made, so that there may be one. */
    public ReadOnlyBooleanProperty possible() {
        return possible.getReadOnlyProperty();
    }

    private void look(@Nullable ItemFolder item) {
        if (item == null) {
            asking.forget();
            possible.set(false);
        } else {
            asking.run(() -> code.isKept(item), possible::set, _ -> possible.set(false));
        }
    }

    /** Goes back to the script as it was last committed; undo brings the present text back. */
    public void reset() {
        ItemFolder item = model.itemProperty().get();
        if (item != null) {
            tasks.run(
                    () -> code.script(item),
                    found -> take(item, found),
                    e -> model.notices().show(Notice.error(NOTICE, Reasons.of(e))));
        }
    }

    private void take(ItemFolder item, Optional<String> found) {
        ItemFolder now = model.itemProperty().get();
        if (now == null || !now.root().equals(item.root())) {
            return;
        }
        found.ifPresentOrElse(
                script -> model.resetSource(LineEnds.inEditor(script)),
                () -> model.notices()
                        .show(new Notice(NOTICE, Notice.Kind.INFO, text("notice.notCommitted"), List.of())));
    }
}
