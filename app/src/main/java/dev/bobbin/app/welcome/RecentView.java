package dev.bobbin.app.welcome;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.themes.Spacing;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What was open before. One whose folder is gone is marked; each can be taken off, by its button or by Delete. */
final class RecentView extends VBox {

    private final WelcomeViewModel welcome;
    private final Runnable elsewhere;
    private final VBox rows = new VBox(Spacing.XS);

    /** @param elsewhere gives the keyboard to something else, when there is no row left to have it */
    RecentView(WelcomeViewModel welcome, Runnable elsewhere) {
        super(Spacing.S);
        this.welcome = welcome;
        this.elsewhere = elsewhere;
        getChildren().addAll(Controls.label(text("welcome.recent"), "section-title"), rows);
        welcome.recent().addListener((ListChangeListener<Path>) _ -> show());
        show();
    }

    private void show() {
        if (welcome.recent().isEmpty()) {
            rows.getChildren().setAll(Controls.wrapped(text("welcome.noRecent"), "text-muted"));
        } else {
            rows.getChildren().setAll(welcome.recent().stream().map(this::row).toList());
        }
    }

    private Node row(Path folder) {
        WelcomeViewModel.Seen seen = welcome.look(folder);
        ReadOnlyStringProperty name = seen.name();
        ReadOnlyBooleanProperty gone = seen.gone();
        Label title = Controls.label("", "recent-name");
        title.textProperty().bind(name);
        Label place = Controls.label(String.valueOf(folder.getParent()), "text-muted", "text-small");
        ReadOnlyBooleanProperty edited = seen.edited();
        Label missing = mark("welcome.gone", Feather.ALERT_TRIANGLE, "recent-gone", gone);
        Label unsaved = mark("welcome.edited", Feather.EDIT_3, "recent-edited", edited);
        Button button = WelcomeView.card(new VBox(title, place, missing, unsaved), "");
        button.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> name.get() + ", " + folder.getParent() + (gone.get() ? ", " + missing.getText() : "")
                                + (edited.get() ? ", " + unsaved.getText() : ""),
                        name,
                        gone,
                        edited));
        button.getStyleClass().add("recent-item");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(folder.toString()));
        button.setOnAction(_ -> welcome.open(folder));
        button.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                forget(folder);
                event.consume();
            }
        });
        Button forget = Controls.iconButton(Feather.X, text("welcome.forget", name.get()), () -> forget(folder));
        forget.getStyleClass().add("recent-forget");
        HBox.setHgrow(button, Priority.ALWAYS);
        HBox row = new HBox(Spacing.XS, button, forget);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label mark(String words, Feather sign, String style, ReadOnlyBooleanProperty shown) {
        Label mark = Controls.label(text(words), "text-small", style);
        mark.setGraphic(Controls.icon(sign));
        mark.visibleProperty().bind(shown);
        mark.managedProperty().bind(shown);
        return mark;
    }

    /** The next one has the keyboard then, so that several can be taken off one after another. */
    private void forget(Path folder) {
        int at = welcome.recent().indexOf(folder);
        welcome.forget(folder);
        if (welcome.recent().isEmpty()) {
            elsewhere.run();
        } else {
            HBox next =
                    (HBox) rows.getChildren().get(Math.min(at, welcome.recent().size() - 1));
            next.getChildren().getFirst().requestFocus();
        }
    }
}
