package dev.bobbin.emulator.check;

import dev.bobbin.emulator.check.Rule.Breach;
import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.signature.Binding;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.ParamType;
import dev.bobbin.emulator.signature.Parameter;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Names, types and defaults of the parameters callers pass. */
final class ParameterRules {

    private static final String TYPES = "Programming model for Python, \"Supported input types\"";
    private static final String LIMITS = "User data functions, service limits and considerations";
    private static final String SDK = "fabric-user-data-functions 1.0, binding of requests";

    static final List<Rule> ALL = List.of(
            Rule.error(
                    "missing-annotation",
                    TYPES,
                    each(
                            FunctionSignature::parameters,
                            isMissing(),
                            (f, p) -> "The parameter " + p.name() + " of " + f.name()
                                    + " has no type. Write one, such as " + p.name() + ": str.")),
            Rule.error(
                    "unsupported-type",
                    TYPES,
                    each(
                            FunctionSignature::parameters,
                            isUnsupported(),
                            (f, p) -> "The parameter " + p.name() + " of " + f.name() + " has the type " + p.typeText()
                                    + ", which callers cannot pass. Use str, int, float, bool, datetime, list or dict.")),
            Rule.warning(
                    "quoted-annotation",
                    SDK,
                    each(
                            FunctionSignature::parameters,
                            isQuoted(),
                            (f, p) -> "The type of the parameter " + p.name() + " of " + f.name()
                                    + " stands in quotation marks; the service cannot read it there. Remove them.")),
            Rule.error(
                    "default-value",
                    LIMITS,
                    each(
                            FunctionSignature::parameters,
                            p -> p.defaultText() != null,
                            (f, p) -> "The parameter " + p.name() + " of " + f.name()
                                    + " has a default value, which the service does not support. Remove it and pass the value in every call.")),
            Rule.warning(
                    "underscore-in-parameter",
                    LIMITS,
                    each(
                            FunctionSignature::parameters,
                            p -> p.name().contains("_"),
                            (f, p) -> "The parameter " + p.name() + " of " + f.name()
                                    + " has an underscore in its name; the service asks for camelCase, such as "
                                    + camelCase(p.name())
                                    + ".")),
            Rule.error("reserved-parameter", LIMITS, ParameterRules::reserved),
            Rule.warning("future-annotations", SDK, ParameterRules::futureAnnotations));

    private ParameterRules() {}

    private static Function<CheckedItem, Stream<Breach>> each(
            Function<FunctionSignature, List<Parameter>> parameters,
            Predicate<Parameter> breaks,
            BiFunction<FunctionSignature, Parameter, String> message) {
        return checked -> checked.outline().functions().stream()
                .flatMap(function -> parameters.apply(function).stream()
                        .filter(breaks)
                        .map(parameter -> Breach.of(place(parameter), message.apply(function, parameter))));
    }

    private static Place place(Parameter parameter) {
        return CheckedItem.at(parameter.line(), parameter.column());
    }

    private static Predicate<Parameter> isMissing() {
        return parameter -> parameter.type() instanceof ParamType.Missing;
    }

    /** A client class is no wrong type: its decorator is missing, which another rule says. */
    private static Predicate<Parameter> isUnsupported() {
        return parameter -> parameter.type() instanceof ParamType.Unsupported
                && ConnectionRules.client(parameter).isEmpty();
    }

    private static Predicate<Parameter> isQuoted() {
        return parameter ->
                parameter.typeText().startsWith("'") || parameter.typeText().startsWith("\"");
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_")) {
            if (!word.isEmpty()) {
                camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
        }
        return camel.isEmpty() ? "value" : camel.toString();
    }

    private static Stream<Breach> reserved(CheckedItem checked) {
        return checked.outline().functions().stream()
                .flatMap(
                        function -> function.hostParameters().stream()
                                .filter(parameter -> function.bindings().stream()
                                        .map(Binding::argName)
                                        .noneMatch(parameter.name()::equals))
                                .map(
                                        parameter -> Breach.of(
                                                place(parameter),
                                                "The parameter " + parameter.name() + " of " + function.name()
                                                        + " never gets a value from a caller: the service uses that name itself. Choose another.")));
    }

    private static Stream<Breach> futureAnnotations(CheckedItem checked) {
        return checked.outline().imports().stream()
                .filter(module -> module.module().equals("__future__"))
                .filter(module -> checked.item().script().contains("annotations"))
                .map(module -> Breach.of(
                        CheckedItem.line(module.line()),
                        "With this import the service cannot read the types of your parameters. Remove it."));
    }
}
