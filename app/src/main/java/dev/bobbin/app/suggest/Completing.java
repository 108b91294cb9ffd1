package dev.bobbin.app.suggest;

import dev.bobbin.app.code.CodeArea;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.model.PlainTextChange;

/**
 * Offers what could be written in an area: when Ctrl+Space asks, behind a dot, behind the quotes of an alias, and where SQL
 * wants a table. To be made after the area's text has been tied to whoever is asked.
 */
public final class Completing {

    private static final int LONGEST_KEYWORD = "UPDATE ".length();
    private static final Pattern WANTS_TABLE = Pattern.compile("(?is).*(?:from|join|into|update) $");
    private static final String WANTS_ALIAS = "alias=";

    private final CodeArea area;
    private final IntFunction<Completion> fitting;
    private final CompletionPopup popup;

    /** @param fitting what could be written at an offset of the area's text */
    public Completing(CodeArea area, IntFunction<Completion> fitting) {
        this.area = area;
        this.fitting = fitting;
        this.popup = new CompletionPopup(area);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        area.plainTextChanges().subscribe(this::typed);
    }

    /** Offers what could be written at the caret; says so when there is nothing. */
    public void offer() {
        Completion completion = fitting.apply(area.getCaretPosition());
        if (completion.suggestions().isEmpty()) {
            popup.showNothing();
        } else {
            popup.show(completion);
        }
    }

    /** Offers something unasked, unless a list is open already. */
    public void offer(Completion completion) {
        if (!popup.isOpen()) {
            popup.show(completion);
        }
    }

    private void keyPressed(KeyEvent event) {
        boolean asked = event.getCode() == KeyCode.SPACE && event.isControlDown();
        if (asked) {
            offer();
        }
        if (asked || popup.takes(event)) {
            event.consume();
        }
    }

    /** Goes on completing the word that is typed; some characters begin. */
    private void typed(PlainTextChange change) {
        String written = change.getInserted();
        // The caret moves after the text has changed.
        int caret = change.getPosition() + written.length();
        boolean begins = area.isFocused() && begins(written, caret);
        boolean letter = written.length() + change.getRemoved().length() == 1
                && written.chars().allMatch(Character::isJavaIdentifierPart);
        if (begins || (popup.isOpen() && letter)) {
            popup.show(fitting.apply(caret));
        } else {
            popup.hide();
        }
    }

    private boolean begins(String written, int caret) {
        return switch (written) {
            case "." -> true;
            case " " ->
                caret >= LONGEST_KEYWORD
                        && WANTS_TABLE
                                .matcher(area.getText(caret - LONGEST_KEYWORD, caret))
                                .matches();
            // Quotes are closed as they are opened.
            case "\"", "\"\"", "'", "''" ->
                area.getText(Math.max(0, caret - written.length() - WANTS_ALIAS.length()), caret)
                        .startsWith(WANTS_ALIAS);
            default -> false;
        };
    }
}
