package dev.bobbin.emulator.standin.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeLog;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.UndoOutcome;
import dev.bobbin.emulator.standin.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        return lines(standIn.log());
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
                    throw new IOException(file + " is no valid schema: " + e.getOriginalMessage(), e);
                }
            }
        }
        return Optional.empty();
    }

    /** True when events must have a schema. */
    boolean hasSchemas() {
        return Files.isDirectory(standIn.schemas());
    }

    /** Appends events, all of them or none. */
    void append(String run, List<JsonNode> events) throws IOException {
        Files.createDirectories(standIn.path());
        StringBuilder lines = new StringBuilder();
        StringBuilder marks = new StringBuilder();
        for (JsonNode event : events) {
            lines.append(event).append('\n');
            ObjectNode mark = JSON.createObjectNode()
                    .put("run", run)
                    .put("event", event.path("id").asText());
            marks.append(mark).append('\n');
        }
        // A mark without its event means nothing; an event without its mark could not be undone.
        append(runs(), marks.toString());
        append(standIn.log(), lines.toString());
    }

    /** Appends events that nobody published here. */
    void appendLines(List<String> events) throws IOException {
        Files.createDirectories(standIn.path());
        append(standIn.log(), events.stream().map(event -> event + "\n").collect(Collectors.joining()));
    }

    /** Appends a text wholly; what a full disk has cut off goes again. */
    private static void append(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            long size = channel.size();
            try {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            } catch (IOException e) {
                channel.truncate(size);
                throw e;
            }
        }
    }

    private Path runs() {
        return standIn.path().resolve("runs.jsonl");
    }

    @Override
    public ChangeSet changes(String run) throws IOException {
        List<String> ids = idsOf(run);
        List<Change> changes = new ArrayList<>();
        for (String event : events()) {
            if (ids.contains(id(event))) {
                changes.add(new Change.Event(standIn.name(), event, Change.Kind.CREATED));
            }
        }
        return new ChangeSet(changes);
    }

    /** Takes the events of a run out of the log again, as if they had not been sent. */
    @Override
    public UndoOutcome undo(String run) throws IOException {
        ChangeSet published = changes(run);
        if (published.isEmpty()) {
            return new UndoOutcome.NothingToUndo();
        }
        List<String> ids = idsOf(run);
        StringBuilder kept = new StringBuilder();
        for (String event : events()) {
            if (!ids.contains(id(event))) {
                kept.append(event).append('\n');
            }
        }
        WholeFile.write(standIn.log(), kept.toString());
        return new UndoOutcome.Undone(published);
    }

    /** Forgets which run published what, because the events were replaced as a whole. */
    void forgetRuns() throws IOException {
        Files.deleteIfExists(runs());
    }

    private List<String> idsOf(String run) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String line : lines(runs())) {
            JsonNode mark = JSON.readTree(line);
            if (mark.path("run").asText().equals(run)) {
                ids.add(mark.path("event").asText());
            }
        }
        return ids;
    }

    private static String id(String event) {
        try {
            return JSON.readTree(event).path("id").asText();
        } catch (JsonProcessingException e) {
            return ""; // a line that somebody else wrote: it is left alone
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .toList()
                : List.of();
    }
}
