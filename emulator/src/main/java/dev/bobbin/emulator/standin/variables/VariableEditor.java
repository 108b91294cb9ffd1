package dev.bobbin.emulator.standin.variables;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.emulator.item.JsonDocument;
import dev.bobbin.emulator.item.JsonElement.JsonArray;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Changes values in the files of a variable library; whatever else is in them stays as it is. Functions cannot do this:
 * people do.
 */
public final class VariableEditor {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Source: variable library, "Variable names". */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,255}");

    private static final JsonPointer VARIABLES = JsonPointer.compile("/variables");
    private static final JsonPointer OVERRIDES = JsonPointer.compile("/variableOverrides");

    private final Path path;
    private final boolean item;

    public VariableEditor(StandIn.Variables library) {
        this.path = library.path();
        this.item = Files.isDirectory(path);
    }

    /**
     * Gives a variable a value, making the variable when it is not there.
     *
     * @param valueSet the set whose value it is; empty for the default values
     * @param written the value: JSON, or else a text
     * @throws IOException when the name or the value cannot be, or nothing can be written; the message is in plain words
     */
    public void set(Optional<String> valueSet, String name, String written) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw PlainException.of("variables.name", name);
        }
        if (!item) {
            JsonPointer place = JsonPointer.empty().appendProperty(name);
            JsonDocument document = document(path, "{}\n");
            // A text stays a text, also when it looks like a number.
            boolean text =
                    document.at(place).filter(now -> now.toNode().isTextual()).isPresent();
            write(path, document.set(place, text ? TextNode.valueOf(written) : typed(name, "", written)));
            return;
        }
        Path defaults = path.resolve("variables.json");
        JsonDocument variables = document(defaults, "{\n  \"variables\": []\n}\n");
        OptionalInt at = indexOf(variables, VARIABLES, name);
        String type = at.isPresent()
                ? text(variables, VARIABLES.appendIndex(at.getAsInt()).appendProperty("type"))
                : "";
        JsonNode value = typed(name, type, written);
        if (valueSet.isPresent()) {
            Path file = fileOf(valueSet.get());
            write(file, override(document(file, "{}"), name, value));
        } else if (at.isPresent()) {
            write(defaults, variables.set(VARIABLES.appendIndex(at.getAsInt()).appendProperty("value"), value));
        } else {
            ObjectNode made = JSON.createObjectNode().put("name", name).put("note", "");
            made.put("type", typeOf(value)).set("value", value);
            write(defaults, appended(variables, VARIABLES, made));
        }
    }

    private static JsonDocument override(JsonDocument set, String name, JsonNode value) {
        OptionalInt at = indexOf(set, OVERRIDES, name);
        return at.isPresent()
                ? set.set(OVERRIDES.appendIndex(at.getAsInt()).appendProperty("value"), value)
                : appended(
                        set,
                        OVERRIDES,
                        JSON.createObjectNode().put("name", name).set("value", value));
    }

    private static JsonDocument appended(JsonDocument document, JsonPointer list, JsonNode entry) {
        return document.at(list).orElse(null) instanceof JsonArray array
                ? document.insert(list, array.elements().size(), entry)
                : document.set(list, JsonNodeFactory.instance.arrayNode().add(entry));
    }

    /**
     * Removes a variable, or what a value set has instead of its default value.
     *
     * @param valueSet empty to remove the variable itself
     * @throws IOException when nothing can be written; the message is in plain words
     */
    public void remove(Optional<String> valueSet, String name) throws IOException {
        if (!item) {
            remove(path, JsonPointer.empty().appendProperty(name));
            return;
        }
        Path file = valueSet.isPresent() ? fileOf(valueSet.get()) : path.resolve("variables.json");
        JsonPointer list = valueSet.isPresent() ? OVERRIDES : VARIABLES;
        OptionalInt at = indexOf(document(file, "{}"), list, name);
        if (at.isPresent()) {
            remove(file, list.appendIndex(at.getAsInt()));
        }
    }

    private static void remove(Path file, JsonPointer pointer) throws IOException {
        JsonDocument document = document(file, "{}");
        if (document.at(pointer).isPresent()) {
            write(file, document.remove(pointer));
        }
    }

    private Path fileOf(String valueSet) throws IOException {
        Path sets = path.resolve("valueSets");
        if (Files.isDirectory(sets)) {
            try (var files = Files.newDirectoryStream(sets, "*.json")) {
                for (Path file : files) {
                    String name = text(document(file, "{}"), JsonPointer.compile("/name"));
                    if (name.equals(valueSet)
                            || (name.isEmpty() && file.getFileName().toString().equals(valueSet + ".json"))) {
                        return file;
                    }
                }
            }
        }
        throw PlainException.of("variables.no-set", valueSet);
    }

    private static OptionalInt indexOf(JsonDocument document, JsonPointer list, String name) {
        int size = document.at(list).orElse(null) instanceof JsonArray array
                ? array.elements().size()
                : 0;
        return IntStream.range(0, size)
                .filter(i -> text(document, list.appendIndex(i).appendProperty("name"))
                        .equals(name))
                .findFirst();
    }

    private static String text(JsonDocument document, JsonPointer pointer) {
        return document.at(pointer).map(element -> element.toNode().asText()).orElse("");
    }

    /** @param type as the item definition has it; empty when the value says it */
    private static JsonNode typed(String name, String type, String written) throws IOException {
        JsonNode value = json(written);
        boolean fits =
                switch (type.toLowerCase(Locale.ROOT)) {
                    case "boolean" -> value.isBoolean();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "itemreference", "connectionreference" -> value.isObject();
                    default -> true;
                };
        if (!fits) {
            throw PlainException.of("variables.type", name, type, written);
        }
        boolean isText = !type.isEmpty() && value.isValueNode() && !isTypedByJson(type);
        return isText ? TextNode.valueOf(written) : value;
    }

    private static boolean isTypedByJson(String type) {
        return type.equalsIgnoreCase("boolean") || type.equalsIgnoreCase("integer") || type.equalsIgnoreCase("number");
    }

    private static JsonNode json(String written) {
        try {
            JsonNode value = JSON.readTree(written);
            return value == null || value.isMissingNode() || value.isTextual() ? TextNode.valueOf(written) : value;
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(written);
        }
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> "Boolean";
            case NUMBER -> value.isIntegralNumber() ? "Integer" : "Number";
            case OBJECT -> "ItemReference";
            default -> "String";
        };
    }

    private static JsonDocument document(Path file, String otherwise) throws IOException {
        JsonDocument document = JsonDocument.of(Files.exists(file) ? Files.readString(file) : otherwise);
        if (!document.problems().isEmpty()) {
            throw PlainException.of(
                    "variables.not-valid", file, document.problems().getFirst().message());
        }
        return document;
    }

    private static void write(Path file, JsonDocument document) throws IOException {
        WholeFile.write(file, document.text());
    }
}
