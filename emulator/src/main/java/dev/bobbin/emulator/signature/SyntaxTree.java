package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.finding.TextRange;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The syntax tree of a piece of Python with its place in the file. Always complete however broken the text, immutable,
 * and without ties to the native parser.
 */
final class SyntaxTree {

    private final String text;
    private final Node root;
    private final int[] lineStarts;
    private final int firstLine;
    private final int firstColumn;

    /**
     * @param text the piece; lines end in a line feed
     * @param firstLine number of its first line in the file, from 1
     * @param firstColumn column of its first character in the file, from 1
     */
    SyntaxTree(String text, Node root, int firstLine, int firstColumn) {
        this(text, root, lineStarts(text), firstLine, firstColumn);
    }

    private SyntaxTree(String text, Node root, int[] lineStarts, int firstLine, int firstColumn) {
        this.text = text;
        this.root = root;
        this.lineStarts = lineStarts;
        this.firstLine = firstLine;
        this.firstColumn = firstColumn;
    }

    /** The same tree at another place of a file. */
    SyntaxTree at(int line, int column) {
        return line == firstLine && column == firstColumn ? this : new SyntaxTree(text, root, lineStarts, line, column);
    }

    Node root() {
        return root;
    }

    int length() {
        return text.length();
    }

    String text(Node node) {
        return text.substring(node.start(), node.end());
    }

    /** Whether a node's text is that one; makes no copy of it. */
    boolean says(Node node, String words) {
        return node.end() - node.start() == words.length() && text.startsWith(words, node.start());
    }

    String text(int start, int end) {
        return text.substring(start, end);
    }

    /** Text of a part that may be missing: empty then. */
    String textOrEmpty(@Nullable Node node) {
        return node == null ? "" : text(node);
    }

    int line(Node node) {
        return firstLine + row(node.start());
    }

    /** The last line a node has text on. */
    int endLine(Node node) {
        boolean endsBeforeLine = node.end() > node.start() && text.charAt(node.end() - 1) == '\n';
        return firstLine + row(endsBeforeLine ? node.end() - 1 : node.end());
    }

    /** Column of the node's first character, from 1, in UTF-16 units. */
    int column(Node node) {
        return column(node.start());
    }

    /** The part of the file a node covers. */
    TextRange range(Node node) {
        return range(node.start(), node.end());
    }

    /** The part of the file between two offsets of this piece. */
    TextRange range(int start, int end) {
        return new TextRange(firstLine + row(start), column(start), firstLine + row(end), column(end));
    }

    /** What stands before a node on its line when that is blank; empty when there is something else. */
    Optional<String> indentation(Node node) {
        String before = text.substring(lineStarts[row(node.start())], node.start());
        return before.isBlank() ? Optional.of(before) : Optional.empty();
    }

    /** The first place the parser could not make sense of, or null when there is none. */
    @Nullable
    Node firstError() {
        Node node = root;
        while (node.hasError() && !node.error()) {
            Node guilty = null;
            for (Node child : node.children()) {
                if (child.hasError() || child.missing()) {
                    guilty = child;
                    break;
                }
            }
            if (guilty == null) {
                return node;
            }
            node = guilty;
        }
        return node.hasError() || node.missing() ? node : null;
    }

    private int column(int offset) {
        int row = row(offset);
        return offset - lineStarts[row] + (row == 0 ? firstColumn : 1);
    }

    private int row(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private static int[] lineStarts(String text) {
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            lines += text.charAt(i) == '\n' ? 1 : 0;
        }
        int[] starts = new int[lines];
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                starts[line++] = i + 1;
            }
        }
        return starts;
    }
}
