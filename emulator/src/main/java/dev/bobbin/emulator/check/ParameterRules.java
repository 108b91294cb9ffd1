package dev.bobbin.emulator.check;

import dev.bobbin.emulator.check.Rule.Breach;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.finding.TextRange;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.signature.Binding;
import dev.bobbin.emulator.signature.FunctionLayout.ParameterLayout;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.ParamType;
import dev.bobbin.emulator.signature.Parameter;
import dev.bobbin.emulator.signature.PythonKeywords;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names, types and defaults of the parameters callers pass. */
final class ParameterRules {

    static final List<Rule> ALL = List.of(
            Rule.error(
                    "missing-annotation",
                    "Every parameter has a type.",
                    Sources.INPUT_TYPES,
                    each(
                            parameter -> parameter.type() instanceof ParamType.Missing,
                            ParameterRules::withoutType,
                            ParameterRules::annotate)),
            Rule.error(
                    "unsupported-type",
                    "Every parameter has a type callers can pass.",
                    Sources.INPUT_TYPES,
                    each(
                            ParameterRules::isUnsupported,
                            (f, p) -> Message.of("unsupported-type", p.name(), f.name(), p.typeText()),
                            ParameterRules::supportedType)),
            Rule.warning(
                    "quoted-annotation",
                    "Types stand without quotation marks.",
                    Sources.SDK_BINDING,
                    each(
                            ParameterRules::isQuoted,
                            (f, p) -> Message.of("quoted-annotation", p.name(), f.name()),
                            ParameterRules::unquote)),
            Rule.error(
                    "default-value",
                    "No parameter has a default value.",
                    Sources.LIMITS,
                    each(
                            p -> p.defaultText() != null,
                            (f, p) -> Message.of("default-value", p.name(), f.name()),
                            ParameterRules::withoutDefault)),
            Rule.warning(
                    "underscore-in-parameter",
                    "Names of parameters have no underscores.",
                    Sources.LIMITS,
                    each(
                            p -> p.name().contains("_"),
                            (f, p) -> Message.of("underscore-in-parameter", p.name(), f.name(), camelCase(p.name())),
                            (f, p) -> rename(f, p, camelCase(p.name())))),
            Rule.error(
                    "reserved-parameter",
                    "No parameter has a name the service uses itself.",
                    Sources.LIMITS,
                    ParameterRules::reserved),
            Rule.warning(
                    "future-annotations",
                    "Annotations are not made texts.",
                    Sources.SDK_BINDING,
                    ParameterRules::futureAnnotations));

    private ParameterRules() {}

    private interface Fix extends BiFunction<FunctionSignature, Parameter, @Nullable QuickFix> {}

    private static Function<CheckedItem, Stream<Breach>> each(
            Predicate<Parameter> breaks, BiFunction<FunctionSignature, Parameter, Message> message, Fix fix) {
        return checked -> checked.functions()
                .flatMap(function -> function.parameters().stream()
                        .filter(breaks)
                        .map(parameter -> Breach.of(
                                layout(function, parameter).name(),
                                message.apply(function, parameter),
                                fix.apply(function, parameter))));
    }

    private static ParameterLayout layout(FunctionSignature function, Parameter parameter) {
        ParameterLayout layout = function.layout().parameters().get(parameter.name());
        return layout == null
                ? new ParameterLayout(TextRange.at(parameter.line(), parameter.column()), null, null, List.of())
                : layout;
    }

    /** A client class is no wrong type: its decorator is missing, which another rule says; None is documented. */
    private static boolean isUnsupported(Parameter parameter) {
        return parameter.type() instanceof ParamType.Unsupported
                && !parameter.typeText().equals("None")
                && Clients.of(parameter).isEmpty();
    }

    private static boolean isQuoted(Parameter parameter) {
        return parameter.typeText().startsWith("'") || parameter.typeText().startsWith("\"");
    }

    private static Message withoutType(FunctionSignature function, Parameter parameter) {
        if (isOfMethod(parameter)) {
            return Message.of("missing-annotation.method", function.name(), parameter.name());
        }
        return Message.of(
                "missing-annotation", parameter.name(), function.name(), Types.ofDefault(parameter.defaultText()));
    }

    private static boolean isOfMethod(Parameter parameter) {
        return parameter.name().equals("self") || parameter.name().equals("cls");
    }

    private static @Nullable QuickFix annotate(FunctionSignature function, Parameter parameter) {
        if (isOfMethod(parameter)) {
            return null;
        }
        String type = ": " + Types.ofDefault(parameter.defaultText());
        return QuickFix.automatic(
                Message.of("fix.add", type),
                Fixes.replace(layout(function, parameter).name().atEnd(), type));
    }

    /** What stands inside {@code Optional[…]}, else the nearest type there is. */
    private static @Nullable QuickFix supportedType(FunctionSignature function, Parameter parameter) {
        ParameterLayout layout = layout(function, parameter);
        TextRange type = layout.type();
        String better = Types.supported(parameter.typeText());
        if (type == null) {
            return null;
        }
        if (better == null && wraps(parameter.typeText())) {
            better = firstArgument(parameter.typeText());
        }
        return better == null ? null : QuickFix.automatic(Message.of("fix.use", better), Fixes.replace(type, better));
    }

    private static boolean wraps(String type) {
        return List.of("Optional", "Annotated", "Union", "Final", "Required").contains(Types.simpleName(type))
                || type.contains("|");
    }

    /** {@code str} of {@code Optional[str]}, {@code str | None} and {@code None | str}; null when it is not that simple. */
    private static @Nullable String firstArgument(String type) {
        String inner = type.strip();
        int bracket = inner.indexOf('[');
        if (bracket >= 0 && inner.endsWith("]") && !inner.contains("|")) {
            inner = inner.substring(bracket + 1, inner.length() - 1);
        }
        for (String part : inner.split(inner.contains("|") ? "\\|" : ",(?![^\\[]*\\])")) {
            String name = part.strip();
            boolean known = name.matches(
                    "(str|int|float|bool|datetime|(datetime\\.)?datetime|list|dict)(\\[[\\w, \\[\\]]*\\])?");
            if (known) {
                return name;
            }
        }
        return null;
    }

    private static @Nullable QuickFix unquote(FunctionSignature function, Parameter parameter) {
        TextRange type = layout(function, parameter).type();
        String inner = parameter.typeText().replaceAll("^['\"]+|['\"]+$", "");
        return type == null || inner.isBlank()
                ? null
                : QuickFix.automatic(Message.of("fix.write", inner), Fixes.replace(type, inner));
    }

    private static @Nullable QuickFix withoutDefault(FunctionSignature function, Parameter parameter) {
        TextRange value = layout(function, parameter).defaultValue();
        return value == null
                ? null
                : QuickFix.offered(Message.of("fix.remove", "= " + parameter.defaultText()), Fixes.replace(value, ""));
    }

    private static @Nullable QuickFix rename(FunctionSignature function, Parameter parameter, String name) {
        boolean taken = function.layout().parameters().containsKey(name);
        return taken
                ? null
                : Fixes.rename(
                        Message.of("fix.rename", name),
                        layout(function, parameter).uses(),
                        name);
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_")) {
            if (!word.isEmpty()) {
                camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
        }
        boolean usable = !camel.isEmpty() && Character.isJavaIdentifierStart(camel.charAt(0));
        if (!usable) {
            return "value" + camel;
        }
        return PythonKeywords.isReserved(camel.toString()) ? camel + "Value" : camel.toString();
    }

    private static Stream<Breach> reserved(CheckedItem checked) {
        return checked.functions()
                .flatMap(function -> function.hostParameters().stream()
                        .filter(parameter -> function.bindings().stream()
                                .map(Binding::argName)
                                .noneMatch(parameter.name()::equals))
                        .map(parameter -> Breach.of(
                                layout(function, parameter).name(),
                                Message.of("reserved-parameter", parameter.name(), function.name()),
                                rename(function, parameter, parameter.name() + "Value"))));
    }

    private static Stream<Breach> futureAnnotations(CheckedItem checked) {
        return checked.outline().imports().stream()
                .filter(module -> module.module().equals("__future__"))
                .filter(module -> module.names().contains("annotations"))
                .map(module -> Breach.of(
                        module.statement(),
                        Message.of("future-annotations"),
                        module.names().size() == 1
                                ? QuickFix.automatic(
                                        Message.of("fix.remove-import"), Fixes.withoutLines(module.statement()))
                                : null));
    }
}
