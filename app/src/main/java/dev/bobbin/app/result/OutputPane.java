package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.JsonLexer;
import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.themes.Spacing;
import java.io.File;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The output of the last run: as text or JSON, and as a table when it is one. */
public final class OutputPane extends VBox {

    private final ResultViewModel results;
    private final ReadOnlyCode json = new ReadOnlyCode(text("result.output"), JsonLexer::tokens);
    private final ResultTableView table = new ResultTableView();
    private final Node nothing =
            new EmptyState(Feather.PLAY_CIRCLE, text("result.empty.title"), text("result.empty.hint"));
    private final Label note = Controls.label("", "text-muted", "text-small");
    private final ToggleButton asJson = choice("result.json", "left-pill");
    private final ToggleButton asTable = choice("result.table", "right-pill");
    private final HBox choices = new HBox(asJson, asTable);
    private final HBox bar;

    public OutputPane(ResultViewModel results) {
        this.results = results;
        json.area().setId("output");
        note.setId("output-note");
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(asJson, asTable);
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            }
            chooseView();
        });
        asJson.setSelected(true);
        bar = new HBox(
                Spacing.S,
                choices,
                note,
                Controls.spring(),
                Controls.iconButton(Feather.COPY, text("result.copy"), this::copy),
                Controls.iconButton(Feather.DOWNLOAD, text("result.save"), this::save));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        StackPane content = new StackPane(json, table, nothing);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(bar, content);
        results.documentProperty().addListener((_, _, document) -> show(document));
        show(results.documentProperty().get());
    }

    private static ToggleButton choice(String key, String styleClass) {
        ToggleButton button = new ToggleButton(text(key));
        button.getStyleClass().addAll(styleClass, "small");
        return button;
    }

    private void show(@Nullable ResultDocument document) {
        boolean some = document != null && document.outputJson() != null;
        Controls.show(nothing, !some);
        Controls.show(bar, some);
        json.show(document == null ? "" : document.output().text());
        ResultTable rows = document == null ? null : document.table();
        table.show(rows);
        Controls.show(choices, rows != null);
        (rows == null ? asJson : asTable).setSelected(true);
        note.setText(document == null ? "" : document.note());
        chooseView();
    }

    private void chooseView() {
        ResultDocument document = results.documentProperty().get();
        boolean some = document != null && document.outputJson() != null;
        Controls.show(table, some && asTable.isSelected());
        Controls.show(json, some && !asTable.isSelected());
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(json.area().getText());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void save() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(text("result.save"));
        chooser.setInitialFileName("output.json");
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            results.save(chosen.toPath());
        }
    }
}
