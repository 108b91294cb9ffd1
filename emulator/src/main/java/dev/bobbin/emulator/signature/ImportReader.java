package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.signature.SourceOutline.Import;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads import statements. Those of functions are noted; names they bring are known in the function only. */
final class ImportReader {

    private final Scope scope;
    private final List<Import> found = new ArrayList<>();

    ImportReader(Scope scope) {
        this.scope = scope;
    }

    List<Import> found() {
        return found;
    }

    /** @param guarded whether a failure would be caught */
    void read(SyntaxTree tree, Node statement, boolean inFunction, boolean guarded) {
        switch (statement.type()) {
            case "import_statement" -> modules(tree, statement, inFunction, guarded);
            case "import_from_statement" -> names(tree, statement, inFunction, guarded);
            default ->
                found.add(new Import(
                        "__future__", "__future__", namesOf(tree, statement, 0), guarded, tree.range(statement)));
        }
    }

    private void modules(SyntaxTree tree, Node statement, boolean inFunction, boolean guarded) {
        for (Node child : statement.namedChildren()) {
            String module = withoutBlanks(tree.textOrEmpty(imported(child)));
            String top = top(module);
            Node alias = child.field("alias");
            found.add(new Import(top, module, List.of(), guarded, tree.range(statement)));
            if (!inFunction) {
                scope.imported(alias == null ? top : tree.text(alias), alias == null ? top : module);
            }
        }
    }

    private void names(SyntaxTree tree, Node statement, boolean inFunction, boolean guarded) {
        Node from = statement.field("module_name");
        String module = withoutBlanks(tree.textOrEmpty(from));
        if (Node.is(from, "dotted_name")) {
            found.add(new Import(top(module), module, namesOf(tree, statement, 1), guarded, tree.range(statement)));
        }
        for (Node child : statement.namedChildren().stream().skip(1).toList()) {
            Node alias = child.field("alias");
            String name = tree.textOrEmpty(imported(child));
            if (!inFunction && !name.isEmpty() && !name.equals("*")) {
                scope.imported(alias == null ? name : tree.text(alias), module + "." + name);
            }
        }
    }

    private static List<String> namesOf(SyntaxTree tree, Node statement, int skipped) {
        return statement.namedChildren().stream()
                .skip(skipped)
                .map(child -> tree.textOrEmpty(imported(child)))
                .toList();
    }

    private static @Nullable Node imported(Node child) {
        return child.is("aliased_import") ? child.field("name") : child;
    }

    private static String top(String module) {
        int dot = module.indexOf('.');
        return dot < 0 ? module : module.substring(0, dot);
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("[\\s\\\\]", "");
    }
}
