package dev.bobbin.emulator.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.finding.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemReaderTest {

    private static final String SCRIPT = "import fabric.functions as fn\n";

    @TempDir
    private Path folder;

    private void file(String path, String text) throws IOException {
        file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void file(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private Finding onlyFinding() throws IOException {
        ItemFolder item = ItemReader.read(folder);
        assertThat(item.findings()).hasSize(1);
        return item.findings().getFirst();
    }

    @Test
    void readsEveryFieldOfADefinition() throws IOException {
        file("function_app.py", SCRIPT);
        file("definition.json", """
                {"$schema": "s", "runtime": "DOTNET", "somethingNew": {"a": 1},
                 "connectedDataSources": [{"alias": "wh", "artifactId": "a", "artifactType": "Warehouse",
                    "workspaceId": "w", "dmtsConnectionId": "d"}, {"alias": "bare"}],
                 "functions": [{"name": "f", "description": null, "isPublicEndpointEnabled": true}, {}],
                 "libraries": {"public": [{"name": "pandas", "type": "PYPI", "version": "2.2.3"}],
                               "private": [{"name": "mine.whl", "type": "WHEEL"}]}}
                """);

        ItemFolder item = ItemReader.read(folder);

        assertThat(item.findings()).isEmpty();
        assertThat(item.definition())
                .isEqualTo(new Definition(
                        "s",
                        "DOTNET",
                        List.of(
                                new ConnectedDataSource("wh", "a", "Warehouse", "w", "d"),
                                new ConnectedDataSource("bare", null, null, null, null)),
                        List.of(
                                new Definition.FunctionEntry("f", null, true),
                                new Definition.FunctionEntry(null, null, null)),
                        List.of(new Definition.PublicLibrary("pandas", "PYPI", "2.2.3")),
                        List.of(new Definition.PrivateLibrary("mine.whl", "WHEEL"))));
        assertThat(item.definition().runtimeKind()).contains(RuntimeKind.DOTNET);
    }

    @Test
    void readsTheOneListOfLibrariesOfSchema100() throws IOException {
        file("function_app.py", SCRIPT);
        file("definition.json", """
                {"libraries": [{"name": "fabric-user-data-functions", "type": "PYPI", "version": "1.0"},
                               {"name": "own.whl", "type": "WHEEL", "version": ""}]}
                """);

        Definition definition = ItemReader.read(folder).definition();

        assertThat(definition.publicLibraries())
                .containsExactly(new Definition.PublicLibrary("fabric-user-data-functions", "PYPI", "1.0"));
        assertThat(definition.privateLibraries()).containsExactly(new Definition.PrivateLibrary("own.whl", "WHEEL"));
    }

    @Test
    void keepsUnknownEnumValuesAndSaysSo() throws IOException {
        file("function_app.py", SCRIPT);
        file(
                "definition.json",
                "{\"runtime\": \"RUBY\",\n \"connectedDataSources\": [{\"artifactType\": \"Teapot\"}]}");

        ItemFolder item = ItemReader.read(folder);

        assertThat(item.definition().runtime()).isEqualTo("RUBY");
        assertThat(item.definition().runtimeKind()).isEmpty();
        assertThat(item.definition().connectedDataSources().getFirst().artifactType())
                .isEqualTo("Teapot");
        assertThat(item.findings()).extracting(Finding::severity).containsOnly(Severity.WARNING);
        assertThat(item.findings().get(1).place()).isEqualTo(new Place(Path.of("definition.json"), 2, 44));
    }

    @Test
    void readsFunctionsJsonInBothCasings() throws IOException {
        String camel = """
                {"runtime": "PYTHON", "functionsMetadata": [{"name": "f", "scriptFile": "function_app.py", "bindings": [
                  {"methods": ["POST"], "route": "", "authLevel": "Anonymous", "name": "req", "direction": "In", "type": "HttpTrigger"},
                  {"itemType": null, "subType": "FabricSqlConnection", "alias": "wh", "audienceType": "KeyVault", "name": "db", "direction": "In", "type": "FabricItem"},
                  {"name": "ctx", "direction": "In", "type": "UserDataFunctionContext"},
                  {"name": "x", "type": "Novelty"}],
                 "fabricProperties": {"fabricMetadataSchemaVersion": "1.1.0", "fabricFunctionReturnType": "str",
                  "fabricFunctionParameters": [{"dataType": "int", "name": "n", "hasDefaultValue": true, "defaultValue": 3}]}}]}
                """;
        file("function_app.py", SCRIPT);
        file("resources/functions.json", camel);
        FunctionsMetadata fromCamel = ItemReader.read(folder).functionsJson();
        Files.delete(folder.resolve("resources/functions.json"));
        file(
                ".resources/functions.json",
                Pattern.compile("\"([a-z])([A-Za-z]*)\":")
                        .matcher(camel)
                        .replaceAll(m -> "\"" + m.group(1).toUpperCase(Locale.ROOT) + m.group(2) + "\":"));
        ItemFolder item = ItemReader.read(folder);

        assertThat(item.findings()).isEmpty();
        assertThat(item.functionsJson()).isNotNull().isEqualTo(fromCamel);
        FunctionsMetadata.FunctionModel function =
                item.functionsJson().functions().getFirst();
        assertThat(function.bindings())
                .extracting(Object::getClass)
                .extracting(Class::getSimpleName)
                .containsExactly("HttpTrigger", "FabricItem", "ContextBinding", "OtherBinding");
        FunctionsMetadata.FabricItem connection =
                (FunctionsMetadata.FabricItem) function.bindings().get(1);
        assertThat(connection.audienceKind()).contains(FunctionsMetadata.GenericConnectionType.KEY_VAULT);
        assertThat(connection.itemType()).isNull();
        assertThat(function.fabricProperties().parameters().getFirst().defaultValue())
                .hasToString("3");
    }

    @Test
    void takesTheDisplayNameFromThePlatformFileElseFromTheFolder() throws IOException {
        Path named = folder.resolve("Prices.UserDataFunction");
        Files.createDirectories(named);
        Files.writeString(named.resolve("function_app.py"), SCRIPT);

        assertThat(ItemReader.read(named).displayName()).isEqualTo("Prices");
        Files.writeString(
                named.resolve(".platform"),
                "{\"metadata\": {\"type\": \"UserDataFunction\", \"displayName\": \"Our prices\"}, \"config\": {\"logicalId\": \"l\"}}");
        assertThat(ItemReader.read(named).displayName()).isEqualTo("Our prices");
        assertThat(ItemReader.read(named).platform().logicalId()).isEqualTo("l");
    }

    @Test
    void namesThePlaceOfAMissingCommaAndReadsTheRest() throws IOException {
        file("function_app.py", SCRIPT);
        file("definition.json", """
                {
                  "functions": [
                    {
                      "name": "one"
                    }
                    {
                      "name": "two"
                    }
                  ]
                }
                """);

        Finding finding = onlyFinding();

        assertThat(finding.place()).isEqualTo(new Place(Path.of("definition.json"), 6, 5));
        assertThat(finding.message().english()).contains("comma is missing between two objects");
        assertThat(ItemReader.read(folder).definition().functions())
                .extracting(Definition.FunctionEntry::name)
                .containsExactly("one", "two");
    }

    @Test
    void leavesOutValuesOfTheWrongType() throws IOException {
        file("function_app.py", SCRIPT);
        file(
                "definition.json",
                "{\"runtime\": 3, \"functions\": {}, \"libraries\": {\"public\": [7, {\"name\": \"a\"}]}}");

        ItemFolder item = ItemReader.read(folder);

        assertThat(item.definition().publicLibraries()).hasSize(1);
        assertThat(item.findings())
                .extracting(finding -> finding.message().english())
                .containsExactlyInAnyOrder(
                        "runtime should be a text; it is ignored.",
                        "functions should be a list; it is ignored.",
                        "libraries.public[0] should be an object; it is ignored.");
    }

    @Test
    void saysWhenTheScriptIsMissing() throws IOException {
        Finding finding = onlyFinding();

        assertThat(finding.rule()).isEqualTo("no-script");
        assertThat(ItemReader.read(folder).scriptExists()).isFalse();
    }

    @Test
    void readsAScriptWithByteOrderMarkAndKeepsItsLineEnds() throws IOException {
        file("function_app.py", "\uFEFFa = 'é'\r\nb = 1\r\n");

        ItemFolder item = ItemReader.read(folder);

        assertThat(item.findings()).isEmpty();
        assertThat(item.script()).isEqualTo("a = 'é'\r\nb = 1\r\n");
    }

    @Test
    void readsAScriptInAnotherEncodingAndSaysSo() throws IOException {
        file("function_app.py", "a = 1\nb = 'é'\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(onlyFinding().rule()).isEqualTo("not-utf-8");
        assertThat(onlyFinding().place().line()).isEqualTo(2);
        assertThat(ItemReader.read(folder).script()).isEqualTo("a = 1\nb = 'é'\n");
    }

    @Test
    void readsAUtf16ScriptAndSaysSo() throws IOException {
        file("function_app.py", "\uFEFFa = 1\n".getBytes(StandardCharsets.UTF_16LE));

        assertThat(onlyFinding().message().english()).contains("UTF-16");
        assertThat(ItemReader.read(folder).script()).isEqualTo("a = 1\n");
    }

    @Test
    void reportsAFolderWhereAFileShouldBe() throws IOException {
        file("function_app.py", SCRIPT);
        Files.createDirectories(folder.resolve("definition.json"));

        assertThat(onlyFinding().place().file()).isEqualTo(Path.of("definition.json"));
    }

    @Test
    void reportsLinksAndBrokenLinks() throws IOException {
        file("elsewhere.py", SCRIPT);
        Files.createSymbolicLink(folder.resolve("function_app.py"), folder.resolve("elsewhere.py"));
        Files.createSymbolicLink(folder.resolve(".platform"), folder.resolve("nowhere"));

        ItemFolder item = ItemReader.read(folder);

        assertThat(item.script()).isEqualTo(SCRIPT);
        assertThat(item.findings())
                .extracting(Finding::rule)
                .containsExactly("symbolic-link", "symbolic-link", "unreadable");
    }

    @Test
    void doesNotReadHugeFiles() throws IOException {
        file("function_app.py", new byte[17 * 1024 * 1024]);

        assertThat(onlyFinding().message().english()).contains("17 MB").contains("16 MB");
    }

    @Test
    void listsWheelsInOrder() throws IOException {
        file("function_app.py", SCRIPT);
        file("privateLibraries/b-1.0-py3-none-any.whl", "");
        file("privateLibraries/a-1.0-py3-none-any.whl", "");
        file("privateLibraries/notes.txt", "");

        assertThat(ItemReader.read(folder).wheels())
                .extracting(wheel -> folder.relativize(wheel).toString())
                .containsExactly("privateLibraries/a-1.0-py3-none-any.whl", "privateLibraries/b-1.0-py3-none-any.whl");
    }

    @Test
    void saysWhichOfTwoFunctionsFilesItReads() throws IOException {
        file("function_app.py", SCRIPT);
        file("resources/functions.json", "{}");
        file(".resources/functions.json", "{\"runtime\": \"PYTHON\"}");

        assertThat(onlyFinding().rule()).isEqualTo("two-functions-files");
        assertThat(ItemReader.read(folder).functionsJson().runtime()).isEqualTo("PYTHON");
    }

    @Test
    void cannotOpenWhatIsNoFolder() throws IOException {
        file("a.txt", "");

        assertThatThrownBy(() -> ItemReader.read(folder.resolve("absent")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("There is no folder")
                .hasMessageContaining("absent");
        assertThatThrownBy(() -> ItemReader.read(folder.resolve("a.txt")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is a file");
    }
}
