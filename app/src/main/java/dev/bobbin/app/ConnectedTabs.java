package dev.bobbin.app;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.connections.ConnectionsView;
import dev.bobbin.app.connections.ConnectionsViewModel;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.services.ConnectionService;
import dev.bobbin.app.shell.FeatureTab;
import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.app.workspace.WorkspaceModel;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;

/** Puts together what an item works with: its data, connections and libraries. Nothing of it is made before it is seen. */
final class ConnectedTabs {

    private final WorkspaceModel model;
    private final ItemFiles files;
    private final TaskRunner tasks;

    ConnectedTabs(WorkspaceModel model, ItemFiles files, TaskRunner tasks) {
        this.model = model;
        this.files = files;
        this.tasks = tasks;
    }

    /** The tabs of these features, in their order. */
    List<FeatureTab> all() {
        return List.of(tab("connections", this::connections));
    }

    private ConnectionsView connections() {
        return new ConnectionsView(new ConnectionsViewModel(model, new ConnectionService(), files, tasks));
    }

    private static FeatureTab tab(String id, Supplier<? extends Node> content) {
        return new FeatureTab(id, new SimpleStringProperty(text(id + ".title")), content);
    }
}
