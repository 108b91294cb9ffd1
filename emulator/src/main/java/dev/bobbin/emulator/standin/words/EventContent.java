package dev.bobbin.emulator.standin.words;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What an event tells, without what every event has.
 *
 * @param name of its type; empty for what is no event in the form of CloudEvents
 * @param data as JSON text
 */
public record EventContent(String name, String data) {

    private static final JsonMapper JSON = new JsonMapper();

    /** @param event as JSON text; what is none is told as it is */
    public static EventContent of(String event) {
        try {
            JsonNode whole = JSON.readTree(event);
            String type = whole.path("type").asText();
            return whole.has("data") && !type.isEmpty()
                    ? new EventContent(
                            type.substring(type.lastIndexOf('/') + 1),
                            whole.get("data").toString())
                    : new EventContent("", event);
        } catch (JsonProcessingException e) {
            return new EventContent("", event);
        }
    }
}
