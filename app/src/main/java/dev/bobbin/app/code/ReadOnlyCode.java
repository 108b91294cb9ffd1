package dev.bobbin.app.code;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.NodeOrientation;
import javafx.scene.layout.StackPane;

/** A text to read, select and copy, coloured as code. */
public final class ReadOnlyCode extends StackPane {

    private final CodeArea area = new CodeArea();
    private final Colouring colouring = new Colouring(area);
    private final Function<String, List<Token>> lexer;

    /**
     * @param name what a screen reader says
     * @param lexer finds what to colour
     */
    public ReadOnlyCode(String name, Function<String, List<Token>> lexer) {
        this.lexer = lexer;
        // Code begins on the left, whatever the language around it.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        area.setEditable(false);
        area.setAccessibleText(name);
        area.getStyleClass().add("read-only-code");
        getChildren().add(ScrolledCode.of(area));
    }

    /** The area itself. */
    public CodeArea area() {
        return area;
    }

    /** Shows a text, from its beginning. */
    public void show(String text) {
        area.replaceText(text);
        area.moveTo(0);
        area.showParagraphAtTop(0);
        colouring.setTokens(lexer.apply(text));
    }

    /** Shows a text that grows, at its end; where it goes on from the text shown, only the rest is added. */
    public void append(String text) {
        String shown = area.getText();
        if (text.startsWith(shown)) {
            area.appendText(text.substring(shown.length()));
        } else {
            area.replaceText(text);
        }
        colouring.setTokens(List.of());
        area.moveTo(area.getLength());
        area.requestFollowCaret();
    }

    /** Marks stretches of the text, in order; see {@link Colouring#setMarks}. */
    public void mark(String layer, List<Colouring.Stretch> stretches) {
        colouring.setMarks(layer, stretches);
    }
}
