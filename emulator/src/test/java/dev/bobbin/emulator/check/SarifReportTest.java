package dev.bobbin.emulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private JsonNode report(List<Finding> findings, ServiceProfile profile) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.getFactory().createGenerator(text)) {
            SarifReport.write(folder, findings, profile, "1.2.3", out);
        }
        return JSON.readTree(text.toString());
    }

    private List<Finding> findings() throws IOException {
        Files.writeString(folder.resolve("function_app.py"), """
                import fabric.functions as fn
                udf = fn.UserDataFunctions()
                @udf.function
                def f(a, b: str = "ä") -> str: return a
                """);
        Files.writeString(folder.resolve("definition.json"), "{\"functions\": [{\"name\": \"g\"},]}");
        Path wheels = Files.createDirectory(folder.resolve("privateLibraries"));
        Files.writeString(wheels.resolve("größe 1.whl"), "no zip");
        ItemFolder item = ItemReader.read(folder);
        return ItemChecker.check(item, SourceParser.outline(item.script()), ServiceProfiles.standard());
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
        }
    }

    @Test
    void isValidSarif() throws IOException {
        List<Finding> findings = findings();

        assertThat(findings)
                .extracting(Finding::rule)
                .contains("json-syntax", "wheel-name", "function-not-implemented");
        for (ServiceProfile profile : ServiceProfiles.all()) {
            assertThat(schema().validate(report(findings, profile))).isEmpty();
            assertThat(schema().validate(report(List.of(), profile))).isEmpty();
        }
    }

    @Test
    void theSchemaRefusesWhatIsNoSarif() throws IOException {
        assertThat(schema().validate(JSON.readTree("{\"version\": \"2.1.0\", \"runs\": [{\"results\": [{}]}]}")))
                .isNotEmpty();
    }

    @Test
    void tellsRulePlaceLevelAndFix() throws IOException {
        JsonNode run = report(findings(), ServiceProfiles.standard()).at("/runs/0");

        JsonNode result = run.at("/results/0");
        assertThat(result.at("/ruleId").textValue()).isEqualTo("decorator-without-parentheses");
        assertThat(run.at("/tool/driver/rules/" + result.at("/ruleIndex").intValue() + "/id")
                        .textValue())
                .isEqualTo("decorator-without-parentheses");
        assertThat(result.at("/level").textValue()).isEqualTo("error");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .textValue())
                .isEqualTo("function_app.py");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").intValue())
                .isEqualTo(3);
        JsonNode replacement = result.at("/fixes/0/artifactChanges/0/replacements/0");
        assertThat(replacement.at("/insertedContent/text").textValue()).isEqualTo("()");
        assertThat(replacement.at("/deletedRegion/startColumn").intValue()).isEqualTo(14);
    }

    @Test
    void listsTheRulesOfTheProfile() throws IOException {
        JsonNode strict = report(List.of(), ServiceProfiles.standard()).at("/runs/0/tool/driver/rules");
        JsonNode lenient =
                report(List.of(), ServiceProfiles.require("service-2026")).at("/runs/0/tool/driver/rules");

        assertThat(strict.findValuesAsText("id"))
                .contains("default-value", "built-sql")
                .doesNotHaveDuplicates();
        assertThat(lenient.findValuesAsText("id")).contains("built-sql").doesNotContain("default-value");
    }
}
