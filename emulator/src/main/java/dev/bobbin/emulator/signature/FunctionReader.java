package dev.bobbin.emulator.signature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSNode;

/** Makes a signature of a decorated function. Source: SDK, the decorators of {@code UserDataFunctions}. */
final class FunctionReader {

    /** Names the host passes itself, whatever their annotation. Source: SDK, reserved keyword arguments. */
    static final Set<String> RESERVED = Set.of("req", "context", "notusedfabriccontext", "reqInvocationId");

    private final SyntaxTree tree;
    private final TypeReader types;
    private final Map<String, Annotated> annotated = new HashMap<>();

    /** What a binding wants to know of its parameter. */
    private record Annotated(String typeText, String className) {}

    FunctionReader(SyntaxTree tree, Scope scope) {
        this.tree = tree;
        this.types = new TypeReader(tree, scope);
    }

    /** The signature of a function definition below these decorators. */
    FunctionSignature read(TSNode definition, List<DecoratorCall> decorators) {
        annotated.clear();
        List<Parameter> all = parameters(definition);
        List<Binding> bindings =
                decorators.stream().flatMap(d -> binding(d).stream()).toList();
        Set<String> bound = bindings.stream().map(Binding::argName).collect(Collectors.toSet());
        Map<Boolean, List<Parameter>> byHost = all.stream()
                .collect(Collectors.partitioningBy(p -> bound.contains(p.name()) || RESERVED.contains(p.name())));
        TSNode body = SyntaxTree.field(definition, "body");
        return new FunctionSignature(
                tree.textOrEmpty(SyntaxTree.field(definition, "name")),
                body == null ? "" : Literals.docstring(tree, body),
                tree.textOrEmpty(SyntaxTree.field(definition, "return_type")),
                byHost.getOrDefault(false, List.of()),
                byHost.getOrDefault(true, List.of()),
                bindings,
                SyntaxTree.children(definition).stream()
                        .anyMatch(child -> child.getType().equals("async")),
                decorators.stream().anyMatch(d -> d.name().equals("streaming_function")),
                tree.line(definition),
                tree.endLine(definition));
    }

    private List<Parameter> parameters(TSNode definition) {
        TSNode list = SyntaxTree.field(definition, "parameters");
        List<Parameter> parameters = new ArrayList<>();
        for (TSNode node : list == null ? List.<TSNode>of() : SyntaxTree.namedChildren(list)) {
            parameter(node).ifPresent(parameters::add);
        }
        return parameters;
    }

    /** Catch-alls such as {@code **kwargs} are nothing a caller can name. */
    private Optional<Parameter> parameter(TSNode node) {
        TSNode name =
                switch (node.getType()) {
                    case "identifier" -> node;
                    case "typed_parameter" -> SyntaxTree.namedChildren(node).getFirst();
                    case "default_parameter", "typed_default_parameter" -> SyntaxTree.field(node, "name");
                    default -> null;
                };
        if (name == null || !name.getType().equals("identifier")) {
            return Optional.empty();
        }
        TSNode type = node.getType().equals("identifier") ? null : SyntaxTree.field(node, "type");
        TSNode value = node.getType().equals("identifier") ? null : SyntaxTree.field(node, "value");
        String typeText = tree.textOrEmpty(type);
        annotated.put(tree.text(name), new Annotated(typeText, types.className(type)));
        return Optional.of(new Parameter(
                tree.text(name),
                types.read(type),
                typeText,
                value == null ? null : tree.text(value),
                tree.line(node),
                tree.column(node)));
    }

    private Optional<Binding> binding(DecoratorCall call) {
        return Optional.ofNullable(
                switch (call.name()) {
                    case "connection", "alias_connection" -> connection(call, 0, 1);
                    case "fabric_item_input" -> connection(call, 1, 0);
                    case "generic_connection" -> connection(call, Integer.MAX_VALUE, 0);
                    case "context", "user_data_function_context_input" -> context(call);
                    default -> null;
                });
    }

    private Binding context(DecoratorCall call) {
        String argName = orEmpty(call.argument("argName", 0));
        return new Binding.Context(argName, annotation(argName).typeText(), call.line());
    }

    /** A connection with an audience is a generic one; the name of the argument defaults to the alias. */
    private Binding connection(DecoratorCall call, int aliasPosition, int argNamePosition) {
        String alias = call.argument("alias", aliasPosition);
        String named = call.argument("argName", argNamePosition);
        String argName = orEmpty(named == null ? alias : named);
        Annotated parameter = annotation(argName);
        String audience = call.keywords().get("audienceType");
        if (audience == null && !call.name().equals("generic_connection")) {
            String client = Scope.simpleName(parameter.className());
            return new Binding.Connection(argName, orEmpty(alias), client, parameter.typeText(), call.line());
        }
        Map<String, String> options = new LinkedHashMap<>(call.keywords());
        options.keySet().removeAll(Set.of("alias", "argName", "audienceType"));
        return new Binding.Generic(
                argName, alias, orEmpty(audience), parameter.typeText(), Map.copyOf(options), call.line());
    }

    private Annotated annotation(String argName) {
        return annotated.getOrDefault(argName, new Annotated("", ""));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
