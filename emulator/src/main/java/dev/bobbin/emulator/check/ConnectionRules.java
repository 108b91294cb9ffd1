package dev.bobbin.emulator.check;

import dev.bobbin.emulator.check.Rule.Breach;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.finding.TextEdit;
import dev.bobbin.emulator.finding.TextRange;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.signature.Binding;
import dev.bobbin.emulator.signature.Decoration;
import dev.bobbin.emulator.signature.Decoration.Argument;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decorators and the parameters they fill. */
final class ConnectionRules {

    /** Audiences the SDK knows, by their spelling in small letters. Source: SDK; the documents spell one differently. */
    private static final Map<String, String> AUDIENCES = Map.of(
            "cosmosdb", "CosmosDB",
            "keyvault", "KeyVault",
            "kusto", "Kusto",
            "fabric", "Fabric",
            "eventgrid", "EventGrid");

    static final List<Rule> ALL = List.of(
            Rule.error(
                    "unknown-argument",
                    "A decorator fills a parameter that is there.",
                    Sources.CONNECTIONS,
                    ConnectionRules::unknownArgument),
            Rule.error(
                    "missing-alias",
                    "A connection names its data source.",
                    Sources.CONNECTIONS,
                    ConnectionRules::missingAlias),
            Rule.error(
                    "missing-connection",
                    "A parameter of a connection's type has a decorator.",
                    Sources.CONNECTIONS,
                    ConnectionRules::missingConnection),
            Rule.warning(
                    "alias-not-text",
                    "An alias stands as text in its decorator.",
                    Sources.CONNECTIONS,
                    ConnectionRules::aliasNotText),
            Rule.warning(
                    "unknown-audience",
                    "An audience is spelled as the SDK knows it.",
                    Sources.AUDIENCES,
                    ConnectionRules::unknownAudience));

    private ConnectionRules() {}

    /** A binding, the decorator it comes from, and its function. */
    record Bound(FunctionSignature function, Binding binding, Decoration decorator) {}

    /** All bindings of the invokable functions. */
    static Stream<Bound> bindings(CheckedItem checked) {
        return checked.functions()
                .flatMap(function -> function.bindings().stream()
                        .flatMap(binding -> decorator(function, binding).stream()
                                .map(decorator -> new Bound(function, binding, decorator))));
    }

    private static Optional<Decoration> decorator(FunctionSignature function, Binding binding) {
        return function.layout().decorators().stream()
                .filter(decorator -> decorator.line() == binding.line() && !decorator.registers())
                .findFirst();
    }

    private static Stream<Breach> unknownArgument(CheckedItem checked) {
        return bindings(checked)
                .filter(bound -> !bound.binding().argName().isEmpty())
                .filter(bound -> bound.function().hostParameters().stream()
                        .map(Parameter::name)
                        .noneMatch(bound.binding().argName()::equals))
                .map(bound -> Breach.of(
                        bound.decorator().range(),
                        Message.of(
                                "unknown-argument",
                                bound.binding().argName(),
                                bound.function().name()),
                        nameTheParameter(bound)));
    }

    /** The one parameter of a connection's type that nothing fills must be meant; else the one that differs in case. */
    private static @Nullable QuickFix nameTheParameter(Bound bound) {
        boolean context = bound.binding() instanceof Binding.Context;
        List<Parameter> candidates = bound.function().parameters().stream()
                .filter(parameter -> Clients.of(parameter)
                                .filter(client -> client.equals(Clients.CONTEXT) == context)
                                .isPresent()
                        || parameter.name().equalsIgnoreCase(bound.binding().argName()))
                .toList();
        if (candidates.size() != 1) {
            return null;
        }
        String name = candidates.getFirst().name();
        boolean aliasFirst = bound.decorator().method().endsWith("connection")
                && !bound.decorator().method().equals("generic_connection");
        Argument written = bound.decorator().argument("argName", aliasFirst ? 1 : 0);
        TextEdit edit = written == null
                ? Fixes.replace(closing(bound.decorator()), ", argName=\"" + name + "\"")
                : Fixes.replace(written.range(), "\"" + name + "\"");
        return QuickFix.automatic(Message.of("fix.fill-parameter", name), edit);
    }

    /** The empty stretch before the closing parenthesis. */
    private static TextRange closing(Decoration decorator) {
        TextRange range = decorator.range();
        return TextRange.at(range.endLine(), range.endColumn() - 1);
    }

    private static Stream<Breach> missingAlias(CheckedItem checked) {
        return bindings(checked)
                .filter(bound -> bound.decorator().called())
                .filter(bound -> switch (bound.binding()) {
                    case Binding.Connection connection -> connection.alias().isEmpty();
                    case Binding.Generic generic -> generic.audienceType().isEmpty();
                    case Binding.Context _ -> false;
                })
                .map(bound -> Breach.of(
                        bound.decorator().range(),
                        Message.of("missing-alias", bound.function().name()),
                        DataSourceRules.onlyUnused(checked)
                                .map(alias -> QuickFix.automatic(
                                        Message.of("fix.connect", alias),
                                        Fixes.replace(closing(bound.decorator()), ", alias=\"" + alias + "\"")))
                                .orElse(null)));
    }

    /** The portal reads decorators without running the code: publishing was seen to refuse an alias from a variable. */
    private static Stream<Breach> aliasNotText(CheckedItem checked) {
        return bindings(checked).flatMap(bound -> {
            @Nullable Argument alias = bound.decorator().alias();
            return alias == null || alias.literal()
                    ? Stream.empty()
                    : Stream.of(Breach.of(
                            alias.range(),
                            Message.of("alias-not-text", bound.function().name()),
                            alias.known()
                                    ? QuickFix.automatic(
                                            Message.of("fix.write", "\"" + alias.value() + "\""),
                                            Fixes.replace(alias.range(), "\"" + alias.value() + "\""))
                                    : null));
        });
    }

    private static Stream<Breach> missingConnection(CheckedItem checked) {
        return checked.functions()
                .flatMap(function -> function.parameters().stream()
                        .flatMap(parameter -> Clients.of(parameter).stream()
                                .map(client -> missingConnection(checked, function, parameter, client))));
    }

    private static Breach missingConnection(
            CheckedItem checked, FunctionSignature function, Parameter parameter, String client) {
        List<Decoration> decorators = function.layout().decorators();
        String app = decorators.getFirst().app();
        String alias = DataSourceRules.onlyUnused(checked).orElse(parameter.name());
        String decorator = client.equals(Clients.CONTEXT)
                ? "@" + app + ".context(argName=\"" + parameter.name() + "\")"
                : "@" + app + ".connection(argName=\"" + parameter.name() + "\", alias=\"" + alias + "\")";
        return new Breach(
                CheckedItem.at(TextRange.at(parameter.line(), parameter.column())),
                Message.of("missing-connection", parameter.name(), function.name(), decorator, app),
                QuickFix.automatic(
                        Message.of("fix.add", decorator),
                        Fixes.above(decorators.getFirst().range(), decorator)));
    }

    private static Stream<Breach> unknownAudience(CheckedItem checked) {
        return bindings(checked)
                .filter(bound -> bound.binding() instanceof Binding.Generic generic
                        && !generic.audienceType().isEmpty()
                        && !AUDIENCES.containsValue(generic.audienceType()))
                .flatMap(bound -> Optional.ofNullable(bound.decorator().argument("audienceType", Integer.MAX_VALUE))
                        .filter(Argument::literal)
                        .map(ConnectionRules::unknownAudience)
                        .stream());
    }

    private static Breach unknownAudience(Argument written) {
        String meant = AUDIENCES.get(written.value().toLowerCase(Locale.ROOT));
        return Breach.of(
                written.range(),
                Message.of("unknown-audience", written.value()),
                meant == null
                        ? null
                        : QuickFix.automatic(
                                Message.of("fix.write", meant), Fixes.replace(written.range(), "\"" + meant + "\"")));
    }
}
