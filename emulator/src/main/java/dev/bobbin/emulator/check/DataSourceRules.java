package dev.bobbin.emulator.check;

import dev.bobbin.emulator.check.ConnectionRules.Bound;
import dev.bobbin.emulator.check.Rule.Breach;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.finding.TextRange;
import dev.bobbin.emulator.item.ArtifactType;
import dev.bobbin.emulator.item.ConnectedDataSource;
import dev.bobbin.emulator.item.JsonFile;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.message.Spelling;
import dev.bobbin.emulator.signature.Binding;
import dev.bobbin.emulator.signature.Decoration.Argument;
import dev.bobbin.emulator.signature.FunctionLayout.ParameterLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Aliases in the code and the data sources of the definition. */
final class DataSourceRules {

    private static final Pattern PORTABLE = Pattern.compile("[\\x20-\\x7e&&[^{}<>]]+");

    private static final Pattern BLANK = Pattern.compile("\\s");

    static final List<Rule> ALL = List.of(
            Rule.warning(
                    "alias-not-connected",
                    "An alias is among the data sources of definition.json.",
                    Sources.DATA_SOURCES,
                    DataSourceRules::notConnected),
            Rule.info(
                    "unused-connection",
                    "A data source of definition.json is used.",
                    Sources.DATA_SOURCES,
                    DataSourceRules::unused),
            Rule.warning(
                    "alias-characters",
                    "An alias consists of letters and digits.",
                    Sources.LIMITS,
                    DataSourceRules::characters),
            Rule.warning("alias-blanks", "An alias has no blanks.", Sources.LIMITS, DataSourceRules::blanks),
            Rule.warning(
                    "wrong-client",
                    "A connection's type fits its data source.",
                    Sources.CONNECTIONS,
                    DataSourceRules::wrongClient));

    private DataSourceRules() {}

    /** The alias of the one data source no function uses; empty when there is none or more than one. */
    static Optional<String> onlyUnused(CheckedItem checked) {
        Set<String> used = usedAliases(checked);
        List<String> unused = checked.item().definition().connectedDataSources().stream()
                .map(ConnectedDataSource::alias)
                .filter(alias -> alias != null && !used.contains(alias))
                .toList();
        return unused.size() == 1 ? Optional.of(unused.getFirst()) : Optional.empty();
    }

    private static Stream<Bound> withAlias(CheckedItem checked) {
        return ConnectionRules.bindings(checked)
                .filter(bound -> bound.binding() instanceof Binding.Connection connection
                        && !connection.alias().isEmpty());
    }

    private static String alias(Bound bound) {
        return bound.binding() instanceof Binding.Connection connection ? connection.alias() : "";
    }

    private static @Nullable Argument written(Bound bound) {
        return bound.decorator().alias();
    }

    private static TextRange place(Bound bound) {
        Argument written = written(bound);
        return written == null ? bound.decorator().range() : written.range();
    }

    private static Stream<Breach> notConnected(CheckedItem checked) {
        JsonFile file = checked.item().definitionFile();
        if (file == null) {
            return Stream.empty();
        }
        return withAlias(checked)
                .filter(bound ->
                        checked.item().definition().source(alias(bound)).isEmpty())
                .filter(bound -> !differsInBlanksOnly(checked, bound))
                .map(bound -> Breach.of(
                        place(bound),
                        misspelt(checked, bound)
                                .map(meant -> Message.of("alias-not-connected.similar", alias(bound), meant))
                                .orElseGet(() -> Message.of("alias-not-connected", alias(bound))),
                        mended(checked, bound, file)));
    }

    private static Optional<String> misspelt(CheckedItem checked, Bound bound) {
        return Spelling.meant(alias(bound), aliases(checked));
    }

    private static List<String> aliases(CheckedItem checked) {
        return checked.item().definition().connectedDataSources().stream()
                .map(ConnectedDataSource::alias)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable QuickFix mended(CheckedItem checked, Bound bound, JsonFile file) {
        QuickFix meant = meantAlias(checked, bound);
        return meant != null || !(bound.binding() instanceof Binding.Connection connection)
                ? meant
                : Clients.type(connection.client())
                        .map(type -> listed(file, connection.alias(), type))
                        .orElse(null);
    }

    /** Its place holder of an id is always the same: what is found must not differ from check to check. */
    private static @Nullable QuickFix listed(JsonFile file, String alias, ArtifactType type) {
        UUID id = UUID.nameUUIDFromBytes(alias.getBytes(StandardCharsets.UTF_8));
        return Fixes.offered(
                Message.of("fix.add-to-definition.as", type.wireName()),
                Fixes.json(file, json -> Definitions.withDataSource(json, alias, type, id)));
    }

    /** The data source that is misspelt, else the only one nobody uses. */
    private static @Nullable QuickFix meantAlias(CheckedItem checked, Bound bound) {
        Argument written = written(bound);
        if (written == null || !written.literal()) {
            return null;
        }
        Optional<String> misspelt = misspelt(checked, bound);
        String meant = misspelt.or(() -> onlyUnused(checked)).orElse(null);
        // A slip of letters may be another data source that is still to be connected.
        boolean sure = misspelt.filter(alias -> Spelling.isSame(alias, written.value()))
                .isPresent();
        return meant == null || meant.indexOf('"') >= 0 ? null : renamed(bound, written, meant, sure);
    }

    private static QuickFix renamed(Bound bound, Argument written, String alias, boolean sure) {
        String argument = bound.decorator().argument("argName", 1) == null
                ? ", argName=\"" + bound.binding().argName() + "\""
                : "";
        return new QuickFix(
                Message.of("fix.use-alias", alias),
                List.of(Fixes.replace(written.range(), "\"" + alias + "\"" + argument)),
                sure);
    }

    private static Stream<Breach> unused(CheckedItem checked) {
        JsonFile file = checked.item().definitionFile();
        if (file == null || !checked.isReadable()) {
            return Stream.empty();
        }
        Set<String> used = usedAliases(checked);
        List<ConnectedDataSource> sources = checked.item().definition().connectedDataSources();
        return IntStream.range(0, sources.size())
                .filter(i -> sources.get(i).alias() != null
                        && !used.contains(sources.get(i).alias()))
                .mapToObj(i -> new Breach(
                        file.place("/connectedDataSources/" + i + "/alias"),
                        Message.of("unused-connection", sources.get(i).alias()),
                        Fixes.offered(
                                Message.of("fix.remove-from-definition"),
                                Fixes.json(file, json -> Definitions.without(json, "/connectedDataSources/" + i)))));
    }

    private static Set<String> usedAliases(CheckedItem checked) {
        return Stream.concat(
                        checked.functions(),
                        checked.outline().unregistered().stream().map(other -> other.function()))
                .flatMap(function -> function.bindings().stream())
                .map(binding -> switch (binding) {
                    case Binding.Connection connection -> connection.alias();
                    case Binding.Generic generic -> generic.alias();
                    case Binding.Context _ -> null;
                })
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Stream<Breach> characters(CheckedItem checked) {
        return withAlias(checked)
                .filter(bound -> !PORTABLE.matcher(alias(bound)).matches())
                .map(bound -> Breach.of(
                        place(bound),
                        Message.of(
                                alias(bound).startsWith("<") ? "alias-characters.placeholder" : "alias-characters",
                                alias(bound)),
                        null));
    }

    /** Blanks inside an alias are left alone where the definition has them, too: it comes from the service. */
    private static Stream<Breach> blanks(CheckedItem checked) {
        return withAlias(checked)
                .filter(bound -> PORTABLE.matcher(alias(bound)).matches())
                .filter(bound -> BLANK.matcher(alias(bound)).find())
                .filter(bound -> !alias(bound).equals(alias(bound).strip())
                        || checked.item().definition().source(alias(bound)).isEmpty())
                .map(bound -> Breach.of(
                        place(bound), Message.of("alias-blanks", alias(bound)), withoutBlanks(checked, bound)));
    }

    /** The rule about blanks says all there is to say of it. */
    private static boolean differsInBlanksOnly(CheckedItem checked, Bound bound) {
        return aliases(checked).contains(withoutBlanks(alias(bound)));
    }

    private static String withoutBlanks(String alias) {
        return BLANK.matcher(alias).replaceAll("");
    }

    private static @Nullable QuickFix withoutBlanks(CheckedItem checked, Bound bound) {
        Argument written = written(bound);
        String bare = withoutBlanks(alias(bound));
        return written == null || !written.literal() || bare.isEmpty()
                ? null
                : renamed(bound, written, bare, differsInBlanksOnly(checked, bound));
    }

    private static Stream<Breach> wrongClient(CheckedItem checked) {
        return withAlias(checked)
                .flatMap(bound -> type(checked, alias(bound)).stream()
                        .filter(type -> bound.binding() instanceof Binding.Connection connection
                                && Clients.isWrong(connection.client(), type))
                        .map(type -> wrongClient(bound, type)));
    }

    private static Optional<ArtifactType> type(CheckedItem checked, String alias) {
        return checked.item().definition().source(alias).flatMap(source -> ArtifactType.of(source.artifactType()));
    }

    private static Breach wrongClient(Bound bound, ArtifactType type) {
        String usual = Clients.usual(type);
        String written = bound.binding().typeText();
        ParameterLayout layout =
                bound.function().layout().parameters().get(bound.binding().argName());
        TextRange place = layout == null || layout.type() == null ? null : layout.type();
        String better = written.substring(0, written.lastIndexOf('.') + 1) + usual;
        return Breach.of(
                place == null ? bound.decorator().range() : place,
                Message.of("wrong-client", alias(bound), type.wireName(), written, better),
                place == null || !written.contains(".")
                        ? null
                        : QuickFix.automatic(Message.of("fix.write", better), Fixes.replace(place, better)));
    }
}
