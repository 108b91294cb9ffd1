package dev.bobbin.app.shell;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.app.workspace.ServiceChoice;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.invoke.EngineState;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.ServiceProfiles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;

/** The status bar: engine, profile, persona, problems, item folder, and where the stand-ins lie. */
public final class StatusViewModel {

    private final WorkspaceModel model;
    private final ServiceChoice choice;
    private final ItemFiles files;
    private final StringBinding engine;
    private final BooleanBinding warmingUp;
    private final StringBinding problems;
    private final StringBinding folder;
    private final StringBinding standIns;

    public StatusViewModel(WorkspaceModel model, ServiceChoice choice, ItemFiles files) {
        this.model = model;
        this.choice = choice;
        this.files = files;
        engine = Bindings.createStringBinding(this::describeEngine, model.engineProperty());
        warmingUp = Bindings.createBooleanBinding(
                () -> model.engineProperty().get() instanceof EngineState.WarmingUp, model.engineProperty());
        problems = Bindings.createStringBinding(this::countProblems, model.findingsProperty(), model.itemProperty());
        folder = Bindings.createStringBinding(() -> onItem(ItemFolder::root), model.itemProperty());
        standIns = Bindings.createStringBinding(() -> onItem(this::standIns), model.itemProperty());
    }

    /** What the engine is doing. */
    public StringBinding engine() {
        return engine;
    }

    /** Whether the engine is on its way to being ready. */
    public BooleanBinding warmingUp() {
        return warmingUp;
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

    /** The profiles there are. */
    public List<ServiceProfile> profiles() {
        return ServiceProfiles.all();
    }

    /** The profile in use. */
    public ReadOnlyObjectProperty<ServiceProfile> profile() {
        return model.profileProperty();
    }

    /** Whom functions are run for. */
    public ReadOnlyObjectProperty<ExecutingUser> user() {
        return model.userProperty();
    }

    /** Which service is imitated, and the people there are. */
    public ServiceChoice choice() {
        return choice;
    }

    /** How many errors and warnings there are; empty when there is no item. */
    public StringBinding problems() {
        return problems;
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

    private String countProblems() {
        if (model.itemProperty().get() == null) {
            return "";
        }
        long errors = count(Severity.ERROR);
        long warnings = count(Severity.WARNING);
        long hints = count(Severity.INFO);
        if (errors + warnings == 0) {
            return hints == 0 ? text("status.noProblems") : text("status.hints", hints);
        }
        return text("status.problems", errors, warnings, hints);
    }

    private long count(Severity severity) {
        return model.findingsProperty().get().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** The bar is one line high; the rest is on the errors page of the run that met it. */
    private static String firstLine(String reason) {
        return reason.lines().findFirst().orElse("");
    }

    private String describeEngine() {
        return switch (model.engineProperty().get()) {
            case EngineState.Off _ -> text("engine.off");
            case EngineState.WarmingUp _ -> text("engine.warming");
            case EngineState.Ready ready -> text("engine.ready", ready.pythonVersion());
            case EngineState.Broken broken -> text("engine.broken", firstLine(broken.reason()));
        };
    }
}
