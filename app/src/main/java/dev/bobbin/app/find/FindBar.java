package dev.bobbin.app.find;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.CodeArea;
import dev.bobbin.app.code.Colouring;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.themes.Spacing;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The bar above the editor that looks for words and replaces them. */
public final class FindBar extends VBox {

    private final FindViewModel find;
    private final CodeArea area;
    private final TextField words = new LimitedField();
    private final TextField replacement = new LimitedField();
    private final HBox replaceRow;

    /** Where the selection began when the bar was opened: the search goes on from there. */
    private int begin;

    /** @param area whose text is searched */
    public FindBar(FindViewModel find, CodeArea area) {
        super(Spacing.XS);
        this.find = find;
        this.area = area;
        getStyleClass().add("find-bar");
        prepare(words, "find-words", "find.prompt");
        words.textProperty().bindBidirectional(find.queryProperty());
        words.textProperty().addListener((_, _, _) -> {
            if (words.isFocused()) {
                goAlong();
            }
        });
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        prepare(replacement, "find-replacement", "find.replacement");
        replacement.textProperty().bindBidirectional(find.replacementProperty());
        replacement.addEventFilter(KeyEvent.KEY_PRESSED, this::replacementKeyPressed);
        Label count = Controls.label("", "text-muted", "find-count");
        count.setId("find-count");
        count.textProperty().bind(find.count());
        HBox findRow = new HBox(
                Spacing.XS,
                Controls.icon(Feather.SEARCH),
                words,
                count,
                option("find.case", "find.case.sign", find.matchCaseProperty()),
                option("find.regex", "find.regex.sign", find.regexProperty()),
                Controls.iconButton(Feather.CHEVRON_UP, text("find.previous"), this::previous),
                Controls.iconButton(Feather.CHEVRON_DOWN, text("find.next"), this::next),
                Controls.iconButton(Feather.X, text("find.close"), this::close));
        findRow.setAlignment(Pos.CENTER_LEFT);
        Button one = button("find.replace", this::replace);
        Button all = button("find.replaceAll", this::replaceAll);
        BooleanBinding nothing =
                Bindings.createBooleanBinding(() -> find.matchesProperty().get().isEmpty(), find.matchesProperty());
        one.disableProperty().bind(nothing);
        all.disableProperty().bind(nothing);
        replaceRow = new HBox(Spacing.XS, Controls.icon(Feather.EDIT_3), replacement, one, all);
        replaceRow.setAlignment(Pos.CENTER_LEFT);
        Controls.show(replaceRow, false);
        Label told = Controls.wrapped("", "text-small");
        told.setId("find-told");
        told.textProperty().bind(find.toldProperty());
        told.visibleProperty().bind(told.textProperty().isNotEmpty());
        told.managedProperty().bind(told.visibleProperty());
        getChildren().addAll(findRow, replaceRow, told);
        visibleProperty().bind(find.openProperty());
        managedProperty().bind(visibleProperty());
    }

    private static void prepare(TextField field, String id, String key) {
        field.setId(id);
        field.setPromptText(text(key));
        field.setAccessibleText(text(key));
        HBox.setHgrow(field, Priority.ALWAYS);
    }

    private static ToggleButton option(String key, String sign, BooleanProperty on) {
        ToggleButton button = new ToggleButton(text(sign));
        button.getStyleClass().addAll("flat", "small");
        button.setAccessibleText(text(key));
        button.setTooltip(new Tooltip(text(key)));
        button.selectedProperty().bindBidirectional(on);
        return button;
    }

    /** Something that is done with matches. */
    private Button button(String key, Runnable action) {
        Button button = new Button(text(key));
        button.getStyleClass().add("small");
        button.setOnAction(_ -> action.run());
        button.disableProperty().bind(find.matchesProperty().map(List::isEmpty));
        return button;
    }

    /** How matches are marked in the text. */
    public static List<Colouring.Stretch> marks(List<Match> matches) {
        return matches.stream()
                .map(match -> new Colouring.Stretch(match.start(), match.end(), "code-match"))
                .toList();
    }

    /** Opens it with the selected words. @param replacing whether it asks for what takes their place, too */
    public void open(boolean replacing) {
        String selected = area.getSelectedText();
        boolean one = !selected.isEmpty() && selected.indexOf('\n') < 0;
        if (one) {
            find.queryProperty().set(selected);
        }
        Controls.show(replaceRow, replacing);
        begin = area.getSelection().getStart();
        find.openProperty().set(true);
        if (one) {
            goAlong();
        }
        words.requestFocus();
        words.selectAll();
    }

    /** Goes to the first match from where the search began. */
    private void goAlong() {
        find.onceFound(() -> find.next(begin).ifPresent(this::select));
    }

    /** Goes to the next match. */
    public void next() {
        find.openProperty().set(true);
        find.onceFound(() -> find.next(area.getSelection().getEnd()).ifPresent(this::select));
    }

    /** Goes to the match before. */
    public void previous() {
        find.openProperty().set(true);
        find.onceFound(() -> find.previous(area.getSelection().getStart()).ifPresent(this::select));
    }

    /** Replaces the current match and goes to the next one; without a current one, only goes there. */
    private void replace() {
        if (find.currentProperty().get() < 0) {
            next();
            return;
        }
        find.replaceCurrent(edits -> {
            edits.all().forEach(edit -> {
                Match match = edit.match();
                area.replaceText(match.start(), match.end(), edit.with());
                area.moveTo(match.start() + edit.with().length());
            });
            find.onceFound(this::next);
        });
    }

    private void replaceAll() {
        find.replaceAll(edits -> area.changeTo(edits.applyTo(area.getText()), edits.moved(area.getCaretPosition())));
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

    private void replacementKeyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            replace();
        } else {
            return;
        }
        event.consume();
    }
}
