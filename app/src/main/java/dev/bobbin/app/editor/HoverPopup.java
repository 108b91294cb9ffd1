package dev.bobbin.app.editor;

import dev.bobbin.app.code.CodeArea;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.themes.Spacing;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.fxmisc.richtext.event.MouseOverTextEvent;

/** What the text below the mouse, or at the caret, is about: its problems, and what a name is for. */
final class HoverPopup {

    private static final Duration DELAY = Duration.ofMillis(400);
    private static final double WIDTH = 460;
    private static final double BELOW = 14;

    private final CodeArea area;
    private final EditorViewModel editor;
    private final Popup popup = new Popup();
    private final VBox box = new VBox(Spacing.S);

    /** Whether it tells of what the mouse is over. */
    private boolean ofMouse;

    HoverPopup(CodeArea area, EditorViewModel editor) {
        this.area = area;
        this.editor = editor;
        box.getStyleClass().add("hover");
        box.setId("hover");
        box.setMaxWidth(WIDTH);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        area.setMouseOverTextDelay(DELAY);
        area.addEventHandler(
                MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN,
                event -> showAtMouse(
                        editor.about(event.getCharacterIndex()),
                        event.getScreenPosition().add(0, BELOW)));
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, _ -> {
            // What was asked for with a key has nothing to do with where the mouse is.
            if (ofMouse) {
                popup.hide();
            }
        });
    }

    void showAtCaret() {
        tellAtCaret(editor.about(area.getCaretPosition()));
    }

    /** Shows sentences below the caret, until the next key or click. */
    void tellAtCaret(List<String> words) {
        ofMouse = false;
        area.caretInSight().ifPresent(caret -> show(words, new Point2D(caret.getMinX(), caret.getMaxY() + Spacing.XS)));
    }

    private void showAtMouse(List<String> words, Point2D place) {
        if (!words.isEmpty()) {
            ofMouse = true;
            show(words, place);
        }
    }

    void hide() {
        popup.hide();
    }

    private void show(List<String> words, Point2D place) {
        if (!words.isEmpty()) {
            box.getStylesheets().setAll(area.getScene().getStylesheets());
            box.getChildren()
                    .setAll(words.stream()
                            .map(sentence -> Controls.wrapped(sentence, "hover-text"))
                            .toList());
            popup.show(area, place.getX(), place.getY());
        }
    }
}
