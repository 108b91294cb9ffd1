package dev.bobbin.app.shell;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.invoke.EngineState;
import dev.bobbin.emulator.item.ItemFolder;
import java.nio.file.Path;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;

/** The status bar: engine, profile, item folder, and where the stand-ins lie. */
public final class StatusViewModel {

    private final WorkspaceModel model;
    private final ItemFiles files;
    private final StringBinding engine;
    private final StringBinding folder;
    private final StringBinding standIns;

    public StatusViewModel(WorkspaceModel model, ItemFiles files) {
        this.model = model;
        this.files = files;
        engine = Bindings.createStringBinding(this::describeEngine, model.engineProperty());
        folder = Bindings.createStringBinding(() -> onItem(ItemFolder::root), model.itemProperty());
        standIns = Bindings.createStringBinding(() -> onItem(this::standIns), model.itemProperty());
    }

    /** What the engine is doing. */
    public StringBinding engine() {
        return engine;
    }

    /** Style class of the engine's state. */
    public String engineStyle() {
        return switch (model.engineProperty().get()) {
            case EngineState.Off _ -> "engine-off";
            case EngineState.WarmingUp _ -> "engine-warming";
            case EngineState.Ready _ -> "engine-ready";
            case EngineState.Broken _ -> "engine-broken";
        };
    }

    /** Name of the profile and the documents it follows. */
    public String profile() {
        return model.profile().name();
    }

    /** The documents the profile follows. */
    public String profileDocument() {
        return model.profile().document();
    }

    /** The open item's folder; empty when there is none. */
    public StringBinding folder() {
        return folder;
    }

    /** Where the open item's stand-ins lie; empty when there is no item. */
    public StringBinding standIns() {
        return standIns;
    }

    private Path standIns(ItemFolder item) {
        return files.standIns(item);
    }

    private String onItem(Function<ItemFolder, Path> path) {
        ItemFolder item = model.itemProperty().get();
        return item == null ? "" : path.apply(item).toString();
    }

    private String describeEngine() {
        return switch (model.engineProperty().get()) {
            case EngineState.Off _ -> text("engine.off");
            case EngineState.WarmingUp _ -> text("engine.warming");
            case EngineState.Ready ready -> text("engine.ready", ready.pythonVersion());
            case EngineState.Broken broken -> text("engine.broken", broken.reason());
        };
    }
}
