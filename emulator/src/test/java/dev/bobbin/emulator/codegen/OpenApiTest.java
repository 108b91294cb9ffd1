package dev.bobbin.emulator.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.signature.SourceParser;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents of items, read and judged by a public parser. */
class OpenApiTest {

    private static final String SOURCE = """
            import datetime
            import pandas as pd
            import fabric.functions as fn
            from decimal import Decimal

            udf = fn.UserDataFunctions()

            @udf.function()
            def add(a: int, b: float = 2.5) -> float:
                '''Adds two numbers.

                They may be of any size.

                Args:
                    a: the first number,
                        which may be large
                    b (float): the second one
                '''
                return a + b

            @udf.function()
            def marked(when: datetime.datetime, tags: list[str], options: dict = {}) -> list[dict]:
                '''
                Summary: Keeps a date.
                Description: Keeps a date with its tags,
                  for later.

                :param when: the date
                '''
                return []

            @udf.connection(argName="db", alias="Sales")
            @udf.function()
            def everything(db: fn.FabricSqlConnection, t: bool, s: set, u: tuple, df: pd.DataFrame,
                           se: pd.Series, d: Decimal, none: str = None, nothing=None) -> datetime.date:
                return None

            @udf.function()
            def no_parameters() -> dict[str, int | None] | None:
                return None

            @udf.function()
            def defaults(seconds: int = 10 * 60, plain: int = 7) -> list[int | None]:
                return []

            @udf.streaming_function()
            def löwe(count: int) -> fn.StreamResponse:
                return fn.StreamResponse("roar")

            @udf.function()
            def hidden() -> str:
                return ""
            """;

    @TempDir
    Path workspace;

    private OpenApi document(@Nullable URI server, ServiceProfile profile) throws IOException {
        Path folder = Files.createDirectories(workspace.resolve("Ünïcode item.UserDataFunction"));
        Files.writeString(folder.resolve("function_app.py"), SOURCE);
        Files.writeString(
                folder.resolve("definition.json"),
                "{\"functions\": [{\"name\": \"hidden\", \"isPublicEndpointEnabled\": false}]}");
        var item = ItemReader.read(folder);
        return OpenApi.of(new ItemApi(item, SourceParser.outline(item.script()), profile), server);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper()
                .readTree(document(null, ServiceProfiles.standard()).json());
    }

    private static void isValid(String document) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(document, null, options);
        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths()).hasSize(6);
    }

    @Test
    void everyFormIsValid() throws IOException {
        for (ServiceProfile profile : ServiceProfiles.all()) {
            isValid(document(null, profile).json());
            isValid(document(null, profile).yaml());
            isValid(document(URI.create("http://127.0.0.1:7071/functions"), profile)
                    .json());
        }
    }

    @Test
    void theValidatorWouldNoticeAMistake() throws IOException {
        String broken = document(null, ServiceProfiles.standard()).json().replace("\"responses\"", "\"answers\"");

        assertThat(new OpenAPIV3Parser().readContents(broken, null, null).getMessages())
                .isNotEmpty();
    }

    @Test
    void aRefusalIsValidToo() throws IOException {
        JsonNode document = json();
        for (String status : List.of("400", "403", "413")) {
            assertThat(document.at("/paths/~1add~1invoke/post/responses/" + status
                                    + "/content/application~1json/schema/oneOf")
                            .findValuesAsText("$ref"))
                    .containsExactly("#/components/schemas/FailedInvocation", "#/components/schemas/Problem");
        }
        assertThat(document.at("/components/schemas/Problem/required"))
                .extracting(JsonNode::asText)
                .as("what tells it from a failed call")
                .containsExactly("requestId", "errorCode", "message");
    }

    @Test
    void jsonAndYamlSayTheSame() throws IOException {
        OpenApi document = document(null, ServiceProfiles.standard());

        assertThat(new YAMLMapper().readTree(document.yaml())).isEqualTo(new ObjectMapper().readTree(document.json()));
    }

    /** Readers of YAML 1.1, such as Python's, take a number with an exponent for a text unless it has a point and a sign. */
    @Test
    void numbersAreWrittenWithoutExponents() throws IOException {
        Path folder = Files.createDirectories(workspace.resolve("Numbers.UserDataFunction"));
        Files.writeString(folder.resolve("function_app.py"), """
                import fabric.functions as fn
                udf = fn.UserDataFunctions()
                @udf.function()
                def f(big: float = 1e6, small: float = -1e-7, none: float = 1e-99999, huge: float = 1e99999) -> str:
                    return ""
                """);
        var item = ItemReader.read(folder);
        OpenApi document =
                OpenApi.of(new ItemApi(item, SourceParser.outline(item.script()), ServiceProfiles.standard()), null);

        assertThat(document.yaml())
                .contains("default: 1000000\n", "default: -0.0000001\n")
                .doesNotContainPattern(": [-+.0-9]+[eE]");
        JsonNode properties =
                new ObjectMapper().readTree(document.json()).at("/components/schemas/fRequest/properties");
        assertThat(properties.at("/big/default").asDouble()).isEqualTo(1e6);
        assertThat(properties.path("huge").has("default")).isFalse();
        assertThat(new YAMLMapper().readTree(document.yaml()).at("/components/schemas/fRequest/properties"))
                .isEqualTo(properties);
    }

    @Test
    void docstringsBecomeSummariesAndDescriptions() throws IOException {
        JsonNode add = json().at("/paths/~1add~1invoke/post");
        assertThat(add.path("summary").asText()).isEqualTo("Adds two numbers.");
        assertThat(add.path("description").asText()).endsWith("They may be of any size.");
        JsonNode parameters = json().at("/components/schemas/addRequest/properties");
        assertThat(parameters.at("/a/description").asText()).isEqualTo("the first number, which may be large");
        assertThat(parameters.at("/b/description").asText()).isEqualTo("the second one");

        JsonNode marked = json().at("/paths/~1marked~1invoke/post");
        assertThat(marked.path("summary").asText()).isEqualTo("Keeps a date.");
        assertThat(marked.path("description").asText()).isEqualTo("Keeps a date with its tags, for later.");
        assertThat(json().at("/components/schemas/markedRequest/properties/when/description")
                        .asText())
                .isEqualTo("the date");
    }

    @Test
    void parametersBecomeSchemas() throws IOException {
        JsonNode add = json().at("/components/schemas/addRequest");
        assertThat(add.path("required"))
                .hasSize(1)
                .first()
                .extracting(JsonNode::asText)
                .isEqualTo("a");
        assertThat(add.at("/properties/a/type").asText()).isEqualTo("integer");
        assertThat(add.at("/properties/b/default").asDouble()).isEqualTo(2.5);
        JsonNode everything = json().at("/components/schemas/everythingRequest/properties");
        assertThat(everything.has("db")).isFalse();
        assertThat(everything.at("/df/type").asText()).isEqualTo("array");
        assertThat(everything.at("/d/description").asText()).contains("Decimal");
        assertThat(everything.path("none").has("nullable")).isFalse();
        assertThat(everything.path("none").has("default")).isFalse();
        assertThat(json().at("/paths/~1everything~1invoke/post/requestBody/content/application~1json/example")
                        .has("none"))
                .as("null would be another value than None")
                .isFalse();
        JsonNode when = json().at("/components/schemas/markedRequest/properties/when");
        assertThat(when.path("format").asText()).isEqualTo("date-time");
        assertThat(json().at("/components/schemas/no_parametersRequest/required")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void resultsAreWhatTheServiceMakesOfThem() throws IOException {
        assertThat(json().at("/components/schemas/markedResponse/properties/output/items/type")
                        .asText())
                .isEqualTo("object");
        assertThat(json().at("/components/schemas/no_parametersResponse/properties/output"))
                .as("one of several types")
                .isEmpty();
        assertThat(json().at("/components/schemas/defaultsResponse/properties/output/type")
                        .asText())
                .isEqualTo("array");
        // A date is no JSON, so the service sends its text.
        assertThat(json().at("/components/schemas/everythingResponse/properties/output/type")
                        .asText())
                .isEqualTo("string");
    }

    @Test
    void aDefaultThatIsNoPlainValueIsLeftToTheFunction() throws IOException {
        JsonNode example = json().at("/paths/~1defaults~1invoke/post/requestBody/content/application~1json/example");

        assertThat(example).hasToString("{\"plain\":7}");
    }

    @Test
    void responsesAreThoseOfTheServiceAndTheProfile() throws IOException {
        JsonNode responses = json().at("/paths/~1add~1invoke/post/responses");
        assertThat(responses.properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly("200", "400", "401", "403", "408", "409", "413", "500");
        String newer = document(null, ServiceProfiles.named("service-2026").orElseThrow())
                .json();
        assertThat(newer).contains("\"422\"");
    }

    @Test
    void aStreamIsNoEnvelope_AndSchemasHaveNamesADocumentTakes() throws IOException {
        JsonNode post = json().at("/paths/~1löwe~1invoke/post");

        assertThat(post.at("/responses/200/content").properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly("*/*");
        assertThat(post.at("/responses/400/content").has("application/json")).isTrue();
        assertThat(json().at("/components/schemas").properties())
                .extracting(java.util.Map.Entry::getKey)
                .contains("l_00f6weRequest")
                .allMatch(key -> key.matches("[a-zA-Z0-9._-]+"));
    }

    @Test
    void functionsThatAreNotPublicAreLeftOut() throws IOException {
        assertThat(document(null, ServiceProfiles.standard()).json()).doesNotContain("hidden");
    }
}
