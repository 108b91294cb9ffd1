package dev.bobbin.emulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.item.ItemTemplate;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ItemCheckerTest {

    private static final String HEAD = "import fabric.functions as fn\nudf = fn.UserDataFunctions()\n";
    private static final String FINE = "@udf.function()\ndef fine(name: str) -> str:\n    return name\n";

    @TempDir
    private Path folder;

    private List<Finding> check(String script) throws IOException {
        return check(script, ServiceProfiles.standard());
    }

    private List<Finding> check(String script, ServiceProfile profile) throws IOException {
        Files.writeString(folder.resolve("function_app.py"), script);
        ItemFolder item = ItemReader.read(folder);
        return ItemChecker.check(item, SourceParser.outline(item.script()), profile);
    }

    private void file(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    @Test
    void findsNothingInANewItem() throws IOException {
        ItemFolder item = ItemReader.read(ItemTemplate.create(folder, "New item"));

        for (ServiceProfile profile : ServiceProfiles.all()) {
            assertThat(ItemChecker.check(item, SourceParser.outline(item.script()), profile))
                    .isEmpty();
        }
    }

    static List<Arguments> breaches() {
        return List.of(
                Arguments.of("no-app", "ERROR", 1, "x = 1\n" + FINE),
                Arguments.of("several-apps", "ERROR", 3, HEAD + "other = fn.UserDataFunctions()\n" + FINE),
                Arguments.of("no-function", "ERROR", 1, HEAD),
                Arguments.of(
                        "decorator-without-parentheses",
                        "ERROR",
                        6,
                        HEAD + FINE + "@udf.function\ndef g() -> str: return ''\n"),
                Arguments.of("missing-return-type", "ERROR", 4, HEAD + FINE.replace(" -> str", "")),
                Arguments.of("reserved-function-name", "ERROR", 4, HEAD + FINE.replace("fine", "context")),
                Arguments.of("duplicate-function", "ERROR", 7, HEAD + FINE + FINE),
                Arguments.of("missing-annotation", "ERROR", 4, HEAD + FINE.replace("name: str", "name")),
                Arguments.of("unsupported-type", "ERROR", 4, HEAD + FINE.replace("name: str", "name: str | None")),
                Arguments.of("quoted-annotation", "WARNING", 4, HEAD + FINE.replace("name: str", "name: 'str'")),
                Arguments.of("default-value", "ERROR", 4, HEAD + FINE.replace("name: str", "name: str = ''")),
                Arguments.of("underscore-in-parameter", "WARNING", 4, HEAD + FINE.replace("name", "first_name")),
                Arguments.of("reserved-parameter", "ERROR", 4, HEAD + FINE.replace("name", "req")),
                Arguments.of("future-annotations", "WARNING", 1, "from __future__ import annotations\n" + HEAD + FINE),
                Arguments.of("unknown-argument", "ERROR", 3, HEAD + "@udf.connection('A', 'db')\n" + FINE),
                Arguments.of(
                        "alias-not-text",
                        "WARNING",
                        4,
                        "ALIAS = 'db'\n" + HEAD + "@udf.connection(argName='name', alias=ALIAS)\n"
                                + FINE.replace("name: str", "name: fn.FabricSqlConnection")),
                Arguments.of("unknown-name", "WARNING", 5, HEAD + FINE.replace("name: str", "other: str")),
                Arguments.of("missing-alias", "ERROR", 3, HEAD + "@udf.connection(argName='name')\n" + FINE),
                Arguments.of(
                        "missing-connection",
                        "ERROR",
                        4,
                        HEAD + FINE.replace("name: str", "name: fn.FabricSqlConnection")),
                Arguments.of(
                        "missing-connection",
                        "ERROR",
                        4,
                        HEAD + FINE.replace("name: str", "name: fn.UserDataFunctionContext")),
                Arguments.of("python-syntax", "ERROR", 4, HEAD + FINE.replace("str:\n", "str\n")));
    }

    @ParameterizedTest(name = "{0} line {2}")
    @MethodSource("breaches")
    void namesEveryBreach(String rule, Severity severity, int line, String script) throws IOException {
        List<Finding> findings = check(script);

        assertThat(findings).extracting(Finding::rule).containsExactly(rule);
        assertThat(findings.getFirst().severity()).isEqualTo(severity);
        assertThat(findings.getFirst().place().line()).isEqualTo(line);
        assertThat(ItemChecker.hasErrors(findings)).isEqualTo(severity == Severity.ERROR);
    }

    @Test
    void namesTheDocumentBehindEveryRule() throws IOException {
        assertThat(check(HEAD + "@udf.function()\ndef f(a, b_c: Decimal = 1): pass\n"))
                .hasSize(5)
                .allSatisfy(finding -> assertThat(finding.source()).isNotBlank());
    }

    @Test
    void allowsDefaultValuesUnderTheNewerProfile() throws IOException {
        String script = HEAD + FINE.replace("name: str", "name: str = ''");

        assertThat(check(script)).extracting(Finding::rule).containsExactly("default-value");
        assertThat(check(script, ServiceProfiles.named("service-2026").orElseThrow()))
                .isEmpty();
    }

    @Test
    void acceptsAnEmptyScript() throws IOException {
        assertThat(check("\n")).isEmpty();
    }

    @Test
    void acceptsTwinsInBranchesAndUnderscoresInFunctionNames() throws IOException {
        assertThat(check(HEAD
                        + "try:\n    @udf.function()\n    def read_all() -> str: return 'a'\n"
                        + "except ImportError:\n    @udf.function()\n    def read_all() -> str: return 'b'\n"))
                .isEmpty();
    }

    @Test
    void comparesTheDefinitionWithTheCode() throws IOException {
        file("definition.json", """
                {"connectedDataSources": [{"alias": "Idle"}],
                 "functions": [{"name": "fine"},
                   {"name": "gone"}],
                 "libraries": {"public": [], "private": [
                   {"name": "absent-1.0-py3-none-any.whl", "type": "WHEEL"}]}}
                """);

        List<Finding> findings = check(
                HEAD + FINE
                        + "@udf.connection('Sales', 'db')\n@udf.function()\ndef g(db: fn.FabricSqlConnection) -> str: return ''\n");

        assertThat(findings)
                .extracting(f -> f.severity() + " " + f.rule() + " " + f.place().file() + ":"
                        + f.place().line())
                .containsExactly(
                        "WARNING alias-not-connected function_app.py:6",
                        "INFO function-not-listed function_app.py:8",
                        "INFO unused-connection definition.json:1",
                        "ERROR function-not-implemented definition.json:3",
                        "WARNING missing-wheel definition.json:5");
    }

    @Test
    void comparesFunctionsJsonWithTheCode() throws IOException {
        file("resources/functions.json", """
                {"FunctionsMetadata": [
                  {"Name": "fine", "FabricProperties": {"FabricFunctionParameters": [{"Name": "other"}]}},
                  {"Name": "gone"}]}
                """);

        assertThat(check(HEAD + FINE))
                .extracting(f -> f.rule() + ":" + f.place().line())
                .containsExactly("stale-functions-json:2", "stale-functions-json:3");
    }

    @Test
    void saysWhenTheFolderIsAnotherKindOfItem() throws IOException {
        file(".platform", "{\"metadata\": {\"type\": \"Notebook\", \"displayName\": \"n\"}}");

        assertThat(check(HEAD + FINE)).extracting(Finding::rule).containsExactly("wrong-item-type");
    }

    @Test
    void refusesWheelsAboveTheLimitOfTheProfile() throws IOException {
        Path wheel = folder.resolve("privateLibraries/big-1.0-py3-none-any.whl");
        Files.createDirectories(wheel.getParent());
        try (RandomAccessFile file = new RandomAccessFile(wheel.toFile(), "rw")) {
            file.setLength(ServiceProfiles.standard().wheelBytes() + 1);
        }

        assertThat(check(HEAD + FINE)).extracting(Finding::rule).contains("wheel-too-large");
    }

    @Test
    void includesWhatReadingFound() throws IOException {
        file("definition.json", "{\"functions\": [{\"name\": \"fine\"}],}");

        assertThat(check(HEAD + FINE)).extracting(Finding::rule).containsExactly("json-syntax");
    }

    @Test
    void offersNothingToAddToADefinitionThatIsNoObject() throws IOException {
        file("definition.json", "[]");
        file("privateLibraries/a-1.0-py3-none-any.whl", "no zip");

        assertThat(check(HEAD + FINE))
                .filteredOn(finding -> finding.rule().equals("wheel-not-listed"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.fix()).isNull());
    }

    @Test
    void readsImportsOfNamesThatNoFileCanHave() throws IOException {
        file("definition.json", "{}");

        assertThat(check("import a\0b\n" + HEAD + FINE)).isNotEmpty();
    }
}
