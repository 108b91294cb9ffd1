package dev.bobbin.app.shell;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.command.Command;
import dev.bobbin.app.command.CommandControls;
import dev.bobbin.app.command.Commands;
import dev.bobbin.app.fx.AfterPaint;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.FileDialogs;
import dev.bobbin.app.fx.Overlay;
import dev.bobbin.app.fx.Prompt;
import dev.bobbin.app.welcome.OpeningView;
import dev.bobbin.app.welcome.WelcomeView;
import dev.bobbin.app.workspace.Comparison;
import dev.bobbin.app.workspace.FilesToSee;
import dev.bobbin.app.workspace.ItemSession;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.Wish;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.themes.Fonts;
import dev.bobbin.themes.Spacing;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window: frame, toolbar and the page that fits: welcome, or the bench of an open item. */
public final class BenchWindow {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    /** Room for what the system draws around a window. */
    private static final double FRAME = 40;

    private final Stage stage;
    private final OtherWindows others;
    private final WorkspaceModel model;
    private final ItemSession session;
    private final Features features;
    private final Commands commands = new Commands();
    private final CommandControls controls = new CommandControls(commands);
    private final LayoutMemory layout;
    private final BorderPane root = new BorderPane();
    private final VBox head = new VBox();
    private final HBox menuRow = new HBox();
    private final Prompt prompt;
    private final NoticeCards notices;
    private final Pages pages;
    private final OpeningView opening;
    private final Look look;
    private final WindowPlace place;
    private @Nullable WelcomeView welcome;
    private @Nullable BenchView bench;

    /**
     * @param settings the setting of a name, with its value until it is set; remembered by whoever owns them
     * @param others the program around this window
     */
    public BenchWindow(
            Stage stage,
            WorkspaceModel model,
            ItemSession session,
            Features features,
            BiFunction<String, String, StringProperty> settings,
            OtherWindows others) {
        this.stage = stage;
        this.others = others;
        this.model = model;
        this.session = session;
        this.features = features;
        StackPane layers = new StackPane();
        layers.getStyleClass().add(Overlay.LAYERS);
        ZoomPane zoom = new ZoomPane(layers);
        layout = new LayoutMemory(settings, zoom.zoomProperty());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(zoom, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight() - FRAME));
        // Before there is anything in the scene: all of it would be styled at once, and again for the theme.
        scene.nodeOrientationProperty().bind(settings.apply("direction", "ltr").map(BenchWindow::orientation));
        look = new Look(settings, scene);
        root.getStyleClass().add("window");
        // The page is laid out for the room there is, however little: else it would be wider than the window.
        root.setMinSize(0, 0);
        prompt = new Prompt();
        opening = new OpeningView(model.openingProperty(), session::giveUpOpening);
        notices = new NoticeCards(model.notices(), features.tasks());
        pages = new Pages(layers.getChildren(), model, features, settings);
        model.wishes().grant(Comparison.class, pages::compare);
        model.wishes().grant(FilesToSee.class, pages::lookAt);
        model.wishes()
                .grant(
                        Wish.Save.class,
                        wish -> FileDialogs.save(stage, wish.title(), wish.suggestedName(), wish.save()));
        model.wishes()
                .grant(
                        Wish.OpenTable.class,
                        wish -> FileDialogs.open(root, wish.title(), wish.open(), FileDialogs.DELIMITED));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::dismissTold);
        new BenchCommands(this, pages, features, commands).defineAll(look, new Zoom(zoom, settings), stage);
        fillHead(scene);
        root.setTop(head);
        root.setBottom(new StatusBar(
                features.status(),
                features.bindings().badDays(),
                () -> commands.give(Command.MANAGE_CONNECTIONS),
                () -> commands.give(Command.SHOW_PROBLEMS),
                () -> commands.give(Command.PROFILE),
                () -> commands.give(Command.PERSONAS)));
        model.itemProperty().addListener((_, before, now) -> {
            if ((before == null) != (now == null) && !isOpening()) {
                showPage();
            }
            if (now != null && (before == null || !before.root().equals(now.root()))) {
                // Beside the item: what is exported into its folder would go to Git and to the service.
                Path root = now.root();
                Path beside = root.getParent();
                FileDialogs.startIn(stage, beside == null ? root : beside, features.tasks());
                bench().focusStart();
            }
        });
        model.openingProperty().addListener((_, before, now) -> {
            if (before.isEmpty() != now.isEmpty()) {
                showPage();
            }
        });
        session.onShow(show -> {
            if (isOpening()) {
                // It takes long; what is seen meanwhile must be neither a page to choose from nor the item before.
                AfterPaint.run(show);
            } else {
                show.run();
            }
        });
        model.notices().shown().addListener((ListChangeListener<Notice>) _ -> {
            // What is asked about must be seen; all else can wait below a page.
            if (model.notices().shown().stream().anyMatch(notice -> notice.kind() == Notice.Kind.QUESTION)) {
                pages.close();
            }
        });
        showPage();
        layers.getChildren().addAll(root, notices);
        stage.titleProperty().bind(onItem(item -> item.displayName() + " – Bobbin", "Bobbin"));
        stage.getIcons().add(new Image(String.valueOf(BenchWindow.class.getResource("/dev/bobbin/app/icon.png"))));
        stage.setScene(scene);
        stage.setFullScreenExitHint(text("present.exit"));
        place = new WindowPlace(stage, settings.apply("window", ""), features.tasks());
        place.restore();
        // Until an item is open; the system's list of recent files is empty for whoever is new.
        FileDialogs.startIn(stage, Path.of(System.getProperty("user.home")), features.tasks());
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
    }

    private static NodeOrientation orientation(String direction) {
        return direction.equals("rtl") ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT;
    }

    /** Shows the window. */
    public void show() {
        stage.show();
        focusPage();
    }

    /** The cards with messages and questions. */
    NoticeCards notices() {
        return notices;
    }

    WorkspaceModel model() {
        return model;
    }

    ItemSession session() {
        return session;
    }

    private void showPage() {
        boolean ready = model.ready().get();
        root.setCenter(ready ? bench() : isOpening() ? opening : welcome());
        if (ready) {
            bench().present(stage.isFullScreen());
        }
        focusPage();
        if (ready) {
            pages.showTourOnce();
        }
    }

    private boolean isOpening() {
        return !model.openingProperty().get().isEmpty();
    }

    private void focusPage() {
        if (!stage.isShowing()) {
            // Laying everything out takes long, and would be done again when the window appears.
            return;
        }
        // A page comes to be seen with the next layout; what is not seen cannot take the keyboard.
        root.applyCss();
        root.layout();
        if (isOpening()) {
            opening.focusStart();
        } else if (model.itemProperty().get() != null) {
            bench().focusStart();
        } else {
            welcome().focusStart();
        }
    }

    /** The first page, made when it is first needed: a window that opens an item at once does not show it. */
    private WelcomeView welcome() {
        WelcomeView made = welcome;
        if (made == null) {
            made = new WelcomeView(features.welcome(), features.items(), this::chooseFolder);
            welcome = made;
        }
        return made;
    }

    /** The bench, made when it is first needed: the welcome page must not wait for it. */
    BenchView bench() {
        BenchView made = bench;
        if (made == null) {
            Fonts.CODE.load();
            made = new BenchView(features, controls, layout);
            bench = made;
            notices.keepClearOf(made.testPanel());
            head.getChildren().add(head.getChildren().indexOf(menuRow) + 1, toolbar());
        }
        return made;
    }

    private void fillHead(Scene scene) {
        WindowMenus menus = new WindowMenus(scene, controls, features.welcome());
        menuRow.getChildren()
                .setAll(
                        menus.bar(),
                        Controls.spring(),
                        controls.iconButton(Command.PALETTE),
                        controls.iconButton(Command.SETTINGS),
                        controls.iconButton(Command.TOGGLE_THEME));
        menuRow.setAlignment(Pos.CENTER_LEFT);
        menuRow.getStyleClass().add("menu-row");
        head.getChildren().addAll(menuRow, prompt);
    }

    /** What was only told is taken away by Escape, when nothing else wants the key. */
    private void dismissTold(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.notices().dismissTold();
        }
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
                controls.iconButton(Command.INSERT_SAMPLE),
                new Separator(Orientation.VERTICAL),
                controls.iconButton(Command.SHOW_DATA),
                controls.iconButton(Command.MANAGE_CONNECTIONS),
                controls.iconButton(Command.MANAGE_LIBRARIES),
                new Separator(Orientation.VERTICAL),
                controls.iconButton(Command.RUN),
                controls.iconButton(Command.STOP));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("bench-toolbar");
        bar.visibleProperty().bind(model.ready());
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    void newItem() {
        if (model.itemProperty().get() == null) {
            welcome().askForName();
        } else {
            askForNewName(
                    text("welcome.name"), features.welcome().newNameProperty().get());
        }
    }

    /** The open item stays until the new one has a name it can have. */
    private void askForNewName(String words, String suggestion) {
        prompt.ask(words, suggestion, name -> {
            features.welcome().newNameProperty().set(name);
            if (features.welcome().nameAllowed().get()) {
                features.welcome().create();
            } else {
                askForNewName(text("welcome.name.rule"), name);
            }
        });
    }

    void chooseFolder() {
        FileDialogs.folder(stage, text("open.title"), session::open);
    }

    void chooseReport() {
        FileDialogs.open(
                root,
                text("report.title"),
                features.reports()::open,
                new FileChooser.ExtensionFilter(text("report.kind"), "*.zip"));
    }

    /** Takes away what an audience need not see; menus go on working by their keys. */
    void present(boolean on) {
        Controls.show(menuRow, !on);
        Controls.show(root.getBottom(), !on);
        if (bench != null) {
            bench.present(on);
        }
    }

    OtherWindows others() {
        return others;
    }

    /** Closes the window, after asking about unsaved edits. */
    public void close() {
        session.whenNothingUnsaved(() -> model.unsavedTexts().whenNone(this::hide));
    }

    private void hide() {
        // The next start begins with the size and the panes of everyday work.
        stage.setFullScreen(false);
        place.remember();
        stage.hide();
    }
}
