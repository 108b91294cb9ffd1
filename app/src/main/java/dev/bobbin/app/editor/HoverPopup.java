package dev.bobbin.app.editor;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.themes.Spacing;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;

/** What the text below the mouse is about: its problems, and what a name is for. */
final class HoverPopup {

    private static final Duration DELAY = Duration.ofMillis(400);
    private static final double WIDTH = 420;
    private static final double BELOW = 14;

    private final Popup popup = new Popup();
    private final VBox box = new VBox(Spacing.S);

    HoverPopup(CodeArea area, EditorViewModel editor) {
        box.getStyleClass().add("hover");
        box.setMaxWidth(WIDTH);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        area.setMouseOverTextDelay(DELAY);
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, event -> {
            List<String> words = editor.about(event.getCharacterIndex());
            if (!words.isEmpty()) {
                box.getStylesheets().setAll(area.getScene().getStylesheets());
                box.getChildren()
                        .setAll(words.stream()
                                .map(sentence -> Controls.wrapped(sentence, "hover-text"))
                                .toList());
                Point2D place = event.getScreenPosition();
                popup.show(area, place.getX(), place.getY() + BELOW);
            }
        });
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, _ -> popup.hide());
    }
}
