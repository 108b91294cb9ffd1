package dev.bobbin.app.shell;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.command.Command;
import dev.bobbin.app.command.CommandControls;
import dev.bobbin.app.command.Commands;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.welcome.WelcomeView;
import dev.bobbin.app.workspace.ItemSession;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.themes.BenchTheme;
import dev.bobbin.themes.Spacing;
import java.io.File;
import java.util.List;
import java.util.function.Function;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Separator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window: frame, toolbar and the page that fits: welcome, or the bench of an open item. */
public final class BenchWindow {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Stage stage;
    private final WorkspaceModel model;
    private final ItemSession session;
    private final Features features;
    private final StringProperty theme;
    private final List<BenchTheme> themes = BenchTheme.all();
    private final Commands commands = new Commands();
    private final CommandControls controls = new CommandControls(commands);
    private final BorderPane root = new BorderPane();
    private final WelcomeView welcome;
    private final Scene scene;
    private @Nullable BenchView bench;

    /** @param theme id of the theme, remembered by whoever owns it */
    public BenchWindow(
            Stage stage, WorkspaceModel model, ItemSession session, Features features, StringProperty theme) {
        this.stage = stage;
        this.model = model;
        this.session = session;
        this.features = features;
        this.theme = theme;
        this.welcome = new WelcomeView(features.welcome(), this::chooseFolder);
        defineCommands();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        root.getStyleClass().add("window");
        scene = new Scene(root, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        theme.addListener((_, _, _) -> applyTheme());
        applyTheme();
        root.setTop(top());
        root.setBottom(new StatusBar(features.status(), () -> commands.give(Command.SHOW_PROBLEMS)));
        model.itemProperty().addListener((_, before, now) -> {
            if ((before == null) != (now == null)) {
                showPage();
            }
        });
        showPage();
        stage.titleProperty().bind(onItem(item -> item.displayName() + " – Bobbin", "Bobbin"));
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
    }

    /** Shows the window. */
    public void show() {
        stage.show();
    }

    private void showPage() {
        if (model.itemProperty().get() == null) {
            root.setCenter(welcome);
            return;
        }
        root.setCenter(bench());
        bench().editor().focusText();
    }

    /** The bench, made when it is first needed: the welcome page must not wait for it. */
    private BenchView bench() {
        BenchView made = bench;
        if (made == null) {
            made = new BenchView(features, controls);
            bench = made;
        }
        return made;
    }

    private VBox top() {
        MenuBar menus = controls.menuBar();
        HBox menuRow = new HBox(menus, Controls.spring(), controls.iconButton(Command.TOGGLE_THEME));
        menuRow.setAlignment(Pos.CENTER_LEFT);
        menuRow.getStyleClass().add("menu-row");
        HBox toolbar = toolbar();
        toolbar.visibleProperty().bind(model.itemProperty().isNotNull());
        toolbar.managedProperty().bind(toolbar.visibleProperty());
        return new VBox(menuRow, toolbar, new NoticeBar(model.notices()));
    }

    private StringBinding onItem(Function<ItemFolder, String> text, String otherwise) {
        return Bindings.createStringBinding(
                () -> {
                    ItemFolder item = model.itemProperty().get();
                    return item == null ? otherwise : text.apply(item);
                },
                model.itemProperty());
    }

    private HBox toolbar() {
        Label name = Controls.label("", "item-name");
        name.textProperty().bind(onItem(ItemFolder::displayName, ""));
        HBox bar = new HBox(
                Spacing.XS,
                controls.iconButton(Command.CLOSE_ITEM),
                name,
                Controls.spring(),
                controls.iconButton(Command.SAVE),
                controls.iconButton(Command.UNDO),
                controls.iconButton(Command.REDO),
                controls.iconButton(Command.FIND),
                new Separator(Orientation.VERTICAL),
                controls.iconButton(Command.RUN),
                controls.iconButton(Command.STOP));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("bench-toolbar");
        return bar;
    }

    private void defineCommands() {
        var open = model.itemProperty().isNotNull();
        commands.define(Command.NEW_ITEM, this::newItem);
        commands.define(Command.OPEN_FOLDER, this::chooseFolder);
        commands.define(Command.SAVE, model.unsaved(), session::save);
        commands.define(Command.RELOAD, open, session::reload);
        commands.define(Command.CLOSE_ITEM, open, session::close);
        commands.define(Command.QUIT, this::quit);
        commands.define(Command.UNDO, open, () -> bench().editor().undo());
        commands.define(Command.REDO, open, () -> bench().editor().redo());
        commands.define(Command.FIND, open, () -> bench().editor().find());
        commands.define(Command.FIND_NEXT, open, () -> bench().editor().findNext());
        commands.define(Command.FIND_PREVIOUS, open, () -> bench().editor().findPrevious());
        commands.define(Command.GO_TO_LINE, open, () -> bench().editor().askForLine());
        commands.define(Command.RUN, features.run().canRun(), features.run()::run);
        commands.define(Command.STOP, features.run().canStop(), features.run()::stop);
        commands.define(Command.SHOW_FUNCTIONS, open, () -> bench().functions().focusList());
        commands.define(Command.SHOW_PROBLEMS, open, () -> bench().output().showProblems());
        commands.define(Command.SHOW_EDITOR, open, () -> bench().editor().focusText());
        commands.define(Command.SHOW_TEST, open, () -> bench().form().focusFirst());
        commands.define(Command.SHOW_OUTPUT, open, () -> bench().output().focusTabs());
        commands.define(Command.TOGGLE_THEME, this::toggleTheme);
    }

    private void newItem() {
        session.whenNothingUnsaved(() -> {
            if (model.itemProperty().get() != null) {
                session.close();
            }
            welcome.askForName();
        });
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(text("open.title"));
        File chosen = chooser.showDialog(stage);
        if (chosen != null) {
            session.open(chosen.toPath());
        }
    }

    private void quit() {
        session.whenNothingUnsaved(stage::hide);
    }

    private void toggleTheme() {
        boolean dark = current().dark();
        themes.stream().filter(other -> other.dark() != dark).findFirst().ifPresent(other -> theme.set(other.id()));
    }

    private BenchTheme current() {
        return themes.stream()
                .filter(candidate -> candidate.id().equals(theme.get()))
                .findFirst()
                .orElse(themes.getFirst());
    }

    private void applyTheme() {
        BenchTheme now = current();
        Application.setUserAgentStylesheet(now.userAgentStylesheet());
        scene.getStylesheets().setAll(now.stylesheets());
    }
}
