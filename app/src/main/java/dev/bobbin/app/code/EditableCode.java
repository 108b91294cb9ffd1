package dev.bobbin.app.code;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.geometry.NodeOrientation;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;

/** A short text to write, coloured as code, which is one with a property. */
public final class EditableCode extends StackPane {

    private final CodeArea area = new CodeArea();
    private final Colouring colouring = new Colouring(area);
    private final Function<String, List<Token>> lexer;

    /**
     * @param name what a screen reader says
     * @param lexer finds what to colour
     */
    public EditableCode(String name, StringProperty text, Function<String, List<Token>> lexer) {
        this.lexer = lexer;
        // Code begins on the left in every language.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        area.setAccessibleText(name);
        area.getStyleClass().add("read-only-code");
        getChildren().add(new VirtualizedScrollPane<>(area));
        show(text.get());
        area.plainTextChanges().subscribe(_ -> {
            if (!area.getText().equals(text.get())) {
                text.set(area.getText());
            }
            colour();
        });
        text.addListener((_, _, now) -> {
            if (!now.equals(area.getText())) {
                show(now);
            }
        });
    }

    private void show(String text) {
        area.replaceText(text);
        area.moveTo(0);
        area.getUndoManager().forgetHistory();
        colour();
    }

    private void colour() {
        colouring.setTokens(lexer.apply(area.getText()));
    }

    /** The area itself. */
    public CodeArea area() {
        return area;
    }
}
