package dev.bobbin.app.shell;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.Notices;
import dev.bobbin.themes.Spacing;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Messages and questions, inside the window and below the toolbar. */
final class NoticeBar extends VBox {

    private final Notices notices;

    NoticeBar(Notices notices) {
        this.notices = notices;
        notices.shown().addListener((ListChangeListener<Notice>) _ -> update());
        update();
    }

    private void update() {
        getChildren().setAll(notices.shown().stream().map(this::row).toList());
        // A question that just appeared is answered from the keyboard without looking for it.
        if (!notices.shown().isEmpty() && notices.shown().getLast().kind() == Notice.Kind.QUESTION) {
            Node last = getChildren().getLast();
            last.lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
        }
    }

    private Node row(Notice notice) {
        Label words = Controls.wrapped(notice.text(), "notice-text");
        words.setGraphic(Controls.icon(sign(notice.kind())));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(Spacing.S, words);
        row.setId("notice-" + notice.id());
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("notice", "notice-" + notice.kind().name().toLowerCase(Locale.ROOT));
        for (Notice.Choice choice : notice.choices()) {
            Button button = new Button(choice.label());
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass().add(choice.equals(notice.choices().getFirst()) ? "accent" : "button-outlined");
            button.setAccessibleText(choice.label() + ": " + notice.text());
            button.setOnAction(_ -> notices.choose(notice, choice));
            row.getChildren().add(button);
        }
        if (notice.kind() != Notice.Kind.QUESTION) {
            row.getChildren()
                    .add(Controls.iconButton(Feather.X, text("notice.close"), () -> notices.dismiss(notice.id())));
        }
        return row;
    }

    private static Feather sign(Notice.Kind kind) {
        return switch (kind) {
            case INFO -> Feather.INFO;
            case QUESTION -> Feather.HELP_CIRCLE;
            case ERROR -> Feather.ALERT_CIRCLE;
        };
    }
}
