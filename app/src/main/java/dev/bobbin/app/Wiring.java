package dev.bobbin.app;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.batch.BatchView;
import dev.bobbin.app.batch.BatchViewModel;
import dev.bobbin.app.bindings.BindingsViewModel;
import dev.bobbin.app.check.ProblemsViewModel;
import dev.bobbin.app.command.Command;
import dev.bobbin.app.editor.EditorViewModel;
import dev.bobbin.app.engine.EngineAdviser;
import dev.bobbin.app.form.FormViewModel;
import dev.bobbin.app.form.InputsViewModel;
import dev.bobbin.app.functions.FunctionsViewModel;
import dev.bobbin.app.fx.FxTaskRunner;
import dev.bobbin.app.history.ReportViewModel;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.logs.LogsViewModel;
import dev.bobbin.app.parts.PartsViewModel;
import dev.bobbin.app.result.ResultViewModel;
import dev.bobbin.app.run.RunViewModel;
import dev.bobbin.app.services.DesktopFiles;
import dev.bobbin.app.services.GitCode;
import dev.bobbin.app.services.InputFiles;
import dev.bobbin.app.services.PythonAdvice;
import dev.bobbin.app.services.ReportFolders;
import dev.bobbin.app.services.SampleFiles;
import dev.bobbin.app.services.StandInShapes;
import dev.bobbin.app.services.StandInUndo;
import dev.bobbin.app.services.SwitchingRunner;
import dev.bobbin.app.services.UnsavedFiles;
import dev.bobbin.app.settings.SettingsFolder;
import dev.bobbin.app.settings.WindowSettings;
import dev.bobbin.app.shell.BenchWindow;
import dev.bobbin.app.shell.FeatureTab;
import dev.bobbin.app.shell.Features;
import dev.bobbin.app.shell.StatusViewModel;
import dev.bobbin.app.snippets.SnippetsViewModel;
import dev.bobbin.app.welcome.ItemsViewModel;
import dev.bobbin.app.welcome.WelcomeViewModel;
import dev.bobbin.app.workspace.Committed;
import dev.bobbin.app.workspace.DataNews;
import dev.bobbin.app.workspace.EngineChoice;
import dev.bobbin.app.workspace.FunctionRunner;
import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.app.workspace.ItemSession;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.QuickFixer;
import dev.bobbin.app.workspace.Recovery;
import dev.bobbin.app.workspace.ServiceChoice;
import dev.bobbin.app.workspace.SourceAnalyst;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.EngineOptions;
import dev.bobbin.emulator.invoke.EngineState;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.themes.Fonts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Puts the bench together: the one place that knows which class stands behind which port. */
public final class Wiring implements AutoCloseable {

    private final StartupReport report;
    private final Windows windows;
    private final FxTaskRunner tasks = new FxTaskRunner();
    private final LastingRuns lasting;
    private final WindowSettings settings;
    private final ItemFiles files;
    private final SwitchingRunner engines;
    private final FunctionRunner runner;
    private final StringProperty engine;
    private final StringProperty python;
    private final StringProperty memory;
    private final WorkspaceModel model;
    private volatile EngineState engineState = new EngineState.Off();
    private volatile boolean shown;
    private Runnable asker = () -> {};

    Wiring(StartupReport report, Windows windows) {
        this.report = report;
        this.windows = windows;
        this.files = windows.files();
        this.settings = new WindowSettings(windows.settings());
        this.model = new WorkspaceModel(ServiceProfiles.standard());
        this.engine = settings.property("engine", "embedded");
        this.python = settings.property("python", "");
        this.memory = settings.property("memory", "");
        this.lasting = new LastingRuns(this::chosenEngine, windows.journals());
        this.engines = new SwitchingRunner(windows.runners(), chosenEngine(), this::engineChanged);
        this.runner = lasting.recorded(engines);
    }

    /** Shows the window; on the FX thread. @param item the item folder to open */
    void showWindow(Stage stage, Optional<Path> item) {
        Fonts.TEXT.load();
        model.notices().onSaved(new DesktopFiles(model.notices(), tasks, System.getProperty("os.name", "")));
        ItemSession session = new ItemSession(model, files, settings, tasks);
        new SourceAnalyst(model, tasks);
        DataNews news = new DataNews(model, files, tasks);
        followEngineSettings();
        PythonAdvice pythons = new PythonAdvice(this::chosenEngine);
        new EngineAdviser(model, this::chosenEngine, this::choose, pythons, settings, tasks);
        UnsavedFiles unsaved = new UnsavedFiles(SettingsFolder.here().resolve("unsaved"));
        Recovery recovery = new Recovery(model, unsaved, tasks);
        Features features = features(session, pythons, unsaved);
        item.ifPresent(folder -> session.announce(ItemReader.nameOf(folder)));
        BenchWindow window = new BenchWindow(stage, model, session, features, settings::property, windows);
        asker = window::close;
        stage.setOnShown(_ -> reached(StartupReport.Step.WINDOW_SHOWN));
        stage.setOnHidden(_ -> {
            session.end();
            news.close();
            recovery.end();
            close();
            windows.closed(this);
        });
        windows.shown(this);
        window.show();
        shown = true;
        publishEngineState();
        item.ifPresent(session::open);
    }

    private void followEngineSettings() {
        engine.addListener((_, _, _) -> switchEngine());
        memory.addListener((_, _, _) -> switchEngine());
        python.addListener((_, _, _) -> {
            if (!chosenEngine().embedded()) {
                switchEngine();
            }
        });
    }

    private Features features(ItemSession session, PythonAdvice pythons, UnsavedFiles unsaved) {
        QuickFixer fixer = new QuickFixer(model, files, tasks);
        FormViewModel form = new FormViewModel(model);
        RunViewModel run = new RunViewModel(model, runner, settings, tasks, InstantSource.system());
        ServiceChoice service = new ServiceChoice(model, files, tasks);
        Committed committed = new Committed(model, new GitCode(), tasks);
        LastingRuns.Brought brought = lasting.features(model, settings, run::run, service.settingsProperty(), tasks);
        Map<Command, Runnable> commands = new EnumMap<>(brought.commands());
        commands.put(Command.RESET_TO_COMMITTED, committed::reset);
        List<FeatureTab> tabs = new ArrayList<>(brought.tabs());
        BatchViewModel batch =
                new BatchViewModel(model, runner, new StandInUndo(windows.journals())::undo, settings, tasks);
        commands.put(Command.TRY_CORNERS, batch::tryCorners);
        commands.put(Command.RUN_ROWS, batch::chooseRows);
        tabs.add(new FeatureTab("batch", new SimpleStringProperty(text("batch.title")), () -> new BatchView(batch)));
        ObservableValue<EngineOptions> options =
                Bindings.createObjectBinding(() -> chosenEngine().options(), engine, python, memory);
        return new Features(
                new WelcomeViewModel(
                        model,
                        session,
                        settings,
                        settings,
                        new SampleFiles(new InputFiles()),
                        unsaved,
                        tasks,
                        windows.documents()),
                new ItemsViewModel(model, session, files, tasks),
                new ReportViewModel(
                        model,
                        session,
                        new ReportFolders(windows.documents()),
                        windows.journals(),
                        brought.runs(),
                        tasks),
                new FunctionsViewModel(model),
                new ProblemsViewModel(model, fixer),
                new EditorViewModel(model, fixer, new StandInShapes(files), tasks),
                new PartsViewModel(model, tasks),
                form,
                new InputsViewModel(model, form, new InputFiles(), tasks),
                new SnippetsViewModel(model, files, tasks),
                new BindingsViewModel(model, files, tasks),
                run,
                new ResultViewModel(model, tasks),
                new LogsViewModel(model, tasks),
                new StatusViewModel(model, service, files),
                pythons,
                tabs,
                new ConnectedTabs(model, files, options, tasks).all(),
                commands,
                committed,
                tasks);
    }

    private EngineChoice chosenEngine() {
        return new EngineChoice(engine.get(), python.get(), megabytes());
    }

    private @Nullable Integer megabytes() {
        try {
            return memory.get().isEmpty() ? null : Integer.valueOf(memory.get());
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private void choose(EngineChoice choice) {
        python.set(choice.python());
        engine.set(choice.name());
    }

    private void switchEngine() {
        EngineChoice choice = chosenEngine();
        tasks.run(
                () -> {
                    engines.use(choice);
                    return choice;
                },
                _ -> {},
                e -> model.notices().show(Notice.error("engine", text("engine.broken", Reasons.of(e)))));
    }

    /** Closes the window, after asking about unsaved edits; on the FX thread. */
    void askToClose() {
        asker.run();
    }

    /** Takes over the engine's state, which may be told before there is a window to show it. */
    private void engineChanged(EngineState state) {
        engineState = state;
        if (shown) {
            tasks.onFx(this::publishEngineState);
        }
    }

    private void publishEngineState() {
        model.engineProperty().set(engineState);
        if (engineState instanceof EngineState.Ready) {
            reached(StartupReport.Step.ENGINE_READY);
        }
    }

    private void reached(StartupReport.Step step) {
        if (report.reached(step)) {
            close();
            Platform.exit();
        }
    }

    @Override
    public void close() {
        runner.close();
        lasting.close();
        settings.close();
        tasks.close();
    }
}
