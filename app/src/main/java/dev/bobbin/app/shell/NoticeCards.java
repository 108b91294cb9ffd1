package dev.bobbin.app.shell;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.Notices;
import dev.bobbin.themes.Spacing;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Messages and questions, on cards over the lower end of the window: whatever is below stays where it is. */
final class NoticeCards extends VBox {

    private static final double WIDTH = 560;

    private static final double LEAST_WIDTH = 380;

    /** Leaves the status bar to be seen. */
    private static final double ABOVE_STATUS = 44;

    private final Notices notices;
    private @Nullable Node before;

    NoticeCards(Notices notices, TaskRunner tasks) {
        super(Spacing.S);
        this.notices = notices;
        setId("notices");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPickOnBounds(false);
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
        keepFree(0);
        new NoticeTimes(notices, tasks, _ -> isHover() || holdsFocus());
        notices.shown().addListener((ListChangeListener<Notice>) _ -> update());
        update();
    }

    /** Leaves a panel at the end of the window to be seen and used while it is there, as far as there is room beside it. */
    void keepClearOf(Region panel) {
        InvalidationListener changed = _ -> keepFree(panel.getScene() == null ? 0 : panel.getWidth());
        panel.widthProperty().addListener(changed);
        panel.sceneProperty().addListener(changed);
        sceneProperty().flatMap(Scene::widthProperty).addListener(changed);
        changed.invalidated(panel.widthProperty());
    }

    private void keepFree(double width) {
        double left = getParent() instanceof Region window ? window.getWidth() - width : 0;
        double free = left < LEAST_WIDTH ? 0 : width;
        StackPane.setMargin(this, new Insets(0, Spacing.L + free, ABOVE_STATUS, Spacing.L));
    }

    /** Whether there is something to read. */
    boolean hasCards() {
        return !getChildren().isEmpty();
    }

    /** Gives the keyboard to the latest card. */
    void focusLatest() {
        if (hasCards()) {
            remember();
            getChildren().getFirst().lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
        }
    }

    private void update() {
        boolean hadFocus = holdsFocus();
        // The newest on top, where the eye goes.
        getChildren().setAll(notices.shown().reversed().stream().map(this::card).toList());
        Controls.show(this, hasCards());
        // A question about what was just asked for is answered from the keyboard without looking for it.
        if (hasCards() && notices.shown().getLast().kind() == Notice.Kind.QUESTION) {
            focusLatest();
        } else if (hadFocus && before != null) {
            before.requestFocus();
        }
    }

    private void remember() {
        if (getScene() != null && !holdsFocus()) {
            before = getScene().getFocusOwner();
        }
    }

    private boolean holdsFocus() {
        Node node = getScene() == null ? null : getScene().getFocusOwner();
        while (node != null && node != this) {
            node = node.getParent();
        }
        return node != null;
    }

    /** Escape means what leaves all as it is. */
    private void decline(Notice notice, KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            notice.choices().stream()
                    .filter(Notice.Choice::declines)
                    .findFirst()
                    .ifPresent(choice -> {
                        event.consume();
                        notices.choose(notice, choice);
                    });
        }
    }

    private Node card(Notice notice) {
        Label words = Controls.wrapped(notice.text(), "notice-text");
        words.setGraphic(Controls.icon(sign(notice.kind())));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox told = new HBox(Spacing.S, words);
        told.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(Spacing.S, told);
        card.setId("notice-" + notice.id());
        card.addEventHandler(KeyEvent.KEY_PRESSED, event -> decline(notice, event));
        card.getStyleClass().addAll("notice", "notice-" + notice.kind().name().toLowerCase(Locale.ROOT));
        Pane buttons = told;
        if (notice.choices().size() > 1) {
            // Beside several buttons there would be no room for the words.
            FlowPane row = new FlowPane(Spacing.S, Spacing.S);
            row.setAlignment(Pos.CENTER_RIGHT);
            card.getChildren().add(row);
            buttons = row;
        }
        for (Notice.Choice choice : notice.choices()) {
            Button button = new Button(choice.label());
            // Names of files have underscores.
            button.setMnemonicParsing(false);
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass().add(choice.equals(notice.choices().getFirst()) ? "accent" : "button-outlined");
            button.setAccessibleText(choice.label() + ": " + notice.text());
            button.setOnAction(_ -> notices.choose(notice, choice));
            buttons.getChildren().add(button);
        }
        if (!notice.kind().asks()) {
            told.getChildren()
                    .add(Controls.iconButton(Feather.X, text("notice.close"), () -> notices.dismiss(notice.id())));
        }
        return card;
    }

    private static Feather sign(Notice.Kind kind) {
        return switch (kind) {
            case INFO -> Feather.INFO;
            case QUESTION, OFFER -> Feather.HELP_CIRCLE;
            case ERROR -> Feather.ALERT_CIRCLE;
        };
    }
}
