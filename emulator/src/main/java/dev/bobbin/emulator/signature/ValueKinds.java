package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.signature.CodeFact.ResultKind;
import dev.bobbin.emulator.signature.Variables.How;
import dev.bobbin.emulator.signature.Variables.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells expressions whose values JSON does not know, as far as their own text and the imports tell. */
final class ValueKinds {

    private static final Set<String> MOMENTS = Set.of(
            "now", "utcnow", "today", "fromisoformat", "strptime", "combine", "fromtimestamp", "utcfromtimestamp");

    private final Scope scope;

    ValueKinds(Scope scope) {
        this.scope = scope;
    }

    /** Kind of a value that JSON does not know; empty for all others and for what cannot be told. */
    Optional<ResultKind> of(SyntaxTree tree, Node node, Variables known) {
        return switch (node.type()) {
            case "call" -> ofCall(tree, node);
            case "set", "set_comprehension" -> Optional.of(ResultKind.SET);
            case "generator_expression" -> Optional.of(ResultKind.GENERATOR);
            case "string" -> {
                Node start = node.child("string_start");
                String prefix = tree.textOrEmpty(start);
                yield prefix.startsWith("b") || prefix.startsWith("B")
                        ? Optional.of(ResultKind.BYTES)
                        : Optional.empty();
            }
            case "list_comprehension" -> ofComprehension(tree, node, known);
            case "identifier" -> ofVariable(tree.text(node), known);
            default -> Optional.empty();
        };
    }

    private Optional<ResultKind> ofCall(SyntaxTree tree, Node call) {
        Node called = call.field("function");
        if (called == null) {
            return Optional.empty();
        }
        String method = tree.textOrEmpty(called.field("attribute"));
        switch (method) {
            case "fetchall", "fetchmany" -> {
                return Optional.of(ResultKind.ROWS);
            }
            case "fetchone" -> {
                return Optional.of(ResultKind.ROW);
            }
            default -> {}
        }
        String name = scope.resolve(tree.text(called));
        if (name.equals("datetime.datetime") || isMoment(name, "datetime.datetime.")) {
            return Optional.of(ResultKind.DATETIME);
        }
        if (name.equals("datetime.date") || isMoment(name, "datetime.date.")) {
            return Optional.of(ResultKind.DATE);
        }
        return switch (name) {
            case "decimal.Decimal" -> Optional.of(ResultKind.DECIMAL);
            case "uuid.uuid4", "uuid.uuid1", "uuid.UUID" -> Optional.of(ResultKind.UUID);
            case "set", "frozenset" -> Optional.of(ResultKind.SET);
            default -> Optional.empty();
        };
    }

    private static boolean isMoment(String name, String type) {
        return name.startsWith(type) && MOMENTS.contains(name.substring(type.length()));
    }

    /** {@code [row for row in rows]} is a list of rows as much as the rows are. */
    private Optional<ResultKind> ofComprehension(SyntaxTree tree, Node node, Variables known) {
        Node body = node.field("body");
        Node clause = node.child("for_in_clause");
        Node left = clause == null ? null : clause.field("left");
        Node right = clause == null ? null : clause.field("right");
        boolean same = body != null
                && body.is("identifier")
                && left != null
                && right != null
                && tree.text(body).equals(tree.text(left));
        if (!same || right == null) {
            return Optional.empty();
        }
        return isRows(tree, right, known, 0) ? Optional.of(ResultKind.ROWS) : Optional.empty();
    }

    /** Whether one gets rows by going through it: a cursor, what it fetched, or what execute gave back. */
    private boolean isRows(SyntaxTree tree, @Nullable Node node, Variables known, int depth) {
        if (node == null || depth > 10) {
            return false;
        }
        if (node.is("identifier")) {
            List<Source> sources = known.of(tree.text(node));
            return !sources.isEmpty()
                    && sources.stream()
                            .allMatch(source -> source.how() == How.ASSIGNED
                                    && isRows(source.tree(), source.node(), known, depth + 1));
        }
        Node called = node.is("call") ? node.field("function") : null;
        String method = called == null ? "" : tree.textOrEmpty(called.field("attribute"));
        return Set.of("fetchall", "fetchmany", "cursor", "execute").contains(method);
    }

    /** A parameter annotated with datetime arrives as one; what a loop over rows goes through are rows. */
    private Optional<ResultKind> ofVariable(String name, Variables known) {
        List<Source> sources = known.of(name);
        if (sources.size() != 1) {
            return Optional.empty();
        }
        Source source = sources.getFirst();
        return switch (source.how()) {
            case PARAMETER -> {
                Node type = source.node().field("type");
                boolean moment =
                        type != null && new TypeReader(source.tree(), scope).read(type) instanceof ParamType.DateTime;
                yield moment ? Optional.of(ResultKind.DATETIME) : Optional.empty();
            }
            case ELEMENT ->
                isRows(source.tree(), source.node(), known, 0) ? Optional.of(ResultKind.ROW) : Optional.empty();
            case ASSIGNED, ADDED, APPENDED, OTHER -> Optional.empty();
        };
    }
}
