package dev.bobbin.emulator.standin.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Checks data against a schema of Avro, which is what event schema sets hold. Source: Apache Avro 1.12, "Schemas". */
final class EventSchema {

    private final JsonNode schema;
    private final Map<String, JsonNode> named = new HashMap<>();

    EventSchema(JsonNode schema) {
        this.schema = schema;
        collect(schema);
    }

    /** What is wrong with the data, in plain words; empty when nothing is. */
    List<String> problems(JsonNode data) {
        List<String> problems = new ArrayList<>();
        check(schema, data, "event", problems);
        return problems;
    }

    /** Finds the named types, so that a name can stand for one. */
    private void collect(JsonNode type) {
        if (type.isObject()) {
            if (type.has("name")) {
                named.put(type.path("name").asText(), type);
            }
            type.path("fields").forEach(field -> collect(field.path("type")));
            collect(type.path("items"));
            collect(type.path("values"));
            if (!type.path("type").isTextual()) {
                collect(type.path("type"));
            }
        } else if (type.isArray()) {
            type.forEach(this::collect);
        }
    }

    private void check(JsonNode type, JsonNode data, String place, List<String> problems) {
        if (type.isArray()) {
            boolean fits = StreamSupport.stream(type.spliterator(), false).anyMatch(branch -> fits(branch, data));
            if (!fits) {
                problems.add(place + " is none of " + type);
            }
            return;
        }
        JsonNode definition = type.isTextual() ? named.getOrDefault(type.asText(), type) : type;
        String name = definition.isTextual()
                ? definition.asText()
                : definition.path("type").asText();
        switch (name) {
            case "record" -> checkRecord(definition, data, place, problems);
            case "array" -> {
                if (!expect(data.isArray(), "a list", place, problems)) {
                    return;
                }
                for (int i = 0; i < data.size(); i++) {
                    check(definition.path("items"), data.get(i), place + "[" + i + "]", problems);
                }
            }
            case "map" -> {
                if (expect(data.isObject(), "an object", place, problems)) {
                    data.properties()
                            .forEach(entry -> check(
                                    definition.path("values"),
                                    entry.getValue(),
                                    place + "." + entry.getKey(),
                                    problems));
                }
            }
            case "enum" -> {
                boolean known = StreamSupport.stream(definition.path("symbols").spliterator(), false)
                        .anyMatch(symbol -> symbol.equals(data));
                expect(known, "one of " + definition.path("symbols"), place, problems);
            }
            default -> checkPrimitive(name, data, place, problems);
        }
    }

    private boolean fits(JsonNode type, JsonNode data) {
        List<String> problems = new ArrayList<>();
        check(type, data, "", problems);
        return problems.isEmpty();
    }

    private void checkRecord(JsonNode definition, JsonNode data, String place, List<String> problems) {
        if (!expect(data.isObject(), "an object", place, problems)) {
            return;
        }
        for (JsonNode field : definition.path("fields")) {
            String name = field.path("name").asText();
            Optional<JsonNode> value = Optional.ofNullable(data.get(name));
            if (value.isPresent()) {
                check(field.path("type"), value.get(), place + "." + name, problems);
            } else if (!field.has("default")) {
                problems.add(place + "." + name + " is missing");
            }
        }
    }

    private static void checkPrimitive(String name, JsonNode data, String place, List<String> problems) {
        switch (name) {
            case "null" -> expect(data.isNull(), "null", place, problems);
            case "boolean" -> expect(data.isBoolean(), "true or false", place, problems);
            case "int" -> expect(data.canConvertToInt() && data.isIntegralNumber(), "a whole number", place, problems);
            case "long" ->
                expect(data.canConvertToLong() && data.isIntegralNumber(), "a whole number", place, problems);
            case "float", "double" -> expect(data.isNumber(), "a number", place, problems);
            case "string", "bytes", "fixed" ->
                expect(data.getNodeType() == JsonNodeType.STRING, "a text", place, problems);
            default -> problems.add(place + " has the type '" + name + "', which the schema does not define");
        }
    }

    private static boolean expect(boolean holds, String wanted, String place, List<String> problems) {
        if (!holds) {
            problems.add(place + " must be " + wanted);
        }
        return holds;
    }
}
