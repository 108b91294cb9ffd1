package dev.bobbin.app.fx;

import static dev.bobbin.app.l10n.Messages.text;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/**
 * A text field of one line that takes no more than it can lay out without holding up the window. The toolkit shapes all of a
 * line at once, whatever of it is seen: a megabyte of mixed scripts takes it seconds, and painting them never ends. What is
 * too long is refused as a whole, with a word about it, and the field keeps what it had; nothing is cut. The only kind of
 * text field the bench uses.
 */
public class LimitedField extends TextField {

    /** Longest text, in characters. */
    public static final int LONGEST = 10_000;

    public LimitedField() {
        this("");
    }

    /** @param words what it holds at first */
    public LimitedField(String words) {
        guard(this, this::accepts, this::refuse);
        setText(words);
    }

    /** Whether such a field can hold a text. */
    public static boolean fits(String words) {
        return words.length() <= LONGEST;
    }

    /** Whether the field can hold a text. */
    protected boolean accepts(String whole) {
        return fits(whole);
    }

    /** Takes what would be the field's text and is not accepted; says beside the field that it is too long. */
    protected void refuse(String whole) {
        sayTooLong(this, whole.length());
    }

    /** Has another kind of field, such as one for passwords, refuse what is too long. */
    public static <F extends TextInputControl> F guarded(F field) {
        guard(field, LimitedField::fits, whole -> sayTooLong(field, whole.length()));
        return field;
    }

    /**
     * Lets a field change only to texts that it can hold, however they come: typed, pasted, dropped or bound.
     *
     * @param fits whether the field can hold a text @param refused takes a text that it cannot
     */
    @SuppressWarnings("NullAway") // The toolkit asks for null where a change is refused, and says so in words only.
    public static void guard(TextInputControl field, Predicate<String> fits, Consumer<String> refused) {
        field.setTextFormatter(new TextFormatter<>(change -> take(change, fits, refused)));
    }

    private static TextFormatter.@Nullable Change take(
            TextFormatter.Change change, Predicate<String> fits, Consumer<String> refused) {
        String whole = change.isContentChange() ? change.getControlNewText() : "";
        if (fits.test(whole)) {
            return change;
        }
        refused.accept(whole);
        return null;
    }

    private static void sayTooLong(TextInputControl field, int length) {
        Beside.say(field, text("field.tooLong", length, LONGEST));
    }
}
