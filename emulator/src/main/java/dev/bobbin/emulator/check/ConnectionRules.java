package dev.bobbin.emulator.check;

import dev.bobbin.emulator.check.Rule.Breach;
import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.item.ConnectedDataSource;
import dev.bobbin.emulator.signature.Binding;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.ParamType;
import dev.bobbin.emulator.signature.Parameter;
import dev.bobbin.emulator.signature.SourceOutline;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Decorators, the parameters they fill, and the data sources of the definition. */
final class ConnectionRules {

    private static final String CONNECTIONS =
            "Programming model for Python, \"Data connections to Fabric data sources\"";
    private static final String DEFINITION = "User data function definition, \"ConnectedDataSourceObject\"";
    private static final String SDK_PACKAGE = "fabric.functions.";
    private static final String CONTEXT = "UserDataFunctionContext";
    private static final Set<String> CLIENTS = Set.of(
            "FabricSqlConnection",
            "FabricLakehouseClient",
            "FabricLakehouseFilesClient",
            "FabricVariablesClient",
            "FabricBusinessEventsClient",
            "FabricItem",
            CONTEXT);

    static final List<Rule> ALL = List.of(
            Rule.error("unknown-argument", CONNECTIONS, bindings(ConnectionRules::unknownArgument)),
            Rule.error("missing-alias", CONNECTIONS, bindings(ConnectionRules::missingAlias)),
            Rule.error("missing-connection", CONNECTIONS, ConnectionRules::missingConnection),
            Rule.warning("alias-not-connected", DEFINITION, ConnectionRules::notConnected),
            Rule.info("unused-connection", DEFINITION, ConnectionRules::unused));

    private ConnectionRules() {}

    /** The client class a parameter is annotated with; empty for any other type. */
    static Optional<String> client(Parameter parameter) {
        if (parameter.type() instanceof ParamType.Unsupported(String name)) {
            String simple = name.startsWith(SDK_PACKAGE) ? name.substring(SDK_PACKAGE.length()) : name;
            return CLIENTS.contains(simple) ? Optional.of(simple) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Function<CheckedItem, Stream<Breach>> bindings(
            BiFunction<FunctionSignature, Binding, Optional<String>> message) {
        return checked -> checked.outline().functions().stream()
                .flatMap(function -> function.bindings().stream()
                        .flatMap(binding -> message
                                .apply(function, binding)
                                .map(text -> Breach.of(CheckedItem.line(binding.line()), text))
                                .stream()));
    }

    private static Optional<String> unknownArgument(FunctionSignature function, Binding binding) {
        boolean there = function.hostParameters().stream().map(Parameter::name).anyMatch(binding.argName()::equals);
        return there || binding.argName().isEmpty()
                ? Optional.empty()
                : Optional.of("The decorator fills a parameter " + binding.argName() + ", but " + function.name()
                        + " has none of that name. Correct argName or add the parameter.");
    }

    private static Optional<String> missingAlias(FunctionSignature function, Binding binding) {
        boolean missing =
                switch (binding) {
                    case Binding.Connection connection -> connection.alias().isEmpty();
                    case Binding.Generic generic -> generic.audienceType().isEmpty();
                    case Binding.Context context -> false;
                };
        return missing
                ? Optional.of("The connection of " + function.name()
                        + " names no data source: give it an alias, or an audienceType.")
                : Optional.empty();
    }

    private static Stream<Breach> missingConnection(CheckedItem checked) {
        return checked.outline().functions().stream()
                .flatMap(function -> function.parameters().stream()
                        .flatMap(parameter -> client(parameter).stream()
                                .map(client -> missingConnection(function, parameter, client))));
    }

    private static Breach missingConnection(FunctionSignature function, Parameter parameter, String client) {
        String decorator = client.equals(CONTEXT)
                ? "@udf.context(argName=\"" + parameter.name() + "\")"
                : "@udf.connection(argName=\"" + parameter.name() + "\", alias=\"<alias>\")";
        return new Breach(
                CheckedItem.at(parameter.line(), parameter.column()),
                "Nothing fills the parameter " + parameter.name() + " of " + function.name() + ". Write " + decorator
                        + " above @udf.function().",
                decorator);
    }

    private static Stream<Breach> notConnected(CheckedItem checked) {
        if (checked.item().definitionFile() == null) {
            return Stream.empty();
        }
        return checked.outline().functions().stream()
                .flatMap(function -> function.bindings().stream())
                .filter(binding -> binding instanceof Binding.Connection connection
                        && !connection.alias().isEmpty()
                        && checked.item()
                                .definition()
                                .source(connection.alias())
                                .isEmpty())
                .map(
                        binding -> Breach.of(
                                CheckedItem.line(binding.line()),
                                "The alias " + ((Binding.Connection) binding).alias()
                                        + " is not among the connected data sources of definition.json. It works here; in Fabric, add it under Manage connections."));
    }

    private static Stream<Breach> unused(CheckedItem checked) {
        var file = checked.item().definitionFile();
        if (file == null) {
            return Stream.empty();
        }
        Set<String> used = aliases(checked.outline());
        List<ConnectedDataSource> sources = checked.item().definition().connectedDataSources();
        return IntStream.range(0, sources.size())
                .filter(i -> sources.get(i).alias() != null
                        && !used.contains(sources.get(i).alias()))
                .mapToObj(i -> {
                    Place place = file.place("/connectedDataSources/" + i + "/alias");
                    return Breach.of(
                            place,
                            "No function uses the data source " + sources.get(i).alias() + ".");
                });
    }

    private static Set<String> aliases(SourceOutline outline) {
        return outline.functions().stream()
                .flatMap(function -> function.bindings().stream())
                .map(binding -> switch (binding) {
                    case Binding.Connection connection -> connection.alias();
                    case Binding.Generic generic -> generic.alias();
                    case Binding.Context context -> null;
                })
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
