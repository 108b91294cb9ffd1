package dev.bobbin.app.editor;

import dev.bobbin.app.code.CodeArea;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.fxmisc.wellbehaved.event.EventPattern;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/** What Enter and Tab do in Python text: keep and change the indentation. */
final class Typing {

    private static final String INDENT = "    ";

    /** Statements that nothing can follow in their block. */
    private static final Pattern LEAVING = Pattern.compile("(?:return|pass|break|continue|raise)\\b");

    private final CodeArea area;

    private Typing(CodeArea area) {
        this.area = area;
    }

    static void install(CodeArea area) {
        Typing typing = new Typing(area);
        Nodes.addInputMap(
                area,
                InputMap.sequence(
                        InputMap.consume(EventPattern.keyPressed(KeyCode.ENTER), _ -> typing.newLine()),
                        InputMap.consume(EventPattern.keyPressed(KeyCode.TAB), _ -> typing.indent()),
                        InputMap.consume(
                                EventPattern.keyPressed(KeyCode.TAB, KeyCombination.SHIFT_DOWN),
                                _ -> typing.unindent()),
                        InputMap.consumeWhen(
                                EventPattern.keyPressed(KeyCode.BACK_SPACE),
                                typing::isInIndentation,
                                _ -> typing.unindent())));
    }

    private void newLine() {
        String line = area.getText(area.getCurrentParagraph()).substring(0, area.getCaretColumn());
        int spaces = 0;
        while (spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        String bare = line.strip();
        if (bare.endsWith(":")) {
            spaces += INDENT.length();
        } else if (LEAVING.matcher(bare).lookingAt()) {
            spaces = Math.max(0, spaces - INDENT.length());
        }
        area.replaceSelection("\n" + " ".repeat(spaces));
        area.requestFollowCaret();
    }

    private void indent() {
        if (area.getSelectedText().indexOf('\n') < 0) {
            int column = area.getCaretColumn();
            area.replaceSelection(" ".repeat(INDENT.length() - column % INDENT.length()));
        } else {
            eachSelectedLine(line -> area.insertText(line, 0, INDENT));
        }
    }

    private void unindent() {
        eachSelectedLine(line -> {
            String text = area.getText(line);
            int spaces = 0;
            while (spaces < INDENT.length() && spaces < text.length() && text.charAt(spaces) == ' ') {
                spaces++;
            }
            area.deleteText(line, 0, line, spaces);
        });
    }

    /** Whether only blanks stand before the caret, a whole number of indentations of them, and nothing is selected. */
    private boolean isInIndentation() {
        int column = area.getCaretColumn();
        boolean nothingSelected = area.getSelection().getLength() == 0;
        return nothingSelected
                && column > 0
                && column % INDENT.length() == 0
                && area.getText(area.getCurrentParagraph()).substring(0, column).isBlank();
    }

    /** Makes the selected lines comments, or comments lines again. */
    static void toggleComment(CodeArea area) {
        var selection = area.getCaretSelectionBind();
        int first = selection.getStartParagraphIndex();
        int last = selection.getEndParagraphIndex();
        List<String> lines = new ArrayList<>();
        for (int line = first; line <= last; line++) {
            lines.add(area.getText(line));
        }
        area.replaceText(first, 0, last, area.getParagraphLength(last), String.join("\n", Comments.toggle(lines)));
        if (first != last) {
            area.selectRange(first, 0, last, area.getParagraphLength(last));
        }
    }

    private void eachSelectedLine(IntConsumer action) {
        var selection = area.getCaretSelectionBind();
        int first = selection.getStartParagraphIndex();
        int last = selection.getEndParagraphIndex();
        for (int line = first; line <= last; line++) {
            action.accept(line);
        }
    }
}
