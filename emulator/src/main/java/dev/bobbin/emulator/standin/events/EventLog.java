package dev.bobbin.emulator.standin.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.bobbin.emulator.item.JsonFault;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeLog;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StoreLock;
import dev.bobbin.emulator.standin.UndoOutcome;
import dev.bobbin.emulator.standin.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The events that were published to a schema set: one CloudEvent a line in {@code events.jsonl}. Which run published
 * which of them is kept in {@code runs.jsonl}, so that the events stay as they were sent.
 */
public final class EventLog implements ChangeLog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StandIn.Events standIn;

    public EventLog(StandIn.Events standIn) {
        this.standIn = standIn;
    }

    /** The events, oldest first, as JSON text. */
    public List<String> events() throws IOException {
        return log().lines();
    }

    /** The schema of an event type in a version, when the schema set has one. */
    Optional<JsonNode> schema(String type, String version) throws IOException {
        for (Path file : List.of(
                standIn.schemas().resolve(type).resolve(version + ".avsc"),
                standIn.schemas().resolve(type + ".avsc"))) {
            if (Files.exists(file)) {
                try {
                    return Optional.of(JSON.readTree(file.toFile()));
                } catch (JsonProcessingException e) {
                    throw PlainException.of("json.schema", file, JsonFault.words(e))
                            .because(e);
                }
            }
        }
        return Optional.empty();
    }

    /** True when events must have a schema. */
    boolean hasSchemas() {
        return Files.isDirectory(standIn.schemas());
    }

    /**
     * Appends events of a run, all of them or none.
     *
     * @throws IOException when there is no room for them
     */
    void append(String run, List<JsonNode> events) throws IOException {
        try (StoreLock _ = StoreLock.in(standIn.path())) {
            // A mark without its event means nothing; an event without its mark could not be undone.
            new LineFile(runs())
                    .append(events.stream()
                            .map(event -> JSON.createObjectNode()
                                    .put("run", run)
                                    .put("event", event.path("id").asText())
                                    .toString())
                            .toList());
            log().append(events.stream().map(JsonNode::toString).toList());
        }
    }

    /** Appends events that nobody published here, all of them or none. */
    void appendLines(List<String> events) throws IOException {
        try (StoreLock _ = StoreLock.in(standIn.path())) {
            log().append(events);
        }
    }

    private LineFile log() {
        return new LineFile(standIn.log());
    }

    private Path runs() {
        return standIn.path().resolve("runs.jsonl");
    }

    @Override
    public ChangeSet changes(String run) throws IOException {
        return split(run).published();
    }

    /** Takes the events of a run out of the log again, as if they had not been sent. */
    @Override
    public UndoOutcome undo(String run) throws IOException {
        try (StoreLock _ = StoreLock.in(standIn.path())) {
            Split events = split(run);
            if (events.published().isEmpty()) {
                return new UndoOutcome.NothingToUndo();
            }
            WholeFile.write(
                    standIn.log(),
                    events.others().stream().map(line -> line + "\n").collect(Collectors.joining()));
            return new UndoOutcome.Undone(events.published());
        }
    }

    /** Forgets which run published what, because the events were replaced as a whole. */
    void forgetRuns() throws IOException {
        Files.deleteIfExists(runs());
    }

    /** What a run published, and the lines of the log that are not of it. */
    private record Split(ChangeSet published, List<String> others) {}

    private Split split(String run) throws IOException {
        Set<String> ids = new HashSet<>();
        for (String line : new LineFile(runs()).lines()) {
            JsonNode mark = parsed(line);
            if (mark.path("run").asText().equals(run)) {
                ids.add(mark.path("event").asText());
            }
        }
        List<String> published = new ArrayList<>();
        List<String> others = new ArrayList<>();
        if (!ids.isEmpty()) {
            for (String event : events()) {
                (ids.contains(parsed(event).path("id").asText()) ? published : others).add(event);
            }
        }
        return new Split(new ChangeSet(created(published)), others);
    }

    /** What the publishing of events changes. @param events as JSON text */
    List<Change> created(List<String> events) {
        return events.stream()
                .<Change>map(event -> new Change.Event(standIn.name(), event, Change.Kind.CREATED))
                .toList();
    }

    /** A line that somebody else wrote may be no JSON: it is left alone. */
    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
