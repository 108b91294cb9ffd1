package dev.bobbin.emulator.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts, numbers and comments of a Python source, each text and number with the names that its value goes by: those
 * of the variables, parameters, keys and functions it is assigned to, compared with or returned from.
 *
 * @param parts in the order of the source
 * @param complete whether all of the source is Python; otherwise some parts may be missing
 */
public record SourceLiterals(List<Part> parts, boolean complete) {

    /** Calls whose second argument is the value for the key that is their first. */
    private static final Set<String> WITH_DEFAULT = Set.of("get", "getenv", "putenv", "setdefault", "pop", "setattr");

    /** Calls that give back what they are given in another form. */
    private static final Set<String> WRAPPERS = Set.of(
            "str", "bytes", "SecretStr", "SecretBytes", "b64encode", "b64decode", "quote", "quote_plus", "dedent");

    /** A stretch of the source. */
    public sealed interface Part {}

    /**
     * A text, in one literal or in several written one after the other.
     *
     * @param names what it goes by; empty when nothing is known
     * @param pieces what stands between its quotes, without the expressions of f-strings
     * @param fixed whether there are no expressions between the pieces
     */
    public record Text(List<String> names, List<Piece> pieces, boolean fixed) implements Part {

        public Text {
            names = List.copyOf(names);
            pieces = List.copyOf(pieces);
        }

        /** All pieces as one text. */
        public String value() {
            return pieces.stream().map(Piece::value).collect(Collectors.joining());
        }
    }

    /**
     * A piece of a text.
     *
     * @param start offset in the source, in UTF-16 units
     * @param end offset behind it
     * @param value what Python makes of it
     * @param prefix letters before the quote, in lower case
     * @param quote one or three quotation marks
     */
    public record Piece(int start, int end, String value, String prefix, String quote) {}

    /** A whole number or fraction, as written. */
    public record Number(List<String> names, int start, int end) implements Part {

        public Number {
            names = List.copyOf(names);
        }
    }

    /** A comment with its sign. */
    public record Comment(int start, int end) implements Part {}

    public SourceLiterals {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a source whose lines end in a line feed. May be called on any thread.
     *
     * @throws LinkageError when the native parser is missing for this computer
     */
    public static SourceLiterals of(String source) {
        SyntaxTree tree = PythonGrammar.tree(source);
        Walk walk = new Walk(tree);
        walk.visit(tree.root(), List.of());
        return new SourceLiterals(walk.parts, !tree.root().hasError());
    }

    /** Goes through a tree and hands names down to the literals they are meant for. */
    private static final class Walk {

        private final SyntaxTree tree;
        private final List<Part> parts = new ArrayList<>();
        private List<String> function = List.of();

        Walk(SyntaxTree tree) {
            this.tree = tree;
        }

        /** @param names what the value of this expression goes by */
        void visit(@Nullable Node node, List<String> names) {
            if (node == null) {
                return;
            }
            switch (node.type()) {
                case "string", "concatenated_string" -> text(node, names);
                case "integer", "float" -> parts.add(new Number(names, node.start(), node.end()));
                case "comment" -> parts.add(new Comment(node.start(), node.end()));
                case "assignment", "augmented_assignment" -> assignment(node, names);
                case "named_expression", "keyword_argument", "default_parameter", "typed_default_parameter" ->
                    value(node, with(names, nameOf(node.field("name"))));
                case "pair" -> value(node, with(names, nameOf(node.field("key"))));
                case "comparison_operator" -> compared(node);
                case "call" -> call(node, names);
                case "function_definition" -> {
                    List<String> outer = function;
                    function = List.of(tree.textOrEmpty(node.field("name")));
                    children(node, List.of());
                    function = outer;
                }
                case "return_statement" -> children(node, function);
                case "attribute",
                        "conditional_expression",
                        "boolean_operator",
                        "binary_operator",
                        "unary_operator",
                        "parenthesized_expression",
                        "list",
                        "tuple",
                        "set",
                        "dictionary",
                        "expression_list" -> children(node, names);
                default -> children(node, List.of());
            }
        }

        private void children(Node node, List<String> names) {
            node.children().forEach(child -> visit(child, names));
        }

        /** The value goes by the names; what the name itself is made of does not. */
        private void value(Node node, List<String> names) {
            node.children().forEach(child -> visit(child, "value".equals(child.fieldName()) ? names : List.of()));
        }

        private static List<String> with(List<String> names, @Nullable String name) {
            return name == null
                    ? names
                    : Stream.concat(names.stream(), Stream.of(name)).toList();
        }

        /** {@code a, b = "x", "y"} names each by its own. */
        private void assignment(Node node, List<String> outer) {
            Node left = node.field("left");
            Node right = node.field("right");
            visit(left, List.of());
            List<Node> targets = left == null ? List.of() : left.namedChildren();
            List<Node> values = right == null ? List.of() : right.namedChildren();
            boolean several = Node.is(left, "pattern_list") || Node.is(left, "tuple_pattern");
            if (several && targets.size() == values.size()) {
                for (int i = 0; i < values.size(); i++) {
                    visit(values.get(i), with(List.of(), nameOf(targets.get(i))));
                }
            } else {
                visit(right, with(outer, nameOf(left)));
            }
        }

        private void compared(Node node) {
            List<String> names = List.of();
            for (Node operand : node.namedChildren()) {
                names = Literals.isText(operand) ? names : with(names, nameOf(operand));
            }
            children(node, names);
        }

        private void call(Node node, List<String> names) {
            Node called = node.field("function");
            Node arguments = node.field("arguments");
            String method = nameOf(called);
            // "abc".encode() goes by what it is assigned to.
            visit(called, names);
            if (arguments == null || method == null) {
                visit(arguments, List.of());
                return;
            }
            List<Node> values = arguments.namedChildren();
            int key = method.equals("setattr") ? 1 : 0;
            if (WITH_DEFAULT.contains(method) && values.size() > key + 1) {
                for (int i = 0; i < values.size(); i++) {
                    visit(values.get(i), i == key + 1 ? with(names, nameOf(values.get(key))) : List.of());
                }
            } else {
                children(arguments, WRAPPERS.contains(method) ? names : List.of());
            }
        }

        /** What an expression is called: its last part; a text stands for itself. Null when it has no name. */
        private @Nullable String nameOf(@Nullable Node node) {
            if (node == null) {
                return null;
            }
            return switch (node.type()) {
                case "identifier" -> tree.text(node);
                case "attribute" -> tree.textOrEmpty(node.field("attribute"));
                case "subscript" -> nameOf(node.field("subscript"));
                case "string" -> Literals.isText(node) ? Literals.text(tree, node) : null;
                case "call" -> {
                    Node arguments = node.field("arguments");
                    List<Node> values = arguments == null ? List.of() : arguments.namedChildren();
                    Node called = node.field("function");
                    boolean lookup = called != null && called.is("attribute") && "get".equals(nameOf(called));
                    yield lookup && !values.isEmpty() ? nameOf(values.getFirst()) : null;
                }
                default -> null;
            };
        }

        private void text(Node node, List<String> names) {
            List<Node> strings = node.is("string") ? List.of(node) : node.namedChildren();
            List<Piece> pieces = new ArrayList<>();
            boolean fixed = true;
            for (Node string : strings) {
                fixed &= pieces(string, pieces);
            }
            parts.add(new Text(names, pieces, fixed));
            // Comments between the literals, and what the expressions of f-strings hold.
            Stream.concat(Stream.of(node), strings.stream())
                    .distinct()
                    .flatMap(part -> part.children().stream())
                    .filter(child -> child.is("comment") || child.is("interpolation"))
                    .forEach(child -> visit(child, List.of()));
        }

        /** @return whether the literal has no expressions */
        private boolean pieces(Node string, List<Piece> pieces) {
            Node opening = string.child("string_start");
            Node closing = string.child("string_end");
            if (opening == null) {
                return true;
            }
            String sign = tree.text(opening);
            String quote = sign.replaceFirst("^[A-Za-z]+", "");
            String prefix = sign.substring(0, sign.length() - quote.length()).toLowerCase(Locale.ROOT);
            int from = opening.end();
            boolean fixed = true;
            for (Node child : string.children()) {
                if (child.is("interpolation")) {
                    piece(from, child.start(), prefix, quote, pieces);
                    from = child.end();
                    fixed = false;
                }
            }
            piece(from, closing == null ? string.end() : closing.start(), prefix, quote, pieces);
            return fixed;
        }

        private void piece(int start, int end, String prefix, String quote, List<Piece> pieces) {
            if (start < end) {
                String raw = tree.text(start, end);
                String value = prefix.contains("r") ? raw : Literals.unescape(raw);
                String braces = prefix.contains("f") ? value.replace("{{", "{").replace("}}", "}") : value;
                pieces.add(new Piece(start, end, braces, prefix, quote));
            }
        }
    }
}
