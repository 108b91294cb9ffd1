package dev.bobbin.emulator.signature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSNode;

/**
 * A decorator of the form {@code @app.name} or {@code @app.name(…)}.
 *
 * @param app the object before the dot, as written
 * @param name the method
 * @param called whether it has its parentheses
 * @param positional arguments by position: values of text literals and constants, else the text as written
 * @param keywords arguments by name, likewise
 * @param line from 1
 */
record DecoratorCall(
        String app, String name, boolean called, List<String> positional, Map<String, String> keywords, int line) {

    /** Reads a {@code decorator} node; empty when it has another form. */
    static Optional<DecoratorCall> read(SyntaxTree tree, Scope scope, TSNode decorator) {
        List<TSNode> children = SyntaxTree.namedChildren(decorator);
        if (children.isEmpty()) {
            return Optional.empty();
        }
        TSNode expression = children.getFirst();
        boolean called = expression.getType().equals("call");
        TSNode method = called ? SyntaxTree.field(expression, "function") : expression;
        if (method == null || !method.getType().equals("attribute")) {
            return Optional.empty();
        }
        List<String> positional = new ArrayList<>();
        Map<String, String> keywords = new LinkedHashMap<>();
        TSNode arguments = called ? SyntaxTree.field(expression, "arguments") : null;
        if (arguments != null) {
            for (TSNode argument : SyntaxTree.namedChildren(arguments)) {
                readArgument(tree, scope, argument, positional, keywords);
            }
        }
        return Optional.of(new DecoratorCall(
                tree.textOrEmpty(SyntaxTree.field(method, "object")),
                tree.textOrEmpty(SyntaxTree.field(method, "attribute")),
                called,
                positional,
                keywords,
                tree.line(decorator)));
    }

    private static void readArgument(
            SyntaxTree tree, Scope scope, TSNode argument, List<String> positional, Map<String, String> keywords) {
        switch (argument.getType()) {
            case "keyword_argument" -> {
                TSNode name = SyntaxTree.field(argument, "name");
                TSNode value = SyntaxTree.field(argument, "value");
                if (name != null && value != null && !value.getType().equals("none")) {
                    keywords.put(tree.text(name), value(tree, scope, value));
                }
            }
            case "list_splat", "dictionary_splat", "ERROR" -> {}
            default -> positional.add(value(tree, scope, argument));
        }
    }

    private static String value(SyntaxTree tree, Scope scope, TSNode node) {
        if (Literals.isText(node)) {
            return Literals.text(tree, node);
        }
        return scope.constant(tree.text(node)).orElseGet(() -> tree.text(node));
    }

    /** The argument of that name, or at that position (from 0) when it is not named; null when it is neither. */
    @Nullable
    String argument(String keyword, int position) {
        String named = keywords.get(keyword);
        return named == null && position < positional.size() ? positional.get(position) : named;
    }
}
