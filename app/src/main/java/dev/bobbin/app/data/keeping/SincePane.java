package dev.bobbin.app.data.keeping;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.page.Pages;
import dev.bobbin.app.diff.ChangeListPane;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What has changed in a stand-in since a snapshot, which can be chosen and restored here. Esc closes it. */
public final class SincePane extends VBox {

    private final KeepingViewModel model;
    private final ComboBox<String> snapshot;

    public SincePane(KeepingViewModel model) {
        this.model = model;
        setId("since");
        Label title = Controls.label(text("data.since.title"));
        snapshot = new ComboBox<>(model.snapshots());
        snapshot.setId("since-snapshot");
        snapshot.setAccessibleText(text("data.since.title"));
        title.setLabelFor(snapshot);
        snapshot.valueProperty().addListener((_, _, name) -> {
            if (name != null) {
                model.compare(name);
            }
        });
        Button restore = new Button(text("data.snapshot.restore"), Controls.icon(Feather.ROTATE_CCW));
        restore.setId("since-restore");
        restore.getStyleClass().add("small");
        restore.setMinWidth(USE_PREF_SIZE);
        restore.disableProperty().bind(snapshot.valueProperty().isNull());
        restore.setOnAction(_ -> model.restore(snapshot.getValue()));
        Label summary = Pages.live(model.sinceSummaryProperty(), "text-muted", "text-small");
        summary.setId("since-summary");
        EmptyState nothing =
                new EmptyState(Feather.CHECK, text("data.since.empty.title"), text("data.since.empty.hint"));
        nothing.visibleProperty().bind(model.comparingProperty().not());
        ChangeListPane changes = new ChangeListPane(model.since(), "since-changes", text("data.since.title"), nothing);
        // What was found before is old as long as the answer to a new question is out.
        changes.disableProperty().bind(model.comparingProperty());
        VBox.setVgrow(changes, Priority.ALWAYS);
        Button close = Controls.iconButton(Feather.X, text("data.since.close"), model::endComparison);
        close.setId("since-close");
        getChildren().addAll(Pages.bar(title, snapshot, summary, Controls.spring(), restore, close), changes);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !snapshot.isShowing()) {
                model.endComparison();
                event.consume();
            }
        });
        model.comparedProperty().addListener((_, _, name) -> show(name));
        show(model.comparedProperty().get());
    }

    private void show(@Nullable String name) {
        Controls.show(this, name != null);
        if (name != null) {
            snapshot.setValue(name);
        }
    }

    @Override
    public void requestFocus() {
        snapshot.requestFocus();
    }
}
