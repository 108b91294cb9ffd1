package dev.bobbin.samples;

import static dev.bobbin.samples.SampleRun.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.service.Status;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every function of the samples, on the embedded engine and real stand-ins. */
class SampleFunctionsTest {

    private static FunctionEngine engine;

    @TempDir
    private Path workspace;

    @BeforeAll
    static void startEngine() {
        engine = Emulator.engine("embedded").orElseThrow();
    }

    @AfterAll
    static void closeEngine() {
        engine.close();
    }

    private SampleRun sample(String id) throws IOException {
        SampleItem sample = SampleItem.all().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
        return new SampleRun(Emulator.invoker(engine), ItemReader.read(sample.copyTo(workspace)));
    }

    private static void assertThrown(Envelope envelope, String message) {
        assertThat(envelope.status()).isEqualTo(Status.BAD_REQUEST);
        assertThat(envelope.errors().getFirst().name()).isEqualTo("UserThrown");
        assertThat(envelope.errors().getFirst().message()).isEqualTo(message);
    }

    @Test
    void helloGreetsAndShowsDataTypes() throws IOException {
        SampleRun hello = sample("hello");

        assertThat(hello.output("hello", "{'name': 'Ada'}")).isEqualTo(json("'Hello, Ada!'"));
        JsonNode inputs = hello.output(
                "describeInputs",
                "{'text': 'a', 'count': 3, 'ratio': 0.5, 'active': 'true', 'moment': '2025-11-03T09:30:00',"
                        + " 'tags': ['x'], 'settings': {'k': 1}}");
        assertThat(inputs.at("/moment")).isEqualTo(json("{'type': 'datetime', 'value': '2025-11-03 09:30:00'}"));
        assertThat(inputs.at("/active")).isEqualTo(json("{'type': 'bool', 'value': 'True'}"));
        assertThat(inputs.size()).isEqualTo(7);
        assertThat(hello.output("dueDate", "{'start': '2025-11-07', 'workingDays': 3}"))
                .isEqualTo(json("'2025-11-12'"));
        assertThrown(
                hello.call("dueDate", "{'start': '2025-11-07', 'workingDays': -1}"),
                "The number of working days cannot be negative.");
        assertThat(hello.output("summarize", "{'numbers': [1, 2, 6]}"))
                .isEqualTo(json("{'count': 3, 'sum': 9, 'mean': 3.0, 'smallest': 1, 'largest': 6}"));
        assertThat(hello.output("summarize", "{'numbers': []}").at("/mean").isNull())
                .isTrue();
    }

    @Test
    void contextAndErrorsAnswersInAllThreeWays() throws IOException {
        SampleRun sample = sample("context-and-errors");

        assertThat(sample.output("whoAmI", "{}").at("/user").textValue())
                .isEqualTo(ExecutingUser.LOCAL.preferredUsername());
        assertThat(sample.output("bookSeats", "{'seats': 2, 'age': 30}")).isEqualTo(json("'2 seats booked.'"));
        assertThrown(sample.call("bookSeats", "{'seats': 2, 'age': 12}"), "You must be 18 or older to book.");
        assertThrown(
                sample.call("bookSeats", "{'seats': 9, 'age': 30}"), "Between 1 and 8 seats can be booked at once.");
        assertThat(sample.output("pricePerUnit", "{'total': 9, 'units': 2}")).isEqualTo(json("4.5"));
        assertThat(sample.call("pricePerUnit", "{'total': 9, 'units': 0}").status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void lakehouseFilesReadsAndWrites() throws IOException {
        SampleRun sample = sample("lakehouse-files");

        assertThat(sample.output("readCsv", "{'fileName': 'raw/temperatures.csv', 'maxRows': 1}"))
                .isEqualTo(json("[{'station': 'Harbour', 'measured': '2025-11-01T06:00:00', 'celsius': '7.2'}]"));
        assertThat(sample.output(
                        "averageByStation",
                        "{'fileName': 'raw/temperatures.csv', 'reportName': 'reports/average.csv'}"))
                .hasSize(3)
                .contains(json("{'station': 'Hilltop', 'measurements': 3, 'average': 5.7}"));
        assertThat(sample.output("listFiles", "{}").findValuesAsText("name"))
                .anyMatch(name -> name.endsWith("raw/temperatures.csv"))
                .anyMatch(name -> name.endsWith("reports/average.csv"));
        assertThat(workspace.resolve(".bobbin/standins/MeasurementsLake.lakehouse/Files/reports/average.csv"))
                .content()
                .contains("Hilltop,3,5.7\n");
    }
}
