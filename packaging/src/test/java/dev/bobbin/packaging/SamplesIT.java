package dev.bobbin.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.samples.SampleItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples through the launcher, as somebody types it. */
class SamplesIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The computer's own Python, where there is one: it starts in a tenth of the time. All calls on both are another test's. */
    private static final String QUICK_ENGINE = Emulator.engine("cpython").isPresent() ? "cpython" : "embedded";

    @TempDir
    Path folder;

    static List<SampleItem> samples() {
        return SampleItem.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void batchAnswersEveryCall(SampleItem sample) throws Exception {
        Path item = sample.copyTo(folder);
        List<JsonNode> calls = calls(sample);
        List<String> requests = new ArrayList<>();
        for (JsonNode call : calls) {
            ObjectNode request = JSON.createObjectNode().put("id", Integer.toString(requests.size()));
            request.set("function", call.get("function"));
            request.set("input", call.get("input"));
            request.set("valueSets", call.path("valueSets"));
            request.set("badDays", call.path("badDays"));
            requests.add(request.toString());
        }
        Path file = Files.write(folder.resolve("requests.jsonl"), requests);

        List<String> answers = bobbin(0, "batch", item.toString(), file.toString(), "--engine", QUICK_ENGINE)
                .lines()
                .toList();

        assertThat(answers).hasSameSizeAs(calls);
        for (int i = 0; i < calls.size(); i++) {
            JsonNode call = calls.get(i);
            JsonNode answer = JSON.readTree(answers.get(i));
            assertThat(answer.at("/id").asText()).isEqualTo(Integer.toString(i));
            assertThat(answer.at("/httpStatus").asInt())
                    .as("%s: %s", call, answer)
                    .isEqualTo(call.path("httpStatus").asInt(200));
            if (call.has("output")) {
                assertThat(answer.at("/envelope/output")).as("%s", call).isEqualTo(call.get("output"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "retail"})
    void runCallsAFunctionOnTheEmbeddedEngine(String id) throws Exception {
        SampleItem sample = SampleItem.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        Path item = sample.copyTo(folder);
        JsonNode call = calls(sample).getFirst();
        String function = call.get("function").asText();
        Path input = Files.writeString(
                folder.resolve("input.json"), call.get("input").toString());

        JsonNode envelope = JSON.readTree(bobbin(0, "run", item.toString(), function, "--input", "@" + input));

        assertThat(envelope.at("/functionName").asText()).isEqualTo(function);
        assertThat(envelope.at("/status").asText()).isEqualTo("Succeeded");
    }

    @Test
    void aRequestLineWithAMisspeltKeyIsToldAboutOnce() throws Exception {
        Path item = samples().getFirst().copyTo(folder);
        String line = "{\"function\": \"none\", \"parameters\": {}}";
        Path file = Files.write(folder.resolve("requests.jsonl"), List.of(line, line));

        assertThat(bobbin(0, "batch", item.toString(), file.toString(), "--engine", QUICK_ENGINE))
                .hasLineCount(2);
        assertThat(Files.readString(folder.resolve("err.txt"), UTF_8))
                .containsOnlyOnce("no \"parameters\"")
                .contains("\"input\"");
    }

    private static List<JsonNode> calls(SampleItem sample) throws IOException {
        List<JsonNode> calls = new ArrayList<>();
        for (String line : sample.calls()) {
            calls.add(JSON.readTree(line));
        }
        return calls;
    }

    /** What a command prints on standard output. */
    private String bobbin(int exitCode, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = Program.in(Path.of("target", "bobbin"))
                .start(folder, List.of(), List.of(arguments))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        int ended = process.waitFor();
        assertThat(ended).as(Files.readString(err, UTF_8)).isEqualTo(exitCode);
        return Files.readString(out, UTF_8);
    }
}
