package dev.bobbin.app.help;

import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** The words inside a paragraph: plain, emphasised, or code. Links are shown by their words. */
final class Inline {

    private Inline() {}

    /** The words as they are shown. */
    static TextFlow flow(Node parent) {
        TextFlow flow = new TextFlow();
        flow.setMinWidth(0);
        add(flow, parent, "markdown-text");
        return flow;
    }

    private static void add(TextFlow flow, Node parent, String style) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case org.commonmark.node.Text plain -> flow.getChildren().add(piece(plain.getLiteral(), style));
                case Code code -> flow.getChildren().add(piece(code.getLiteral(), "markdown-code"));
                case SoftLineBreak _ -> flow.getChildren().add(piece(" ", style));
                case HardLineBreak _ -> flow.getChildren().add(piece("\n", style));
                case Emphasis emphasis -> add(flow, emphasis, "markdown-emphasis");
                case StrongEmphasis strong -> add(flow, strong, "markdown-strong");
                default -> add(flow, node, style);
            }
        }
    }

    private static Text piece(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }

    /** The words without their looks. */
    static String text(Node parent) {
        StringBuilder words = new StringBuilder();
        append(words, parent);
        return words.toString();
    }

    private static void append(StringBuilder words, Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case org.commonmark.node.Text plain -> words.append(plain.getLiteral());
                case Code code -> words.append(code.getLiteral());
                case SoftLineBreak _, HardLineBreak _ -> words.append(' ');
                default -> append(words, node);
            }
        }
    }
}
