package dev.bobbin.app.shell;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.command.Command;
import dev.bobbin.app.command.Commands;
import dev.bobbin.app.palette.Choice;
import dev.bobbin.app.workspace.ItemSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/** Says what every command does. */
final class BenchCommands {

    /** Commands that leave a page which lies over the window; all others show something it would hide. */
    private static final Set<Command> BESIDE_PAGES = EnumSet.of(
            Command.SAVE,
            Command.STOP,
            Command.NEW_WINDOW,
            Command.CLOSE_WINDOW,
            Command.QUIT,
            Command.PALETTE,
            Command.ZOOM_IN,
            Command.ZOOM_OUT,
            Command.ZOOM_RESET,
            Command.PRESENT,
            Command.TOGGLE_THEME);

    private final BenchWindow window;
    private final Pages pages;
    private final Features features;
    private final Commands commands;
    private final ObservableBooleanValue open;

    BenchCommands(BenchWindow window, Pages pages, Features features, Commands commands) {
        this.window = window;
        this.pages = pages;
        this.features = features;
        this.commands = commands;
        this.open = window.model().ready();
    }

    void defineAll(Look look, Zoom zoom, Stage stage) {
        commands.beforeEach(command -> {
            if (!BESIDE_PAGES.contains(command)) {
                pages.close();
            }
        });
        defineFile();
        defineEdit();
        commands.define(Command.RUN, features.run().canRun(), features.run()::run);
        features.commands()
                .forEach((command, action) -> commands.define(command, possible(command), () -> {
                    // Where one sees how they do.
                    switch (command) {
                        case RUN_EXAMPLES -> window.bench().output().show("examples");
                        case TRY_CORNERS, RUN_ROWS -> window.bench().output().show("batch");
                        default -> {}
                    }
                    action.run();
                }));
        defineInputs();
        commands.define(Command.STOP, features.run().canStop(), features.run()::stop);
        commands.define(Command.PROFILE, pages::openProfile);
        commands.define(Command.PERSONAS, pages::openPersonas);
        commands.define(Command.DIFFERENCES, pages::openHelp);
        commands.define(Command.ABOUT, pages::openAbout);
        defineView();
        commands.define(Command.TOGGLE_THEME, look::toggle);
        commands.define(Command.ZOOM_IN, zoom::in);
        commands.define(Command.ZOOM_OUT, zoom::out);
        commands.define(Command.ZOOM_RESET, zoom::reset);
        commands.define(Command.PRESENT, () -> stage.setFullScreen(!stage.isFullScreen()));
        // Esc leaves the full screen, too.
        stage.fullScreenProperty().addListener((_, _, on) -> {
            zoom.present(on);
            window.present(on);
        });
    }

    private void defineFile() {
        ItemSession session = window.session();
        commands.define(Command.NEW_ITEM, window::newItem);
        commands.define(Command.OPEN_FOLDER, window::chooseFolder);
        commands.define(Command.OPEN_NEIGHBOUR, open, this::chooseNeighbour);
        commands.define(Command.OPEN_REPORT, window::chooseReport);
        commands.define(Command.SAVE, window.model().drafts().anyUnsaved(), session::save);
        commands.define(Command.RELOAD, open, session::reload);
        commands.define(Command.RESET_CODE, window.model().unsaved(), session::resetCode);
        commands.define(Command.SETTINGS, pages::openSettings);
        commands.define(Command.CLOSE_ITEM, open, session::close);
        commands.define(Command.NEW_WINDOW, window.others()::openAnother);
        commands.define(Command.CLOSE_WINDOW, window::close);
        commands.define(Command.QUIT, window.others()::quit);
    }

    private void defineEdit() {
        commands.define(Command.UNDO, open, () -> window.bench().undo());
        commands.define(Command.REDO, open, () -> window.bench().redo());
        commands.define(Command.FIND, open, () -> window.bench().findBar().open(false));
        commands.define(Command.REPLACE, open, () -> window.bench().findBar().open(true));
        commands.define(Command.FIND_NEXT, open, () -> window.bench().findBar().next());
        commands.define(
                Command.FIND_PREVIOUS, open, () -> window.bench().findBar().previous());
        commands.define(Command.GO_TO_LINE, open, () -> window.bench().editor().askForLine());
        commands.define(Command.GO_TO_FUNCTION, open, this::chooseFunction);
        commands.define(
                Command.GO_TO_DEFINITION, open, () -> window.bench().editor().goToDefinition());
        commands.define(Command.EXPLAIN, open, () -> window.bench().editor().explain());
        commands.define(Command.FIX, open, () -> window.bench().editor().showFixes());
        commands.define(Command.FORMAT, open, () -> window.bench().editor().format());
        commands.define(
                Command.TOGGLE_COMMENT, open, () -> window.bench().editor().toggleComment());
        commands.define(Command.COMPLETE, open, () -> window.bench().editor().complete());
        commands.define(Command.INSERT_SAMPLE, open, this::chooseSample);
    }

    private void defineInputs() {
        ObservableBooleanValue some =
                Bindings.and(open, Bindings.isNotNull(features.form().formProperty()));
        commands.define(Command.USE_LAST_INPUTS, some, features.inputs()::useLast);
        commands.define(Command.SAVE_INPUTS, some, () -> window.bench().form().askForName());
        commands.define(Command.PASTE_REQUEST, some, () -> window.bench().form().pasteRequest());
        commands.define(Command.COPY_REQUEST, some, () -> window.bench().form().copyRequest());
    }

    private void defineView() {
        commands.define(Command.TOUR, open, pages::showTour);
        commands.define(Command.PALETTE, this::chooseCommand);
        commands.define(
                Command.SHOW_FUNCTIONS, open, () -> window.bench().functions().focusList());
        commands.define(Command.SHOW_EDITOR, open, () -> window.bench().editor().focusText());
        commands.define(Command.SHOW_TEST, open, () -> window.bench().form().focusFirst());
        commands.define(Command.SHOW_OUTPUT, open, () -> window.bench().output().focusTabs());
        commands.define(
                Command.SHOW_PROBLEMS, open, () -> window.bench().output().showProblems());
        commands.define(Command.SHOW_DATA, open, () -> window.bench().showCentre("data"));
        commands.define(Command.MANAGE_CONNECTIONS, open, () -> window.bench().showCentre("connections"));
        commands.define(Command.MANAGE_LIBRARIES, open, () -> window.bench().showCentre("libraries"));
        commands.define(Command.NEXT_PANEL, open, () -> window.bench().focusPanel(1, window.notices()));
        commands.define(Command.PREVIOUS_PANEL, open, () -> window.bench().focusPanel(-1, window.notices()));
        commands.define(Command.TOGGLE_FUNCTIONS, open, () -> window.bench().toggleFunctions());
        commands.define(Command.TOGGLE_TEST, open, () -> window.bench().toggleTest());
        commands.define(Command.TOGGLE_OUTPUT, open, () -> window.bench().toggleOutput());
    }

    /** When one of the features' own commands can be given. */
    private ObservableBooleanValue possible(Command command) {
        return command == Command.RESET_TO_COMMITTED
                ? Bindings.and(open, features.committed().possible())
                : open;
    }

    private void chooseCommand() {
        List<Choice> choices = new ArrayList<>(Arrays.stream(Command.values())
                .filter(command -> command != Command.PALETTE)
                .filter(command -> commands.enabled(command).get())
                .map(command -> new Choice(
                        command.title(),
                        KeyCombination.valueOf(command.shortcut()).getDisplayText(),
                        command.otherNames(),
                        () -> commands.give(command)))
                .toList());
        if (open.get()) {
            window.bench().tabChoices().stream().map(this::besideNoPage).forEach(choices::add);
            features.inputs()
                    .names()
                    .forEach(name -> choices.add(new Choice(
                            text("palette.inputs", name),
                            "",
                            () -> features.inputs().use(name))));
        }
        choices.addAll(neighbours(name -> text("palette.item", name)));
        features.welcome()
                .samples()
                .forEach(sample -> choices.add(new Choice(
                        text("palette.sample", sample.title()),
                        "",
                        () -> window.session()
                                .whenNothingUnsaved(() -> features.welcome().open(sample)))));
        pages.choose(text("palette.commands"), choices);
    }

    private Choice besideNoPage(Choice choice) {
        return new Choice(choice.title(), choice.detail(), () -> {
            pages.close();
            choice.action().run();
        });
    }

    private void chooseNeighbour() {
        features.items().readNeighbours(() -> pages.choose(text("palette.items"), neighbours(name -> name)));
    }

    /** A workspace may have thousands of items: they are found by typing. */
    private List<Choice> neighbours(UnaryOperator<String> title) {
        return features.items().neighbours().stream()
                .map(item -> new Choice(
                        title.apply(features.items().nameOf(item)),
                        String.valueOf(item.getFileName()),
                        () -> features.items().open(item)))
                .toList();
    }

    private void chooseFunction() {
        List<Choice> choices = features.editor().symbols().stream()
                .map(symbol -> new Choice(
                        "    ".repeat(symbol.depth()) + symbol.name(),
                        text("palette.line", symbol.line()),
                        () -> features.editor().goTo(symbol)))
                .toList();
        pages.choose(text("palette.functions"), choices);
    }

    private void chooseSample() {
        List<Choice> choices = features.snippets().snippets().stream()
                .map(snippet -> new Choice(
                        snippet.title(),
                        snippet.category(),
                        () -> features.snippets().insert(snippet)))
                .toList();
        pages.choose(text("palette.samples"), choices);
    }
}
