package dev.bobbin.app.parts;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.workspace.Draft;
import dev.bobbin.app.workspace.WorkspaceModel;
import javafx.collections.ObservableList;

/** The item's JSON files. */
public final class PartsViewModel {

    private final WorkspaceModel model;
    private final TaskRunner tasks;

    public PartsViewModel(WorkspaceModel model, TaskRunner tasks) {
        this.model = model;
        this.tasks = tasks;
    }

    /** Those the open item has. */
    public ObservableList<Draft> parts() {
        return model.drafts().parts();
    }

    /** An editor's view model for one of them. */
    public PartViewModel edit(Draft draft) {
        return new PartViewModel(model, draft, tasks);
    }
}
