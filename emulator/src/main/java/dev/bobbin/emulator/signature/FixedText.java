package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.signature.Variables.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whether an expression can only have values that the program's author wrote, or numbers: such a value cannot
 * carry somebody else's SQL.
 */
final class FixedText {

    private static final int DEEPEST = 40;

    private static final Set<String> NUMBERS = Set.of("int", "float", "len", "bool", "range", "round", "sum");
    private static final Set<String> KEEPS =
            Set.of("str", "sorted", "list", "tuple", "set", "reversed", "enumerate", "repr", "zip");
    private static final Set<String> TEXT_METHODS = Set.of(
            "join", "format", "strip", "rstrip", "lstrip", "upper", "lower", "title", "replace", "get", "keys",
            "values", "items", "copy", "split");

    private final SyntaxTree tree;
    private final Scope scope;
    private final Variables variables;
    private final Set<String> asked;
    private final int depth;

    FixedText(SyntaxTree tree, Scope scope, Variables variables) {
        this(tree, scope, variables, new HashSet<>(), 0);
    }

    private FixedText(SyntaxTree tree, Scope scope, Variables variables, Set<String> asked, int depth) {
        this.tree = tree;
        this.scope = scope;
        this.variables = variables;
        this.asked = asked;
        this.depth = depth;
    }

    boolean isFixed(Node node) {
        if (depth > DEEPEST) {
            return false;
        }
        return switch (node.type()) {
            case "integer", "float", "true", "false", "none", "comparison_operator", "not_operator" -> true;
            case "string" ->
                node.namedChildren().stream()
                        .filter(child -> child.is("interpolation"))
                        .allMatch(this::isFixedInterpolation);
            case "concatenated_string",
                    "parenthesized_expression",
                    "list",
                    "tuple",
                    "set",
                    "expression_list",
                    "argument_list",
                    "boolean_operator",
                    "unary_operator",
                    "list_splat" -> all(node.namedChildren());
            case "dictionary" -> all(node.namedChildren());
            case "pair" -> inner().optional(node.field("value"));
            case "keyword_argument" -> inner().optional(node.field("value"));
            case "conditional_expression" -> {
                List<Node> parts = node.namedChildren();
                yield parts.size() == 3 && all(List.of(parts.getFirst(), parts.getLast()));
            }
            case "binary_operator" -> binary(node);
            case "list_comprehension", "generator_expression", "set_comprehension" -> {
                Node body = node.field("body");
                yield body != null
                        && new FixedText(tree, scope, variables.within(tree, node), asked, depth + 1).isFixed(body);
            }
            case "subscript" -> inner().optional(node.field("value"));
            case "attribute" -> attribute(node);
            case "call" -> call(node);
            case "identifier" -> identifier(tree.text(node));
            default -> false;
        };
    }

    private FixedText inner() {
        return new FixedText(tree, scope, variables, asked, depth + 1);
    }

    private boolean all(List<Node> nodes) {
        return nodes.stream().allMatch(inner()::isFixed);
    }

    private boolean optional(@org.jspecify.annotations.Nullable Node node) {
        return node != null && isFixed(node);
    }

    private boolean isFixedInterpolation(Node interpolation) {
        return inner().optional(interpolation.field("expression"));
    }

    /** {@code "?, " * n} repeats the text whatever n is. */
    private boolean binary(Node node) {
        Node left = node.field("left");
        Node right = node.field("right");
        if (left == null || right == null) {
            return false;
        }
        Node operator = node.field("operator");
        return Node.is(operator, "*") ? isFixed(left) || isFixed(right) : all(List.of(left, right));
    }

    /** Members of the file's own classes and constants of modules by their spelling in capitals. */
    private boolean attribute(Node node) {
        Node object = node.field("object");
        String name = tree.textOrEmpty(node.field("attribute"));
        if (object == null) {
            return false;
        }
        Node head = object;
        while (head.is("attribute") && head.field("object") instanceof Node next) {
            head = next;
        }
        String first = tree.text(head);
        return scope.isClass(first) || (isConstant(name) && scope.isImported(first) && !variables.isLocal(first));
    }

    private boolean call(Node node) {
        Node called = node.field("function");
        Node arguments = node.field("arguments");
        if (called == null || arguments == null) {
            return false;
        }
        if (called.is("identifier")) {
            String name = tree.text(called);
            return NUMBERS.contains(name) || (KEEPS.contains(name) && inner().isFixed(arguments));
        }
        Node object = called.field("object");
        String method = tree.textOrEmpty(called.field("attribute"));
        if (object == null || !TEXT_METHODS.contains(method) || !inner().isFixed(object)) {
            return false;
        }
        if (arguments.is("generator_expression")) {
            return inner().isFixed(arguments);
        }
        List<Node> values = arguments.namedChildren();
        // What get() looks up only chooses among the values of the dict.
        return all(method.equals("get") && !values.isEmpty() ? values.subList(1, values.size()) : values);
    }

    private boolean identifier(String name) {
        List<Source> sources = variables.of(name);
        if (sources.isEmpty()) {
            return scope.constant(name).isPresent() || isConstant(name);
        }
        if (!asked.add(name)) {
            // Asked for already: x = x + "?" is as fixed as the rest of its sources.
            return true;
        }
        boolean fixed = sources.stream().allMatch(source -> switch (source.how()) {
            case ASSIGNED, ADDED, APPENDED, ELEMENT ->
                new FixedText(source.tree(), scope, variables, asked, depth + 1).isFixed(source.node());
            case PARAMETER, OTHER -> false;
        });
        asked.remove(name);
        return fixed;
    }

    private static boolean isConstant(String name) {
        return name.length() > 1 && name.equals(name.toUpperCase(Locale.ROOT));
    }
}
