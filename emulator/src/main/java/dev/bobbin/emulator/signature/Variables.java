package dev.bobbin.emulator.signature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the values of variables come from, as far as assignments tell; functions see those of the file around them. */
final class Variables {

    /** Assignments nested deeper than this are not followed. */
    private static final int DEEPEST = 200;

    private final @Nullable Variables outer;
    private final Map<String, List<Source>> sources = new HashMap<>();

    /**
     * A value a variable may have.
     *
     * @param node the expression; for {@link How#PARAMETER} the parameter
     */
    record Source(SyntaxTree tree, Node node, How how) {}

    /** How a variable gets a value. */
    enum How {
        /** {@code x = node} */
        ASSIGNED,
        /** {@code x += node} */
        ADDED,
        /** {@code x.append(node)} */
        APPENDED,
        /** {@code for x in node} */
        ELEMENT,
        /** an argument of the function */
        PARAMETER,
        /** by unpacking, {@code with}, {@code except} and the like */
        OTHER
    }

    /** @param outer of the file or function around; null for the file */
    Variables(@Nullable Variables outer) {
        this.outer = outer;
    }

    /** All values a variable may have; empty when nothing is known of it. */
    List<Source> of(String name) {
        List<Source> own = sources.get(name);
        if (own != null) {
            return own;
        }
        return outer == null ? List.of() : outer.of(name);
    }

    /** Whether the function has a variable of that name. */
    boolean isLocal(String name) {
        return outer != null && (sources.containsKey(name) || outer.isLocal(name));
    }

    /** The same with the variables of a comprehension. */
    Variables within(SyntaxTree tree, Node comprehension) {
        Variables inner = new Variables(this);
        for (Node child : comprehension.namedChildren()) {
            if (child.is("for_in_clause")) {
                inner.bind(tree, child.field("left"), child.field("right"), How.ELEMENT);
            }
        }
        return inner;
    }

    /** Takes in the assignments of a statement of the file; not those of functions and classes. */
    void addStatements(SyntaxTree tree, Node statement) {
        collect(tree, statement, 0);
    }

    /** Takes in parameters and assignments of a function. */
    void addFunction(SyntaxTree tree, Node definition) {
        Node parameters = definition.field("parameters");
        for (Node parameter : parameters == null ? List.<Node>of() : parameters.namedChildren()) {
            Node name = parameter.is("identifier") ? parameter : parameter.field("name");
            if (name == null && !parameter.namedChildren().isEmpty()) {
                name = parameter.namedChildren().getFirst();
            }
            if (name != null) {
                bind(tree, name, parameter, How.PARAMETER);
            }
        }
        Node body = definition.field("body");
        if (body != null) {
            collect(tree, body, 0);
        }
    }

    private void collect(SyntaxTree tree, Node node, int depth) {
        switch (node.type()) {
            case "function_definition", "class_definition", "lambda", "list_comprehension", "generator_expression" -> {
                return;
            }
            case "assignment" -> bind(tree, node.field("left"), node.field("right"), How.ASSIGNED);
            case "augmented_assignment" -> bind(tree, node.field("left"), node.field("right"), How.ADDED);
            case "named_expression" -> bind(tree, node.field("name"), node.field("value"), How.ASSIGNED);
            case "for_statement" -> bind(tree, node.field("left"), node.field("right"), How.ELEMENT);
            case "call" -> appended(tree, node);
            case "as_pattern" -> bind(tree, node.field("alias"), node, How.OTHER);
            default -> {}
        }
        if (depth < DEEPEST) {
            for (Node child : node.children()) {
                collect(tree, child, depth + 1);
            }
        }
    }

    private void appended(SyntaxTree tree, Node call) {
        Node called = call.field("function");
        Node arguments = call.field("arguments");
        if (called == null || arguments == null || !called.is("attribute")) {
            return;
        }
        List<Node> values = arguments.namedChildren();
        if (tree.textOrEmpty(called.field("attribute")).equals("append") && values.size() == 1) {
            bind(tree, called.field("object"), values.getFirst(), How.APPENDED);
        }
    }

    private void bind(SyntaxTree tree, @Nullable Node target, @Nullable Node value, How how) {
        if (target == null || value == null) {
            return;
        }
        if (target.is("identifier")) {
            sources.computeIfAbsent(tree.text(target), _ -> new ArrayList<>()).add(new Source(tree, value, how));
            return;
        }
        if (target.is("attribute") || target.is("subscript")) {
            return;
        }
        for (Node part : target.namedChildren()) {
            bind(tree, part, value, How.OTHER);
        }
    }
}
