package dev.bobbin.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.EngineOptions;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every function of the samples, on each engine and real stand-ins, as their {@code calls.jsonl} tell. */
@ParameterizedClass
@ValueSource(strings = {"embedded", "cpython"})
class SampleFunctionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static FunctionEngine engine;

    @Parameter
    private String engineName;

    @TempDir
    private Path workspace;

    @BeforeParameterizedClassInvocation
    static void startEngine(String name) {
        assumeTrue(
                !name.equals("cpython")
                        || !Emulator.pythons(EngineOptions.DEFAULT).all(null).isEmpty(),
                "this machine has no Python");
        engine = Emulator.engine(name).orElseThrow();
    }

    @AfterParameterizedClassInvocation
    static void closeEngine() {
        engine.close();
    }

    static List<SampleItem> samples() {
        return SampleItem.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void answerAsTheirCallsTell(SampleItem sample) throws IOException {
        SampleRun run = new SampleRun(Emulator.invoker(engine), ItemReader.read(sample.copyTo(workspace)));

        for (String line : sample.calls()) {
            JsonNode call = JSON.readTree(line);
            InvocationResult.Answered answer = run.call(call);
            Envelope envelope = answer.envelope();
            assertThat(answer.httpStatus())
                    .as("%s: %s: %s", engineName, line, envelope)
                    .isEqualTo(call.path("httpStatus").asInt(200));
            if (call.has("error")) {
                assertThat(envelope.errors().getFirst().message())
                        .as(line)
                        .isEqualTo(call.at("/error").asText());
            } else if (call.has("includes")) {
                JsonNode output = JSON.readTree(envelope.outputJson());
                call.at("/includes")
                        .properties()
                        .forEach(field ->
                                assertThat(output.get(field.getKey())).as(line).isEqualTo(field.getValue()));
            } else {
                assertThat(JSON.readTree(envelope.outputJson())).as(line).isEqualTo(call.required("output"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void haveACallOfEachFunction(SampleItem sample) throws IOException {
        List<String> called = new ArrayList<>();
        for (String line : sample.calls()) {
            called.add(JSON.readTree(line).at("/function").asText());
        }

        String source = ItemReader.read(sample.copyTo(workspace)).script();
        assertThat(called)
                .containsAll(SourceParser.outline(source).functions().stream()
                        .map(FunctionSignature::name)
                        .toList());
    }

    @Test
    void reportsLieInTheLakehouseAsFilesThatAnybodyCanOpen() throws IOException {
        SampleItem retail = samples().getLast();
        SampleRun run = new SampleRun(Emulator.invoker(engine), ItemReader.read(retail.copyTo(workspace)));

        run.call("dailyReport", "{\"day\": \"2025-11-01\"}");

        Path report = workspace.resolve(".bobbin/standins/RetailLake.lakehouse/Files/reports/2025-11-01.csv");
        assertThat(Files.readString(report))
                .isEqualTo("Store,Sales,Pieces,Amount\nMarket Square,2,6,75.8\nRiverside,1,5,16.0\n");
    }
}
