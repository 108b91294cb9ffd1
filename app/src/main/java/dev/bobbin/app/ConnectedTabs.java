package dev.bobbin.app;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.connections.ConnectionsView;
import dev.bobbin.app.connections.ConnectionsViewModel;
import dev.bobbin.app.data.DataPages;
import dev.bobbin.app.data.DataView;
import dev.bobbin.app.data.DataViewModel;
import dev.bobbin.app.data.documents.DocumentsViewModel;
import dev.bobbin.app.data.documents.EventsViewModel;
import dev.bobbin.app.data.files.FilesViewModel;
import dev.bobbin.app.data.keeping.KeepingViewModel;
import dev.bobbin.app.data.keeping.StandInKeeping;
import dev.bobbin.app.data.page.HandEdits;
import dev.bobbin.app.data.sql.ImportViewModel;
import dev.bobbin.app.data.sql.QueryViewModel;
import dev.bobbin.app.data.sql.TablePageViewModel;
import dev.bobbin.app.data.sql.Tables;
import dev.bobbin.app.data.values.NamedValues;
import dev.bobbin.app.data.values.SecretsViewModel;
import dev.bobbin.app.data.values.VariablesViewModel;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.libraries.LibrariesView;
import dev.bobbin.app.libraries.LibrariesViewModel;
import dev.bobbin.app.services.ConnectionService;
import dev.bobbin.app.services.DiskPlaces;
import dev.bobbin.app.services.DocumentService;
import dev.bobbin.app.services.EventFiles;
import dev.bobbin.app.services.LakeFolders;
import dev.bobbin.app.services.LibraryFiles;
import dev.bobbin.app.services.LifecycleKeeping;
import dev.bobbin.app.services.SqlTables;
import dev.bobbin.app.services.ValueService;
import dev.bobbin.app.shell.FeatureTab;
import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.EngineOptions;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Puts together what an item works with: its data, connections and libraries. Nothing of it is made before it is seen. */
final class ConnectedTabs {

    private final WorkspaceModel model;
    private final ItemFiles files;
    private final ObservableValue<EngineOptions> engines;
    private final TaskRunner tasks;

    /** @param engines says with which Python functions are run now */
    ConnectedTabs(WorkspaceModel model, ItemFiles files, ObservableValue<EngineOptions> engines, TaskRunner tasks) {
        this.model = model;
        this.files = files;
        this.engines = engines;
        this.tasks = tasks;
    }

    /** The tabs of these features, in their order. */
    List<FeatureTab> all() {
        return List.of(
                tab("data", text("data.title"), this::data),
                tab("connections", text("connections.tab"), this::connections),
                tab("libraries", text("libraries.tab"), this::libraries));
    }

    private DataView data() {
        Tables tables = new SqlTables();
        NamedValues values = new ValueService(model.itemProperty()::get);
        StandInKeeping keeping = new LifecycleKeeping();
        HandEdits edits = new HandEdits(model, keeping, tasks);
        DataPages pages = new DataPages(
                edits,
                new KeepingViewModel(model, keeping, edits, tasks),
                new TablePageViewModel(tables, edits, tasks),
                new QueryViewModel(model, tables, edits, tasks),
                new ImportViewModel(model, tables, edits, tasks),
                new FilesViewModel(model, new LakeFolders(), edits, tasks),
                new VariablesViewModel(model, values, edits, tasks),
                new SecretsViewModel(values, edits, tasks),
                new DocumentsViewModel(new DocumentService(), edits, tasks),
                new EventsViewModel(new EventFiles(), tasks));
        return new DataView(new DataViewModel(model, new DiskPlaces(), tasks), pages);
    }

    private ConnectionsView connections() {
        return new ConnectionsView(new ConnectionsViewModel(model, new ConnectionService(), files, tasks));
    }

    private LibrariesView libraries() {
        LibrariesViewModel libraries = new LibrariesViewModel(model, new LibraryFiles(engines::getValue), files, tasks);
        libraries.askOnChangeOf(engines);
        return new LibrariesView(libraries);
    }

    private static FeatureTab tab(String id, String title, Supplier<? extends Node> content) {
        return new FeatureTab(id, new SimpleStringProperty(title), content);
    }
}
