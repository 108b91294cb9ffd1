package dev.bobbin.emulator.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The catalogue of errors in plain words: what happened, why the service does so, what to do. The texts lie in a message
 * bundle, {@code errors.properties}, so that they can be read, checked and translated as a whole.
 */
public final class ErrorTexts {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.bobbin.emulator.service.errors");
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z_]+)\\}");
    private static final String EXCEPTION = "exception";
    private static final int LONGEST_VALUE = 200;

    private ErrorTexts() {}

    /** Ids of all entries. */
    public static Set<String> ids() {
        return TEXTS.keySet().stream()
                .map(key -> key.substring(0, key.lastIndexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The errors of an answer, each in plain words, in the order of the envelope. */
    public static List<PlainError> of(Envelope envelope, int httpStatus, ServiceProfile profile) {
        List<PlainError> errors = new ArrayList<>();
        for (ErrorEntry error : envelope.errors()) {
            errors.add(of(error, httpStatus, profile));
        }
        return errors;
    }

    /** An error in plain words. */
    public static PlainError of(ErrorEntry error, int httpStatus, ServiceProfile profile) {
        String id = id(error);
        Map<String, String> values = values(error, httpStatus, profile);
        return new PlainError(
                id, text(id, "what", values), text(id, "why", values), text(id, "todo", values), technical(error));
    }

    private static String id(ErrorEntry error) {
        JsonNode properties = error.properties();
        return switch (error.name()) {
            case "MissingInput" -> "missing-input";
            case "InvalidInput" -> properties.has("parameter_name") ? "invalid-input" : "invalid-body";
            case "UserThrown" -> "user-thrown";
            case "Timeout" -> "timeout";
            case "ResponseTooLarge" -> "response-too-large";
            case "RequestTooLarge" -> "request-too-large";
            case "InvalidRequestLine" -> "invalid-request-line";
            default -> internal(error);
        };
    }

    private static String internal(ErrorEntry error) {
        JsonNode properties = error.properties();
        if (properties.has("error_type")) {
            String type = properties.path("error_type").asText("");
            String own = EXCEPTION + "." + type.substring(type.lastIndexOf('.') + 1);
            return ids().contains(own) ? own : EXCEPTION;
        }
        if (properties.has("parameter_name")) {
            return "connection";
        }
        if (properties.has("reason")) {
            return "engine-lost";
        }
        return error.message().startsWith("There is no user data function") ? "unknown-function" : "internal";
    }

    /** Texts an exception does not have of its own are those of all exceptions. */
    private static String text(String id, String part, Map<String, String> values) {
        String key = id + "." + part;
        String template = TEXTS.containsKey(key) ? TEXTS.getString(key) : TEXTS.getString(EXCEPTION + "." + part);
        Matcher places = PLACE.matcher(template);
        return places.replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }

    private static Map<String, String> values(ErrorEntry error, int httpStatus, ServiceProfile profile) {
        Map<String, String> values = new HashMap<>();
        // Blank rather than a word in braces where an error lacks what errors of its kind have.
        for (String usual : List.of(
                "parameter_name", "parameter_type", "parameter_value", "reason", "error_type", "error_message")) {
            values.put(usual, "?");
        }
        error.properties().properties().forEach(entry -> values.put(entry.getKey(), shown(entry.getValue())));
        values.put("message", error.message());
        values.put("http", String.valueOf(httpStatus));
        values.put("seconds", seconds(error.message(), profile));
        values.put(
                "limitMegabytes",
                "%.2f".formatted(profile.responseBytes() / (1024.0 * 1024.0)).replaceAll("[.,]?0+$", ""));
        return values;
    }

    /** The limit that ended the call, which may be the run's own; the message has it. */
    private static String seconds(String message, ServiceProfile profile) {
        Matcher number = Pattern.compile("after ([0-9.]+) seconds").matcher(message);
        return number.find()
                ? number.group(1)
                : String.valueOf(profile.timeLimit().toSeconds());
    }

    private static String shown(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : value.toString();
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
    }

    private static String technical(ErrorEntry error) {
        String properties = error.properties().isEmpty() ? "" : " " + error.properties();
        return error.name() + ": " + error.message() + properties;
    }
}
