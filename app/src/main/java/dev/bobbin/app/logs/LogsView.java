package dev.bobbin.app.logs;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.FileDialogs;
import dev.bobbin.app.fx.FindKey;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.themes.Spacing;
import java.util.OptionalInt;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The logs panel. */
public final class LogsView extends VBox {

    private static final double LINE_HEIGHT = 20;

    /** What stands before a message, with the paddings, in letters. */
    private static final int BEFORE_MESSAGE = 31;

    private static final int MOST_DETAIL = 20_000;
    private static final int DETAIL_ROWS = 4;

    private final LogsViewModel logs;
    private final TextArea detail = new TextArea();
    private final Hyperlink source = new Hyperlink();
    private final ListView<LogLine> list;
    private final ToggleButton follow = new ToggleButton(text("logs.follow"), Controls.icon(Feather.CHEVRONS_DOWN));

    /** @param dialog asks where to save */
    public LogsView(LogsViewModel logs, FileDialogs.Save dialog) {
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
        follow.setMinWidth(USE_PREF_SIZE);
        follow.setTooltip(new Tooltip(text("logs.follow.hint")));
        follow.setAccessibleText(text("logs.follow"));
        follow.selectedProperty().addListener((_, _, _) -> scroll());
        logs.lines().addListener((ListChangeListener<LogLine>) _ -> scroll());
        parentProperty().subscribe(page -> {
            if (page != null) {
                page.visibleProperty().subscribe(this::scrollWhenSeenAgain);
            }
        });
        Label summary = Controls.label("", "text-muted", "text-small");
        summary.setId("logs-summary");
        // The search has room to give.
        summary.setMinWidth(USE_PREF_SIZE);
        summary.textProperty().bind(logs.summary());
        HBox bar = new HBox(
                Spacing.S,
                levels(),
                search(),
                summary,
                Controls.spring(),
                follow,
                Controls.iconButton(Feather.COPY, text("logs.copy"), this::copy),
                save(dialog));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        detail.setId("logs-detail");
        detail.setEditable(false);
        detail.setWrapText(true);
        detail.setPrefRowCount(DETAIL_ROWS);
        detail.setAccessibleText(text("logs.detail"));
        detail.getStyleClass().add("code-input");
        Controls.show(detail, false);
        list.getSelectionModel().selectedItemProperty().addListener((_, _, line) -> showDetail(line));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                revealSelected();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                revealSelected();
            }
        });
        source.setId("logs-source");
        source.setOnAction(_ -> revealSelected());
        Controls.show(source, false);
        getChildren().addAll(bar, list, source, detail);
    }

    private Button save(FileDialogs.Save dialog) {
        Button save = Controls.iconButton(
                Feather.SAVE,
                text("logs.save"),
                () -> dialog.ask(
                        getScene().getWindow(), text("logs.save"), logs.fileName(), logs::save, FileDialogs.TEXT));
        save.setId("logs-save");
        save.disableProperty().bind(logs.total().isEqualTo(0));
        return save;
    }

    private ComboBox<LogsViewModel.Least> levels() {
        ComboBox<LogsViewModel.Least> levels = new ComboBox<>();
        levels.setId("logs-level");
        levels.getItems().setAll(LogsViewModel.Least.values());
        levels.setConverter(new Names());
        levels.setAccessibleText(text("logs.least"));
        levels.valueProperty().bindBidirectional(logs.leastProperty());
        return levels;
    }

    private TextField search() {
        TextField words = new LimitedField();
        words.setId("logs-search");
        words.setPromptText(text("logs.search"));
        words.setAccessibleText(text("logs.search"));
        words.textProperty().bindBidirectional(logs.wordsProperty());
        FindKey.on(this, words);
        return words;
    }

    private static final class Names extends StringConverter<LogsViewModel.Least> {

        @Override
        public String toString(LogsViewModel.@Nullable Least least) {
            return least == null ? "" : text("logs.least." + least);
        }

        @Override
        public LogsViewModel.Least fromString(String name) {
            return LogsViewModel.Least.valueOf(name);
        }
    }

    /** The whole of a line that does not fit its row. */
    private void showDetail(@Nullable LogLine line) {
        Controls.show(detail, line != null && !fits(line.message().strip()));
        String words = line == null ? "" : line.message();
        OptionalInt named = line == null ? OptionalInt.empty() : logs.scriptLine(line);
        Controls.show(source, named.isPresent());
        named.ifPresent(number -> source.setText(text("logs.source", number)));
        detail.setText(words.length() > MOST_DETAIL ? words.substring(0, MOST_DETAIL) + "…" : words);
    }

    private boolean fits(String message) {
        return message.indexOf('\n') < 0 && (BEFORE_MESSAGE + message.length()) * letterWidth() <= list.getWidth();
    }

    /** All letters of a font for code are equally wide; which it is, and how large, is a setting. */
    private double letterWidth() {
        Text letter = new Text("m");
        if (list.lookup(".log-message") instanceof Label shown) {
            letter.setFont(shown.getFont());
        }
        return letter.getLayoutBounds().getWidth();
    }

    private void revealSelected() {
        LogLine line = list.getSelectionModel().getSelectedItem();
        if (line != null) {
            logs.reveal(line);
        }
    }

    private void scroll() {
        if (follow.isSelected() && !logs.lines().isEmpty()) {
            list.scrollTo(logs.lines().size() - 1);
        }
    }

    /** While another tab is in front nothing is laid out, and the list stays where it was. */
    private void scrollWhenSeenAgain(boolean seen) {
        if (seen) {
            Controls.inNextTurn(this::scroll);
        }
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(logs.asText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
