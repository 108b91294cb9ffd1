package dev.bobbin.emulator.item;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.item.Definition.FunctionEntry;
import dev.bobbin.emulator.item.Definition.PackageType;
import dev.bobbin.emulator.item.Definition.PrivateLibrary;
import dev.bobbin.emulator.item.Definition.PublicLibrary;
import dev.bobbin.emulator.item.FunctionsMetadata.BindingModel;
import dev.bobbin.emulator.item.FunctionsMetadata.BindingType;
import dev.bobbin.emulator.item.FunctionsMetadata.FabricFunctionParameter;
import dev.bobbin.emulator.item.FunctionsMetadata.FabricProperties;
import dev.bobbin.emulator.item.FunctionsMetadata.FunctionModel;
import dev.bobbin.emulator.item.JsonElement.JsonObject;
import dev.bobbin.emulator.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes records of the JSON files of an item. What cannot be used becomes a finding and is left out. */
final class ItemParts {

    private final Consumer<Finding> findings;

    ItemParts(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /** Source: item definition, "UserDataFunctionDefinition". */
    Optional<Definition> definition(JsonFile file) {
        return fields(file).map(root -> {
            String runtime = root.text("runtime");
            if (runtime != null && RuntimeKind.of(runtime).isEmpty()) {
                root.warn("runtime", "unknown-value", Message.of("unknown-value.runtime", runtime));
            }
            return new Definition(
                    root.text("$schema"),
                    runtime,
                    root.objects("connectedDataSources").stream()
                            .map(ItemParts::dataSource)
                            .toList(),
                    root.objects("functions").stream()
                            .map(f -> new FunctionEntry(
                                    f.text("name"), f.text("description"), f.bool("isPublicEndpointEnabled")))
                            .toList(),
                    publicLibraries(root),
                    privateLibraries(root));
        });
    }

    private static ConnectedDataSource dataSource(JsonFields source) {
        String type = source.text("artifactType");
        if (type != null && ArtifactType.of(type).isEmpty()) {
            source.warn("artifactType", "unknown-value", Message.of("unknown-value.data-source", type));
        }
        return new ConnectedDataSource(
                source.text("alias"),
                source.text("artifactId"),
                type,
                source.text("workspaceId"),
                source.text("dmtsConnectionId"));
    }

    /** Schema 1.0.0 has one list of libraries, 1.1.0 has two. */
    private static List<PublicLibrary> publicLibraries(JsonFields root) {
        List<JsonFields> libraries = root.isArray("libraries")
                ? root.objects("libraries")
                : root.object("libraries").map(l -> l.objects("public")).orElse(List.of());
        return libraries.stream()
                .filter(library -> !root.isArray("libraries") || !isWheel(library))
                .map(library -> new PublicLibrary(library.text("name"), packageType(library), library.text("version")))
                .toList();
    }

    private static List<PrivateLibrary> privateLibraries(JsonFields root) {
        List<JsonFields> libraries = root.isArray("libraries")
                ? root.objects("libraries").stream().filter(ItemParts::isWheel).toList()
                : root.object("libraries").map(l -> l.objects("private")).orElse(List.of());
        return libraries.stream()
                .map(library -> new PrivateLibrary(library.text("name"), packageType(library)))
                .toList();
    }

    private static boolean isWheel(JsonFields library) {
        return PackageType.of(library.text("type")).equals(Optional.of(PackageType.WHEEL));
    }

    private static @Nullable String packageType(JsonFields library) {
        String type = library.text("type");
        if (type != null && PackageType.of(type).isEmpty()) {
            library.warn("type", "unknown-value", Message.of("unknown-value.library", type));
        }
        return type;
    }

    /** Source: item definition, "FunctionsMetadata". */
    Optional<FunctionsMetadata> functions(JsonFile file) {
        return fields(file)
                .map(root -> new FunctionsMetadata(
                        root.text("runtime"),
                        root.objects("functionsMetadata").stream()
                                .map(ItemParts::function)
                                .toList()));
    }

    private static FunctionModel function(JsonFields function) {
        return new FunctionModel(
                function.text("name"),
                function.text("scriptFile"),
                function.objects("bindings").stream().map(ItemParts::binding).toList(),
                function.object("fabricProperties").map(ItemParts::properties).orElse(null));
    }

    private static FabricProperties properties(JsonFields properties) {
        return new FabricProperties(
                properties.objects("fabricFunctionParameters").stream()
                        .map(p -> new FabricFunctionParameter(
                                p.text("name"), p.text("dataType"), p.bool("hasDefaultValue"), p.any("defaultValue")))
                        .toList(),
                properties.text("fabricFunctionReturnType"),
                properties.text("fabricMetadataSchemaVersion"));
    }

    private static BindingModel binding(JsonFields binding) {
        String name = binding.text("name");
        String direction = binding.text("direction");
        String type = binding.text("type");
        return switch (BindingType.of(type).orElse(null)) {
            case HTTP_TRIGGER ->
                new FunctionsMetadata.HttpTrigger(
                        name, direction, binding.texts("methods"), binding.text("route"), binding.text("authLevel"));
            case FABRIC_ITEM ->
                new FunctionsMetadata.FabricItem(
                        name,
                        direction,
                        binding.text("itemType"),
                        binding.text("subType"),
                        binding.text("alias"),
                        binding.text("audienceType"));
            case USER_DATA_FUNCTION_CONTEXT -> new FunctionsMetadata.ContextBinding(name, direction);
            case null -> new FunctionsMetadata.OtherBinding(name, direction, type);
        };
    }

    /** Source: published schemas platformProperties 2.0.0 and 2.1.0. */
    Optional<PlatformFile> platform(JsonFile file) {
        return fields(file).map(root -> {
            Optional<JsonFields> metadata = root.object("metadata");
            Optional<JsonFields> config = root.object("config");
            return new PlatformFile(
                    root.text("$schema"),
                    text(metadata, "type"),
                    text(metadata, "displayName"),
                    text(metadata, "description"),
                    text(metadata, "sensitivityLabelId"),
                    text(config, "version"),
                    text(config, "logicalId"));
        });
    }

    private static @Nullable String text(Optional<JsonFields> fields, String key) {
        return fields.map(f -> f.text(key)).orElse(null);
    }

    private Optional<JsonFields> fields(JsonFile file) {
        return switch (file.document().root().orElse(null)) {
            case JsonObject object -> Optional.of(new JsonFields(file, object, "", findings));
            case null -> Optional.empty();
            case JsonElement other -> {
                findings.accept(Finding.of(
                        "json-type",
                        Severity.ERROR,
                        file.place(other.start()),
                        Message.of("json-type.file", file.path())));
                yield Optional.empty();
            }
        };
    }
}
