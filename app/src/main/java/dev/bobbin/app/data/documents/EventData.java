package dev.bobbin.app.data.documents;

import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.util.List;

/** Events that runs have published. */
public interface EventData {

    /** An event. @param time as it says itself @param json on one line */
    record Event(String time, String type, String id, String json) {}

    /**
     * The newest events, newest first; takes a while.
     *
     * @param most how many at most
     * @throws IOException when they cannot be read; the message is in plain words
     */
    List<Event> events(StandIn.Events schemaSet, int most) throws IOException;
}
