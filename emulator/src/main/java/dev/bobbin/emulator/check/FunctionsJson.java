package dev.bobbin.emulator.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.item.FunctionsMetadata;
import dev.bobbin.emulator.item.FunctionsMetadata.BindingModel;
import dev.bobbin.emulator.item.FunctionsMetadata.FabricFunctionParameter;
import dev.bobbin.emulator.item.FunctionsMetadata.FabricItem;
import dev.bobbin.emulator.item.FunctionsMetadata.FabricProperties;
import dev.bobbin.emulator.item.FunctionsMetadata.FunctionModel;
import dev.bobbin.emulator.item.JsonDocument;
import dev.bobbin.emulator.item.JsonFile;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.signature.Binding;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.Parameter;
import dev.bobbin.emulator.signature.SourceOutline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares {@code functions.json} with the code, and writes it anew. */
final class FunctionsJson {

    private final JsonFile file;
    private final List<FunctionModel> models;
    private final SourceOutline outline;
    private final boolean capitals;

    /** Where and how the file differs. */
    record Difference(Place place, Message message) {}

    FunctionsJson(JsonFile file, FunctionsMetadata metadata, SourceOutline outline) {
        this.file = file;
        this.models = metadata.functions();
        this.outline = outline;
        this.capitals =
                file.document().at(JsonPointer.compile("/FunctionsMetadata")).isPresent();
    }

    private String list() {
        return capitals ? "/FunctionsMetadata" : "/functionsMetadata";
    }

    /** Empty when the file tells what the code tells. */
    List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        IntStream.range(0, models.size())
                .forEach(i -> difference(models.get(i))
                        .ifPresent(message -> differences.add(new Difference(file.place(list() + "/" + i), message))));
        outline.functions().stream()
                .map(FunctionSignature::name)
                .filter(name -> models.stream().noneMatch(model -> name.equals(model.name())))
                .forEach(name -> differences.add(new Difference(file.place(list()), message("lacking", name))));
        return differences;
    }

    /** The file as the code asks for: entries that fit stay as they are, in the order of the code. */
    JsonDocument regenerated() {
        MetadataWriter writer = new MetadataWriter(capitals);
        ArrayNode functions = JsonNodeFactory.instance.arrayNode();
        for (FunctionSignature function : outline.functions()) {
            int kept = IntStream.range(0, models.size())
                    .filter(i -> function.name().equals(models.get(i).name())
                            && difference(models.get(i)).isEmpty())
                    .findFirst()
                    .orElse(-1);
            functions.add(
                    kept < 0
                            ? writer.function(function)
                            : file.document()
                                    .at(JsonPointer.compile(list() + "/" + kept))
                                    .orElseThrow()
                                    .toNode());
        }
        return file.document().set(JsonPointer.compile(list()), functions);
    }

    /** @param how the file differs, as the last word of the message's key says it */
    private Message message(String how, Object... values) {
        return Message.of(
                "stale-functions-json." + how,
                Stream.concat(Stream.of(file.path()), Arrays.stream(values)).toArray());
    }

    private Optional<Message> difference(FunctionModel model) {
        String name = model.name();
        if (name == null) {
            return Optional.empty();
        }
        Optional<FunctionSignature> function = outline.function(name);
        if (function.isEmpty()) {
            return Optional.of(message("surplus", name));
        }
        FabricProperties properties = model.fabricProperties();
        return Stream.of(
                        properties == null ? Optional.<Message>empty() : parameters(properties, function.get()),
                        properties == null ? Optional.<Message>empty() : returns(properties, function.get()),
                        bindings(model, function.get()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Message> parameters(FabricProperties properties, FunctionSignature function) {
        List<String> described = properties.parameters().stream()
                .map(FabricFunctionParameter::name)
                .filter(Objects::nonNull)
                .toList();
        List<String> declared =
                function.parameters().stream().map(Parameter::name).toList();
        if (!described.equals(declared)) {
            return Optional.of(message("parameters", function.name(), words(described), words(declared)));
        }
        for (int i = 0; i < declared.size(); i++) {
            Parameter parameter = function.parameters().get(i);
            String type = properties.parameters().get(i).dataType();
            String now = Types.metadataName(parameter.type(), parameter.typeText());
            if (type != null && !now.isEmpty() && !same(type, now)) {
                return Optional.of(message("type", parameter.name(), function.name(), type, now));
            }
        }
        return Optional.empty();
    }

    private Optional<Message> returns(FabricProperties properties, FunctionSignature function) {
        String type = properties.returnType();
        String now = Types.metadataName(function.returnType(), function.returnText());
        return type == null || type.isEmpty() || now.isEmpty() || same(type, now)
                ? Optional.empty()
                : Optional.of(message("returns", function.name(), type, now));
    }

    private static boolean same(String described, String declared) {
        String name = Types.simpleName(described).toLowerCase(Locale.ROOT);
        String now = declared.toLowerCase(Locale.ROOT);
        // The service has written both for a function that returns nothing.
        boolean nothing = now.equals("none") && (name.equals("nonetype") || name.equals("null"));
        return nothing || name.equals(now);
    }

    private Optional<Message> bindings(FunctionModel model, FunctionSignature function) {
        if (model.bindings().isEmpty()) {
            return Optional.empty();
        }
        List<String> described = model.bindings().stream()
                .flatMap(FunctionsJson::described)
                .sorted()
                .toList();
        List<String> declared = function.bindings().stream()
                .flatMap(FunctionsJson::declared)
                .sorted()
                .toList();
        return described.equals(declared)
                ? Optional.empty()
                : Optional.of(message("connections", function.name(), words(described), words(declared)));
    }

    private static Stream<String> described(BindingModel binding) {
        return binding instanceof FabricItem item
                ? Stream.of(connection(
                        String.valueOf(item.name()), item.alias() == null ? item.audienceType() : item.alias()))
                : Stream.empty();
    }

    private static Stream<String> declared(Binding binding) {
        return switch (binding) {
            case Binding.Connection connection -> Stream.of(connection(connection.argName(), connection.alias()));
            case Binding.Generic generic ->
                Stream.of(connection(
                        generic.argName(), generic.alias() == null ? generic.audienceType() : generic.alias()));
            case Binding.Context _ -> Stream.empty();
        };
    }

    private static String connection(String argName, @Nullable String alias) {
        return argName + " (" + alias + ")";
    }

    private static Object words(List<String> names) {
        return names.isEmpty() ? Message.of("nothing") : String.join(", ", names);
    }
}
