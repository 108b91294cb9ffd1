package dev.bobbin.app.logs;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.themes.Spacing;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The logs panel. */
public final class LogsView extends VBox {

    private static final double LINE_HEIGHT = 20;

    private final LogsViewModel logs;
    private final ListView<LogLine> list;
    private final ToggleButton follow = new ToggleButton(text("logs.follow"), Controls.icon(Feather.CHEVRONS_DOWN));

    public LogsView(LogsViewModel logs) {
        this.logs = logs;
        list = new ListView<>(logs.lines());
        list.setId("logs");
        list.setAccessibleText(text("logs.title"));
        list.getStyleClass().addAll("edge-to-edge", "log-list");
        list.setCellFactory(_ -> new LogCell(logs));
        // Nothing has to be measured then, however many lines come.
        list.setFixedCellSize(LINE_HEIGHT);
        list.setPlaceholder(new EmptyState(Feather.ALIGN_LEFT, text("logs.empty.title"), text("logs.empty.hint")));
        VBox.setVgrow(list, Priority.ALWAYS);
        follow.setSelected(true);
        follow.getStyleClass().add("flat");
        follow.setTooltip(new Tooltip(text("logs.follow.hint")));
        follow.setAccessibleText(text("logs.follow"));
        follow.selectedProperty().addListener((_, _, _) -> scroll());
        logs.lines().addListener((ListChangeListener<LogLine>) _ -> scroll());
        Label summary = Controls.label("", "text-muted", "text-small");
        summary.setId("logs-summary");
        summary.textProperty().bind(logs.summary());
        HBox bar = new HBox(
                Spacing.S,
                summary,
                Controls.spring(),
                follow,
                Controls.iconButton(Feather.COPY, text("logs.copy"), this::copy));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        getChildren().addAll(bar, list);
    }

    private void scroll() {
        if (follow.isSelected() && !logs.lines().isEmpty()) {
            list.scrollTo(logs.lines().size() - 1);
        }
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(logs.asText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
