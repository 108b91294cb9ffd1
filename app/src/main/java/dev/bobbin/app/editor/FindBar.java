package dev.bobbin.app.editor;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.themes.Spacing;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.feather.Feather;

/** The bar above the editor that looks for words. */
final class FindBar extends HBox {

    private final FindViewModel find;
    private final CodeArea area;
    private final TextField words = new TextField();

    FindBar(FindViewModel find, CodeArea area) {
        super(Spacing.XS);
        this.find = find;
        this.area = area;
        getStyleClass().add("find-bar");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("find-words");
        words.setPromptText(text("find.prompt"));
        words.setAccessibleText(text("find.prompt"));
        words.textProperty().bindBidirectional(find.queryProperty());
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        HBox.setHgrow(words, Priority.ALWAYS);
        ToggleButton matchCase = new ToggleButton(text("find.case.sign"));
        matchCase.getStyleClass().add("flat");
        matchCase.setAccessibleText(text("find.case"));
        matchCase.setTooltip(new Tooltip(text("find.case")));
        matchCase.selectedProperty().bindBidirectional(find.matchCaseProperty());
        Label count = Controls.label("", "text-muted", "find-count");
        count.setId("find-count");
        count.textProperty().bind(find.count());
        getChildren()
                .addAll(
                        Controls.icon(Feather.SEARCH),
                        words,
                        count,
                        matchCase,
                        Controls.iconButton(Feather.CHEVRON_UP, text("find.previous"), this::previous),
                        Controls.iconButton(Feather.CHEVRON_DOWN, text("find.next"), this::next),
                        Controls.iconButton(Feather.X, text("find.close"), this::close));
        visibleProperty().bind(find.openProperty());
        managedProperty().bind(visibleProperty());
    }

    void open() {
        String selected = area.getSelectedText();
        if (!selected.isEmpty() && selected.indexOf('\n') < 0) {
            find.queryProperty().set(selected);
        }
        find.openProperty().set(true);
        words.requestFocus();
        words.selectAll();
    }

    void next() {
        find.openProperty().set(true);
        find.next(area.getSelection().getEnd()).ifPresent(this::select);
    }

    void previous() {
        find.openProperty().set(true);
        find.previous(area.getSelection().getStart()).ifPresent(this::select);
    }

    private void close() {
        find.openProperty().set(false);
        area.requestFocus();
    }

    private void select(int index) {
        var match = find.matchesProperty().get().get(index);
        area.selectRange(match.start(), match.end());
        area.requestFollowCaret();
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            if (event.isShiftDown()) {
                previous();
            } else {
                next();
            }
        } else {
            return;
        }
        event.consume();
    }
}
