package dev.bobbin.emulator.standin.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.RealRuns;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A function's view of business events. */
@Timeout(300)
class EventClientTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SOURCE = """
            import datetime, decimal

            @udf.connection(argName="stream", alias="Stream")
            @udf.function()
            def refusals(stream: fn.FabricBusinessEventsClient) -> dict:
                values = {"nan": float("nan"), "set": {1}, "bytes": b"ab", "decimal": decimal.Decimal("1.5"),
                          "class": object(), "inside": [{"n": 1}, {"n": {2}}], "large": "x" * 1_100_000}
                found = {name: attempt(lambda: stream.PublishEvent("Order", {"v": value}))
                         for name, value in values.items()}
                found["types"] = [attempt(lambda: stream.PublishEvent(type, {})) for type in (None, "", 5)]
                found["send"] = attempt(lambda: stream.send([{}]))
                return found

            @udf.connection(argName="stream", alias="Stream")
            @udf.function()
            def publish(stream: fn.FabricBusinessEventsClient) -> str:
                with stream:
                    stream.PublishEvent("Order", [{"at": datetime.datetime(2025, 3, 4, 5, 6, 7)}, {"day": datetime.date(2025, 3, 4)}])
                return "done"
            """;

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "cpython"})
    void sendsWhatJsonHolds(String engine, @TempDir Path folder) throws IOException {
        try (RealRuns runs = new RealRuns(engine, folder, SOURCE)) {
            assertThat(runs.output("refusals")).isEqualTo(JSON.readTree("""
                    {"nan": "HttpResponseError 400", "set": "TypeError", "bytes": "TypeError", "decimal": "TypeError",
                     "class": "TypeError", "inside": "TypeError", "large": "HttpResponseError 413",
                     "types": ["TypeError", "TypeError", "TypeError"], "send": "NotImplementedError"}"""));
            assertThat(runs.changes("refusals", "{}").changes()).isEmpty();
            assertThat(runs.changes("publish", "{}").changes())
                    .extracting(change -> data(((Change.Event) change).event()))
                    .containsExactly("{\"at\":\"2025-03-04T05:06:07\"}", "{\"day\":\"2025-03-04\"}");
        }
    }

    private static String data(String event) {
        try {
            JsonNode json = JSON.readTree(event);
            return json.path("data").toString();
        } catch (IOException e) {
            throw new AssertionError(event, e);
        }
    }
}
