package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.signature.Decoration.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads decorators. */
final class DecorationReader {

    private DecorationReader() {}

    /** Reads a {@code decorator} node; empty when it has another form than {@code @object.name}. */
    static Optional<Decoration> read(SyntaxTree tree, Scope scope, Node decorator) {
        List<Node> children = decorator.namedChildren();
        if (children.isEmpty()) {
            return Optional.empty();
        }
        Node expression = children.getFirst();
        boolean called = expression.is("call");
        Node method = called ? expression.field("function") : expression;
        if (method == null || !method.is("attribute")) {
            return Optional.empty();
        }
        List<Argument> arguments = new ArrayList<>();
        Node list = called ? expression.field("arguments") : null;
        if (list != null) {
            list.namedChildren().forEach(node -> argument(tree, scope, node).ifPresent(arguments::add));
        }
        return Optional.of(new Decoration(
                tree.textOrEmpty(method.field("object")),
                tree.textOrEmpty(method.field("attribute")),
                called,
                arguments,
                tree.range(decorator.start(), expression.end())));
    }

    private static Optional<Argument> argument(SyntaxTree tree, Scope scope, Node node) {
        return switch (node.type()) {
            case "keyword_argument" -> {
                Node name = node.field("name");
                Node value = node.field("value");
                yield name == null || value == null || value.is("none")
                        ? Optional.empty()
                        : Optional.of(argument(tree, scope, tree.text(name), value));
            }
            case "list_splat", "dictionary_splat", "ERROR" -> Optional.empty();
            default -> Optional.of(argument(tree, scope, null, node));
        };
    }

    private static Argument argument(
            SyntaxTree tree, Scope scope, @org.jspecify.annotations.Nullable String keyword, Node value) {
        boolean literal = Literals.isText(value);
        String text = tree.text(value);
        return new Argument(
                keyword,
                literal ? Literals.text(tree, value) : scope.constant(text).orElse(text),
                tree.range(value),
                literal && value.is("string"),
                literal || scope.constant(text).isPresent());
    }
}
