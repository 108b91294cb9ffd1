package dev.bobbin.emulator.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Any value survives being written into code, by the rules that the languages have for their literals. That the rules are
 * those of real interpreters shows {@link ClientCodeTest}.
 */
class ClientQuotingTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Where C# ends a line: specification, section 6.3.2. */
    private static final String CSHARP_LINES = "\r\n|[\n\r\u0085\u2028\u2029]";

    @Provide
    Arbitrary<ObjectNode> bodies() {
        Arbitrary<String> odd = Arbitraries.strings()
                .withChars("'\"`$@\\{}()%&|;<>#~^ \t\n\r\0\u007f\u0085\u00a0\u2019\u2028\u2029\ufeffäß€")
                .ofMaxLength(12);
        Arbitrary<String> texts = Arbitraries.oneOf(
                odd,
                Arbitraries.of(
                        "'@",
                        "\"\"\"",
                        "\"@",
                        "EOF",
                        "${url}",
                        "$(id)",
                        "`whoami`",
                        "%PATH%",
                        "\\",
                        "\\\"",
                        "</script>",
                        "😀"),
                Arbitraries.strings().withCharRange(' ', '\ud7ff').ofMaxLength(8));
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                texts.map(NODES::textNode),
                Arbitraries.integers().map(NODES::numberNode),
                Arbitraries.of(true, false).map(NODES::booleanNode),
                Arbitraries.create(NODES::nullNode));
        Arbitrary<JsonNode> values = Arbitraries.lazyOf(
                () -> leaves,
                () -> leaves,
                () -> leaves.list().ofMaxSize(3).map(list -> NODES.arrayNode().addAll(list)),
                () -> objects(texts, leaves).map(object -> object));
        return objects(texts, values);
    }

    private static Arbitrary<ObjectNode> objects(Arbitrary<String> names, Arbitrary<JsonNode> values) {
        return Arbitraries.maps(names, values).ofMaxSize(4).map(entries -> {
            ObjectNode object = NODES.objectNode();
            object.setAll(entries);
            return object;
        });
    }

    @Property(tries = 400)
    void csharpsRawTextHoldsTheJson(@ForAll("bodies") ObjectNode body) throws IOException {
        String code = code(ClientLanguage.CSHARP, body);

        List<String> lines = List.of(code.split(CSHARP_LINES, -1));
        int first = lines.indexOf("const string body = \"\"\"") + 1;
        int last = lines.indexOf("            \"\"\";");
        List<String> content = lines.subList(first, last);
        assertThat(content).allMatch(line -> line.startsWith("            "));
        assertThat(content).noneMatch(line -> line.contains("\"\"\""));
        assertSame(content.stream().map(line -> line.substring(12)).collect(Collectors.joining("\n")), body);
    }

    @Property(tries = 400)
    void powerShellsHereStringHoldsTheJson(@ForAll("bodies") ObjectNode body) throws IOException {
        List<String> lines = List.of(code(ClientLanguage.POWERSHELL, body).split("\r\n|[\n\r]", -1));

        int first = lines.indexOf("$body = @'") + 1;
        // Any of PowerShell's single quotes ends it, typographic ones too.
        int end = first;
        while (!lines.get(end).matches("['\u2018\u2019\u201a\u201b]@.*")) {
            end++;
        }
        assertThat(lines.get(end)).isEqualTo("'@");
        assertSame(String.join("\n", lines.subList(first, end)), body);
    }

    @Property(tries = 400)
    void theShellsWordHoldsTheJson(@ForAll("bodies") ObjectNode body) throws IOException {
        String code = code(ClientLanguage.CURL, body);

        String word = code.substring(code.indexOf("--data-raw ") + "--data-raw ".length())
                .strip();
        assertThat(code).doesNotContain("\0");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < word.length(); ) {
            if (word.startsWith("\\'", i)) {
                text.append('\'');
                i += 2;
            } else {
                assertThat(word.charAt(i)).isEqualTo('\'');
                int end = word.indexOf('\'', i + 1);
                text.append(word, i + 1, end);
                i = end + 1;
            }
        }
        assertSame(text.toString(), body);
    }

    @Property(tries = 400)
    void javaScriptsLiteralIsTheJson(@ForAll("bodies") ObjectNode body) throws IOException {
        String code = code(ClientLanguage.JAVASCRIPT, body);

        int from = code.indexOf("const body = ") + "const body = ".length();
        assertSame(code.substring(from, code.indexOf(";\n\nasync function main()", from)), body);
    }

    @ParameterizedTest
    @EnumSource(ClientLanguage.class)
    void halfACharacterIsEscaped(ClientLanguage language) {
        assertThat(code(language, NODES.objectNode().put("text", "half \ud83d")))
                .contains("\\ud83d");
    }

    /** Every language's code can be saved as UTF-8, which halves of characters cannot. */
    private static String code(ClientLanguage language, ObjectNode body) {
        String code = ClientCode.of(
                language,
                new ClientCall("Any", "any", false, body),
                new ClientTarget.Local(URI.create("http://127.0.0.1:7071/")));
        assertThat(new String(code.getBytes(UTF_8), UTF_8)).isEqualTo(code);
        return code;
    }

    private static void assertSame(String json, ObjectNode body) throws IOException {
        assertThat(JSON.readTree(json)).isEqualTo(body);
    }
}
