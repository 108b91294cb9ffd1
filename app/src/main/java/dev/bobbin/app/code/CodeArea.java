package dev.bobbin.app.code;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.text.LayoutCost;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import org.fxmisc.richtext.CharacterHit;
import org.fxmisc.richtext.StyledTextArea;
import org.fxmisc.richtext.TextExt;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.model.TwoDimensional.Position;

/**
 * An area for code, which bears lines of any length: a pasted JSON of a megabyte is one line. Laying a line out takes
 * time that grows with all of it, so a long one has no colours and a very long one shows its beginning and how much
 * follows. Its text is whole all the same: it is edited, searched, copied and saved as it is.
 */
public final class CodeArea extends StyledTextArea<Collection<String>, Collection<String>> {

    /** Longest line that has colours, in characters. Each stretch of a colour is a node. */
    public static final int LONGEST_COLOURED = 2_000;

    /** Most characters shown of a whole line; fewer of one that takes longer to lay out than its length tells. */
    public static final int MOST_SHOWN = 10_000;

    /** Most characters shown of a line that is cut: many such lines together must not hold up the window. */
    public static final int MOST_OF_CUT = 3_000;

    /** A line of so many characters is cheap enough, whatever they are. */
    private static final int SHORT = 50;

    public CodeArea() {
        super(
                List.of(),
                (paragraph, classes) -> paragraph.getStyleClass().addAll(classes),
                List.of(),
                CodeArea::dress,
                false);
        getStyleClass().add("code-area");
        // What is typed has no colour until it is known what it is.
        setUseInitialStyleForInsertion(true);
        plainTextChanges().subscribe(this::takeColours);
        tellScreenReaders();
    }

    /** The library's areas tell screen readers nothing of their text. */
    private void tellScreenReaders() {
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        // The text itself is not asked for: at every key of a long script that would cost more than the key.
        plainTextChanges().subscribe(_ -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
        caretPositionProperty()
                .addListener((_, _, _) -> notifyAccessibleAttributeChanged(AccessibleAttribute.CARET_OFFSET));
        selectionProperty().addListener((_, _, _) -> {
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_START);
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_END);
        });
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> getText();
            case EDITABLE -> isEditable();
            case CARET_OFFSET -> getCaretPosition();
            case SELECTION_START -> getSelection().getStart();
            case SELECTION_END -> getSelection().getEnd();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private static void dress(TextExt stretch, Collection<String> classes) {
        stretch.getStyleClass().addAll(classes);
        String whole = stretch.getText();
        int shown = shown(whole);
        if (shown < whole.length()) {
            stretch.setText(whole.substring(0, shown) + "  " + text("code.longLine", whole.length() - shown));
        }
    }

    /** How many characters of a line are shown. */
    private static int shown(String line) {
        return line.length() <= SHORT || LayoutCost.fits(line, MOST_SHOWN)
                ? line.length()
                : LayoutCost.affordable(line, MOST_OF_CUT);
    }

    /** Whether a line has colours. */
    boolean hasColours(int line) {
        return getParagraphLength(line) <= LONGEST_COLOURED && !isCut(line);
    }

    /** A long line is one stretch, which {@link #dress} can cut. Only the ends of what is written join other lines. */
    private void takeColours(PlainTextChange change) {
        int first = line(change.getPosition());
        int last = line(change.getInsertionEnd());
        takeColours(first);
        if (last != first) {
            takeColours(last);
        }
    }

    private void takeColours(int line) {
        if (getStyleSpans(line).getSpanCount() > 1 && !hasColours(line)) {
            clearStyle(line);
        }
    }

    /** The library finds line ends by a regular expression, which takes longer than all the rest of a large change. */
    @Override
    public void replaceText(int start, int end, String written) {
        var document = new ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>>(
                getSegOps(), getInitialParagraphStyle());
        for (String line : written.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)) {
            document.addParagraph(line, getInitialTextStyle());
        }
        replace(start, end, document.build());
    }

    /**
     * Undo goes back in steps that a person remembers: what was typed up to a pause, to the end of its line or to
     * something else than typing. The pause is the library's, half a second.
     */
    @Override
    public void replace(
            int start, int end, StyledDocument<Collection<String>, String, Collection<String>> replacement) {
        String written = replacement.getText();
        boolean newLine = start == end && written.startsWith("\n") && written.isBlank();
        boolean oneCharacter = end - start + written.length() == 1;
        if (newLine || !oneCharacter) {
            getUndoManager().preventMerge();
        }
        boolean seen = getScene() != null && !getVisibleParagraphs().isEmpty();
        int top = seen && written.indexOf('\n') >= 0 ? firstVisibleParToAllParIndex() : -1;
        boolean atTop = top >= 0 && line(start) == top;
        super.replace(start, end, replacement);
        if (atTop) {
            // Else the line at the top goes out of view when the caret is followed into one that is not laid out yet.
            showParagraphAtTop(top);
            layout();
        }
        // A line goes away with the break before it, and with its indentation.
        if (!newLine && !oneCharacter) {
            getUndoManager().preventMerge();
        }
    }

    /** Takes over another text, as {@link #changeTo(String, int)} does. The caret stays with what it stands behind. */
    public void changeTo(String newText) {
        Difference difference = Difference.of(getText(), newText);
        change(difference, CaretPlace.in(getText(), newText, difference, getCaretPosition()));
    }

    /**
     * Takes over another text by replacing only what differs, in one step of undo, so that what is in view stays there.
     *
     * @param caret where the caret belongs in the new text
     */
    public void changeTo(String newText, int caret) {
        change(Difference.of(getText(), newText), caret);
    }

    private void change(Difference difference, int caret) {
        if (difference.isNone()) {
            return;
        }
        int top = getVisibleParagraphs().isEmpty() ? 0 : firstVisibleParToAllParIndex();
        int caretLine = getCaretBounds().isPresent() ? getCurrentParagraph() : -1;
        int lines = getParagraphs().size();
        replaceText(difference.start(), difference.end(), difference.with());
        moveTo(caret);
        if (getParagraphs().size() != lines) {
            // The caret stays at its height where it can be seen; else the first line that can.
            int down = caretLine < 0 ? 0 : getCurrentParagraph() - caretLine;
            showParagraphAtTop(Math.clamp(top + down, 0, getParagraphs().size() - 1));
        }
    }

    /** Where the caret is on the screen, after bringing it into view. Nothing while the area is not shown. */
    public Optional<Bounds> caretInSight() {
        if (getCaretBounds().isEmpty()) {
            requestFollowCaret();
            layout();
        }
        return getCaretBounds();
    }

    private int line(int offset) {
        return offsetToPosition(offset, Bias.Forward).getMajor();
    }

    /** Where the pointer is. On the words that tell how much follows it is at the end of the line. */
    @Override
    public CharacterHit hit(double x, double y) {
        CharacterHit hit = super.hit(x, y);
        Position place = offsetToPosition(hit.getInsertionIndex(), Bias.Forward);
        return isHidden(place.getMajor(), place.getMinor())
                ? CharacterHit.insertionAt(getAbsolutePosition(place.getMajor(), getParagraphLength(place.getMajor())))
                : hit;
    }

    @Override
    public void lineEnd(SelectionPolicy policy) {
        if (isCut(getCurrentParagraph())) {
            paragraphEnd(policy);
        } else {
            super.lineEnd(policy);
        }
    }

    @Override
    public void nextLine(SelectionPolicy policy) {
        super.nextLine(policy);
        leaveHidden(policy);
    }

    @Override
    public void prevLine(SelectionPolicy policy) {
        super.prevLine(policy);
        leaveHidden(policy);
    }

    private void leaveHidden(SelectionPolicy policy) {
        if (isHidden(getCurrentParagraph(), getCaretColumn())) {
            paragraphEnd(policy);
        }
    }

    private boolean isCut(int line) {
        return isHidden(line, getParagraphLength(line));
    }

    private boolean isHidden(int line, int column) {
        return column > SHORT && column > shown(getParagraph(line).getText());
    }

    @Override
    public void wordBreaksForwards(int count, SelectionPolicy policy) {
        String all = getText();
        int place = getCaretPosition();
        for (int i = 0; i < count; i++) {
            place = WordEnds.after(all, place);
        }
        moveTo(place, policy);
    }

    @Override
    public void wordBreaksBackwards(int count, SelectionPolicy policy) {
        String all = getText();
        int place = getCaretPosition();
        for (int i = 0; i < count; i++) {
            place = WordEnds.before(all, place);
        }
        moveTo(place, policy);
    }

    @Override
    public void selectWord() {
        String all = getText();
        int caret = getCaretPosition();
        selectRange(WordEnds.startOf(all, caret), WordEnds.endOf(all, caret));
    }
}
