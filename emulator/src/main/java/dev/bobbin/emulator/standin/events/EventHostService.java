package dev.bobbin.emulator.standin.events;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.HostCallException;
import dev.bobbin.emulator.standin.HostService;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.ServiceRefusal;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Captures the events of one run: {@code events.publish} with {@code handle}, {@code type}, {@code version} and a list
 * {@code data}. A batch is captured wholly or not at all. Form of the events: contract, section 1.3.
 */
public final class EventHostService implements HostService {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String run;
    private final Map<String, StandIn.Events> schemaSets;
    private final Clock clock;
    private final List<Change> published = Collections.synchronizedList(new ArrayList<>());

    /**
     * @param run the invocation's id, under which events are recorded
     * @param schemaSets what the run may reach, by handle
     */
    public EventHostService(String run, Map<String, StandIn.Events> schemaSets) {
        this.run = run;
        this.schemaSets = Map.copyOf(schemaSets);
        this.clock = Clock.systemUTC();
    }

    @Override
    public void call(String operation, JsonNode arguments, JsonGenerator answer) throws HostCallException {
        try {
            JSON.writeTree(answer, publish(arguments));
        } catch (ServiceRefusal refusal) {
            throw refusal.toHostCall();
        } catch (IOException e) {
            throw ServiceRefusal.ofLocalFile(e).toHostCall();
        }
    }

    /** The ids of the events. */
    private JsonNode publish(JsonNode arguments) throws ServiceRefusal, IOException {
        StandIn.Events standIn = schemaSets.get(arguments.path("handle").asText());
        if (standIn == null) {
            throw new ServiceRefusal(
                    401, "Unauthorized", "Bobbin reaches the event connections of this function only.");
        }
        EventLog log = new EventLog(standIn);
        String type = arguments.path("type").asText();
        String version = arguments.path("version").asText();
        Optional<JsonNode> schema = schema(log, type, version);
        List<JsonNode> events = new ArrayList<>();
        for (JsonNode data : arguments.path("data")) {
            if (schema.isPresent()) {
                check(new EventSchema(schema.get()), type, data);
            }
            events.add(event(standIn.name(), type, version, data));
        }
        log.append(run, events);
        published.addAll(log.created(events.stream().map(JsonNode::toString).toList()));
        var ids = JsonNodeFactory.instance.arrayNode();
        events.forEach(event -> ids.add(event.path("id")));
        return ids;
    }

    private static Optional<JsonNode> schema(EventLog log, String type, String version)
            throws ServiceRefusal, IOException {
        boolean isName = type.matches("[\\w.-]+") && version.matches("[\\w.-]+");
        Optional<JsonNode> schema = isName ? log.schema(type, version) : Optional.empty();
        if (schema.isEmpty() && log.hasSchemas()) {
            throw new ServiceRefusal(
                    400, "BadRequest", "The schema set has no event type '" + type + "' in version '" + version + "'.");
        }
        return schema;
    }

    private static void check(EventSchema schema, String type, JsonNode data) throws ServiceRefusal {
        List<String> problems = schema.problems(data);
        if (!problems.isEmpty()) {
            throw new ServiceRefusal(
                    400,
                    "BadRequest",
                    "The event does not match the schema of '" + type + "': " + String.join("; ", problems) + ".");
        }
    }

    private ObjectNode event(String schemaSet, String type, String version, JsonNode data) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("specversion", "1.0");
        event.put("id", UUID.randomUUID().toString());
        event.put("source", "bobbin.local");
        event.put("type", schemaSet + "/eventTypes/" + type);
        event.put("time", clock.instant().toString());
        event.put("dataschema", schemaSet + "/schemas/" + type + "/versions/" + version);
        event.put("dataversion", version);
        event.set("data", data);
        return event;
    }

    @Override
    public RunTrace trace() {
        return new RunTrace(List.of(), 0, new ChangeSet(published));
    }

    @Override
    public void close() {
        // Nothing is open between two calls.
    }
}
