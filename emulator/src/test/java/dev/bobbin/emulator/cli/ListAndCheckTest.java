package dev.bobbin.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a user starts them: in a process of their own. */
class ListAndCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private record Ended(int exitCode, String out, String err) {}

    @BeforeEach
    void anItem() throws IOException {
        Files.writeString(folder.resolve("function_app.py"), """
                import fabric.functions as fn
                udf = fn.UserDataFunctions()

                @udf.generic_connection(argName="vault", audienceType="KeyVault")
                @udf.connection("Sales", "db")
                @udf.function()
                def größe(db: fn.FabricSqlConnection, top: int = 5, vault: fn.FabricItem) -> list:
                    '''Largest sales.

                    More.
                    '''
                    return []
                """);
    }

    private Ended bobbin(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int exitCode = process.waitFor();
        return new Ended(
                exitCode, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void listPrintsOneJsonObject() throws Exception {
        Ended list = bobbin("list", folder.toString(), "--json");

        assertThat(list.exitCode()).isZero();
        assertThat(JSON.readTree(list.out())).isEqualTo(JSON.readTree("""
                                {"functions": [{"name": "größe", "line": 7, "description": "Largest sales.\\n\\nMore.",
                                  "returns": "list",
                                  "parameters": [{"name": "top", "type": "int", "default": "5"}],
                                  "bindings": [
                                    {"kind": "generic", "argName": "vault", "alias": null, "type": "fn.FabricItem", "audienceType": "KeyVault"},
                                    {"kind": "connection", "argName": "db", "alias": "Sales", "type": "fn.FabricSqlConnection", "audienceType": null}]}],
                                 "findings": []}
                                """));
    }

    @Test
    void listIsPleasantToRead() throws Exception {
        assertThat(bobbin("list", folder.toString()).out()).endsWith("""
                        : 1 function

                          größe(top: int = 5) -> list   line 7
                              Largest sales.
                              vault: connection for KeyVault
                              db: FabricSqlConnection, connection Sales
                        """);
    }

    @Test
    void checkEndsWithOneOnlyWhenThereIsAnError() throws Exception {
        Ended strict = bobbin("check", folder.toString(), "--json");
        Ended lenient = bobbin("check", folder.toString(), "--profile", "service-2026");

        JsonNode finding = JSON.readTree(strict.out()).at("/findings/0");
        assertThat(strict.exitCode()).isEqualTo(1);
        assertThat(finding.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("rule", "severity", "file", "line", "column", "message", "source", "fix", "edits");
        assertThat(finding.get("rule").textValue()).isEqualTo("default-value");
        assertThat(finding.get("severity").textValue()).isEqualTo("error");
        assertThat(finding.get("file").textValue()).isEqualTo("function_app.py");
        assertThat(finding.get("line").intValue()).isEqualTo(7);
        assertThat(lenient.exitCode()).isZero();
        assertThat(lenient.out()).contains("nothing to complain about under service-2026");
    }

    @Test
    void anItemThatCannotBeOpenedEndsWithTwoAndAPlainSentence() throws Exception {
        for (String command : List.of("list", "check")) {
            Ended ended = bobbin(command, folder.resolve("no-such-folder").toString());

            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err())
                    .contains("There is no folder")
                    .contains("no-such-folder")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void aFolderWithoutFunctionsIsNothingToList() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(bobbin("list", empty.toString()).exitCode()).isEqualTo(2);
        assertThat(bobbin("list", empty.toString(), "--json").out()).contains("no-script");
    }

    @Test
    void anUnknownProfileIsNamed() throws Exception {
        Ended ended = bobbin("check", folder.toString(), "--profile", "nonsense");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("nonsense").contains("documented-2025");
    }

    @Test
    void aMisspeltRuleIsNoRule() throws Exception {
        Ended ended = bobbin("check", folder.toString(), "--rule", "defaultvalue");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .contains("defaultvalue")
                .contains("default-value")
                .contains("json-syntax");
    }

    @Test
    void mendsWhatCanBeMendedAndWritesSarif() throws Exception {
        Path sarif = folder.resolve("out.sarif");
        String script = folder.resolve("function_app.py").toString();
        Files.writeString(Path.of(script), Files.readString(Path.of(script)).replace(" -> list:", ":"));

        Ended fixed = bobbin("check", folder.toString(), "--fix", "--sarif", sarif.toString());
        Ended named = bobbin("check", folder.toString(), "--fix", "--rule", "default-value", "--format", "sarif");

        assertThat(fixed.exitCode()).isEqualTo(1);
        assertThat(fixed.err()).contains("Mended: function_app.py:7").contains("[missing-return-type]");
        assertThat(fixed.out()).contains("[default-value]").doesNotContain("missing-return-type");
        assertThat(JSON.readTree(sarif.toFile()).at("/runs/0/results/0/ruleId").textValue())
                .isEqualTo("default-value");
        assertThat(named.exitCode()).isZero();
        assertThat(JSON.readTree(named.out()).at("/runs/0/results")).isEmpty();
        assertThat(Files.readString(Path.of(script)))
                .contains("top: int, vault")
                .contains(") -> str:");
    }

    @Test
    void keepsAProfileAndAPersonaForTheWorkspace() throws Exception {
        Path item = Files.createDirectory(folder.resolve("A.UserDataFunction"));
        Files.copy(folder.resolve("function_app.py"), item.resolve("function_app.py"));

        Ended chosen = bobbin("profile", item.toString(), "service-2026", "--limit", "timeSeconds=7");
        Ended checked = bobbin("check", item.toString());
        Ended strict = bobbin("check", item.toString(), "--profile", "documented-2025");
        Ended refused = bobbin("profile", item.toString(), "--limit", "speed=1");
        Ended made = bobbin("persona", item.toString(), "Ana", "--add", "--username", "ana@example.com");
        Ended unknown = bobbin("persona", item.toString(), "Bo");

        assertThat(chosen.out()).contains("service-2026*").contains("timeSeconds              7        changed");
        assertThat(checked.exitCode()).isZero();
        assertThat(strict.exitCode()).isEqualTo(1);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("There is no limit 'speed'");
        assertThat(made.out()).contains("* Ana  ana@example.com").contains("  default");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("There is no persona 'Bo'");
    }
}
