package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.finding.TextRange;
import dev.bobbin.emulator.message.Spelling;
import dev.bobbin.emulator.signature.CodeFact.UnknownName;
import dev.bobbin.emulator.signature.CodeFact.UnsetVariable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds names that nothing in the file gives a value. Says nothing where names may come from elsewhere, or where the code
 * expects a {@code NameError}: what it finds is certain.
 */
final class UnknownNames {

    private static final Set<String> BUILTINS = builtins();

    /** Shorter names are like too many others. In letters. */
    private static final int SHORTEST = 3;

    /** Uses of an unknown name in one statement of the file; the rest is of the first of them. */
    private record Found(
            List<TextRange> ranges,
            @Nullable String attribute,
            @Nullable String similar) {}

    /** A statement of the file. */
    record Statement(SyntaxTree tree, Node node) {}

    private final Set<String> ofFile = new HashSet<>();
    private final List<CodeFact> facts = new ArrayList<>();
    private final boolean futureAnnotations;

    private UnknownNames(boolean futureAnnotations) {
        this.futureAnnotations = futureAnnotations;
    }

    /**
     * @param statements of the file, all of which could be read
     * @param futureAnnotations whether annotations are never evaluated
     */
    static List<CodeFact> in(List<Statement> statements, boolean futureAnnotations) {
        UnknownNames names = new UnknownNames(futureAnnotations);
        for (Statement statement : statements) {
            if (statement.node().hasError() || expectsNameError(statement.tree(), statement.node())) {
                return List.of();
            }
            Bindings bindings = Bindings.within(statement.tree(), statement.node());
            if (bindings.isOpen()) {
                return List.of();
            }
            names.ofFile.addAll(
                    Bindings.ofStatement(statement.tree(), statement.node()).names());
        }
        for (Statement statement : statements) {
            Map<String, Found> found = new LinkedHashMap<>();
            names.look(statement.tree(), statement.node(), names.ofFile, found);
            found.forEach((name, use) ->
                    names.facts.add(new UnknownName(use.ranges(), name, use.attribute(), use.similar())));
        }
        return names.facts;
    }

    private static boolean expectsNameError(SyntaxTree tree, Node node) {
        return node.is("identifier") && (tree.says(node, "NameError") || tree.says(node, "UnboundLocalError"))
                || node.children().stream().anyMatch(child -> expectsNameError(tree, child));
    }

    /** @param told what was found in this statement already, by name */
    private void look(SyntaxTree tree, Node node, Set<String> known, Map<String, Found> told) {
        switch (node.type()) {
            case "identifier" -> use(tree, node, null, known, told);
            case "attribute" -> {
                Node object = node.field("object");
                if (Node.is(object, "identifier")) {
                    use(tree, Objects.requireNonNull(object), tree.textOrEmpty(node.field("attribute")), known, told);
                } else if (object != null) {
                    look(tree, object, known, told);
                }
            }
            case "keyword_argument" -> lookIn(tree, node.field("value"), known, told);
            case "type" -> {
                if (!futureAnnotations) {
                    inside(tree, node, known, told);
                }
            }
            case "function_definition", "lambda", "class_definition" -> {
                Set<String> more = new HashSet<>(known);
                more.addAll(Bindings.within(tree, node).names());
                if (node.is("function_definition")) {
                    changedOnly(tree, node, known);
                }
                inside(tree, node, more, told);
            }
            case "list_comprehension", "set_comprehension", "dictionary_comprehension", "generator_expression" -> {
                Set<String> more = new HashSet<>(known);
                more.addAll(Bindings.within(tree, node).names());
                inside(tree, node, more, told);
            }
            case "import_statement",
                    "import_from_statement",
                    "future_import_statement",
                    "global_statement",
                    "nonlocal_statement",
                    "comment" -> {}
            case "case_pattern" -> {
                // Its names are bound, or stand for classes with a dot or parentheses: too many forms to be certain.
            }
            default -> inside(tree, node, known, told);
        }
    }

    private void inside(SyntaxTree tree, Node node, Set<String> known, Map<String, Found> told) {
        node.children().forEach(child -> look(tree, child, known, told));
    }

    private void lookIn(SyntaxTree tree, @Nullable Node node, Set<String> known, Map<String, Found> told) {
        if (node != null) {
            look(tree, node, known, told);
        }
    }

    private void use(
            SyntaxTree tree, Node node, @Nullable String attribute, Set<String> known, Map<String, Found> told) {
        String name = tree.text(node);
        if (known.contains(name) || BUILTINS.contains(name)) {
            return;
        }
        told.computeIfAbsent(name, _ -> new Found(new ArrayList<>(), attribute, similar(name, known)))
                .ranges()
                .add(tree.range(node));
    }

    /** A variable of the file that a function changes in place without saying that it is the file's. */
    private void changedOnly(SyntaxTree tree, Node function, Set<String> known) {
        Node body = function.field("body");
        if (body == null) {
            return;
        }
        Bindings own = Bindings.ofFunction(tree, function);
        Set<String> certain = own.onlyChanged();
        certain.retainAll(known);
        if (!certain.isEmpty()) {
            firstChange(tree, body, certain, tree.textOrEmpty(function.field("name")));
        }
    }

    private void firstChange(SyntaxTree tree, Node node, Set<String> certain, String function) {
        if (node.is("function_definition") || node.is("class_definition")) {
            return;
        }
        Node left = node.is("augmented_assignment") ? node.field("left") : null;
        if (Node.is(left, "identifier") && certain.remove(tree.textOrEmpty(left))) {
            facts.add(new UnsetVariable(tree.range(Objects.requireNonNull(left)), tree.textOrEmpty(left), function));
        }
        node.children().forEach(child -> firstChange(tree, child, certain, function));
    }

    /**
     * The one name that is spelt alike or differs in a prefix only, of the function rather than of the file, and of either
     * rather than of Python; null when there is none, or several.
     */
    private @Nullable String similar(String name, Set<String> known) {
        Set<String> ofFunction = new HashSet<>(known);
        ofFunction.removeAll(ofFile);
        return similarAmong(name, ofFunction)
                .or(() -> similarAmong(name, ofFile))
                .or(() -> builtin(name))
                .orElse(null);
    }

    /** Python's own names are so many that one with another letter in it is more likely a name of somebody's own. */
    private static Optional<String> builtin(String name) {
        return Spelling.meant(
                name,
                BUILTINS.stream()
                        .filter(other -> !other.startsWith("_")
                                && (other.length() != name.length()
                                        || letters(other).equals(letters(name))))
                        .toList());
    }

    private static List<Integer> letters(String name) {
        return name.chars().sorted().boxed().toList();
    }

    private static Optional<String> similarAmong(String name, Set<String> names) {
        String wanted = plain(name);
        List<String> alike = names.stream()
                .filter(other -> wanted.length() >= SHORTEST && plain(other).endsWith(wanted))
                .toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Spelling.meant(name, names);
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(java.util.Locale.ROOT);
    }

    private static Set<String> builtins() {
        try (InputStream in = Objects.requireNonNull(UnknownNames.class.getResourceAsStream("builtins-3.11.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
