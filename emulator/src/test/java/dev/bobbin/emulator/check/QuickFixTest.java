package dev.bobbin.emulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ServiceProfiles;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fixes are made in the script, and the item is checked again. */
class QuickFixTest extends QuickFixes {

    static List<Arguments> scripts() {
        String def = "@udf.function()\ndef f(%s)%s:\n    return a\n";
        return List.of(
                Arguments.of("missing-return-type", def.formatted("a: str", ""), def.formatted("a: str", " -> str")),
                Arguments.of(
                        "missing-return-type",
                        "@udf.streaming_function()\ndef f(a: str):\n    return fn.StreamResponse(a)\n",
                        "@udf.streaming_function()\ndef f(a: str) -> fn.StreamResponse:\n    return fn.StreamResponse(a)\n"),
                Arguments.of(
                        "missing-return-type",
                        "from fabric.functions import StreamResponse as S\n@udf.streaming_function()\ndef f(a: str): return S(a)\n",
                        "from fabric.functions import StreamResponse as S\n@udf.streaming_function()\ndef f(a: str) -> S: return S(a)\n"),
                Arguments.of(
                        "unsupported-type", def.formatted("a: flot", " -> str"), def.formatted("a: float", " -> str")),
                Arguments.of("unknown-name", def.formatted("a: str", " -> flot"), def.formatted("a: str", " -> float")),
                Arguments.of(
                        "unknown-name",
                        "@udf.function()\ndef f(count: int) -> str:\n    return str(conut)\n",
                        "@udf.function()\ndef f(count: int) -> str:\n    return str(count)\n"),
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
                        "unsupported-return-type",
                        "@udf.function()\ndef f(a: str) -> fn.StreamResponse:\n    return fn.StreamResponse(a)\n",
                        "@udf.streaming_function()\ndef f(a: str) -> fn.StreamResponse:\n    return fn.StreamResponse(a)\n"),
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
                        "underscore-in-parameter",
                        "@udf.function()\ndef f(await_: str) -> str:\n    return await_\n",
                        "@udf.function()\ndef f(awaitValue: str) -> str:\n    return awaitValue\n"),
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

    /** With one other letter they would be Python's own: iter, next, print; it also has __name__. */
    @ParameterizedTest
    @ValueSource(strings = {"item", "text", "point", "name", "interrupt"})
    void anUnknownNameIsNotTakenForOneOfPythonsOwn(String name) throws IOException {
        file("function_app.py", HEAD + "@udf.function()\ndef f() -> str:\n    return " + name + "\n");

        assertThat(check())
                .filteredOn(finding -> finding.rule().equals("unknown-name"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.fix()).isNull());
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
    void writesThreeQuotationMarksAroundFStringsThatOnlyNewerPythonsRead() throws IOException {
        String function = HEAD + "@udf.function()\ndef f(a: dict) -> str:\n    return %s\n";
        file("function_app.py", function.formatted("f\"{a[\"k\"]} and {\n        len(a)\n    }\""));
        fix("newer-python");
        assertThat(file("function_app.py"))
                .isEqualTo(function.formatted("f\"\"\"{a[\"k\"]} and {\n        len(a)\n    }\"\"\""));

        file("function_app.py", function.formatted("f\"{'\\n'.join(a)}\""));
        assertThat(check())
                .filteredOn(finding -> finding.rule().equals("newer-python"))
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
