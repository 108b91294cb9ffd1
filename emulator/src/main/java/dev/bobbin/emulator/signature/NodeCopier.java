package dev.bobbin.emulator.signature;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSSymbolType;
import org.treesitter.TSTreeCursor;

/**
 * Copies native nodes. Every question to the native parser costs as much as hundreds of plain instructions, so names are
 * looked up by number, and what only broken trees can have is asked of broken trees only.
 *
 * @param start byte the piece begins at
 * @param broken whether the tree has an error somewhere
 */
record NodeCopier(Utf16Offsets offsets, int start, boolean broken) {

    /** Nodes nested deeper than this are left out; Python itself gives up at 100 blocks or 200 brackets. */
    private static final int DEEPEST = 500;

    /** Names of the grammar's node kinds and fields, by their numbers. */
    private static final class Grammar {
        private static final TSLanguage PYTHON = PythonGrammar.Language.PYTHON;
        private static final String[] TYPES = new String[PYTHON.symbolCount()];
        private static final boolean[] NAMED = new boolean[TYPES.length];
        private static final String[] FIELDS = new String[PYTHON.fieldCount() + 1];

        static {
            for (int i = 0; i < TYPES.length; i++) {
                TYPES[i] = PYTHON.symbolName(i);
                NAMED[i] = PYTHON.symbolType(i) == TSSymbolType.TSSymbolTypeRegular;
            }
            for (int i = 1; i < FIELDS.length; i++) {
                FIELDS[i] = PYTHON.fieldNameForId(i);
            }
        }

        private Grammar() {}
    }

    /** The node a cursor is at, with all below it. */
    Node copy(TSTreeCursor cursor) {
        return copy(cursor, 0);
    }

    private Node copy(TSTreeCursor cursor, int depth) {
        TSNode node = cursor.currentNode();
        int symbol = node.getSymbol();
        int field = cursor.currentFieldId();
        List<Node> children = List.of();
        if (depth < DEEPEST && cursor.gotoFirstChild()) {
            List<Node> copies = new ArrayList<>();
            do {
                copies.add(copy(cursor, depth + 1));
            } while (cursor.gotoNextSibling());
            cursor.gotoParent();
            children = List.copyOf(copies);
        }
        // The number of errors is no kind of the grammar.
        boolean known = symbol >= 0 && symbol < Grammar.TYPES.length;
        return new Node(
                known ? Grammar.TYPES[symbol] : node.getType(),
                fieldName(field),
                offsets.at(node.getStartByte() - start),
                offsets.at(node.getEndByte() - start),
                Node.flags(
                        known ? Grammar.NAMED[symbol] : node.isNamed(),
                        broken && node.isError(),
                        broken && node.isMissing(),
                        broken && node.hasError()),
                children);
    }

    private static @Nullable String fieldName(int field) {
        return field > 0 && field < Grammar.FIELDS.length ? Grammar.FIELDS[field] : null;
    }
}
