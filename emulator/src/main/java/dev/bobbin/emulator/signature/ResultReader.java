package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.signature.CodeFact.Replacement;
import dev.bobbin.emulator.signature.CodeFact.ResultKind;
import dev.bobbin.emulator.signature.CodeFact.TextResult;
import dev.bobbin.emulator.signature.Variables.How;
import dev.bobbin.emulator.signature.Variables.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds results that JSON does not know. Source: SDK, encoding of results: one such value turns the list or dict around
 * it into text as a whole.
 */
final class ResultReader {

    private static final int DEEPEST = 30;

    private final SyntaxTree tree;
    private final Variables variables;
    private final String function;
    private final ValueKinds kinds;

    ResultReader(SyntaxTree tree, Scope scope, Variables variables, String function) {
        this.tree = tree;
        this.variables = variables;
        this.function = function;
        this.kinds = new ValueKinds(scope);
    }

    /** A value that does not fit, and where. */
    private record Found(SyntaxTree tree, Node node, ResultKind kind, boolean inside) {}

    /** What the value of a return statement tells. */
    Optional<CodeFact> read(Node value) {
        return find(tree, value, variables, false, new HashSet<>(), 0)
                .map(found -> new TextResult(
                        tree.range(value), function, found.kind(), found.inside(), asJson(value, found)));
    }

    private Optional<Found> find(
            SyntaxTree where, Node node, Variables known, boolean inside, Set<String> asked, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        Optional<ResultKind> kind = kinds.of(where, node, known);
        if (kind.isPresent()) {
            return Optional.of(new Found(where, node, kind.get(), inside));
        }
        return switch (node.type()) {
            case "list", "tuple", "expression_list", "dictionary" ->
                node.namedChildren().stream()
                        .flatMap(child -> find(where, child, known, true, asked, depth + 1).stream())
                        .findFirst();
            case "pair" -> optional(where, node.field("value"), known, inside, asked, depth);
            case "parenthesized_expression" ->
                optional(
                        where,
                        node.namedChildren().isEmpty()
                                ? null
                                : node.namedChildren().getFirst(),
                        known,
                        inside,
                        asked,
                        depth);
            case "list_comprehension", "dictionary_comprehension" -> {
                Node body = node.field("body");
                yield optional(where, body, known.within(where, node), true, asked, depth);
            }
            case "identifier" -> variable(where.text(node), known, inside, asked, depth);
            default -> Optional.empty();
        };
    }

    private Optional<Found> optional(
            SyntaxTree where, @Nullable Node node, Variables known, boolean inside, Set<String> asked, int depth) {
        return node == null ? Optional.empty() : find(where, node, known, inside, asked, depth + 1);
    }

    /** A variable counts when all its values do not fit: one that is mended further down is none. */
    private Optional<Found> variable(String name, Variables known, boolean inside, Set<String> asked, int depth) {
        List<Source> sources = known.of(name);
        if (sources.isEmpty() || !asked.add(name)) {
            return Optional.empty();
        }
        boolean filled = sources.stream().anyMatch(source -> source.how() == How.APPENDED);
        Optional<Found> first = Optional.empty();
        for (Source source : sources) {
            boolean emptyList = source.how() == How.ASSIGNED
                    && (source.node().is("list") || source.node().is("call"))
                    && source.node().namedChildren().isEmpty();
            if (filled && emptyList) {
                continue;
            }
            Optional<Found> found =
                    switch (source.how()) {
                        case ASSIGNED -> find(source.tree(), source.node(), known, inside, asked, depth + 1);
                        case APPENDED -> find(source.tree(), source.node(), known, true, asked, depth + 1);
                        case ADDED, ELEMENT, PARAMETER, OTHER -> Optional.empty();
                    };
            if (found.isEmpty()) {
                return Optional.empty();
            }
            first = first.isEmpty() ? found : first;
        }
        return first;
    }

    /** What could be returned instead, where the value stands in the return statement itself. */
    private @Nullable Replacement asJson(Node value, Found found) {
        boolean here = found.tree() == tree
                && found.node().start() >= value.start()
                && found.node().end() <= value.end();
        if (!here) {
            return null;
        }
        String text = tree.text(found.node());
        String better =
                switch (found.kind()) {
                    case DATETIME, DATE ->
                        (found.node().is("binary_operator") ? "(" + text + ")" : text) + ".isoformat()";
                    case DECIMAL -> "float(" + text + ")";
                    case SET -> "list(" + text + ")";
                    // It brings its parentheses along.
                    case GENERATOR -> "list" + text;
                    case UUID -> "str(" + text + ")";
                    case ROWS -> records(found.node());
                    case ROW, BYTES -> null;
                };
        return better == null ? null : new Replacement(tree.range(found.node()), better);
    }

    private @Nullable String records(Node rows) {
        Node called = rows.field("function");
        Node cursor = called == null ? null : called.field("object");
        return Node.is(cursor, "identifier") && cursor != null && variables.isLocal(tree.text(cursor))
                ? "[dict(zip([column[0] for column in " + tree.text(cursor) + ".description], row)) for row in "
                        + tree.text(rows) + "]"
                : null;
    }
}
