package dev.bobbin.app.form;

import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Lets Tab leave a text area, as in every other field: the form is filled in from the keyboard. Ctrl+Tab writes a tab. */
final class TabLeaves {

    private TabLeaves() {}

    static void install(TextArea area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isAltDown()) {
                // The text area itself moves on at Ctrl+Tab.
                area.fireEvent(new KeyEvent(
                        event.getSource(),
                        event.getTarget(),
                        event.getEventType(),
                        event.getCharacter(),
                        event.getText(),
                        event.getCode(),
                        event.isShiftDown(),
                        true,
                        false,
                        false));
                event.consume();
            }
        });
    }
}
