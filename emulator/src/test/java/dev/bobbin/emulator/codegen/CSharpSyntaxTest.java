package dev.bobbin.emulator.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TreeSitterCSharp;

/** The generated C# is C#: a parser of the language finds nothing wrong with it, and the body is one text. */
class CSharpSyntaxTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "it's \"quoted\" \"\"\" and \"\"\"\" more",
                "{braces} {{twice}} ${url} $(id)",
                "back\\slash \\\" \\u0041",
                "lines\r\nand\u2028others\u0085too\tand\0nothing",
                "// no comment /* at all",
                "#if NO",
                "Grün € 😀 \ufeff"
            })
    void everyKindOfClientParses(String text) {
        ObjectNode body = NODES.objectNode().put("text", text).put(text, -12.5).put("line", text + "\n" + text);
        body.putArray("list").add(text).addNull().add(true);
        List<ClientTarget> targets = List.of(
                new ClientTarget.Local(URI.create("http://127.0.0.1:7071/")),
                new ClientTarget.Local(URI.create("http://127.0.0.1:7071/"), true),
                new ClientTarget.Service("https://host/functions"));

        for (ClientTarget target : targets) {
            for (boolean streaming : new boolean[] {false, true}) {
                ClientCall call = new ClientCall("An \"item\"", "löffel", streaming, body);
                Parsed parsed = parse(ClientCode.of(ClientLanguage.CSHARP, call, target));

                assertThat(parsed.wrong()).as(parsed.code()).isEmpty();
                assertThat(parsed.rawTexts()).as(parsed.code()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"const string a = \"\"\"\n  x\"\"\"y\n  \"\"\";", "const string a = \"b\"c\";", "var a = ;"})
    void theParserWouldNotice(String code) {
        assertThat(parse(code).wrong()).isNotEmpty();
    }

    private record Parsed(String code, List<String> wrong, int rawTexts) {}

    private static Parsed parse(String code) {
        try (TSParser parser = new TSParser()) {
            parser.setLanguage(new TreeSitterCSharp());
            try (TSTree tree = parser.parseStringEncoding(null, code, TSInputEncoding.TSInputEncodingUTF8)) {
                List<String> wrong = new ArrayList<>();
                int[] rawTexts = {0};
                visit(tree.getRootNode(), code.getBytes(StandardCharsets.UTF_8), wrong, rawTexts);
                return new Parsed(code, wrong, rawTexts[0]);
            }
        }
    }

    private static void visit(TSNode node, byte[] code, List<String> wrong, int[] rawTexts) {
        if (node.isError() || node.isMissing()) {
            wrong.add(new String(
                    code, node.getStartByte(), node.getEndByte() - node.getStartByte(), StandardCharsets.UTF_8));
        }
        if (node.getType().equals("raw_string_literal")) {
            rawTexts[0]++;
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            visit(node.getChild(i), code, wrong, rawTexts);
        }
    }
}
