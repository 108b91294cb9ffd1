package dev.bobbin.app.code;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.geometry.NodeOrientation;
import javafx.scene.layout.StackPane;

/** A short text to write, coloured as code, which is one with a property. */
public final class EditableCode extends StackPane {

    private final CodeArea area = new CodeArea();

    /**
     * @param name what a screen reader says
     * @param lexer finds what to colour
     */
    public EditableCode(String name, StringProperty text, Function<String, List<Token>> lexer) {
        // Code begins on the left in every language.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        area.setAccessibleText(name);
        area.getStyleClass().add("read-only-code");
        getChildren().add(ScrolledCode.of(area));
        show(text.get());
        area.plainTextChanges().subscribe(_ -> {
            if (!area.getText().equals(text.get())) {
                text.set(area.getText());
            }
        });
        text.addListener((_, _, now) -> {
            if (!now.equals(area.getText())) {
                show(now);
            }
        });
        new Colouring(area).follow(lexer);
    }

    private void show(String text) {
        area.replaceText(text);
        area.moveTo(0);
        area.getUndoManager().forgetHistory();
    }

    /** The area itself. */
    public CodeArea area() {
        return area;
    }
}
