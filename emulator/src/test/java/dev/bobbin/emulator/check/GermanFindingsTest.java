package dev.bobbin.emulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.message.Message;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What checking awkward items finds is said in German throughout. */
class GermanFindingsTest extends QuickFixes {

    /** Need a computer without the parser's library, a file the test has no right to read, links, or a large file. */
    private static final Set<String> NOT_PROVOKED =
            Set.of("python-parser", "unreadable", "symbolic-link", "too-large", "wheel-too-large");

    private static final String FUNCTIONS = HEAD + """
            import distutils, helper, numpy
            from __future__ import annotations
            app = fn.UserDataFunctions()
            ALIAS = "Vars"
            @udf.function()
            def req(a_b, context: str, c: complex = 1, d: 'int' = 2, self=None, /, *rest): pass
            @udf.function()
            def req(x: int) -> complex: return req(1, 2, 3)
            @udf.connection(argName="q", alias="Ünlike")
            @udf.connection(argName="db", alias="<alias>")
            @udf.connection(argName="no", alias="Vras ")
            @udf.function()
            def g(db: fn.FabricSqlConnection, no: fn.FabricSqlConnection, ctx: fn.UserDataFunctionContext) -> list:
                db.connect().cursor().execute(f"DELETE FROM t WHERE a = {no}")
                return [x for x in db.connect().cursor().execute("SELECT %s" % no).fetchall()]
            @udf.connection(argName="v", alias=ALIAS)
            @udf.generic_connection(argName="k", audienceType="keyvault")
            @udf.connection("")
            @udf.function()
            def h(v: fn.FabricSqlConnection, k: fn.FabricItem, e: fn.FabricItem) -> str: return ''
            @udf.function
            def bare() -> str: return ''
            @udf.connection
            @udf.connection(argName="s", alias="S")
            def unregistered(s: fn.FabricSqlConnection) -> str: return ''
            @udf.function()
            def results(n: int) -> dict:
                import decimal, datetime
                return {"a": decimal.Decimal(n), "b": {1, 2}}
            @udf.function()
            def moment() -> datetime: return datetime.datetime.now()
            """;

    private final List<Finding> found = new ArrayList<>();

    private void item(String script, String definition, String functions) throws IOException {
        file("function_app.py", script);
        file("definition.json", definition);
        file(".resources/functions.json", functions);
        found.addAll(check());
    }

    private void wheel(String name, String entry, String metadata) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(
                Files.newOutputStream(folder.resolve("privateLibraries").resolve(name)))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.putNextEntry(new ZipEntry("native-1.0.dist-info/METADATA"));
            zip.write(metadata.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void awkwardItems() throws IOException, URISyntaxException {
        for (Path script : QuickFixTest.allScripts()) {
            item(Files.readString(script), "{}", "{}");
        }
        file("helper.py", "");
        file("resources/functions.json", "{}");
        file("privateLibraries/damaged.whl", "no zip");
        file("privateLibraries/native-1.0-cp312-cp312-win_amd64.whl", "no zip");
        wheel("native-1.0-cp311-cp311-manylinux_2_17_x86_64.whl", "native/fast.so", "Requires-Python: >=3.13");
        file(".platform", "{\"metadata\": {\"type\": \"Notebook\"}}");
        item(FUNCTIONS, """
                {"runtime": "JAVA", "connectedDataSources": [{"alias": "Vars", "artifactType": "Variables"},
                  {"alias": "T", "artifactType": "Tomorrow"}, {"alias": 1}, 2],
                 "functions": [{"name": "g", "isPublicEndpointEnabled": "yes"}, {"name": "gone"}],
                 "libraries": {"public": [{"name": "pandas"}, {"name": "polars", "version": "<2", "type": "CONDA"}],
                               "private": [{"name": "lost.whl"}]}}
                """, """
                {"functionsMetadata": [{"name": "gone"},
                  {"name": "g", "fabricProperties": {"fabricFunctionParameters": [{"name": "x"}]}},
                  {"name": "moment", "fabricProperties": {"fabricFunctionReturnType": "int"}},
                  {"name": "h", "bindings": [{"type": "FabricItem", "name": "z", "alias": "Z"}]},
                  {"name": "results", "fabricProperties": {"fabricFunctionParameters": [{"name": "n", "dataType": "str"}]}}]}
                """);
        item("def f(:\n", "[]", "");
        item("x = (\n", "{\"a\": 1 \"b\": 2,}", "{\"a\": [{} {}]");
        item("x = )\nprint 1\ny = '\n", "{ // c\n}", "{\u0001}");
        item("if x:\npass\n  y = 1\nfor a in b\n  c\n", "{", "{\"a\": tru}");
        Files.write(folder.resolve("function_app.py"), "x = 'ü'".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(folder.resolve("definition.json"), "{}".getBytes(StandardCharsets.UTF_16));
        found.addAll(check());
        Files.delete(folder.resolve("function_app.py"));
        found.addAll(check());
    }

    @Test
    void everyFindingAndItsFixAreSaidInGerman() throws IOException, URISyntaxException {
        awkwardItems();

        assertThat(found).allSatisfy(finding -> {
            assertGerman(finding.message());
            if (finding.fix() != null) {
                assertGerman(finding.fix().title());
            }
        });
        Set<String> others = new TreeSet<>(ItemChecker.ruleIds());
        found.forEach(finding -> others.remove(finding.rule()));
        assertThat(others).isSubsetOf(NOT_PROVOKED);
    }

    private static void assertGerman(Message message) {
        assertThat(message.in(Locale.GERMAN)).isNotEqualTo(message.english()).doesNotContainPattern("\\{\\d\\}");
        message.values().stream()
                .filter(Message.class::isInstance)
                .map(Message.class::cast)
                .forEach(GermanFindingsTest::assertGerman);
    }
}
