package dev.bobbin.emulator.signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;
import org.treesitter.TreeSitterPython;

/**
 * The native parser. Its trees are copied into {@link Node}s statement by statement, and a statement seen before is not
 * copied again: after an edit of one line in a long file only the statement around it is parsed and copied.
 *
 * <p>The parser is fed UTF-8: its entry point for UTF-16 reads past the text. Byte offsets are turned into UTF-16 here.
 */
final class PythonGrammar {

    /** Loads the native library on first use, about 60 ms; immutable, so shared by all threads. */
    static final class Language {
        static final TSLanguage PYTHON = new TreeSitterPython();
    }

    private static final int CHUNK = 64 * 1024;

    private static final Copies COPIES = new Copies();

    private PythonGrammar() {}

    /**
     * A parsed piece.
     *
     * @param broken all of it as one tree; null when it has no error
     * @param statements its top-level statements, comments left out; empty when it has an error
     */
    record Parsed(@Nullable SyntaxTree broken, List<SyntaxTree> statements) {}

    /**
     * Parses text whose lines end in a line feed.
     *
     * @param firstLine number of the text's first line in its file, from 1
     */
    static Parsed parse(String text, int firstLine) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        KnownTree known = KnownTree.take(utf8);
        try {
            TSTree tree = parse(utf8, known == null ? null : known.tree());
            TSNode root = tree.getRootNode();
            Parsed parsed = root.hasError()
                    ? new Parsed(whole(root, text, utf8, firstLine), List.of())
                    : new Parsed(null, statements(root, utf8, firstLine));
            KnownTree.keep(tree, utf8);
            return parsed;
        } finally {
            if (known != null) {
                known.tree().close();
            }
        }
    }

    /** All of a text as one tree, comments too. Its lines end in a line feed. */
    static SyntaxTree tree(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        try (TSTree tree = parse(utf8, null)) {
            return whole(tree.getRootNode(), text, utf8, 1);
        }
    }

    private static TSTree parse(byte[] utf8, @Nullable TSTree before) {
        try (TSParser parser = new TSParser()) {
            parser.setLanguage(Language.PYTHON);
            return parser.parse(
                    new byte[Math.clamp(utf8.length, 1, CHUNK)],
                    before,
                    (buffer, offset, point) -> {
                        int count = Math.clamp(utf8.length - offset, 0, buffer.length);
                        System.arraycopy(utf8, Math.min(offset, utf8.length), buffer, 0, count);
                        return count;
                    },
                    TSInputEncoding.TSInputEncodingUTF8);
        }
    }

    private static SyntaxTree whole(TSNode root, String text, byte[] utf8, int firstLine) {
        try (TSTreeCursor cursor = new TSTreeCursor(root)) {
            Node copy = new NodeCopier(Utf16Offsets.of(utf8, 0, utf8.length), 0, true).copy(cursor);
            return new SyntaxTree(text, copy, firstLine, 1);
        }
    }

    private static List<SyntaxTree> statements(TSNode root, byte[] utf8, int firstLine) {
        List<SyntaxTree> statements = new ArrayList<>();
        int line = firstLine;
        int lineStart = 0;
        int at = 0;
        try (TSTreeCursor cursor = new TSTreeCursor(root)) {
            for (boolean more = cursor.gotoFirstChild(); more; more = cursor.gotoNextSibling()) {
                TSNode node = cursor.currentNode();
                if (!node.isNamed() || node.getType().equals("comment")) {
                    continue;
                }
                int start = node.getStartByte();
                int end = node.getEndByte();
                for (; at < start; at++) {
                    if (utf8[at] == '\n') {
                        line++;
                        lineStart = at + 1;
                    }
                }
                String text = new String(utf8, start, end - start, StandardCharsets.UTF_8);
                int column = new String(utf8, lineStart, start - lineStart, StandardCharsets.UTF_8).length() + 1;
                SyntaxTree known = COPIES.get(text);
                if (known == null) {
                    Utf16Offsets offsets = Utf16Offsets.of(utf8, start, end);
                    known = new SyntaxTree(text, new NodeCopier(offsets, start, false).copy(cursor), 1, 1);
                    COPIES.put(text, known);
                }
                statements.add(known.at(line, column));
            }
        }
        return statements;
    }

    /** Statements copied lately, up to a few megabytes of text; safe for several threads. */
    private static final class Copies {

        private static final int MOST_CHARACTERS = 2_000_000;

        private final Map<String, SyntaxTree> byText = new LinkedHashMap<>(256, 0.75f, true);
        private int characters;

        synchronized @Nullable SyntaxTree get(String text) {
            return byText.get(text);
        }

        synchronized void put(String text, SyntaxTree tree) {
            if (text.length() > MOST_CHARACTERS || byText.put(text, tree) != null) {
                return;
            }
            characters += text.length();
            var oldest = byText.entrySet().iterator();
            while (characters > MOST_CHARACTERS && oldest.hasNext()) {
                characters -= oldest.next().getKey().length();
                oldest.remove();
            }
        }
    }
}
