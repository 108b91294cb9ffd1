package dev.bobbin.app.editor;

import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** The number beside each line, and the sign of a marked one. */
final class Gutter implements IntFunction<Node> {

    private static final int LEAST_DIGITS = 3;

    private final EditorViewModel editor;

    Gutter(EditorViewModel editor) {
        this.editor = editor;
    }

    @Override
    public Node apply(int paragraph) {
        int line = paragraph + 1;
        Label number = new Label(" "
                        .repeat(Math.max(0, LEAST_DIGITS - String.valueOf(line).length()))
                + line);
        number.getStyleClass().add("gutter");
        number.setAlignment(Pos.CENTER_RIGHT);
        String problem = editor.markedLinesProperty().get(line);
        if (problem != null) {
            number.getStyleClass().add("gutter-error");
            number.setTooltip(new Tooltip(problem));
            number.setAccessibleText(line + ": " + problem);
        }
        return number;
    }
}
