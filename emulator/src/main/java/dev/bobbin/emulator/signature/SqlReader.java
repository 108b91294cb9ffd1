package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.signature.CodeFact.BuiltSql;
import dev.bobbin.emulator.signature.CodeFact.SqlStyle;
import dev.bobbin.emulator.signature.Variables.How;
import dev.bobbin.emulator.signature.Variables.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds queries that are put together from text and values. Source: pyodbc, "Parameters". */
final class SqlReader {

    private static final Set<String> METHODS = Set.of("execute", "executemany", "read_sql", "read_sql_query");
    private static final Pattern SQL = Pattern.compile(
            "(?is)\\s*(--[^\\n]*\\n\\s*)*\\(?\\s*(SELECT|INSERT|UPDATE|DELETE|MERGE|EXEC|EXECUTE|WITH|CREATE|ALTER|DROP|TRUNCATE"
                    + "|DECLARE|IF|BEGIN|SET)\\b.*");
    private static final Pattern CHANGE = Pattern.compile("(?is)\\s*(INSERT|UPDATE|DELETE|MERGE)\\s.*");
    private static final int DEEPEST = 20;

    private final SyntaxTree tree;
    private final Scope scope;
    private final Variables variables;

    SqlReader(SyntaxTree tree, Scope scope, Variables variables) {
        this.tree = tree;
        this.scope = scope;
        this.variables = variables;
    }

    /** An expression and the tree it stands in. */
    record Built(SyntaxTree tree, Node node, SqlStyle style) {}

    /** What a call tells, when it hands over such a query. */
    Optional<CodeFact> read(Node call) {
        Node query = query(tree, call);
        if (query == null || !isSql(tree, query, variables, 0)) {
            return Optional.empty();
        }
        return built(tree, query, 0)
                .map(built -> new BuiltSql(
                        tree.range(query),
                        built.style(),
                        SqlParameters.replacements(tree, variables, call, query, built)));
    }

    /** Whether a call carries out a statement that changes rows. */
    static boolean changesData(SyntaxTree tree, Node call, Variables variables) {
        Node query = query(tree, call);
        Node called = call.field("function");
        return query != null
                && called != null
                && called.is("attribute")
                && CHANGE.matcher(beginning(tree, query, variables, 0)).matches();
    }

    /** The first argument of a call that carries out SQL; null for other calls. */
    private static @Nullable Node query(SyntaxTree tree, Node call) {
        Node called = call.field("function");
        Node arguments = call.field("arguments");
        if (called == null || arguments == null || !arguments.is("argument_list")) {
            return null;
        }
        Node name = called.is("attribute") ? called.field("attribute") : called;
        List<Node> all = arguments.namedChildren();
        boolean first = !all.isEmpty() && !all.getFirst().is("keyword_argument");
        return first && METHODS.contains(tree.textOrEmpty(name)) ? all.getFirst() : null;
    }

    private static boolean isSql(SyntaxTree tree, Node query, Variables variables, int depth) {
        return SQL.matcher(beginning(tree, query, variables, depth)).matches();
    }

    /** The text a query begins with, as far as it is written out. */
    private static String beginning(SyntaxTree tree, Node node, Variables variables, int depth) {
        if (depth > DEEPEST) {
            return "";
        }
        return switch (node.type()) {
            case "string" -> {
                Node content = node.child("string_content");
                yield content == null ? "" : tree.text(content);
            }
            case "identifier" ->
                variables.of(tree.text(node)).stream()
                        .filter(source -> source.how() == How.ASSIGNED)
                        .map(source -> beginning(source.tree(), source.node(), variables, depth + 1))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
            case "call" -> {
                Node called = node.field("function");
                Node object = called == null ? null : called.field("object");
                Node arguments = node.field("arguments");
                yield Node.is(object, "string")
                                && object != null
                                && !tree.text(object).matches("[\"'].?.?[\"']")
                        ? beginning(tree, object, variables, depth + 1)
                        : arguments == null ? "" : firstOf(tree, arguments, variables, depth);
            }
            default -> firstOf(tree, node, variables, depth);
        };
    }

    private static String firstOf(SyntaxTree tree, Node node, Variables variables, int depth) {
        return node.namedChildren().stream()
                .map(child -> beginning(tree, child, variables, depth + 1))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** How a query is put together, when values go into it that its author did not write. */
    private Optional<Built> built(SyntaxTree where, Node node, int depth) {
        if (depth > DEEPEST || new FixedText(where, scope, variables).isFixed(node)) {
            return Optional.empty();
        }
        return switch (node.type()) {
            case "string" ->
                FStrings.hasValues(node) ? Optional.of(new Built(where, node, SqlStyle.F_STRING)) : Optional.empty();
            case "concatenated_string", "parenthesized_expression", "conditional_expression" ->
                node.namedChildren().stream()
                        .flatMap(child -> built(where, child, depth + 1).stream())
                        .findFirst()
                        .map(built ->
                                node.is("parenthesized_expression") ? built : new Built(where, node, built.style()));
            case "binary_operator" -> operator(where, node);
            case "call" -> called(where, node, depth);
            case "identifier" -> variable(where.text(node), depth);
            default -> Optional.empty();
        };
    }

    private static Optional<Built> operator(SyntaxTree where, Node node) {
        Node operator = node.field("operator");
        if (Node.is(operator, "+")) {
            return Optional.of(new Built(where, node, SqlStyle.PLUS));
        }
        return Node.is(operator, "%") ? Optional.of(new Built(where, node, SqlStyle.PERCENT)) : Optional.empty();
    }

    /** {@code "…".format(…)}, {@code f"…".strip()}, {@code text(f"…")}. */
    private Optional<Built> called(SyntaxTree where, Node node, int depth) {
        Node called = node.field("function");
        Node object = called == null ? null : called.field("object");
        String method = called == null ? "" : where.textOrEmpty(called.field("attribute"));
        Node arguments = node.field("arguments");
        if (object != null && method.equals("format")) {
            return Optional.of(new Built(where, node, SqlStyle.FORMAT));
        }
        if (object != null && Set.of("strip", "lstrip", "rstrip").contains(method)) {
            return built(where, object, depth + 1).map(built -> new Built(where, node, built.style()));
        }
        boolean wraps = called != null && Set.of("text", "dedent", "cleandoc").contains(lastName(where, called));
        return wraps && arguments != null && !arguments.namedChildren().isEmpty()
                ? built(where, arguments.namedChildren().getFirst(), depth + 1)
                        .map(built -> new Built(where, node, built.style()))
                : Optional.empty();
    }

    private static String lastName(SyntaxTree where, Node called) {
        return called.is("attribute") ? where.textOrEmpty(called.field("attribute")) : where.text(called);
    }

    private Optional<Built> variable(String name, int depth) {
        for (Source source : variables.of(name)) {
            if (source.how() == How.ASSIGNED) {
                Optional<Built> built = built(source.tree(), source.node(), depth + 1);
                if (built.isPresent()) {
                    return built;
                }
            } else if (source.how() == How.ADDED
                    && !new FixedText(source.tree(), scope, variables).isFixed(source.node())) {
                return Optional.of(new Built(source.tree(), source.node(), SqlStyle.PLUS));
            }
        }
        return Optional.empty();
    }
}
