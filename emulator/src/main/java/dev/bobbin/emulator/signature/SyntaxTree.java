package dev.bobbin.emulator.signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;
import org.treesitter.TreeSitterPython;

/**
 * The concrete syntax tree of a piece of Python, always complete however broken the text. Nodes must not be used once
 * it is closed.
 *
 * <p>The parser is fed UTF-8: its entry point for UTF-16 reads past the text. Byte columns are turned into UTF-16 here.
 */
final class SyntaxTree implements AutoCloseable {

    /** Loads the native library on first use, about 60 ms; immutable, so shared by all threads. */
    private static final class Language {
        static final TSLanguage PYTHON = new TreeSitterPython();
    }

    private static final int CHUNK = 64 * 1024;

    private final byte[] utf8;
    private final int[] lineStarts;
    private final int firstLine;
    private final TSTree tree;

    private SyntaxTree(byte[] utf8, int firstLine, TSTree tree) {
        this.utf8 = utf8;
        this.lineStarts = lineStarts(utf8);
        this.firstLine = firstLine;
        this.tree = tree;
    }

    /**
     * Parses text whose lines end in a line feed.
     *
     * @param firstLine number of the text's first line in its file, from 1
     */
    static SyntaxTree parse(String text, int firstLine) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        try (TSParser parser = new TSParser()) {
            parser.setLanguage(Language.PYTHON);
            TSTree tree = parser.parse(
                    new byte[Math.clamp(utf8.length, 1, CHUNK)],
                    null,
                    (buffer, offset, point) -> {
                        int count = Math.clamp(utf8.length - offset, 0, buffer.length);
                        System.arraycopy(utf8, Math.min(offset, utf8.length), buffer, 0, count);
                        return count;
                    },
                    TSInputEncoding.TSInputEncodingUTF8);
            return new SyntaxTree(utf8, firstLine, tree);
        }
    }

    TSNode root() {
        return tree.getRootNode();
    }

    String text(TSNode node) {
        int start = node.getStartByte();
        return new String(utf8, start, node.getEndByte() - start, StandardCharsets.UTF_8);
    }

    /** Text of a part that may be missing: empty then. */
    String textOrEmpty(@Nullable TSNode node) {
        return node == null ? "" : text(node);
    }

    int line(TSNode node) {
        return firstLine + node.getStartPoint().getRow();
    }

    /** The last line a node has text on. */
    int endLine(TSNode node) {
        int row = node.getEndPoint().getRow();
        return firstLine
                + (node.getEndPoint().getColumn() == 0
                                && row > node.getStartPoint().getRow()
                        ? row - 1
                        : row);
    }

    /** Column of the node's first character, from 1, in UTF-16 units. */
    int column(TSNode node) {
        int lineStart = lineStarts[node.getStartPoint().getRow()];
        int length = node.getStartByte() - lineStart;
        return new String(utf8, lineStart, length, StandardCharsets.UTF_8).length() + 1;
    }

    /** All children, with brackets and keywords. */
    static List<TSNode> children(TSNode node) {
        List<TSNode> children = new ArrayList<>();
        try (TSTreeCursor cursor = new TSTreeCursor(node)) {
            for (boolean more = cursor.gotoFirstChild(); more; more = cursor.gotoNextSibling()) {
                children.add(cursor.currentNode());
            }
        }
        return children;
    }

    /** Children that mean something; comments left out. */
    static List<TSNode> namedChildren(TSNode node) {
        return children(node).stream()
                .filter(child -> child.isNamed() && !child.getType().equals("comment"))
                .toList();
    }

    static @Nullable TSNode field(TSNode node, String name) {
        TSNode child = node.getChildByFieldName(name);
        return child == null || child.isNull() ? null : child;
    }

    static boolean is(@Nullable TSNode node, String type) {
        return node != null && node.getType().equals(type);
    }

    /** The first place the parser could not make sense of, or null when there is none. */
    @Nullable
    TSNode firstError() {
        TSNode node = root();
        while (node.hasError() && !node.isError()) {
            TSNode guilty = null;
            for (TSNode child : children(node)) {
                if (child.hasError() || child.isMissing()) {
                    guilty = child;
                    break;
                }
            }
            if (guilty == null) {
                return node;
            }
            node = guilty;
        }
        return node.hasError() || node.isMissing() ? node : null;
    }

    private static int[] lineStarts(byte[] utf8) {
        int lines = 1;
        for (byte b : utf8) {
            lines += b == '\n' ? 1 : 0;
        }
        int[] starts = new int[lines];
        int line = 1;
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] == '\n') {
                starts[line++] = i + 1;
            }
        }
        return starts;
    }

    @Override
    public void close() {
        tree.close();
    }
}
