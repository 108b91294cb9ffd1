package dev.bobbin.emulator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.item.ByteOrderMark;
import dev.bobbin.emulator.item.JsonFault;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.standin.badday.BadDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request line of {@code batch}.
 *
 * @param id as JSON text; null when the line has none
 */
record BatchRequest(@Nullable String id, InvocationRequest invocation) {

    private static final Set<String> KEYS =
            Set.of("id", "function", "input", "rawBody", "profile", "timeoutSeconds", "user", "badDays", "valueSets");

    private static final ObjectMapper JSON = new ObjectMapper()
            // 12345678901234567890.5 must reach the function with all its digits.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(com.fasterxml.jackson.databind.node.JsonNodeFactory.withExactBigDecimals(true));

    /** Files that were put together may have a byte order mark before any line. */
    private static JsonNode read(String line) throws JsonProcessingException {
        return JSON.readTree(ByteOrderMark.without(line));
    }

    /** The id of a line, as JSON text; {@code null} as text when the line cannot be read. */
    static String idOf(String line) {
        try {
            return JSON.writeValueAsString(read(line).path("id"));
        } catch (JsonProcessingException _) {
            return "null";
        }
    }

    /** What a line says that no request has, such as "parameters" for "input"; empty for a line that cannot be read. */
    static List<String> unknownKeys(String line) {
        try {
            return read(line)
                    .propertyStream()
                    .map(Map.Entry::getKey)
                    .filter(key -> !KEYS.contains(key))
                    .toList();
        } catch (JsonProcessingException _) {
            return List.of();
        }
    }

    /**
     * Reads a request line.
     *
     * @param standard the profile where the line names none
     * @param caller whose properties are used where the line names none
     * @param usual the circumstances of connections for which the line names none
     * @throws CliFailure when the line is no request, in plain words
     */
    static BatchRequest parse(String line, ServiceProfile standard, ExecutingUser caller, Circumstances usual)
            throws CliFailure {
        try {
            JsonNode node = read(line);
            if (!node.isObject() || !node.path("function").isTextual()) {
                throw new CliFailure("A request line is a JSON object with at least a \"function\".");
            }
            JsonNode profile = node.path("profile");
            return new BatchRequest(
                    node.has("id") ? JSON.writeValueAsString(node.get("id")) : null,
                    new InvocationRequest(
                            UUID.randomUUID().toString(),
                            node.path("function").textValue(),
                            body(node),
                            profile.isTextual() ? ProfileOption.named(profile.textValue()) : standard,
                            node.path("timeoutSeconds").isNumber()
                                    ? TimeLimits.ofSeconds(
                                            node.path("timeoutSeconds").doubleValue())
                                    : null,
                            user(node.path("user"), caller),
                            circumstances(node, usual)));
        } catch (IllegalArgumentException e) {
            throw new CliFailure("The request line is not valid: " + e.getMessage());
        } catch (JsonProcessingException e) {
            throw new CliFailure("The request line " + JsonFault.words(e) + ".");
        }
    }

    private static String body(JsonNode node) throws JsonProcessingException {
        if (node.has("rawBody")) {
            return node.get("rawBody").asText();
        }
        return node.has("input") ? JSON.writeValueAsString(node.get("input")) : "{}";
    }

    private static Circumstances circumstances(JsonNode node, Circumstances usual) {
        Map<String, BadDay> badDays = new HashMap<>(usual.badDays());
        node.path("badDays").properties().forEach(entry -> badDays.put(entry.getKey(), BadDay.of(entry.getValue())));
        Map<String, String> valueSets = new HashMap<>(usual.valueSets());
        node.path("valueSets")
                .properties()
                .forEach(entry -> valueSets.put(entry.getKey(), entry.getValue().asText()));
        return new Circumstances(badDays, valueSets);
    }

    private static ExecutingUser user(JsonNode node, ExecutingUser caller) {
        return new ExecutingUser(
                node.path("Oid").asText(caller.oid()),
                node.path("TenantId").asText(caller.tenantId()),
                node.path("PreferredUsername").asText(caller.preferredUsername()));
    }
}
