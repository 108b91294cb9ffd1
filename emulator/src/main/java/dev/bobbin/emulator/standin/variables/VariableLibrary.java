package dev.bobbin.emulator.standin.variables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.item.JsonFault;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A variable library: the item's folder as Git has it ({@code variables.json}, {@code valueSets/*.json}, {@code
 * settings.json}), or one JSON object of names and values, which has no value sets.
 *
 * @param variables in the order of the file; values of the default value set
 * @param valueSets names and values that a set has instead, by the set's name, in the order of the settings
 */
public record VariableLibrary(List<Variable> variables, Map<String, Map<String, JsonNode>> valueSets) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A variable.
     *
     * @param type as the item definition has it: {@code String}, {@code Integer}, {@code Number}, {@code Boolean},
     *     {@code DateTime}, {@code Guid}, {@code ItemReference}, …
     * @param value a JSON value of that type
     */
    public record Variable(String name, String type, JsonNode value, String note) {}

    public VariableLibrary {
        variables = List.copyOf(variables);
    }

    /**
     * Reads a library; one that is not there has no variables.
     *
     * @throws IOException when it cannot be read or is damaged; the message is in plain words
     */
    public static VariableLibrary read(StandIn.Variables standIn) throws IOException {
        Path path = standIn.path();
        if (Files.isDirectory(path)) {
            return ofItem(path);
        }
        if (!Files.exists(path)) {
            return new VariableLibrary(List.of(), Map.of());
        }
        List<Variable> variables = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : object(path).properties()) {
            variables.add(new Variable(entry.getKey(), typeOf(entry.getValue()), entry.getValue(), ""));
        }
        return new VariableLibrary(variables, Map.of());
    }

    /** Whether a {@code variables.json} is that of a library's item, not an object of names and values. */
    static boolean isItem(Path file) throws IOException {
        return object(file).path("variables").isArray();
    }

    private static VariableLibrary ofItem(Path folder) throws IOException {
        List<Variable> variables = new ArrayList<>();
        Path file = folder.resolve("variables.json");
        if (Files.exists(file)) {
            for (JsonNode variable : object(file).path("variables")) {
                variables.add(new Variable(
                        variable.path("name").asText(),
                        variable.path("type").asText(),
                        variable.path("value"),
                        variable.path("note").asText("")));
            }
        }
        return new VariableLibrary(variables, valueSets(folder));
    }

    private static Map<String, Map<String, JsonNode>> valueSets(Path folder) throws IOException {
        Map<String, Map<String, JsonNode>> found = new TreeMap<>();
        Path sets = folder.resolve("valueSets");
        if (Files.isDirectory(sets)) {
            List<Path> files;
            try (Stream<Path> entries = Files.list(sets)) {
                files = entries.filter(entry -> entry.toString().endsWith(".json"))
                        .sorted()
                        .toList();
            }
            for (Path file : files) {
                JsonNode set = object(file);
                Map<String, JsonNode> overrides = new LinkedHashMap<>();
                set.path("variableOverrides")
                        .forEach(override -> overrides.put(override.path("name").asText(), override.path("value")));
                String fileName = file.getFileName().toString();
                String byFile = fileName.substring(0, fileName.length() - ".json".length());
                found.put(set.path("name").asText(byFile), overrides);
            }
        }
        return inOrder(found, folder.resolve("settings.json"));
    }

    private static Map<String, Map<String, JsonNode>> inOrder(Map<String, Map<String, JsonNode>> sets, Path settings)
            throws IOException {
        Map<String, Map<String, JsonNode>> ordered = new LinkedHashMap<>();
        if (Files.exists(settings)) {
            for (JsonNode name : object(settings).path("valueSetsOrder")) {
                Map<String, JsonNode> set = sets.get(name.asText());
                if (set != null) {
                    ordered.put(name.asText(), set);
                }
            }
        }
        sets.forEach(ordered::putIfAbsent);
        return ordered;
    }

    static ObjectNode object(Path file) throws IOException {
        try {
            String text = Files.readString(file);
            if (JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text) instanceof ObjectNode object) {
                return object;
            }
            throw PlainException.of("variables.no-object", file);
        } catch (JsonProcessingException e) {
            throw PlainException.of("json.variables", file, JsonFault.words(e)).because(e);
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

    /**
     * The values a function sees, by name.
     *
     * @param valueSet empty for the default values
     * @throws IOException when there is no such value set; the message is in plain words
     */
    public Map<String, JsonNode> values(Optional<String> valueSet) throws IOException {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        variables.forEach(variable -> values.put(variable.name(), variable.value()));
        if (valueSet.isPresent()) {
            Map<String, JsonNode> overrides = valueSets.get(valueSet.get());
            if (overrides == null) {
                Object known =
                        valueSets.isEmpty() ? Message.of("variables.none") : String.join(", ", valueSets.keySet());
                throw PlainException.of("variables.no-such-set", valueSet.get(), known);
            }
            overrides.forEach((name, value) -> values.computeIfPresent(name, (n, old) -> value));
        }
        return values;
    }
}
