package dev.bobbin.app.editor;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.CodeArea;
import dev.bobbin.app.code.Colouring;
import dev.bobbin.app.code.ScrolledCode;
import dev.bobbin.app.find.FindBar;
import dev.bobbin.app.find.FindViewModel;
import dev.bobbin.app.find.Searchable;
import dev.bobbin.app.fx.AfterPaint;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.UnsavedSign;
import dev.bobbin.app.suggest.Completing;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.themes.Spacing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.model.PlainTextChange;
import org.kordamp.ikonli.feather.Feather;

/** The editor for {@code function_app.py}. */
public final class EditorView extends BorderPane implements Searchable {

    private final EditorViewModel editor;
    private final CodeArea area = new CodeArea();
    private final Colouring colouring = new Colouring(area);
    private final FindBar findBar;
    private final GoToBar goToBar;
    private final Completing completing;
    private final HoverPopup hover;
    private final FixMenu fixes;
    private List<EditorProblem> marked = List.of();

    public EditorView(EditorViewModel editor) {
        this.editor = editor;
        FindViewModel find = editor.find();
        this.findBar = new FindBar(find, area);
        this.goToBar = new GoToBar(this::goTo);
        getStyleClass().add("editor");
        // Code begins on the left, whatever the language around it.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        area.setId("editor");
        area.setAccessibleText(text("editor.name"));
        area.setParagraphGraphicFactory(new Gutter(editor));
        Typing.install(area);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        area.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.isShortcutDown() && event.isStillSincePress()) {
                goToDefinition();
            }
        });
        area.caretPositionProperty().addListener((_, _, _) -> markBrackets());
        this.hover = new HoverPopup(area, editor);
        this.fixes = new FixMenu(area, editor);
        setTop(new VBox(findBar, goToBar));
        setCenter(ScrolledCode.of(area));
        bindText();
        // After the text has been tied to the view model, which is asked what fits.
        this.completing = new Completing(area, editor::complete);
        area.plainTextChanges().subscribe(this::named);
        editor.highlightProperty().addListener((_, _, made) -> {
            if (made.text().equals(area.getText())) {
                colouring.setTokens(made.tokens());
                markBrackets();
            }
        });
        find.matchesProperty().addListener((_, _, matches) -> colouring.setMarks("1-find", FindBar.marks(matches)));
        editor.problemsProperty().addListener((_, _, now) -> mark(now));
        editor.onReveal(this::goTo);
        colouring.setTokens(editor.highlightProperty().get().tokens());
        mark(editor.problemsProperty().get());
    }

    /** What the editor holds, and whether it is saved: for the tab it lies in. */
    public Node title() {
        Label file = Controls.label(ItemFolder.SCRIPT);
        file.setGraphic(Controls.icon(Feather.CODE));
        Label unsaved = new UnsavedSign(editor.unsaved());
        unsaved.setId("unsaved");
        HBox title = new HBox(Spacing.S, file, unsaved);
        title.setAlignment(Pos.CENTER_LEFT);
        return title;
    }

    /** The area's text and the view model's are one; an update from one side does not come back to it. */
    private void bindText() {
        show(editor.textProperty().get());
        area.plainTextChanges().subscribe(_ -> {
            String now = area.getText();
            if (!now.equals(editor.textProperty().get())) {
                editor.textProperty().set(now);
            }
        });
        editor.textProperty().addListener((_, _, now) -> {
            if (!now.equals(area.getText())) {
                show(now);
                mark(editor.problemsProperty().get());
            }
        });
        editor.onItemOpened(() -> area.getUndoManager().forgetHistory());
    }

    private void show(String newText) {
        if (area.getLength() == 0) {
            area.replaceText(newText);
            area.moveTo(0);
            area.showParagraphAtTop(0);
            area.getUndoManager().forgetHistory();
        } else {
            area.changeTo(newText);
        }
    }

    private void mark(EditorViewModel.Problems problems) {
        if (!problems.text().equals(area.getText())) {
            // The text they are about is about to come, or has gone: its places would be wrong ones.
            return;
        }
        colouring.setMarks("2-problems", stretches(problems.all()));
        if (!problems.all().equals(marked) && !area.getVisibleParagraphs().isEmpty()) {
            // Lines that come into view get their signs then; making those of all others takes seconds in a long file.
            int first = area.firstVisibleParToAllParIndex();
            int last = area.lastVisibleParToAllParIndex();
            Stream.concat(marked.stream(), problems.all().stream())
                    .map(EditorProblem::line)
                    .distinct()
                    .filter(line -> line > first && line <= last + 1)
                    .forEach(line -> area.recreateParagraphGraphic(line - 1));
            marked = problems.all();
        }
    }

    /** Where problems overlap, the first one is underlined; hovering tells all. */
    private static List<Colouring.Stretch> stretches(List<EditorProblem> problems) {
        List<Colouring.Stretch> stretches = new ArrayList<>();
        int at = 0;
        for (EditorProblem problem : problems) {
            int start = Math.max(at, problem.start());
            if (problem.end() > start) {
                String style = "code-" + problem.severity().name().toLowerCase(Locale.ROOT);
                stretches.add(new Colouring.Stretch(start, problem.end(), style));
                at = problem.end();
            }
        }
        return stretches;
    }

    private void goTo(int line) {
        show(line);
        area.requestFocus();
    }

    /** Shows a line, from 1, with the caret on it; the keyboard stays where it is. */
    public void show(int line) {
        int paragraph = Math.clamp(line - 1L, 0, area.getParagraphs().size() - 1);
        area.moveTo(paragraph, 0);
        if (area.getVisibleParagraphs().isEmpty()) {
            showCaret();
        } else {
            // A page of lines takes long to lay out. It comes after what else the same choice shows, such as a form.
            AfterPaint.run(this::showCaret);
        }
    }

    private void showCaret() {
        area.showParagraphAtCenter(area.getCurrentParagraph());
        // The caret is at the beginning of its line.
        area.scrollXToPixel(0);
    }

    /** Puts the keyboard into the text. */
    public void focusText() {
        area.requestFocus();
    }

    public void undo() {
        area.undo();
    }

    public void redo() {
        area.redo();
    }

    @Override
    public FindBar findBar() {
        return findBar;
    }

    /** Makes the selected lines comments, or comments lines again. */
    public void toggleComment() {
        Typing.toggleComment(area);
    }

    /** Offers what could be written at the caret. */
    public void complete() {
        completing.offer();
    }

    /** Offers what mends the problems of the caret's line; says so in passing where there is nothing. */
    public void showFixes() {
        if (!fixes.show()) {
            hover.tellAtCaret(List.of(text("editor.noFix")));
        }
    }

    /** Says what the word at the caret is for, and what is wrong there. */
    public void explain() {
        hover.showAtCaret();
    }

    /** Goes to where the word at the caret comes from. */
    public void goToDefinition() {
        editor.definitionOf(area.getCaretPosition()).ifPresent(this::goTo);
    }

    /** Brings blanks and blank lines into good form. */
    public void format() {
        editor.format();
    }

    /** Writes a text on lines of its own below the line of the caret. */
    public void insert(String lines) {
        int line = area.getCurrentParagraph();
        area.insertText(line, area.getParagraphLength(line), "\n" + lines);
        area.requestFollowCaret();
        area.requestFocus();
    }

    /** Brings a line into view, from 1, with the caret on it. */
    public void reveal(int line) {
        goTo(line);
    }

    private void keyPressed(KeyEvent event) {
        // The text area takes keys with Alt for itself before the menus see them.
        boolean mend = event.getCode() == KeyCode.ENTER && event.isAltDown();
        hover.hide();
        if (mend) {
            showFixes();
            event.consume();
        }
    }

    /** A name is offered when whoever types it pauses, so that typing does not wait for the list. */
    private void named(PlainTextChange change) {
        editor.forgetPause();
        String written = change.getInserted();
        int caret = change.getPosition() + written.length();
        boolean letter = written.length() == 1 && Character.isJavaIdentifierPart(written.charAt(0));
        if (letter && area.isFocused()) {
            editor.oncePaused(() -> {
                if (area.isFocused() && area.getCaretPosition() == caret) {
                    completing.offer(editor.completeName(caret));
                }
            });
        }
    }

    private void markBrackets() {
        int caret = area.getCaretPosition();
        String beside = area.getText(Math.max(0, caret - 1), Math.min(area.getLength(), caret + 1));
        if (beside.chars().noneMatch(c -> "()[]{}".indexOf(c) >= 0)) {
            // The whole text need not be looked at, which matters in a long one.
            colouring.setMarks("3-brackets", List.of());
            return;
        }
        EditorViewModel.Highlight known = editor.highlightProperty().get();
        String text = area.getText();
        if (!known.text().equals(text)) {
            // Nobody knows yet what is a comment; this is asked again as soon as it is known.
            return;
        }
        List<Colouring.Stretch> marks = Brackets.beside(text, area.getCaretPosition(), known.tokens()).stream()
                .flatMap(pair -> pair.partner() < 0
                        ? Stream.of(bracket(pair.bracket(), "code-bracket-alone"))
                        : Stream.of(bracket(pair.bracket(), "code-bracket"), bracket(pair.partner(), "code-bracket")))
                .sorted(Comparator.comparingInt(Colouring.Stretch::start))
                .toList();
        colouring.setMarks("3-brackets", marks);
    }

    private static Colouring.Stretch bracket(int offset, String style) {
        return new Colouring.Stretch(offset, offset + 1, style);
    }

    /** Asks for a line number. */
    public void askForLine() {
        goToBar.open();
    }
}
