package dev.bobbin.app;

import dev.bobbin.app.fx.FxTaskRunner;
import dev.bobbin.app.l10n.Messages;
import dev.bobbin.app.services.DiskItemFiles;
import dev.bobbin.app.services.EmulatorRunner;
import dev.bobbin.app.services.JournalService;
import dev.bobbin.app.settings.Settings;
import dev.bobbin.app.settings.SettingsFolder;
import dev.bobbin.app.shell.OtherWindows;
import dev.bobbin.app.workspace.EngineChoice;
import dev.bobbin.app.workspace.FunctionRunner;
import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.emulator.invoke.EngineState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.stage.Stage;

/**
 * The windows of the program. Each has its own item and its own engine, so that a run in one never waits for one in
 * another; settings and histories are shared.
 */
final class Windows implements OtherWindows {

    private final ItemFiles files;
    private final BiFunction<EngineChoice, Consumer<EngineState>, FunctionRunner> runners;
    private final Path documents;
    private final FxTaskRunner tasks = new FxTaskRunner();
    private final Settings settings = new Settings(SettingsFolder.here(), tasks);
    private final JournalService journals = new JournalService();
    private final List<Wiring> open = new ArrayList<>();

    /**
     * @param runners makes a runner for a chosen engine, which tells the engine's states
     * @param documents folder in which samples and new items are put
     */
    Windows(ItemFiles files, BiFunction<EngineChoice, Consumer<EngineState>, FunctionRunner> runners, Path documents) {
        this.files = files;
        this.runners = runners;
        this.documents = documents;
        Messages.use(settings.property("language", "system").get());
    }

    /** The program as users have it. */
    static Windows real() {
        return new Windows(
                new DiskItemFiles(), EmulatorRunner::new, SettingsFolder.home().resolve("Bobbin"));
    }

    /** Prepares a window; its engine starts at once, beside it. */
    Wiring prepare(StartupReport report) {
        return new Wiring(report, this);
    }

    ItemFiles files() {
        return files;
    }

    Settings settings() {
        return settings;
    }

    JournalService journals() {
        return journals;
    }

    Path documents() {
        return documents;
    }

    BiFunction<EngineChoice, Consumer<EngineState>, FunctionRunner> runners() {
        return runners;
    }

    @Override
    public void openAnother() {
        prepare(StartupReport.none()).showWindow(new Stage(), Optional.empty());
    }

    @Override
    public void quit() {
        List.copyOf(open).forEach(Wiring::askToClose);
    }

    /** A window is shown. */
    void shown(Wiring window) {
        open.add(window);
    }

    /** A window is gone; with the last one goes what they shared. */
    void closed(Wiring window) {
        open.remove(window);
        if (open.isEmpty()) {
            journals.close();
            tasks.close();
            // Last, since a write that was under way has just been broken off.
            settings.close();
        }
    }
}
