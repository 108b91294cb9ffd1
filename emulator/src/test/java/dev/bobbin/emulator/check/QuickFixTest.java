package dev.bobbin.emulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fixes are made and the item is checked again. */
class QuickFixTest {

    private static final String HEAD = "import fabric.functions as fn\nudf = fn.UserDataFunctions()\n";

    @TempDir
    private Path folder;

    private List<Finding> check() throws IOException {
        ItemFolder item = ItemReader.read(folder);
        return ItemChecker.check(item, SourceParser.outline(item.script()), ServiceProfiles.standard());
    }

    private void file(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    private String file(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    private void fix(String rule) throws IOException {
        List<Finding> mended = ItemFixer.fixAll(
                folder, ServiceProfiles.standard(), finding -> finding.rule().equals(rule));
        assertThat(mended).isNotEmpty();
        assertThat(check()).extracting(Finding::rule).doesNotContain(rule, "python-syntax", "json-syntax");
    }

    static List<Arguments> scripts() {
        String def = "@udf.function()\ndef f(%s)%s:\n    return a\n";
        return List.of(
                Arguments.of("missing-return-type", def.formatted("a: str", ""), def.formatted("a: str", " -> str")),
                Arguments.of("missing-annotation", def.formatted("a", " -> str"), def.formatted("a: str", " -> str")),
                Arguments.of(
                        "missing-annotation",
                        def.formatted("a=1.5, *, b", " -> str"),
                        def.formatted("a: float=1.5, *, b: str", " -> str")),
                Arguments.of(
                        "unsupported-type",
                        def.formatted("a: Optional[list[str]], b: None | int", " -> str"),
                        def.formatted("a: list[str], b: int", " -> str")),
                Arguments.of(
                        "unsupported-type",
                        def.formatted("a: Annotated[dict[str, int], 'x'], b: Decimal", " -> str"),
                        def.formatted("a: dict[str, int], b: float", " -> str")),
                Arguments.of(
                        "unsupported-return-type",
                        def.formatted("a: str", " -> datetime.date"),
                        def.formatted("a: str", " -> str")),
                Arguments.of(
                        "quoted-annotation",
                        def.formatted("a: 'list[str]'", " -> str"),
                        def.formatted("a: list[str]", " -> str")),
                Arguments.of(
                        "default-value",
                        def.formatted("a: int = 3, b: str='x'", " -> str"),
                        def.formatted("a: int, b: str", " -> str")),
                Arguments.of(
                        "underscore-in-parameter",
                        "@udf.function()\ndef f(first_name: str) -> str:\n"
                                + "    g(first_name=first_name)\n    return f'{first_name}' + x.first_name\n",
                        "@udf.function()\ndef f(firstName: str) -> str:\n"
                                + "    g(first_name=firstName)\n    return f'{firstName}' + x.first_name\n"),
                Arguments.of(
                        "reserved-parameter",
                        "@udf.function()\ndef f(req: str) -> str:\n    return req\n",
                        "@udf.function()\ndef f(reqValue: str) -> str:\n    return reqValue\n"),
                Arguments.of(
                        "reserved-function-name",
                        def.formatted("a: str", " -> str").replace("def f", "def context"),
                        def.formatted("a: str", " -> str").replace("def f", "def contextFunction")),
                Arguments.of(
                        "decorator-without-parentheses",
                        "@udf.function # here\ndef f() -> str: return ''\n",
                        "@udf.function() # here\ndef f() -> str: return ''\n"),
                Arguments.of(
                        "connection-without-function",
                        "class C:\n    @udf.connection('S', 'db')\n    def f(db: fn.FabricSqlConnection) -> str: return ''\n",
                        "class C:\n    @udf.connection('S', 'db')\n    @udf.function()\n"
                                + "    def f(db: fn.FabricSqlConnection) -> str: return ''\n"),
                Arguments.of(
                        "missing-connection",
                        "@udf.function()\ndef f(db: fn.FabricSqlConnection, c: fn.UserDataFunctionContext) -> str: return ''\n",
                        "@udf.context(argName=\"c\")\n@udf.connection(argName=\"db\", alias=\"db\")\n@udf.function()\n"
                                + "def f(db: fn.FabricSqlConnection, c: fn.UserDataFunctionContext) -> str: return ''\n"),
                Arguments.of(
                        "unknown-argument",
                        "@udf.connection('S', 'data')\n@udf.connection('T')\n@udf.function()\n"
                                + "def f(db: fn.FabricSqlConnection, T: fn.FabricSqlConnection) -> str: return ''\n",
                        "@udf.connection('S', \"db\")\n@udf.connection('T')\n@udf.function()\n"
                                + "def f(db: fn.FabricSqlConnection, T: fn.FabricSqlConnection) -> str: return ''\n"),
                Arguments.of(
                        "unknown-argument",
                        "@udf.connection('S')\n@udf.function()\ndef f(db: fn.FabricSqlConnection) -> str: return ''\n",
                        "@udf.connection('S', argName=\"db\")\n@udf.function()\ndef f(db: fn.FabricSqlConnection) -> str: return ''\n"),
                Arguments.of(
                        "unknown-audience",
                        "@udf.generic_connection(argName='c', audienceType='cosmosdb')\n@udf.function()\n"
                                + "def f(c: fn.FabricItem) -> str: return ''\n",
                        "@udf.generic_connection(argName='c', audienceType=\"CosmosDB\")\n@udf.function()\n"
                                + "def f(c: fn.FabricItem) -> str: return ''\n"),
                Arguments.of(
                        "several-apps",
                        "other = fn.UserDataFunctions()\n@other.function()\ndef f() -> str: return ''\n",
                        "@udf.function()\ndef f() -> str: return ''\n"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("scripts")
    void mendsTheScript(String rule, String before, String after) throws IOException {
        file("function_app.py", HEAD + before);

        fix(rule);

        assertThat(file("function_app.py")).isEqualTo(HEAD + after);
    }

    static List<Arguments> queries() {
        return List.of(
                Arguments.of("c.execute(f\"SELECT 1 WHERE a = {a}\")", "c.execute(\"SELECT 1 WHERE a = ?\", a)"),
                Arguments.of(
                        "c.execute(f\"UPDATE T SET x = '{x.strip()}', y = {y['k']} WHERE {{a}} = 1\")",
                        "c.execute(\"UPDATE T SET x = ?, y = ? WHERE {a} = 1\", x.strip(), y['k'])"),
                Arguments.of(
                        "c.execute(f\"SELECT 1 WHERE a LIKE '%{a}%' AND b = N'{b}'\")",
                        "c.execute(\"SELECT 1 WHERE a LIKE ? AND b = ?\", f\"%{a}%\", b)"),
                Arguments.of(
                        "c.execute(\"INSERT INTO T (a, b) VALUES (%s, '%s')\" % (a, b))",
                        "c.execute(\"INSERT INTO T (a, b) VALUES (?, ?)\", a, b)"),
                Arguments.of(
                        "c.execute(\"SELECT 1 WHERE a = '{}' AND b = {1}\".format(a, b))",
                        "c.execute(\"SELECT 1 WHERE a = ? AND b = ?\", a, b)"),
                Arguments.of(
                        "c.execute(\"SELECT 1 WHERE a = '\" + a + \"' AND b = \" + str(b))",
                        "c.execute(\"SELECT 1 WHERE a = ? AND b = ?\", a, b)"),
                Arguments.of(
                        "q = f\"SELECT 1 WHERE a = {a}\"\n    c.execute(q)",
                        "q = \"SELECT 1 WHERE a = ?\"\n    c.execute(q, a)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void passesValuesAsParameters(String before, String after) throws IOException {
        String function = HEAD + "@udf.function()\ndef f(a: str, b: str, c: str, x: str, y: dict) -> str:\n    %s\n"
                + "    c.commit()\n    return ''\n";
        file("function_app.py", function.formatted(before.replace("%", "%%")).replace("%%", "%"));

        fix("built-sql");

        assertThat(file("function_app.py")).contains("    " + after + "\n");
    }

    @Test
    void commitsBehindTheFirstChangeOfData() throws IOException {
        String function = HEAD
                + "@udf.function()\ndef f(c: str) -> str:\n\tif c:\n\t\tc.execute(\n\t\t\t'DELETE FROM T'\n\t\t)%s\n\treturn c\n";
        file("function_app.py", function.formatted(""));

        fix("no-commit");

        assertThat(file("function_app.py")).isEqualTo(function.formatted("\n\t\tc.commit()"));
    }

    @Test
    void offersNoCommitWhereThereIsNoRoomForOne() throws IOException {
        file(
                "function_app.py",
                HEAD
                        + "@udf.function()\ndef f(c: str) -> int:\n    return c.cursor().execute('DELETE FROM T').rowcount\n");

        assertThat(check())
                .filteredOn(finding -> finding.rule().equals("no-commit"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.fix()).isNull());
    }

    @Test
    void writesATypeStatementAsAnAssignment() throws IOException {
        file("function_app.py", HEAD + "type Rows = list[dict]\n");
        fix("newer-python");
        assertThat(file("function_app.py")).isEqualTo(HEAD + "Rows = list[dict]\n");

        file("function_app.py", HEAD + "type Rows[T] = list[T]\n");
        assertThat(check())
                .filteredOn(finding -> finding.rule().equals("newer-python"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.fix()).isNull());
    }

    @Test
    void mendsCommasAndCommentsOfJson() throws IOException {
        file("function_app.py", HEAD);
        file("definition.json", "\uFEFF{ // ours\r\n  \"runtime\": \"PYTHON\"\r\n  \"functions\": [{} {}],\r\n}");

        fix("json-syntax");

        assertThat(file("definition.json"))
                .isEqualTo("\uFEFF{  \r\n  \"runtime\": \"PYTHON\",\r\n  \"functions\": [{}, {}]\r\n}");
    }

    @Test
    void doesNotMendJsonThatBreaksOff() throws IOException {
        file("function_app.py", HEAD);
        file("definition.json", "{\"functions\": [],");

        assertThat(check())
                .filteredOn(finding -> finding.rule().equals("json-syntax"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.fix()).isNull());
    }

    @Test
    void doesNotMakeParametersOfNames() throws IOException {
        for (String query : List.of(
                "f'SELECT {a} FROM T'",
                "f'SELECT * FROM {a}'",
                "f'SELECT 1 WHERE x IN {a}'",
                "f'INSERT INTO T ({a}) VALUES (1)'",
                "f'SELECT 1 WHERE x = {a:>3}'",
                "f'SELECT 1 WHERE x = {a!r}'",
                "'SELECT 1 WHERE x = ' + a + \"b\"")) {
            file(
                    "function_app.py",
                    HEAD + "@udf.function()\ndef f(a: str, c: str) -> str:\n    c.execute(" + query + ")\n");

            assertThat(check())
                    .filteredOn(f -> f.rule().equals("built-sql"))
                    .hasSize(1)
                    .allSatisfy(f -> assertThat(f.fix()).as(query).isNull());
        }
    }

    @Test
    void createsTheAppBehindTheImports() throws IOException {
        file(
                "function_app.py",
                "'''Doc.'''\nimport fabric.functions as f\nimport os\n\n@u.function()\ndef g() -> str: return ''\n");

        fix("no-app");

        assertThat(file("function_app.py"))
                .startsWith(
                        "'''Doc.'''\nimport fabric.functions as f\nimport os\n\nu = f.UserDataFunctions()\n\n@u.function()");
    }

    @Test
    void removesTheFutureImport() throws IOException {
        file("function_app.py", "from __future__ import annotations\n" + HEAD);

        fix("future-annotations");

        assertThat(file("function_app.py")).isEqualTo(HEAD);
    }

    @Test
    void keepsLineEndsAndMark() throws IOException {
        String script = "\uFEFF" + HEAD + "@udf.function()\ndef f(lake: fn.FabricLakehouseClient): return ''\n";
        file("function_app.py", script.replace("\n", "\r\n"));

        ItemFixer.fixAll(folder, ServiceProfiles.standard(), _ -> true);

        assertThat(file("function_app.py"))
                .isEqualTo(("\uFEFF" + HEAD
                                + "@udf.connection(argName=\"lake\", alias=\"lake\")\n@udf.function()\n"
                                + "def f(lake: fn.FabricLakehouseClient) -> str: return ''\n")
                        .replace("\n", "\r\n"));
    }

    @Test
    void writesFunctionsJsonAnew() throws IOException {
        String kept = """
                    {
                      "Name": "same",
                      "Extra": [1, 2],
                      "FabricProperties": {
                        "FabricFunctionParameters": [],
                        "FabricFunctionReturnType": "str"
                      }
                    }""";
        file("resources/functions.json", """
                {
                  "Runtime": "PYTHON",
                  "FunctionsMetadata": [
                    { "Name": "gone" },
                %s
                  ]
                }
                """.formatted(kept));
        file("function_app.py", HEAD + """
                @udf.function()
                def same() -> str: return ''

                @udf.connection("Sales", "db")
                @udf.function()
                def added(db: fn.FabricSqlConnection, a: list[int], b: float = 2.5) -> dict[str, int]: return {}
                """);

        fix("stale-functions-json");

        assertThat(file("resources/functions.json"))
                .contains("\"Extra\"")
                .contains("\"Alias\": \"Sales\"")
                .contains("\"DataType\": \"list\"")
                .contains("\"DefaultValue\": 2.5")
                .contains("\"FabricFunctionReturnType\": \"dict\"")
                .doesNotContain("gone")
                .startsWith("{\n  \"Runtime\": \"PYTHON\",\n");
    }

    static List<Arguments> definitions() {
        String libraries =
                "\"libraries\": {\"public\": [{\"name\": \"fabric-user-data-functions\", \"version\": \"1.0\"}%s], \"private\": [%s]}";
        return List.of(
                Arguments.of(
                        "library-not-listed", "import numpy as np", "{" + libraries.formatted("", "") + "}", "numpy"),
                Arguments.of("library-not-listed", "from PIL import Image", "{\"functions\": []}", "pillow"),
                Arguments.of(
                        "library-not-listed",
                        "from azure.identity import DefaultAzureCredential",
                        "{\"libraries\": [{\"name\": \"fabric-user-data-functions\"}]}",
                        "azure-identity"),
                Arguments.of(
                        "sdk-not-listed",
                        "import pandas",
                        "{\"libraries\": {\"public\": [{\"name\": \"pandas\", \"version\": \"2.2.3\"}]}}",
                        "fabric-user-data-functions"),
                Arguments.of("function-not-listed", "", "{\"functions\": [{\"name\": \"f\"}]}", "\"g\""));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("definitions")
    void addsToTheDefinition(String rule, String imports, String definition, String added) throws IOException {
        file("definition.json", definition);
        file(
                "function_app.py",
                imports + "\n" + HEAD
                        + "@udf.function()\ndef f() -> str: return ''\n@udf.function()\ndef g() -> str: return ''\n");

        fix(rule);

        assertThat(file("definition.json")).contains(added);
    }

    @Test
    void removesFromTheDefinitionWhatIsNotThere() throws IOException {
        file("definition.json", """
                {"connectedDataSources": [{"alias": "Idle"}, {"alias": "Used", "artifactType": "Lakehouse"}],
                 "functions": [{"name": "f"}, {"name": "gone"}],
                 "libraries": {"public": [{"name": "polars", "version": "1.0"}, {"name": "fabric-user-data-functions", "version": "1.0"}],
                   "private": [{"name": "absent-1.0-py3-none-any.whl", "type": "WHEEL"}]}}
                """);
        file(
                "function_app.py",
                HEAD
                        + "@udf.connection('used', 'l')\n@udf.function()\ndef f(l: fn.FabricVariablesClient) -> str: return ''\n");

        ItemFixer.fixAll(folder, ServiceProfiles.standard(), _ -> true);

        assertThat(check()).isEmpty();
        assertThat(file("definition.json")).doesNotContain("gone", "Idle", "polars", "absent");
        assertThat(file("function_app.py")).contains("\"Used\"", "fn.FabricLakehouseClient");
    }

    static List<Path> allScripts() throws IOException, URISyntaxException {
        Path all = Path.of(Objects.requireNonNull(QuickFixTest.class.getResource("scripts"))
                .toURI());
        try (Stream<Path> files = Files.list(all)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("allScripts")
    void everyFixMendsItsFindingAndBreaksNothing(Path script) throws IOException {
        String text = Files.readString(script);
        file("function_app.py", text);
        ItemFolder item = ItemReader.read(folder);
        List<Finding> before = check();
        for (Finding finding : before) {
            QuickFix fix = finding.fix();
            if (fix != null) {
                Map<Path, String> changed = ItemFixer.apply(item, fix);
                file("function_app.py", Objects.requireNonNull(changed.get(Path.of("function_app.py"))));

                assertThat(count(check(), finding.rule()))
                        .as(finding + " after " + changed)
                        .isLessThan(count(before, finding.rule()));
                assertThat(count(check(), "python-syntax")).isEqualTo(count(before, "python-syntax"));
            }
        }
    }

    private static long count(List<Finding> findings, String rule) {
        return findings.stream().filter(finding -> finding.rule().equals(rule)).count();
    }
}
