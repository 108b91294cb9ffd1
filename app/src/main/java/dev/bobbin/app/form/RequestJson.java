package dev.bobbin.app.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.app.text.Json;
import dev.bobbin.app.text.JsonValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The request of a form as JSON, and back. */
final class RequestJson {

    /** Longest body that is laid out over several lines, in characters; a longer one stays on one line. */
    private static final int LONGEST_INDENTED = 100_000;

    private RequestJson() {}

    /** The body the fields and the further members make. @param further members that belong to no field */
    static String body(List<FieldViewModel> fields, Map<String, JsonNode> further) {
        List<String> members = new ArrayList<>();
        for (FieldViewModel field : fields) {
            if (field.reading().get() instanceof Reading.Sent sent) {
                members.add(Json.quote(field.parameter().name()) + ": " + sent.json());
            }
        }
        further.forEach((name, value) -> members.add(Json.quote(name) + ": " + JsonValues.write(value)));
        return members.stream().collect(Collectors.joining(", ", "{", "}"));
    }

    /** The body laid out for reading. */
    static String indented(String body) {
        if (body.length() > LONGEST_INDENTED) {
            return body;
        }
        try {
            return JsonValues.indented(JsonValues.read(body));
        } catch (JsonProcessingException _) {
            return body;
        }
    }

    /** The members of a body; empty when it is no JSON object. */
    static Optional<ObjectNode> members(String body) {
        try {
            return JsonValues.read(body) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    /** Members that belong to none of the names, in order. */
    static Map<String, JsonNode> further(ObjectNode body, Set<String> names) {
        Map<String, JsonNode> further = new LinkedHashMap<>();
        body.properties().forEach(member -> {
            if (!names.contains(member.getKey())) {
                further.put(member.getKey(), member.getValue());
            }
        });
        return further;
    }
}
