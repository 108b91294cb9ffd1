package dev.bobbin.emulator.standin.badday;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.message.RefusedValueException;
import java.util.Optional;

/**
 * The switches of one connection.
 *
 * @param failure what goes wrong; empty when calls are slow only
 * @param afterCalls so many calls work before it does; 0 or more
 * @param latencyMillis every call takes so much longer; 0 to 600,000
 */
public record BadDay(Optional<Failure> failure, int afterCalls, int latencyMillis) {

    /** Nothing goes wrong; for one run, also where a bad day is switched on for the item. */
    public static final BadDay NONE = new BadDay(Optional.empty(), 0, 0);

    private static final int LONGEST_LATENCY_MILLIS = 600_000;

    public BadDay {
        if (afterCalls < 0 || latencyMillis < 0 || latencyMillis > LONGEST_LATENCY_MILLIS) {
            throw RefusedValueException.of("bad-day.range", LONGEST_LATENCY_MILLIS);
        }
    }

    /**
     * Reads a text as {@link #of(String)} does, or {@code {"failure": "dropped", "afterCalls": 3, "latencyMillis": 200}}.
     *
     * @throws IllegalArgumentException when it makes no sense; the message is in plain words
     */
    public static BadDay of(JsonNode json) {
        if (json.isTextual()) {
            return of(json.asText());
        }
        JsonNode name = json.path("failure");
        Optional<Failure> failure = name.isTextual() ? Optional.of(failure(name.asText())) : Optional.empty();
        return new BadDay(
                failure,
                json.path("afterCalls").asInt(0),
                json.path("latencyMillis").asInt(0));
    }

    /**
     * Reads {@code throttled}, {@code dropped:3} (after three calls), {@code slow:200} (milliseconds).
     *
     * @throws IllegalArgumentException when it makes no sense; the message is in plain words
     */
    public static BadDay of(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        try {
            int number = colon < 0 ? 0 : Integer.parseInt(text.substring(colon + 1));
            return name.equals("slow")
                    ? new BadDay(Optional.empty(), 0, number)
                    : new BadDay(Optional.of(failure(name)), number, 0);
        } catch (NumberFormatException _) {
            throw RefusedValueException.of("bad-day.number", text);
        }
    }

    /** In words for people: {@code dropped after 3 calls, slow by 200 ms}. */
    public String words() {
        String what = failure.map(kind -> kind.wireName() + (afterCalls > 0 ? " after " + afterCalls + " calls" : ""))
                .orElse("");
        String slow = latencyMillis > 0 ? "slow by " + latencyMillis + " ms" : "";
        return what.isEmpty() || slow.isEmpty() ? what + slow : what + ", " + slow;
    }

    private static Failure failure(String name) {
        return Failure.of(name).orElseThrow(() -> RefusedValueException.of("bad-day.name", name));
    }

    /** As files and the worker protocol have it. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        failure.ifPresent(kind -> json.put("failure", kind.wireName()));
        return json.put("afterCalls", afterCalls).put("latencyMillis", latencyMillis);
    }
}
