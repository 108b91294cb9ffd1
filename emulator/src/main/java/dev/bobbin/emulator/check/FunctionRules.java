package dev.bobbin.emulator.check;

import dev.bobbin.emulator.check.Rule.Breach;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.finding.TextRange;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.signature.CodeFact;
import dev.bobbin.emulator.signature.Decoration;
import dev.bobbin.emulator.signature.FunctionLayout.Uncallable;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.ParamType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names, return types and the shape of functions. */
final class FunctionRules {

    private static final Set<String> RESERVED = Set.of("req", "context", "reqInvocationId");

    static final List<Rule> ALL = List.of(
            Rule.error(
                    "missing-return-type",
                    "A function says what it returns.",
                    Sources.SDK_METADATA,
                    FunctionRules::missingReturnType),
            Rule.error(
                    "unsupported-return-type",
                    "A function returns a type the service knows.",
                    Sources.OUTPUT_TYPES,
                    FunctionRules::unsupportedReturnType),
            Rule.error(
                    "reserved-function-name",
                    "A function has no name the service uses itself.",
                    Sources.LIMITS,
                    FunctionRules::reservedName),
            Rule.error(
                    "duplicate-function",
                    "Every function has a name of its own.",
                    Sources.SDK_METADATA,
                    FunctionRules::duplicates),
            Rule.error(
                    "uncallable-parameter",
                    "Every parameter can be filled by its name.",
                    Sources.SDK_BINDING,
                    FunctionRules::uncallable),
            Rule.warning(
                    "generator-function",
                    "A function returns its result and yields nothing.",
                    Sources.SDK_RESULTS,
                    checked -> generators(checked, false)),
            Rule.error(
                    "generator-stream",
                    "A function that streams returns a StreamResponse.",
                    Sources.SDK_DECORATORS,
                    checked -> generators(checked, true)),
            Rule.warning(
                    "function-calls-function",
                    "Functions share code through helpers.",
                    Sources.MODEL,
                    FunctionRules::calls));

    private FunctionRules() {}

    private static Stream<Breach> missingReturnType(CheckedItem checked) {
        return checked.functions()
                .filter(function -> function.returnText().isEmpty())
                .map(function -> {
                    // What streams returns a StreamResponse, whatever its pieces are.
                    @Nullable String type = function.streaming() ? checked.outline().head().stream() : "str";
                    String written = "-> " + (type == null ? "StreamResponse" : type);
                    return Breach.of(
                            function.layout().name(),
                            Message.of("missing-return-type", function.name(), written),
                            type == null
                                    ? null
                                    : QuickFix.automatic(
                                            Message.of("fix.add", written),
                                            Fixes.replace(function.layout().afterParameters(), " " + written)));
                });
    }

    private static Stream<Breach> unsupportedReturnType(CheckedItem checked) {
        return checked.functions()
                .filter(function -> function.returnType() instanceof ParamType.Unsupported && !isKnown(function))
                .map(function -> {
                    TextRange type = function.layout().returnType();
                    if (isStream(function)) {
                        return streaming(
                                function, type == null ? function.layout().name() : type);
                    }
                    String better = Types.supportedReturn(function.returnText());
                    return Breach.of(
                            type == null ? function.layout().name() : type,
                            Message.of("unsupported-return-type", function.name(), function.returnText()),
                            type == null || better == null
                                    ? null
                                    : QuickFix.automatic(
                                            Message.of("fix.return", better), Fixes.replace(type, better)));
                });
    }

    private static boolean isKnown(FunctionSignature function) {
        return function.returnText().equals("None") || (function.streaming() && isStream(function));
    }

    private static boolean isStream(FunctionSignature function) {
        return function.returnText().endsWith("StreamResponse");
    }

    /** It was meant for the other decorator. */
    private static Breach streaming(FunctionSignature function, TextRange place) {
        Decoration registering = registering(function);
        String decorator = "@" + registering.app() + ".streaming_function()";
        return Breach.of(
                place,
                Message.of("unsupported-return-type.stream", function.name(), registering.app()),
                QuickFix.offered(Message.of("fix.write", decorator), Fixes.replace(registering.range(), decorator)));
    }

    private static Decoration registering(FunctionSignature function) {
        return function.layout().decorators().stream()
                .filter(Decoration::registers)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Breach> reservedName(CheckedItem checked) {
        return checked.functions()
                .filter(function -> RESERVED.contains(function.name()))
                .map(function -> Breach.of(
                        function.layout().name(),
                        Message.of("reserved-function-name", function.name()),
                        QuickFix.offered(
                                Message.of("fix.rename", function.name() + "Function"),
                                Fixes.replace(function.layout().name(), function.name() + "Function"))));
    }

    /** Functions of the same name in the branches of an {@code if} or {@code try} never meet. */
    private static Stream<Breach> duplicates(CheckedItem checked) {
        Set<String> seen = new HashSet<>();
        return checked.functions()
                .filter(function -> function.layout().whole().column() == 1)
                .filter(function -> !seen.add(function.name()))
                .map(function -> Breach.of(
                        function.layout().name(),
                        Message.of("duplicate-function", function.name()),
                        QuickFix.offered(
                                Message.of("fix.rename", function.name() + "2"),
                                Fixes.replace(function.layout().name(), function.name() + "2"))));
    }

    private static Stream<Breach> uncallable(CheckedItem checked) {
        return checked.functions()
                .flatMap(function -> function.layout().uncallable().stream()
                        .map(parameter -> Breach.of(parameter.range(), uncallable(function, parameter), null)));
    }

    private static Message uncallable(FunctionSignature function, Uncallable parameter) {
        return Message.of(
                parameter.positionalOnly() ? "uncallable-parameter.positional" : "uncallable-parameter.collecting",
                parameter.text(),
                function.name());
    }

    private static Stream<Breach> generators(CheckedItem checked, boolean streaming) {
        return checked.outline().facts().stream()
                .filter(CodeFact.GeneratorFunction.class::isInstance)
                .map(CodeFact.GeneratorFunction.class::cast)
                .flatMap(fact -> checked.outline().function(fact.function()).stream()
                        .filter(function -> function.streaming() == streaming)
                        .map(function -> Breach.of(
                                fact.range(),
                                Message.of(
                                        streaming ? "generator-stream" : "generator-function",
                                        function.name(),
                                        registering(function).app()),
                                null)));
    }

    private static Stream<Breach> calls(CheckedItem checked) {
        return checked.outline().facts().stream()
                .filter(CodeFact.FunctionCall.class::isInstance)
                .map(CodeFact.FunctionCall.class::cast)
                .map(call -> Breach.of(
                        call.range(), Message.of("function-calls-function", call.caller(), call.called()), null));
    }
}
