package dev.bobbin.app.parts;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.CodeArea;
import dev.bobbin.app.code.Colouring;
import dev.bobbin.app.code.ScrolledCode;
import dev.bobbin.app.find.FindBar;
import dev.bobbin.app.find.Searchable;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.Undoable;
import dev.bobbin.app.fx.UnsavedSign;
import dev.bobbin.themes.Spacing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A JSON file of the item in an editor; below it what is wrong with it. */
public final class PartView extends BorderPane implements Searchable, Undoable {

    private static final int MOST_SHOWN = 4;

    private final PartViewModel part;
    private final CodeArea area = new CodeArea();
    private final Colouring colouring = new Colouring(area);
    private final FindBar findBar;
    private final VBox problems = new VBox(Spacing.XS);

    public PartView(PartViewModel part) {
        this.part = part;
        getStyleClass().add("editor");
        // Code begins on the left, whatever the language around it.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        area.setId("part-" + part.draft().name());
        area.setAccessibleText(text("parts.name", part.draft().name()));
        area.setParagraphGraphicFactory(PartView::lineNumber);
        problems.getStyleClass().addAll("panel-bar", "part-problems");
        findBar = new FindBar(part.find(), area);
        setTop(findBar);
        setCenter(ScrolledCode.of(area));
        setBottom(problems);
        area.replaceText(part.draft().text().get());
        area.moveTo(0);
        area.showParagraphAtTop(0);
        area.getUndoManager().forgetHistory();
        area.plainTextChanges().subscribe(_ -> part.draft().text().set(area.getText()));
        part.draft().text().addListener((_, _, now) -> {
            if (!now.equals(area.getText())) {
                area.changeTo(now);
            }
        });
        focusedProperty().addListener((_, _, focused) -> {
            if (focused) {
                area.requestFocus();
            }
        });
        part.find()
                .matchesProperty()
                .addListener((_, _, matches) -> colouring.setMarks("find", FindBar.marks(matches)));
        part.analysisProperty().addListener((_, _, made) -> show(made));
        show(part.analysisProperty().get());
    }

    private static Node lineNumber(int paragraph) {
        return Controls.label(String.format("%3d", paragraph + 1), "gutter");
    }

    private void show(PartViewModel.Analysis made) {
        if (!made.text().equals(area.getText())) {
            return;
        }
        colouring.setTokens(made.tokens());
        List<Colouring.Stretch> stretches = new ArrayList<>();
        int at = 0;
        for (PartViewModel.Problem problem : made.problems()) {
            if (problem.start() >= at && problem.end() > problem.start()) {
                String style = "code-" + problem.severity().name().toLowerCase(Locale.ROOT);
                stretches.add(new Colouring.Stretch(problem.start(), problem.end(), style));
                at = problem.end();
            }
        }
        colouring.setMarks("problems", stretches);
        problems.getChildren()
                .setAll(made.problems().stream()
                        .limit(MOST_SHOWN)
                        .map(PartView::row)
                        .toList());
        Controls.show(problems, !made.problems().isEmpty());
    }

    private static Node row(PartViewModel.Problem problem) {
        FontIcon sign = Controls.icon(Controls.sign(problem.severity()));
        sign.getStyleClass().add("sign-" + problem.severity().name().toLowerCase(Locale.ROOT));
        Label words = Controls.wrapped(text("parts.problem", problem.line(), problem.message()), "text-small");
        return new HBox(Spacing.S, sign, words);
    }

    /** What the tab says: the file's name, and whether it is saved. */
    public Node title() {
        Label name = Controls.label(part.draft().name());
        name.setGraphic(Controls.icon(Feather.FILE_TEXT));
        return new HBox(Spacing.S, name, new UnsavedSign(part.draft().unsaved()));
    }

    @Override
    public FindBar findBar() {
        return findBar;
    }

    @Override
    public void undo() {
        area.undo();
    }

    @Override
    public void redo() {
        area.redo();
    }

    /** Puts the caret on a line, from 1. */
    public void reveal(int line) {
        int paragraph = Math.clamp(line - 1L, 0, area.getParagraphs().size() - 1);
        area.moveTo(paragraph, 0);
        area.showParagraphAtCenter(paragraph);
        area.requestFocus();
    }
}
