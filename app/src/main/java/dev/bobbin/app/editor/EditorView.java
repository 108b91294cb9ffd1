package dev.bobbin.app.editor;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.Colouring;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.themes.Spacing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.feather.Feather;

/** The editor for {@code function_app.py}. */
public final class EditorView extends BorderPane {

    private final EditorViewModel editor;
    private final CodeArea area = new CodeArea();
    private final Colouring colouring = new Colouring(area);
    private final FindBar findBar;
    private final GoToBar goToBar;
    private Set<Integer> marked = Set.of();

    public EditorView(EditorViewModel editor, FindViewModel find) {
        this.editor = editor;
        this.findBar = new FindBar(find, area);
        this.goToBar = new GoToBar(this::goTo);
        getStyleClass().add("editor");
        area.setId("editor");
        area.setAccessibleText(text("editor.name"));
        area.setLineHighlighterOn(true);
        area.setParagraphGraphicFactory(new Gutter(editor));
        Typing.install(area);
        setTop(new VBox(header(), findBar, goToBar));
        setCenter(new VirtualizedScrollPane<>(area));
        bindText();
        editor.highlightProperty().addListener((_, _, made) -> {
            if (made.text().equals(area.getText())) {
                colouring.setTokens(made.tokens());
            }
        });
        find.matchesProperty()
                .addListener((_, _, matches) -> colouring.setMarks(
                        "1-find",
                        matches.stream()
                                .map(match -> new Colouring.Stretch(match.start(), match.end(), "code-match"))
                                .toList()));
        editor.problemsProperty().addListener((_, _, now) -> mark(now));
        editor.onReveal(this::goTo);
        colouring.setTokens(editor.highlightProperty().get().tokens());
        mark(editor.problemsProperty().get());
    }

    private HBox header() {
        Label file = Controls.label(ItemFolder.SCRIPT, "panel-title");
        file.setGraphic(Controls.icon(Feather.CODE));
        Label unsaved = Controls.label(text("editor.unsaved"), "unsaved-marker");
        unsaved.setId("unsaved");
        unsaved.visibleProperty().bind(editor.unsaved());
        HBox header = new HBox(Spacing.S, file, unsaved);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("panel-header");
        return header;
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
            }
        });
        editor.onItemOpened(() -> area.getUndoManager().forgetHistory());
    }

    private void show(String newText) {
        int caret = Math.min(area.getCaretPosition(), newText.length());
        boolean first = area.getLength() == 0;
        area.replaceText(newText);
        if (first) {
            area.moveTo(0);
            area.showParagraphAtTop(0);
            area.getUndoManager().forgetHistory();
        } else {
            area.moveTo(caret);
            area.requestFollowCaret();
        }
    }

    private void mark(List<EditorProblem> problems) {
        colouring.setMarks("2-problems", stretches(problems));
        Set<Integer> lines = problems.stream().map(EditorProblem::line).collect(Collectors.toSet());
        Set<Integer> changed = new HashSet<>(marked);
        changed.addAll(lines);
        marked = lines;
        for (int line : changed) {
            if (line <= area.getParagraphs().size()) {
                area.recreateParagraphGraphic(line - 1);
            }
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
        int paragraph = Math.clamp(line - 1L, 0, area.getParagraphs().size() - 1);
        area.moveTo(paragraph, 0);
        area.showParagraphAtCenter(paragraph);
        area.requestFocus();
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

    /** Opens the find bar with the selected words. */
    public void find() {
        findBar.open();
    }

    public void findNext() {
        findBar.next();
    }

    public void findPrevious() {
        findBar.previous();
    }

    /** Asks for a line number. */
    public void askForLine() {
        goToBar.open();
    }
}
