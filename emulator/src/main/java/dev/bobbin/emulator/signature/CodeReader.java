package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.signature.CodeFact.FunctionCall;
import dev.bobbin.emulator.signature.CodeFact.GeneratorFunction;
import dev.bobbin.emulator.signature.CodeFact.NewerSyntax;
import dev.bobbin.emulator.signature.CodeFact.NoCommit;
import dev.bobbin.emulator.signature.CodeFact.Remedy;
import dev.bobbin.emulator.signature.CodeFact.Replacement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects facts of the code in the statements of a file, once all of them are known. */
final class CodeReader {

    private record Piece(SyntaxTree tree, Node root) {}

    private static final Pattern PLAIN_ALIAS = Pattern.compile("(type\\s+)\\w+\\s*=");

    private final Scope scope;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<CodeFact> facts = new ArrayList<>();
    private final Set<String> generators = new HashSet<>();

    CodeReader(Scope scope) {
        this.scope = scope;
    }

    void add(SyntaxTree tree, Node root) {
        pieces.add(new Piece(tree, root));
    }

    /** Names without a value. @param futureAnnotations whether annotations are never evaluated */
    List<CodeFact> unknownNames(boolean futureAnnotations) {
        return UnknownNames.in(
                pieces.stream()
                        .map(piece -> new UnknownNames.Statement(piece.tree(), piece.root()))
                        .toList(),
                futureAnnotations);
    }

    /** @param functions the invokable ones */
    List<CodeFact> facts(List<FunctionSignature> functions) {
        Set<String> invokable = functions.stream().map(FunctionSignature::name).collect(Collectors.toSet());
        Set<String> uncallable = uncallable(invokable);
        Variables module = new Variables(null);
        pieces.forEach(piece -> module.addStatements(piece.tree(), piece.root()));
        Writes writes = new Writes();
        for (Piece piece : pieces) {
            walk(piece.tree(), piece.root(), new Visit(module, invokable, uncallable, writes, null));
        }
        if (!writes.committed && writes.first != null) {
            facts.add(writes.first);
        }
        return facts;
    }

    /** Names that stand for an invokable function when a call comes to them: those that no later definition takes over. */
    private Set<String> uncallable(Set<String> invokable) {
        Set<String> names = new HashSet<>();
        for (Piece piece : pieces) {
            // A piece is one statement; only what could not be read in pieces is a whole module.
            Node root = piece.root();
            for (Node statement : root.is("module") ? root.namedChildren() : List.of(root)) {
                Node plain = statement.field("definition");
                String name = piece.tree().textOrEmpty((plain == null ? statement : plain).field("name"));
                if (plain != null && invokable.contains(name)) {
                    names.add(name);
                } else {
                    names.remove(name);
                }
            }
        }
        return names;
    }

    /** What is written and committed anywhere in the file. */
    private static final class Writes {
        private @Nullable NoCommit first;
        private boolean committed;
    }

    /** @param function the invokable function walked through; null outside of all */
    private record Visit(
            Variables variables,
            Set<String> invokable,
            Set<String> uncallable,
            Writes writes,
            @Nullable String function) {}

    private void walk(SyntaxTree tree, Node node, Visit visit) {
        Visit inner = visit;
        switch (node.type()) {
            case "function_definition" -> inner = enter(tree, node, visit);
            case "call" -> call(tree, node, visit);
            case "expression_statement" -> statement(tree, node, visit);
            case "return_statement" -> result(tree, node, visit);
            case "yield" -> generator(tree, node, visit);
            case "type_alias_statement" ->
                facts.add(new NewerSyntax(
                        tree.range(node),
                        Message.of("newer-python.type-statement"),
                        "3.12",
                        remedy("fix.assignment", assignment(tree, node))));
            case "type_parameter" -> {
                if ("type_parameters".equals(node.fieldName())) {
                    facts.add(new NewerSyntax(
                            tree.range(node), Message.of("newer-python.type-parameters"), "3.12", null));
                }
            }
            case "string" ->
                FStrings.newer(tree, node)
                        .ifPresent(feature -> facts.add(new NewerSyntax(
                                tree.range(node),
                                feature,
                                "3.12",
                                remedy(
                                        "fix.three-quotes",
                                        FStrings.inTriples(tree, node).orElse(null)))));
            case "identifier" -> visit.writes().committed |= tree.says(node, "commit") || tree.says(node, "autocommit");
            case "with_item" ->
                // Source: pyodbc, a connection or cursor that leaves its with block commits.
                visit.writes().committed |=
                        tree.text(node).contains("conn") || tree.text(node).contains("cursor");
            default -> {}
        }
        for (Node child : node.children()) {
            walk(tree, child, inner);
        }
    }

    private static @Nullable Remedy remedy(String title, @Nullable Replacement change) {
        return change == null ? null : new Remedy(Message.of(title), change);
    }

    private Visit enter(SyntaxTree tree, Node definition, Visit visit) {
        Variables variables = new Variables(visit.variables());
        variables.addFunction(tree, definition);
        String name = tree.textOrEmpty(definition.field("name"));
        boolean invokable = visit.function() == null && visit.invokable().contains(name);
        // A return statement of a function inside a function is not what the caller gets.
        String function = invokable ? name : null;
        return new Visit(variables, visit.invokable(), visit.uncallable(), visit.writes(), function);
    }

    private void call(SyntaxTree tree, Node call, Visit visit) {
        Node called = call.field("function");
        if (called == null) {
            return;
        }
        if (called.is("identifier") && visit.function() != null) {
            String name = tree.text(called);
            if (visit.uncallable().contains(name) && !visit.variables().isLocal(name)) {
                facts.add(new FunctionCall(tree.range(called), visit.function(), name));
            }
        }
        new SqlReader(tree, scope, visit.variables()).read(call).ifPresent(facts::add);
        if (visit.writes().first == null && SqlReader.changesData(tree, call, visit.variables())) {
            visit.writes().first = new NoCommit(tree.range(call), String.valueOf(visit.function()), null);
        }
    }

    /** A change of data that stands on its own has room behind it for a commit. */
    private static void statement(SyntaxTree tree, Node statement, Visit visit) {
        Node call = statement.child("call");
        Node called = call == null ? null : call.field("function");
        Node object = called == null ? null : called.field("object");
        if (visit.writes().first == null
                && call != null
                && Node.is(object, "identifier")
                && SqlReader.changesData(tree, call, visit.variables())) {
            String commit = tree.textOrEmpty(object) + ".commit()";
            Replacement behind = tree.indentation(statement)
                    .map(blanks -> new Replacement(tree.range(statement).atEnd(), "\n" + blanks + commit))
                    .orElse(null);
            visit.writes().first = new NoCommit(tree.range(call), String.valueOf(visit.function()), behind);
        }
    }

    /** {@code X = int} for {@code type X = int}; null for an alias with parameters, which older versions cannot say. */
    private static @Nullable Replacement assignment(SyntaxTree tree, Node alias) {
        Matcher keyword = PLAIN_ALIAS.matcher(tree.text(alias));
        return keyword.lookingAt()
                ? new Replacement(tree.range(alias.start(), alias.start() + keyword.end(1)), "")
                : null;
    }

    /** The first yield says it all. */
    private void generator(SyntaxTree tree, Node yield, Visit visit) {
        String function = visit.function();
        if (function != null && generators.add(function)) {
            facts.add(new GeneratorFunction(tree.range(yield), function));
        }
    }

    private void result(SyntaxTree tree, Node statement, Visit visit) {
        List<Node> values = statement.namedChildren();
        if (visit.function() != null && values.size() == 1) {
            new ResultReader(tree, scope, visit.variables(), visit.function())
                    .read(values.getFirst())
                    .ifPresent(facts::add);
        }
    }
}
