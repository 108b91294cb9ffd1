package dev.bobbin.emulator.signature;

import java.util.HashSet;
import java.util.Set;

/**
 * The names that statements give a value, in whatever way, whether or not the statement is reached. Source: Python
 * reference, "Naming and binding".
 */
final class Bindings {

    private final Set<String> names = new HashSet<>();
    private final Set<String> changed = new HashSet<>();
    private final Set<String> outer = new HashSet<>();
    private final boolean scopesInside;
    private boolean open;

    /** @param scopesInside whether what functions and classes inside give a value counts, too */
    private Bindings(boolean scopesInside) {
        this.scopesInside = scopesInside;
    }

    /** What a statement at the top of a file gives a value: its own names, and those that functions declare global. */
    static Bindings ofStatement(SyntaxTree tree, Node statement) {
        Bindings bindings = new Bindings(false);
        bindings.collect(tree, statement);
        return bindings;
    }

    /** What a function gives a value anywhere, functions inside included: more than its own names, never fewer. */
    static Bindings within(SyntaxTree tree, Node function) {
        Bindings bindings = new Bindings(true);
        bindings.collect(tree, function);
        return bindings;
    }

    /** What a function itself gives a value. */
    static Bindings ofFunction(SyntaxTree tree, Node function) {
        Bindings bindings = new Bindings(false);
        function.children().forEach(child -> bindings.collect(tree, child));
        return bindings;
    }

    Set<String> names() {
        return names;
    }

    /** Names that are only ever changed in place, such as {@code x += 1}, and not declared to be of another scope. */
    Set<String> onlyChanged() {
        Set<String> only = new HashSet<>(changed);
        only.removeAll(names);
        only.removeAll(outer);
        return only;
    }

    /** Whether names may come from elsewhere: {@code from x import *}, {@code exec}, {@code globals()}. */
    boolean isOpen() {
        return open;
    }

    private void collect(SyntaxTree tree, Node node) {
        switch (node.type()) {
            case "wildcard_import" -> open = true;
            case "function_definition", "class_definition" -> {
                bind(tree, node.field("name"));
                if (!scopesInside) {
                    declaredGlobal(tree, node);
                    return;
                }
            }
            case "assignment", "for_statement", "for_in_clause" -> bind(tree, node.field("left"));
            case "augmented_assignment" -> {
                Node left = node.field("left");
                if (Node.is(left, "identifier")) {
                    changed.add(tree.textOrEmpty(left));
                }
            }
            case "type_alias_statement" -> bind(tree, node.namedChildren().getFirst());
            case "named_expression" -> bind(tree, node.field("name"));
            case "as_pattern_target", "parameters", "lambda_parameters", "case_pattern", "type_parameter" ->
                bind(tree, node);
            case "aliased_import" -> {
                bind(tree, node.field("alias"));
                return;
            }
            case "import_statement", "import_from_statement", "future_import_statement" -> imported(tree, node);
            case "global_statement", "nonlocal_statement" ->
                node.namedChildren().forEach(name -> outer.add(tree.text(name)));
            case "call" -> open |= opens(tree.textOrEmpty(node.field("function")));
            default -> {}
        }
        for (Node child : node.children()) {
            collect(tree, child);
        }
    }

    private static boolean opens(String function) {
        return function.equals("exec")
                || function.equals("globals")
                || function.equals("locals")
                || function.equals("vars");
    }

    /** {@code import a.b} makes {@code a}, {@code from a import b} makes {@code b}. */
    private void imported(SyntaxTree tree, Node statement) {
        for (Node child : statement.namedChildren()) {
            if (child.is("dotted_name") && !"module_name".equals(child.fieldName())) {
                names.add(tree.text(child).split("\\.", 2)[0].strip());
            }
        }
    }

    private void declaredGlobal(SyntaxTree tree, Node node) {
        if (node.is("global_statement")) {
            node.namedChildren().forEach(name -> names.add(tree.text(name)));
        }
        node.children().forEach(child -> declaredGlobal(tree, child));
    }

    /** All names of a target; those of {@code a.b} and {@code a[b]} are more than is bound, which harms nobody. */
    private void bind(SyntaxTree tree, @org.jspecify.annotations.Nullable Node target) {
        if (target == null || target.is("attribute") || target.is("subscript")) {
            return;
        }
        if (target.is("identifier")) {
            names.add(tree.text(target));
            return;
        }
        target.children().forEach(child -> bind(tree, child));
    }
}
