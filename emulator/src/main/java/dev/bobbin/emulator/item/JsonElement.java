package dev.bobbin.emulator.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A JSON value that knows where it stands in its text.
 *
 * <p>{@code start} and {@code end} are offsets in UTF-16 units; {@code end} lies behind the last character.
 */
public sealed interface JsonElement {

    int start();

    int end();

    /** The same value without places; of keys written twice the last one counts, as everywhere. */
    JsonNode toNode();

    /** {@code {…}}. */
    record JsonObject(int start, int end, List<Member> members) implements JsonElement {

        public JsonObject {
            members = List.copyOf(members);
        }

        /** The member of that key; the last one when the key was written twice. */
        public Optional<Member> member(String key) {
            return members.reversed().stream().filter(m -> m.key().equals(key)).findFirst();
        }

        /** The same whatever the case of the key: the service writes both {@code alias} and {@code Alias}. */
        public Optional<Member> memberIgnoringCase(String key) {
            return member(key)
                    .or(() -> members.reversed().stream()
                            .filter(m -> m.key().equalsIgnoreCase(key))
                            .findFirst());
        }

        @Override
        public JsonNode toNode() {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            members.forEach(member -> node.set(member.key(), member.value().toNode()));
            return node;
        }
    }

    /** {@code […]}. */
    record JsonArray(int start, int end, List<JsonElement> elements) implements JsonElement {

        public JsonArray {
            elements = List.copyOf(elements);
        }

        @Override
        public JsonNode toNode() {
            ArrayNode node = JsonNodeFactory.instance.arrayNode();
            elements.forEach(element -> node.add(element.toNode()));
            return node;
        }
    }

    /** Text, number, {@code true}, {@code false} or {@code null}. */
    record JsonScalar(int start, int end, JsonNode toNode) implements JsonElement {}

    /** A key with its value. @param start offset of the key's quotation mark */
    record Member(String key, int start, JsonElement value) {

        int end() {
            return value.end();
        }
    }
}
