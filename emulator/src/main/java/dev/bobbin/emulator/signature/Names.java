package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.finding.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Where a name stands for a variable. Source: Python reference, "Naming and binding". */
final class Names {

    private Names() {}

    /**
     * Where a function uses one of its parameters, the parameter itself included.
     *
     * @return empty when a function or class inside may mean something else by that name
     */
    static List<TextRange> uses(SyntaxTree tree, Node function, String name) {
        List<TextRange> uses = new ArrayList<>();
        Node parameters = function.field("parameters");
        Node body = function.field("body");
        if (parameters == null || body == null) {
            return uses;
        }
        boolean shadowed = !collectParameters(tree, parameters, name, uses) || !collect(tree, body, name, uses, true);
        return shadowed ? List.of() : uses;
    }

    /** Everywhere below a node, scopes inside not told apart. */
    static List<TextRange> all(SyntaxTree tree, Node node, String name) {
        List<TextRange> uses = new ArrayList<>();
        collect(tree, node, name, uses, false);
        return uses;
    }

    /** The names of parameters count; their annotations and defaults belong to the scope around the function. */
    private static boolean collectParameters(SyntaxTree tree, Node parameters, String name, List<TextRange> uses) {
        for (Node parameter : parameters.namedChildren()) {
            Node own = parameter.is("identifier") ? parameter : parameter.field("name");
            if (own == null && !parameter.namedChildren().isEmpty()) {
                own = parameter.namedChildren().getFirst();
            }
            if (own != null && own.is("identifier") && tree.says(own, name)) {
                uses.add(tree.range(own));
            }
        }
        return !uses.isEmpty();
    }

    /** @return false when strict and a scope inside uses the name too */
    private static boolean collect(SyntaxTree tree, Node node, String name, List<TextRange> uses, boolean strict) {
        if (node.is("identifier")) {
            if (!isLabel(node) && tree.says(node, name)) {
                uses.add(tree.range(node));
            }
            return true;
        }
        if (strict && opensScope(node) && !all(tree, node, name).isEmpty()) {
            return false;
        }
        for (Node child : node.children()) {
            boolean keyword = node.is("keyword_argument") && "name".equals(child.fieldName());
            if (!keyword && !collect(tree, child, name, uses, strict)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLabel(Node identifier) {
        return "attribute".equals(identifier.fieldName());
    }

    private static boolean opensScope(Node node) {
        return node.is("function_definition") || node.is("lambda") || node.is("class_definition");
    }
}
