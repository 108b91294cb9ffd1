package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.TextRange;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.signature.SourceOutline.App;
import dev.bobbin.emulator.signature.SourceOutline.Head;
import dev.bobbin.emulator.signature.SourceOutline.Unregistered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the statements of a file in their order, as the interpreter would, and collects what an outline tells.
 * Names are resolved with what was imported so far. Functions inside other functions are not invokable and left out.
 */
final class OutlineBuilder {

    /** Blocks nested deeper than this are not looked into; Python itself gives up at 100. */
    private static final int DEEPEST = 100;

    private final Scope scope = new Scope();
    private final ImportReader imports = new ImportReader(scope);
    private final CodeReader code = new CodeReader(scope);
    private final List<FunctionSignature> functions = new ArrayList<>();
    private final Map<String, TextRange> apps = new LinkedHashMap<>();
    private final List<Unregistered> unregistered = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<SyntaxTree> pieces = new ArrayList<>();
    private int insertionLine = 1;
    private boolean stillInHead = true;
    private @Nullable String appName;

    void finding(Finding finding) {
        findings.add(finding);
    }

    boolean hasFindings() {
        return !findings.isEmpty();
    }

    SourceOutline build() {
        List<App> found = apps.entrySet().stream()
                .map(app -> new App(app.getKey(), app.getValue(), uses(app.getKey())))
                .toList();
        Head head = new Head(
                scope.sdkName().orElse(null), scope.nameInSdk("StreamResponse").orElse(null), appName, insertionLine);
        List<CodeFact> facts = new ArrayList<>(code.facts(functions));
        if (!hasFindings()) {
            facts.addAll(code.unknownNames(imports.found().stream().anyMatch(OutlineBuilder::keepsAnnotations)));
        }
        return new SourceOutline(functions, imports.found(), found, unregistered, facts, head, findings);
    }

    private static boolean keepsAnnotations(SourceOutline.Import module) {
        return module.module().equals("__future__") && module.names().contains("annotations");
    }

    private List<TextRange> uses(String name) {
        return pieces.stream()
                .flatMap(piece -> Names.all(piece, piece.root(), name).stream())
                .toList();
    }

    /** Takes in a piece that could be read. */
    void add(List<SyntaxTree> statements) {
        List<Indentation.Line> lines = new ArrayList<>();
        for (SyntaxTree piece : statements) {
            pieces.add(piece);
            lines.add(Indentation.Line.of(piece, piece.root()));
        }
        Indentation.check(lines, 1).ifPresent(this::finding);
        for (SyntaxTree piece : statements) {
            head(piece);
            statement(piece, piece.root(), new Surroundings(false, false, 0));
            code.add(piece, piece.root());
        }
    }

    /** Takes in a piece that could not be read as a whole, as far as it makes sense. */
    void addDamaged(SyntaxTree piece) {
        for (Node statement : piece.root().namedChildren()) {
            statement(piece, statement, new Surroundings(false, false, 0));
        }
    }

    /** Takes in the head of a function whose body could not be read up to its last line. */
    void addHead(List<SyntaxTree> statements, int lastLine) {
        int before = functions.size();
        for (SyntaxTree piece : statements) {
            statement(piece, piece.root(), new Surroundings(false, false, 0));
        }
        endAt(before, lastLine);
    }

    /** The same of a head that could not be read wholly either: what was added to read it is no part of the function. */
    void addDamagedHead(SyntaxTree piece, int lastLine) {
        int before = functions.size();
        addDamaged(piece);
        endAt(before, lastLine);
    }

    private void endAt(int firstFunction, int lastLine) {
        for (int i = firstFunction; i < functions.size(); i++) {
            functions.set(i, functions.get(i).endingAt(lastLine));
        }
    }

    /** Imports may follow a docstring and one another; the first other statement ends the head of the file. */
    private void head(SyntaxTree piece) {
        Node root = piece.root();
        boolean docstring =
                root.is("expression_statement") && root.namedChildren().stream().allMatch(Literals::isText);
        boolean belongs = root.type().startsWith("import_") || root.is("future_import_statement") || docstring;
        stillInHead &= belongs;
        if (stillInHead) {
            insertionLine = piece.endLine(root) + 1;
        }
    }

    /** Where a statement stands. @param guarded in a {@code try} with handlers */
    private record Surroundings(boolean inFunction, boolean guarded, int depth) {
        Surroundings deeper() {
            return new Surroundings(inFunction, guarded, depth + 1);
        }
    }

    private void block(SyntaxTree tree, Node block, Surroundings around) {
        if (around.depth() > DEEPEST) {
            return;
        }
        List<Node> statements = block.namedChildren();
        Indentation.check(tree, block, statements).ifPresent(this::finding);
        for (Node statement : statements) {
            statement(tree, statement, around);
        }
    }

    private void statement(SyntaxTree tree, Node node, Surroundings around) {
        switch (node.type()) {
            case "import_statement", "import_from_statement", "future_import_statement" ->
                imports.read(tree, node, around.inFunction(), around.guarded());
            case "expression_statement" -> assignment(tree, node, around);
            case "print_statement", "exec_statement" ->
                finding(SyntaxDoctor.at(tree, node, Message.of("python-syntax.statement-of-2")));
            case "decorated_definition" -> decorated(tree, node, around);
            case "function_definition" -> body(tree, node, new Surroundings(true, around.guarded(), around.depth()));
            case "class_definition" -> {
                scope.defined(tree.textOrEmpty(node.field("name")));
                body(tree, node, around);
            }
            case "try_statement" -> {
                boolean guarded = around.guarded() || node.child("except_clause") != null;
                nested(tree, node, new Surroundings(around.inFunction(), guarded, around.depth()));
            }
            default -> nested(tree, node, around);
        }
    }

    /** Looks into the blocks of {@code if}, {@code for}, {@code try}, {@code with}, {@code match} and their branches. */
    private void nested(SyntaxTree tree, Node node, Surroundings around) {
        if (!node.type().endsWith("_statement") && !node.type().endsWith("_clause")) {
            return;
        }
        for (Node child : node.namedChildren()) {
            if (child.is("block")) {
                block(tree, child, around.deeper());
            } else if (around.depth() < DEEPEST) {
                nested(tree, child, around.deeper());
            }
        }
    }

    private void body(SyntaxTree tree, Node definition, Surroundings around) {
        Node body = definition.field("body");
        if (body != null) {
            block(tree, body, around.deeper());
        }
    }

    private void decorated(SyntaxTree tree, Node node, Surroundings around) {
        Node definition = node.field("definition");
        if (definition == null) {
            return;
        }
        if (definition.is("function_definition") && !around.inFunction()) {
            List<Decoration> decorators = node.namedChildren().stream()
                    .filter(child -> child.is("decorator"))
                    .flatMap(child -> DecorationReader.read(tree, scope, child).stream())
                    .filter(call -> scope.mayBeApp(call.app()))
                    .toList();
            function(tree, node, definition, decorators);
        }
        statement(tree, definition, around);
    }

    private void function(SyntaxTree tree, Node whole, Node definition, List<Decoration> decorators) {
        Optional<Decoration> registration =
                decorators.stream().filter(Decoration::registers).findFirst();
        boolean binds = decorators.stream()
                .anyMatch(decorator -> scope.isApp(decorator.app()) && BindingReader.binds(decorator.method()));
        if (registration.isEmpty() && !binds) {
            return;
        }
        FunctionSignature signature = FunctionReader.read(tree, scope, whole, definition, decorators);
        appName = appName == null ? decorators.getFirst().app() : appName;
        if (registration.isPresent() && registration.get().called()) {
            functions.add(signature);
        } else {
            unregistered.add(new Unregistered(signature, registration.orElse(null)));
        }
    }

    private void assignment(SyntaxTree tree, Node statement, Surroundings around) {
        List<Node> children = statement.namedChildren();
        if (around.inFunction() || children.size() != 1 || !children.getFirst().is("assignment")) {
            return;
        }
        Node target = children.getFirst().field("left");
        Node value = children.getFirst().field("right");
        if (target == null || value == null || !target.is("identifier")) {
            return;
        }
        String name = tree.text(target);
        Node called = value.is("call") ? value.field("function") : null;
        if (called != null && scope.app(name, tree.text(called))) {
            apps.putIfAbsent(name, tree.range(statement));
        } else if (Literals.isText(value)) {
            scope.constant(name, Literals.text(tree, value));
        }
    }
}
