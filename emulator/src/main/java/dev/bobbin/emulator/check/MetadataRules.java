package dev.bobbin.emulator.check;

import dev.bobbin.emulator.check.Rule.Breach;
import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.item.Definition.FunctionEntry;
import dev.bobbin.emulator.item.FunctionsMetadata;
import dev.bobbin.emulator.item.FunctionsMetadata.FabricFunctionParameter;
import dev.bobbin.emulator.item.FunctionsMetadata.FunctionModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.JsonFile;
import dev.bobbin.emulator.item.PlatformFile;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.Parameter;
import dev.bobbin.emulator.signature.SourceOutline;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The JSON files of an item tell the same story as its code. */
final class MetadataRules {

    private static final String SCRIPT = "User data function definition, \"PythonScript\"";
    private static final String DEFINITION = "User data function definition, \"FunctionObject\"";
    private static final String METADATA = "User data function definition, \"FunctionsMetadata\"";
    private static final String PLATFORM = "Schema gitIntegration/platformProperties";

    static final List<Rule> ALL = List.of(
            Rule.error("function-not-implemented", SCRIPT, MetadataRules::notImplemented),
            Rule.info("function-not-listed", DEFINITION, MetadataRules::notListed),
            Rule.warning("stale-functions-json", METADATA, MetadataRules::stale),
            Rule.warning("wrong-item-type", PLATFORM, MetadataRules::wrongType));

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
                .mapToObj(i -> Breach.of(
                        file.place("/functions/" + i + "/name"),
                        "definition.json lists the function " + entries.get(i).name()
                                + ", but function_app.py has no such function. Write it or remove the entry."));
    }

    private static Stream<Breach> notListed(CheckedItem checked) {
        Set<String> listed = checked.item().definition().functions().stream()
                .map(FunctionEntry::name)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return checked.item().definitionFile() == null
                ? Stream.empty()
                : checked.outline().functions().stream()
                        .filter(function -> !listed.contains(function.name()))
                        .map(function -> Breach.of(
                                CheckedItem.line(function.line()),
                                "definition.json does not list " + function.name() + " yet; publishing adds it."));
    }

    private static Stream<Breach> stale(CheckedItem checked) {
        JsonFile file = checked.item().functionsFile();
        FunctionsMetadata metadata = checked.item().functionsJson();
        if (file == null || metadata == null) {
            return Stream.empty();
        }
        List<FunctionModel> models = metadata.functions();
        return IntStream.range(0, models.size()).boxed().flatMap(i -> {
            String name = models.get(i).name();
            if (name == null) {
                return Stream.empty();
            }
            return difference(models.get(i), checked.outline().function(name))
                    .map(difference ->
                            Breach.of(place(file, i), file.path() + " " + difference + " Publishing writes it anew."))
                    .stream();
        });
    }

    /** The list has two spellings; the place is the file when neither is there. */
    private static Place place(JsonFile file, int index) {
        Place camel = file.place("/functionsMetadata/" + index);
        return camel.line() > 0 ? camel : file.place("/FunctionsMetadata/" + index);
    }

    private static Optional<String> difference(FunctionModel model, Optional<FunctionSignature> function) {
        if (function.isEmpty()) {
            return Optional.of("describes a function " + model.name() + " that function_app.py does not have.");
        }
        if (model.fabricProperties() == null) {
            return Optional.empty();
        }
        List<String> described = model.fabricProperties().parameters().stream()
                .map(FabricFunctionParameter::name)
                .filter(Objects::nonNull)
                .toList();
        List<String> declared =
                function.get().parameters().stream().map(Parameter::name).toList();
        return described.equals(declared)
                ? Optional.empty()
                : Optional.of("describes other parameters of " + model.name() + " than function_app.py has: "
                        + list(described) + " instead of " + list(declared) + ".");
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static Stream<Breach> wrongType(CheckedItem checked) {
        PlatformFile platform = checked.item().platform();
        if (platform == null || platform.type() == null || platform.type().equals(PlatformFile.ITEM_TYPE)) {
            return Stream.empty();
        }
        return Stream.of(Breach.of(
                Place.of(Path.of(ItemFolder.PLATFORM)),
                "This is a " + platform.type() + ", not a " + PlatformFile.ITEM_TYPE
                        + "; Bobbin reads it as one all the same."));
    }

    /** All functions there are; those whose decorator lacks its parentheses have a finding of their own. */
    private static Set<String> names(CheckedItem checked) {
        return Stream.concat(
                        checked.outline().functions().stream().map(FunctionSignature::name),
                        checked.outline().bareDecorators().stream().map(SourceOutline.Declared::name))
                .collect(Collectors.toSet());
    }
}
