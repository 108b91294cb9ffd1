package dev.bobbin.emulator.standin.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.standin.RealRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The host and the clients have the same names for the files of a lakehouse. */
@Timeout(120)
class LocalNamesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SOURCE = """
            from azure.storage.filedatalake import _names

            @udf.function()
            def both(names: list) -> list:
                return [[_names.local_name(name), _names.service_name(name)] for name in names]
            """;

    private static final List<String> PARTS = List.of(
            "a", "B", "é", "😀", " ", ".", "%", "%2", "%20", "%25", "%2E", "%3A", "%3a", "%41", ":", "?", "\"", "\n",
            "\u0001", "con", "CON", "nul.", "lpt1", "com0", "~", "$", "\\");

    @Test
    void areThoseOfTheClients(@TempDir Path folder) throws IOException {
        Random random = new Random(5);
        ArrayNode names = JSON.createArrayNode();
        for (int i = 0; i < 3000; i++) {
            StringBuilder name = new StringBuilder();
            for (int parts = 1 + random.nextInt(4); parts > 0; parts--) {
                name.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            names.add(name.toString());
        }
        try (RealRuns runs = new RealRuns("cpython", folder, SOURCE)) {
            JsonNode told = JSON.readTree(runs.output(
                    "both", JSON.createObjectNode().set("names", names).toString(), Circumstances.USUAL));

            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i).textValue();
                assertThat(List.of(LocalNames.localPart(name), LocalNames.service(name)))
                        .as(JSON.writeValueAsString(name))
                        .containsExactly(
                                told.get(i).get(0).textValue(),
                                told.get(i).get(1).textValue());
            }
        }
    }

    @Test
    void aNameOfSomebodyElseStandsForItself() {
        assertThat(LocalNames.service("in/a%20b.csv")).isEqualTo("in/a%20b.csv");
        assertThat(LocalNames.service("in/a%3Ab.csv")).isEqualTo("in/a:b.csv");
    }
}
