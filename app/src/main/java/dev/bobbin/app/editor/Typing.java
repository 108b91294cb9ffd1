package dev.bobbin.app.editor;

import java.util.function.IntConsumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.wellbehaved.event.EventPattern;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/** What Enter and Tab do in Python text: keep and change the indentation. */
final class Typing {

    private static final String INDENT = "    ";

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
                                _ -> typing.unindent())));
    }

    private void newLine() {
        String line = area.getText(area.getCurrentParagraph()).substring(0, area.getCaretColumn());
        int spaces = 0;
        while (spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        String deeper = line.stripTrailing().endsWith(":") ? INDENT : "";
        area.replaceSelection("\n" + " ".repeat(spaces) + deeper);
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

    private void eachSelectedLine(IntConsumer action) {
        var selection = area.getCaretSelectionBind();
        int first = selection.getStartParagraphIndex();
        int last = selection.getEndParagraphIndex();
        for (int line = first; line <= last; line++) {
            action.accept(line);
        }
    }
}
