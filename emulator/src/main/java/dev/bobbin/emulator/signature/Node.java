package dev.bobbin.emulator.signature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a syntax tree, as the Python grammar of tree-sitter names it. Immutable, and independent of the native parser.
 *
 * @param type kind of node, such as {@code function_definition}; a keyword or bracket is its own type
 * @param fieldName what it is to its parent, such as {@code body}; null when the grammar gives no name
 * @param start offset of its first character in the text of its {@link SyntaxTree}, in UTF-16 units
 * @param end offset behind its last character
 * @param children all children, with brackets, keywords and comments
 */
record Node(String type, @Nullable String fieldName, int start, int end, int flags, List<Node> children) {

    private static final int NAMED = 1;
    private static final int ERROR = 2;
    private static final int MISSING = 4;
    private static final int HAS_ERROR = 8;

    static int flags(boolean named, boolean error, boolean missing, boolean hasError) {
        return (named ? NAMED : 0) | (error ? ERROR : 0) | (missing ? MISSING : 0) | (hasError ? HAS_ERROR : 0);
    }

    /** Whether it means something, unlike brackets and keywords. */
    boolean named() {
        return (flags & NAMED) != 0;
    }

    /** Whether it stands for text the parser could not make sense of. */
    boolean error() {
        return (flags & ERROR) != 0;
    }

    /** Whether the parser made it up because it had to be there. */
    boolean missing() {
        return (flags & MISSING) != 0;
    }

    /** Whether it or something below it is an error or missing. */
    boolean hasError() {
        return (flags & HAS_ERROR) != 0;
    }

    boolean is(String name) {
        return type.equals(name);
    }

    static boolean is(@Nullable Node node, String name) {
        return node != null && node.is(name);
    }

    /** Children that mean something; comments left out. */
    List<Node> namedChildren() {
        return children.stream()
                .filter(child -> child.named() && !child.is("comment"))
                .toList();
    }

    /** The first child of that field; null when there is none. */
    @Nullable
    Node field(String name) {
        for (Node child : children) {
            if (name.equals(child.fieldName)) {
                return child;
            }
        }
        return null;
    }

    /** The first child of that type; null when there is none. */
    @Nullable
    Node child(String childType) {
        for (Node child : children) {
            if (child.is(childType)) {
                return child;
            }
        }
        return null;
    }
}
