package dev.bobbin.app;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.changes.ChangesView;
import dev.bobbin.app.changes.ChangesViewModel;
import dev.bobbin.app.changes.StatementsView;
import dev.bobbin.app.changes.StatementsViewModel;
import dev.bobbin.app.command.Command;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.history.ExamplesView;
import dev.bobbin.app.history.ExamplesViewModel;
import dev.bobbin.app.history.HistoryView;
import dev.bobbin.app.history.HistoryViewModel;
import dev.bobbin.app.history.RunActions;
import dev.bobbin.app.history.ShareViewModel;
import dev.bobbin.app.serve.CallViewModel;
import dev.bobbin.app.serve.ServeView;
import dev.bobbin.app.serve.ServeViewModel;
import dev.bobbin.app.services.EndpointServer;
import dev.bobbin.app.services.ExampleFiles;
import dev.bobbin.app.services.JournalService;
import dev.bobbin.app.services.RecordingRunner;
import dev.bobbin.app.services.RunFiles;
import dev.bobbin.app.services.SideEngine;
import dev.bobbin.app.services.SideRunner;
import dev.bobbin.app.services.SqlPlans;
import dev.bobbin.app.services.StandInUndo;
import dev.bobbin.app.shell.FeatureTab;
import dev.bobbin.app.workspace.EngineChoice;
import dev.bobbin.app.workspace.FunctionRunner;
import dev.bobbin.app.workspace.RunAgain;
import dev.bobbin.app.workspace.Trust;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.service.WorkspaceSettings;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;

/** Puts together what makes a run last, and lets it be called from outside: history, examples, changes, serving. */
final class LastingRuns implements AutoCloseable {

    private final JournalService journals;
    private final SideEngine engine;
    private final EndpointServer server;
    private final Supplier<EngineChoice> chosen;
    private Runnable historyEnd = () -> {};

    /** @param chosen the engine that the settings choose @param journals the histories, which others use, too */
    LastingRuns(Supplier<EngineChoice> chosen, JournalService journals) {
        this.chosen = chosen;
        this.journals = journals;
        engine = new SideEngine(chosen);
        server = new EndpointServer(engine, journals);
    }

    /** The same runner, whose runs are kept. */
    FunctionRunner recorded(FunctionRunner runner) {
        return new RecordingRunner(
                runner,
                () -> chosen.get().name(),
                name -> new SideRunner(engine, chosen.get().named(name)),
                journals);
    }

    /** What these features bring to the window. @param commands what else can be told to them, while an item is open @param runs what can be done with runs */
    record Brought(List<FeatureTab> tabs, Map<Command, Runnable> commands, RunActions runs) {}

    /**
     * Makes these features.
     *
     * @param runAgain runs the selected function with what the form holds, as an earlier run was
     * @param settings of the workspace
     */
    Brought features(
            WorkspaceModel model,
            Trust trust,
            Consumer<RunAgain> runAgain,
            ReadOnlyObjectProperty<WorkspaceSettings> settings,
            TaskRunner tasks) {
        ExampleFiles book = new ExampleFiles(engine);
        ExamplesViewModel examples = new ExamplesViewModel(model, book, trust, tasks);
        HistoryViewModel history = new HistoryViewModel(model, journals, tasks);
        ChangesViewModel changes = new ChangesViewModel(model, new StandInUndo(journals), tasks);
        history.onLook(changes::look);
        RunActions actions = new RunActions(model, journals, book, runAgain, examples::refresh, changes::undo, tasks);
        historyEnd = history::close;
        ShareViewModel share = new ShareViewModel(model, journals, new RunFiles(), tasks);
        StatementsViewModel statements = new StatementsViewModel(model, new SqlPlans(), tasks);
        ServeViewModel serve = new ServeViewModel(model, server, trust, tasks);
        CallViewModel call = new CallViewModel(model, serve, settings, tasks);
        serve.onOpen(called -> history.open(called.what(), called.time(), called.invocationId()));
        List<FeatureTab> tabs = List.of(
                new FeatureTab("changes", changes.title(), () -> new ChangesView(changes), true),
                new FeatureTab("sql", statements.title(), () -> new StatementsView(statements), true),
                new FeatureTab(
                                "history",
                                new SimpleStringProperty(text("history.title")),
                                () -> new HistoryView(history, actions, share))
                        .broughtBy(history.wantedProperty()),
                new FeatureTab("examples", examples.title(), () -> new ExamplesView(examples)),
                new FeatureTab("serve", serve.title(), () -> new ServeView(serve, call)));
        Map<Command, Runnable> commands = Map.of(
                Command.UNDO_RUN, changes::undoNewest,
                Command.APPROVE, () -> history.onCurrent(run -> actions.approve(run, RunActions.suggestedName(run))),
                Command.RUN_EXAMPLES, examples::runAll,
                Command.RERUN, () -> history.onCurrent(actions::runAgain),
                Command.COMPARE_CODE, () -> history.onCurrent(actions::compareWithNow),
                Command.SAVE_PAGE, () -> history.onCurrent(share::savePage),
                Command.SAVE_REPORT, () -> history.onCurrent(share::saveReport));
        return new Brought(tabs, commands, actions);
    }

    @Override
    public void close() {
        historyEnd.run();
        server.close();
        engine.close();
    }
}
