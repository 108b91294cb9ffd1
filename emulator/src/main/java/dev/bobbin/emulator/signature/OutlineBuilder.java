package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.signature.SourceOutline.Declared;
import dev.bobbin.emulator.signature.SourceOutline.Import;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSNode;

/**
 * Walks over the statements of a file in their order, as the interpreter would, and collects what an outline tells.
 * Names are resolved with what was imported so far. Functions inside other functions are not invokable and left out.
 */
final class OutlineBuilder {

    /** Blocks nested deeper than this are not looked into; Python itself gives up at 100. */
    private static final int DEEPEST = 100;

    private final Scope scope = new Scope();
    private final List<FunctionSignature> functions = new ArrayList<>();
    private final List<Import> imports = new ArrayList<>();
    private final List<Declared> apps = new ArrayList<>();
    private final List<Declared> bareDecorators = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    void finding(Finding finding) {
        findings.add(finding);
    }

    boolean hasFindings() {
        return !findings.isEmpty();
    }

    SourceOutline build() {
        return new SourceOutline(functions, imports, apps, bareDecorators, findings);
    }

    /** Takes in all statements of a tree. */
    void add(SyntaxTree tree) {
        block(tree, tree.root(), false, 0);
    }

    /** Takes in the head of a function whose body could not be read up to its last line. */
    void addHead(SyntaxTree tree, int lastLine) {
        int before = functions.size();
        add(tree);
        for (int i = before; i < functions.size(); i++) {
            functions.set(i, functions.get(i).endingAt(lastLine));
        }
    }

    private void block(SyntaxTree tree, TSNode block, boolean inFunction, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        List<TSNode> statements = SyntaxTree.namedChildren(block);
        Indentation.check(tree, block, statements).ifPresent(this::finding);
        for (TSNode statement : statements) {
            statement(tree, statement, inFunction, depth);
        }
    }

    private void statement(SyntaxTree tree, TSNode node, boolean inFunction, int depth) {
        switch (node.getType()) {
            case "import_statement" -> importModules(tree, node, inFunction);
            case "import_from_statement" -> importNames(tree, node, inFunction);
            case "future_import_statement" -> imports.add(new Import("__future__", tree.line(node)));
            case "expression_statement" -> assignment(tree, node, inFunction);
            case "print_statement", "exec_statement" ->
                finding(SyntaxDoctor.at(tree, node, "what follows this word must stand in parentheses in Python 3."));
            case "decorated_definition" -> decorated(tree, node, inFunction, depth);
            case "function_definition" -> body(tree, node, true, depth);
            case "class_definition" -> body(tree, node, inFunction, depth);
            default -> nested(tree, node, inFunction, depth);
        }
    }

    /** Looks into the blocks of {@code if}, {@code for}, {@code try}, {@code with}, {@code match} and their branches. */
    private void nested(SyntaxTree tree, TSNode node, boolean inFunction, int depth) {
        if (!node.getType().endsWith("_statement") && !node.getType().endsWith("_clause")) {
            return;
        }
        for (TSNode child : SyntaxTree.namedChildren(node)) {
            if (child.getType().equals("block")) {
                block(tree, child, inFunction, depth + 1);
            } else if (depth < DEEPEST) {
                nested(tree, child, inFunction, depth + 1);
            }
        }
    }

    private void body(SyntaxTree tree, TSNode definition, boolean inFunction, int depth) {
        TSNode body = SyntaxTree.field(definition, "body");
        if (body != null) {
            block(tree, body, inFunction, depth + 1);
        }
    }

    private void decorated(SyntaxTree tree, TSNode node, boolean inFunction, int depth) {
        TSNode definition = SyntaxTree.field(node, "definition");
        if (definition == null) {
            return;
        }
        if (definition.getType().equals("function_definition") && !inFunction) {
            List<DecoratorCall> decorators = SyntaxTree.namedChildren(node).stream()
                    .filter(child -> child.getType().equals("decorator"))
                    .flatMap(child -> DecoratorCall.read(tree, scope, child).stream())
                    .filter(call -> scope.mayBeApp(call.app()))
                    .toList();
            function(tree, definition, decorators);
        }
        statement(tree, definition, inFunction, depth);
    }

    private void function(SyntaxTree tree, TSNode definition, List<DecoratorCall> decorators) {
        Optional<DecoratorCall> registration = decorators.stream()
                .filter(call -> call.name().equals("function") || call.name().equals("streaming_function"))
                .findFirst();
        if (registration.isEmpty()) {
            return;
        }
        FunctionSignature signature = new FunctionReader(tree, scope).read(definition, decorators);
        if (registration.get().called()) {
            functions.add(signature);
        } else {
            bareDecorators.add(new Declared(signature.name(), registration.get().line()));
        }
    }

    private void assignment(SyntaxTree tree, TSNode statement, boolean inFunction) {
        List<TSNode> children = SyntaxTree.namedChildren(statement);
        if (inFunction || children.size() != 1 || !children.getFirst().getType().equals("assignment")) {
            return;
        }
        TSNode target = SyntaxTree.field(children.getFirst(), "left");
        TSNode value = SyntaxTree.field(children.getFirst(), "right");
        if (target == null || value == null || !target.getType().equals("identifier")) {
            return;
        }
        String name = tree.text(target);
        TSNode called = value.getType().equals("call") ? SyntaxTree.field(value, "function") : null;
        if (called != null && scope.app(name, tree.text(called))) {
            apps.add(new Declared(name, tree.line(statement)));
        } else if (Literals.isText(value)) {
            scope.constant(name, Literals.text(tree, value));
        }
    }

    private void importModules(SyntaxTree tree, TSNode node, boolean inFunction) {
        for (TSNode child : SyntaxTree.namedChildren(node)) {
            String module = tree.textOrEmpty(imported(child)).replaceAll("\\s", "");
            String top = module.split("\\.", 2)[0];
            TSNode alias = SyntaxTree.field(child, "alias");
            imports.add(new Import(top, tree.line(node)));
            if (!inFunction) {
                scope.imported(alias == null ? top : tree.text(alias), alias == null ? top : module);
            }
        }
    }

    private void importNames(SyntaxTree tree, TSNode node, boolean inFunction) {
        TSNode from = SyntaxTree.field(node, "module_name");
        String module = tree.textOrEmpty(from).replaceAll("\\s", "");
        if (SyntaxTree.is(from, "dotted_name")) {
            imports.add(new Import(module.split("\\.", 2)[0], tree.line(node)));
        }
        for (TSNode child : SyntaxTree.namedChildren(node).stream().skip(1).toList()) {
            TSNode alias = SyntaxTree.field(child, "alias");
            String name = tree.textOrEmpty(imported(child));
            if (!inFunction && !name.isEmpty() && !name.equals("*")) {
                scope.imported(alias == null ? name : tree.text(alias), module + "." + name);
            }
        }
    }

    private static @Nullable TSNode imported(TSNode child) {
        return child.getType().equals("aliased_import") ? SyntaxTree.field(child, "name") : child;
    }
}
