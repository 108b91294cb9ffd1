package dev.bobbin.emulator.signature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads annotations. As in the SDK, the last part of the name decides once type arguments are taken off.
 *
 * <p>Source: programming model, "Supported input types"; SDK, conversion by type name.
 */
final class TypeReader {

    /** Type arguments nested deeper than this mean nothing to a form. */
    private static final int DEEPEST = 16;

    private final SyntaxTree tree;
    private final Scope scope;

    TypeReader(SyntaxTree tree, Scope scope) {
        this.tree = tree;
        this.scope = scope;
    }

    /** The type an annotation stands for. */
    ParamType read(@Nullable Node annotation) {
        return annotation == null ? new ParamType.Missing() : read(annotation, 0);
    }

    /** Dotted name of the annotation's class with import aliases resolved; empty when it is no plain name. */
    String className(@Nullable Node annotation) {
        if (annotation == null) {
            return "";
        }
        Node base = base(inner(annotation));
        return isName(base) ? scope.resolve(dotted(base)) : "";
    }

    private ParamType read(Node annotation, int depth) {
        Node node = inner(annotation);
        if (node.is("string")) {
            return ofName(Literals.text(tree, node).strip(), null, null);
        }
        Node base = base(node);
        if (!isName(base) || depth > DEEPEST) {
            return new ParamType.Unsupported(tree.text(node));
        }
        List<Node> arguments = arguments(node);
        ParamType first = arguments.isEmpty() ? null : read(arguments.getFirst(), depth + 1);
        ParamType last = arguments.size() < 2 ? first : read(arguments.getLast(), depth + 1);
        return ofName(scope.resolve(dotted(base)), first, last);
    }

    private static ParamType ofName(String name, @Nullable ParamType first, @Nullable ParamType last) {
        return switch (Scope.simpleName(name)) {
            case "str" -> new ParamType.Str();
            case "int" -> new ParamType.Int();
            case "float" -> new ParamType.Float();
            case "bool" -> new ParamType.Bool();
            case "datetime" -> new ParamType.DateTime();
            case "list", "List" -> new ParamType.ListOf(first);
            case "dict", "Dict" -> new ParamType.Dict(last);
            case "set", "Set" -> new ParamType.SetOf(first);
            case "tuple", "Tuple" -> new ParamType.Tuple();
            case "DataFrame" -> new ParamType.DataFrame();
            case "Series" -> new ParamType.Series();
            default -> new ParamType.Unsupported(name);
        };
    }

    private static Node inner(Node annotation) {
        Node node = annotation;
        while (node.is("type") || node.is("parenthesized_expression")) {
            List<Node> children = node.namedChildren();
            if (children.size() != 1) {
                return node;
            }
            node = children.getFirst();
        }
        return node;
    }

    private static Node base(Node node) {
        return switch (node.type()) {
            case "generic_type", "subscript" -> node.namedChildren().getFirst();
            default -> node;
        };
    }

    private static List<Node> arguments(Node node) {
        List<Node> children = node.namedChildren();
        return switch (node.type()) {
            case "subscript" -> children.subList(1, children.size());
            case "generic_type" ->
                children.size() < 2 ? List.of() : children.get(1).namedChildren();
            default -> List.of();
        };
    }

    private static boolean isName(Node node) {
        Node part = node;
        while (part != null && part.is("attribute")) {
            part = part.field("object");
        }
        return Node.is(part, "identifier");
    }

    private String dotted(Node name) {
        return tree.text(name).replaceAll("\\s", "");
    }
}
