package dev.bobbin.emulator.item;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.item.JsonElement.JsonArray;
import dev.bobbin.emulator.item.JsonElement.JsonObject;
import dev.bobbin.emulator.item.JsonElement.Member;
import dev.bobbin.emulator.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object. A field that is not there or {@code null} reads as missing; one of the wrong type
 * too, with a finding. Keys match whatever their case.
 */
final class JsonFields {

    private final JsonFile file;
    private final JsonObject object;
    private final String name;
    private final Consumer<Finding> findings;

    /** @param name of the object in messages, such as {@code functions[2]} */
    JsonFields(JsonFile file, JsonObject object, String name, Consumer<Finding> findings) {
        this.file = file;
        this.object = object;
        this.name = name;
        this.findings = findings;
    }

    @Nullable
    String text(String key) {
        return scalar(key, JsonNode::isTextual, JsonNode::textValue, Message.of("json-type.text"));
    }

    @Nullable
    Boolean bool(String key) {
        return scalar(key, JsonNode::isBoolean, JsonNode::booleanValue, Message.of("json-type.bool"));
    }

    /** Any value; null when it is not there. */
    @Nullable
    JsonNode any(String key) {
        return value(key).map(JsonElement::toNode).orElse(null);
    }

    boolean isArray(String key) {
        return value(key).orElse(null) instanceof JsonArray;
    }

    Optional<JsonFields> object(String key) {
        return value(key).flatMap(element -> fields(element, label(key)));
    }

    /** The objects of an array. */
    List<JsonFields> objects(String key) {
        List<JsonElement> elements = elements(key);
        return IntStream.range(0, elements.size())
                .mapToObj(i -> fields(elements.get(i), label(key) + "[" + i + "]"))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The texts of an array. */
    List<String> texts(String key) {
        return elements(key).stream()
                .map(JsonElement::toNode)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    /** Adds a finding about a field that was read. */
    void warn(String key, String rule, Message message) {
        value(key)
                .ifPresent(element ->
                        findings.accept(Finding.of(rule, Severity.WARNING, file.place(element.start()), message)));
    }

    private List<JsonElement> elements(String key) {
        return switch (value(key).orElse(null)) {
            case null -> List.of();
            case JsonArray array -> array.elements();
            case JsonElement other -> {
                wrongType(other, label(key), Message.of("json-type.list"));
                yield List.of();
            }
        };
    }

    private Optional<JsonFields> fields(JsonElement element, String label) {
        if (element instanceof JsonObject inner) {
            return Optional.of(new JsonFields(file, inner, label, findings));
        }
        wrongType(element, label, Message.of("json-type.object"));
        return Optional.empty();
    }

    private <T> @Nullable T scalar(
            String key, Function<JsonNode, Boolean> fits, Function<JsonNode, T> read, Message wanted) {
        Optional<JsonElement> value = value(key);
        if (value.isEmpty()) {
            return null;
        }
        JsonNode node = value.get().toNode();
        if (!fits.apply(node)) {
            wrongType(value.get(), label(key), wanted);
            return null;
        }
        return read.apply(node);
    }

    private Optional<JsonElement> value(String key) {
        return object.memberIgnoringCase(key)
                .map(Member::value)
                .filter(element -> !element.toNode().isNull());
    }

    private String label(String key) {
        return name.isEmpty() ? key : name + "." + key;
    }

    private void wrongType(JsonElement element, String label, Message wanted) {
        findings.accept(Finding.of(
                "json-type", Severity.ERROR, file.place(element.start()), Message.of("json-type", label, wanted)));
    }
}
