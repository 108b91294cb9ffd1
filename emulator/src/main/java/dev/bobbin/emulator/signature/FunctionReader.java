package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.finding.TextRange;
import dev.bobbin.emulator.signature.FunctionLayout.ParameterLayout;
import dev.bobbin.emulator.signature.FunctionLayout.Uncallable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a signature of one decorated function. Source: SDK, the decorators of {@code UserDataFunctions}. */
final class FunctionReader {

    /** Names the host passes itself, whatever their annotation. Source: SDK, reserved keyword arguments. */
    static final Set<String> RESERVED = Set.of("req", "context", "notusedfabriccontext", "reqInvocationId");

    private final SyntaxTree tree;
    private final TypeReader types;
    private final Node definition;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<String, ParameterLayout> layouts = new LinkedHashMap<>();
    private final Map<String, String> classNames = new LinkedHashMap<>();
    private final List<Uncallable> uncallable = new ArrayList<>();

    private FunctionReader(SyntaxTree tree, Scope scope, Node definition) {
        this.tree = tree;
        this.types = new TypeReader(tree, scope);
        this.definition = definition;
    }

    /**
     * The signature of a function definition.
     *
     * @param whole the definition with its decorators
     * @param decorators those of the app
     */
    static FunctionSignature read(
            SyntaxTree tree, Scope scope, Node whole, Node definition, List<Decoration> decorators) {
        FunctionReader reader = new FunctionReader(tree, scope, definition);
        reader.readParameters();
        return reader.signature(whole, decorators);
    }

    private FunctionSignature signature(Node whole, List<Decoration> decorators) {
        List<Binding> bindings = decorators.stream()
                .flatMap(decorator -> BindingReader.read(decorator, this::typeText, this::className).stream())
                .toList();
        Set<String> bound = bindings.stream().map(Binding::argName).collect(Collectors.toSet());
        Map<Boolean, List<Parameter>> byHost = parameters.stream()
                .collect(Collectors.partitioningBy(p -> bound.contains(p.name()) || RESERVED.contains(p.name())));
        Node body = definition.field("body");
        return new FunctionSignature(
                tree.textOrEmpty(definition.field("name")),
                body == null ? "" : Literals.docstring(tree, body),
                tree.textOrEmpty(definition.field("return_type")),
                types.read(definition.field("return_type")),
                byHost.getOrDefault(false, List.of()),
                byHost.getOrDefault(true, List.of()),
                bindings,
                definition.child("async") != null,
                decorators.stream().anyMatch(d -> d.method().equals("streaming_function")),
                tree.line(definition),
                tree.endLine(definition),
                layout(whole, decorators));
    }

    private FunctionLayout layout(Node whole, List<Decoration> decorators) {
        Node name = definition.field("name");
        Node list = definition.field("parameters");
        return new FunctionLayout(
                tree.range(whole),
                tree.range(name == null ? definition : name),
                tree.range(list == null ? definition : list).atEnd(),
                rangeOf(definition.field("return_type")),
                layouts,
                decorators,
                uncallable);
    }

    private String typeText(String parameter) {
        return parameters.stream()
                .filter(p -> p.name().equals(parameter))
                .map(Parameter::typeText)
                .findFirst()
                .orElse("");
    }

    private String className(String parameter) {
        return classNames.getOrDefault(parameter, "");
    }

    private void readParameters() {
        Node list = definition.field("parameters");
        for (Node node : list == null ? List.<Node>of() : list.namedChildren()) {
            switch (node.type()) {
                case "identifier" -> add(node, node, null, null);
                case "typed_parameter" -> {
                    Node inner = node.namedChildren().getFirst();
                    if (inner.is("identifier")) {
                        add(node, inner, node.field("type"), null);
                    } else {
                        uncallable.add(new Uncallable(tree.text(inner), false, tree.range(node)));
                    }
                }
                case "default_parameter", "typed_default_parameter" ->
                    add(node, node.field("name"), node.field("type"), node.field("value"));
                case "list_splat_pattern", "dictionary_splat_pattern" ->
                    uncallable.add(new Uncallable(tree.text(node), false, tree.range(node)));
                case "positional_separator" ->
                    parameters.forEach(before -> uncallable.add(
                            new Uncallable(before.name(), true, TextRange.at(before.line(), before.column()))));
                default -> {}
            }
        }
    }

    private void add(Node node, @Nullable Node name, @Nullable Node type, @Nullable Node value) {
        if (name == null || !name.is("identifier")) {
            return;
        }
        String text = tree.text(name);
        classNames.put(text, types.className(type));
        parameters.add(new Parameter(
                text,
                types.read(type),
                tree.textOrEmpty(type),
                value == null ? null : tree.text(value),
                tree.line(node),
                tree.column(node)));
        TextRange nameRange = tree.range(name);
        TextRange beforeDefault = type == null ? nameRange : tree.range(type);
        layouts.put(
                text,
                new ParameterLayout(
                        nameRange,
                        rangeOf(type),
                        value == null ? null : beforeDefault.atEnd().to(tree.range(value)),
                        Names.uses(tree, definition, text)));
    }

    private @Nullable TextRange rangeOf(@Nullable Node node) {
        return node == null ? null : tree.range(node);
    }
}
