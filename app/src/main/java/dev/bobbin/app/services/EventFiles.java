package dev.bobbin.app.services;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.app.data.documents.EventData;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.events.EventLog;
import java.io.IOException;
import java.util.List;

/** Events as their log on disk has them. */
public final class EventFiles implements EventData {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public List<Event> events(StandIn.Events schemaSet, int most) throws IOException {
        List<String> lines = new EventLog(schemaSet).events();
        return lines.subList(Math.max(0, lines.size() - most), lines.size()).reversed().stream()
                .map(EventFiles::event)
                .toList();
    }

    private static Event event(String line) {
        try {
            JsonNode event = JSON.readTree(line);
            return new Event(
                    event.path("time").asText(),
                    event.path("type").asText(),
                    event.path("id").asText(),
                    line);
        } catch (JsonProcessingException e) {
            // A line that somebody else wrote is shown as it is.
            return new Event("", "", "", line);
        }
    }
}
