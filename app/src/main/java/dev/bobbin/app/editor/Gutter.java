package dev.bobbin.app.editor;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
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
        List<EditorProblem> problems = editor.problemsOf(line);
        if (!problems.isEmpty()) {
            String words = problems.stream().map(EditorProblem::message).collect(Collectors.joining("\n"));
            number.getStyleClass()
                    .add("gutter-" + problems.getFirst().severity().name().toLowerCase(Locale.ROOT));
            // Made for whoever points at it: a window full of marks would wait for all of theirs.
            number.setOnMouseEntered(_ -> {
                if (number.getTooltip() == null) {
                    number.setTooltip(new Tooltip(words));
                }
            });
            number.setAccessibleText(line + ": " + words);
        }
        return number;
    }
}
