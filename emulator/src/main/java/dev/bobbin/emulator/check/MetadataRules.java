package dev.bobbin.emulator.check;

import dev.bobbin.emulator.check.Rule.Breach;
import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.item.Definition.FunctionEntry;
import dev.bobbin.emulator.item.FunctionsMetadata;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.JsonFile;
import dev.bobbin.emulator.item.PlatformFile;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.signature.FunctionSignature;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The JSON files of an item tell the same story as its code. */
final class MetadataRules {

    static final List<Rule> ALL = List.of(
            Rule.error(
                    "function-not-implemented",
                    "Functions of definition.json are in the code.",
                    Sources.SCRIPT,
                    MetadataRules::notImplemented),
            Rule.info(
                    "function-not-listed",
                    "Functions of the code are in definition.json.",
                    Sources.FUNCTIONS,
                    MetadataRules::notListed),
            Rule.warning(
                    "stale-functions-json",
                    "functions.json describes the code.",
                    Sources.METADATA,
                    MetadataRules::stale),
            Rule.warning(
                    "wrong-item-type", "The item is a UserDataFunction.", Sources.PLATFORM, MetadataRules::wrongType));

    private MetadataRules() {}

    private static Stream<Breach> notImplemented(CheckedItem checked) {
        JsonFile file = checked.item().definitionFile();
        List<FunctionEntry> entries = checked.item().definition().functions();
        Set<String> implemented = names(checked);
        if (file == null) {
            return Stream.empty();
        }
        return IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).name() != null
                        && !implemented.contains(entries.get(i).name()))
                .mapToObj(i -> new Breach(
                        file.place("/functions/" + i + "/name"),
                        Message.of("function-not-implemented", entries.get(i).name()),
                        checked.isReadable()
                                ? Fixes.offered(
                                        Message.of("fix.remove-from-definition"),
                                        Fixes.json(file, json -> Definitions.without(json, "/functions/" + i)))
                                : null));
    }

    private static Stream<Breach> notListed(CheckedItem checked) {
        JsonFile file = checked.item().definitionFile();
        Set<String> listed = checked.item().definition().functions().stream()
                .map(FunctionEntry::name)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return file == null
                ? Stream.empty()
                : checked.functions()
                        .filter(function -> !listed.contains(function.name()))
                        .map(function -> Breach.of(
                                function.layout().name(),
                                Message.of("function-not-listed", function.name()),
                                Fixes.automatic(
                                        Message.of("fix.add-to-definition"),
                                        Fixes.json(
                                                file,
                                                json -> Definitions.withFunction(
                                                        json, function.name(), firstLine(function.description()))))));
    }

    private static String firstLine(String description) {
        return description.lines().findFirst().orElse("");
    }

    /** An item whose functions.json is empty has none yet. Source: item definition, "Definition parts". */
    private static Stream<Breach> stale(CheckedItem checked) {
        JsonFile file = checked.item().functionsFile();
        FunctionsMetadata metadata = checked.item().functionsJson();
        if (file == null || metadata == null || metadata.functions().isEmpty() || !checked.isReadable()) {
            return Stream.empty();
        }
        FunctionsJson described = new FunctionsJson(file, metadata, checked.outline());
        return described.differences().stream()
                .map(difference -> new Breach(
                        difference.place(),
                        difference.message(),
                        Fixes.automatic(
                                Message.of("fix.write-anew", file.path()),
                                Fixes.json(file, _ -> described.regenerated()))));
    }

    private static Stream<Breach> wrongType(CheckedItem checked) {
        PlatformFile platform = checked.item().platform();
        if (platform == null || platform.type() == null || platform.type().equals(PlatformFile.ITEM_TYPE)) {
            return Stream.empty();
        }
        return Stream.of(Breach.of(
                Place.of(Path.of(ItemFolder.PLATFORM)),
                Message.of("wrong-item-type", platform.type(), PlatformFile.ITEM_TYPE)));
    }

    /** All functions there are; those the service does not see have a finding of their own. */
    private static Set<String> names(CheckedItem checked) {
        return Stream.concat(
                        checked.functions(),
                        checked.outline().unregistered().stream().map(other -> other.function()))
                .map(FunctionSignature::name)
                .collect(Collectors.toSet());
    }
}
