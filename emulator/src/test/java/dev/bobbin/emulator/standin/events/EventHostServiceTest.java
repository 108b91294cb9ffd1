package dev.bobbin.emulator.standin.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.HostCalls;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.UndoOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events in a real log. */
class EventHostServiceTest {

    private static final String SCHEMA = """
            {"type": "record", "name": "Order", "fields": [
              {"name": "id", "type": "string"},
              {"name": "amount", "type": "double"},
              {"name": "count", "type": "int", "default": 1},
              {"name": "kind", "type": {"type": "enum", "name": "Kind", "symbols": ["NEW", "OLD"]}, "default": "NEW"},
              {"name": "note", "type": ["null", "string"], "default": null},
              {"name": "lines", "type": {"type": "array", "items":
                {"type": "record", "name": "Line", "fields": [{"name": "sku", "type": "string"}]}}, "default": []},
              {"name": "first", "type": ["null", "Line"], "default": null},
              {"name": "extra", "type": {"type": "map", "values": "long"}, "default": {}}]}
            """;

    @TempDir
    Path folder;

    @Test
    void capturesEventsAsTheyWouldBeSent() throws Exception {
        publish("one", "'type': 'Placed', 'version': 'v1', 'data': [{'n': 1}, {'n': 2}]");

        assertThat(new EventLog(orders()).events())
                .hasSize(2)
                .first()
                .asString()
                .contains(
                        "\"specversion\":\"1.0\"",
                        "\"type\":\"Orders/eventTypes/Placed\"",
                        "\"dataschema\":\"Orders/schemas/Placed/versions/v1\"",
                        "\"data\":{\"n\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id': 'a', 'amount': 1.5} | ok",
                "{'id': 'a', 'amount': 1, 'note': null, 'lines': [{'sku': 'x'}], 'first': {'sku': 'y'}, 'extra': {'k': 5}} | ok",
                "{'amount': 1} | event.id is missing",
                "{'id': 5, 'amount': 1} | event.id must be a text",
                "{'id': 'a', 'amount': '1'} | event.amount must be a number",
                "{'id': 'a', 'amount': 1, 'count': 1.5} | event.count must be a whole number",
                "{'id': 'a', 'amount': 1, 'kind': 'X'} | event.kind must be one of [\"NEW\",\"OLD\"]",
                "{'id': 'a', 'amount': 1, 'note': 5} | event.note is none of [\"null\",\"string\"]",
                "{'id': 'a', 'amount': 1, 'lines': [{}]} | event.lines[0].sku is missing",
                "{'id': 'a', 'amount': 1, 'extra': {'k': 'v'}} | event.extra.k must be a whole number",
                "5 | event must be an object",
            })
    void checksEventsAgainstTheirSchema(String data, String outcome) throws Exception {
        Files.createDirectories(orders().schemas().resolve("Placed"));
        Files.writeString(orders().schemas().resolve("Placed/v1.avsc"), SCHEMA);

        String answer = publish("one", "'type': 'Placed', 'version': 'v1', 'data': [" + data + "]");

        if (outcome.equals("ok")) {
            assertThat(answer).startsWith("[\"");
        } else {
            assertThat(answer).startsWith("400 BadRequest").contains(outcome);
        }
    }

    @Test
    void aListIsPublishedWhollyOrNotAtAll() throws Exception {
        Files.createDirectories(orders().schemas());
        Files.writeString(orders().schemas().resolve("Placed.avsc"), SCHEMA);

        publish("one", "'type': 'Placed', 'version': 'v1', 'data': [{'id': 'a', 'amount': 1}, {}]");
        assertThat(publish("one", "'type': 'Unknown', 'version': 'v1', 'data': [{}]"))
                .contains("no event type 'Unknown'");

        assertThat(new EventLog(orders()).events()).isEmpty();
    }

    @Test
    void tellsAndTakesBackWhatARunPublished() throws Exception {
        publish("one", "'type': 'A', 'version': 'v1', 'data': [{}]");
        publish("two", "'type': 'B', 'version': 'v1', 'data': [{}]");
        EventLog log = new EventLog(orders());

        assertThat(log.changes("two").changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.Event.class, event -> assertThat(event.event()).contains("eventTypes/B"));
        assertThat(log.undo("one")).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(log.events()).singleElement().asString().contains("eventTypes/B");
        assertThat(log.undo("one")).isInstanceOf(UndoOutcome.NothingToUndo.class);
    }

    private StandIn.Events orders() {
        return new StandIn.Events("Orders", folder.resolve("Orders.events"));
    }

    private String publish(String run, String arguments) throws Exception {
        try (EventHostService service = new EventHostService(run, Map.of("h", orders()))) {
            return HostCalls.outcome(service, "events.publish", "'handle': 'h', " + arguments);
        }
    }
}
