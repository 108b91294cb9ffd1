package dev.bobbin.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code list} and {@code check} print and how they end. */
class ListAndCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

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

    /** In a program of its own, so that it arrives in UTF-8 whatever the code page. */
    @Test
    void listPrintsOneJsonObject() throws Exception {
        Program.Ended list = Program.run("list", folder.toString(), "--json");

        assertThat(list.exitCode()).isZero();
        assertThat(JSON.readTree(list.output())).isEqualTo(JSON.readTree("""
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
        assertThat(Program.here("list", folder.toString()).output()).endsWith("""
                        : 1 function

                          größe(top: int = 5) -> list   line 7
                              Largest sales.
                              vault: connection for KeyVault
                              db: FabricSqlConnection, connection Sales
                        """);
    }

    @Test
    void checkEndsWithOneOnlyWhenThereIsAnError() throws Exception {
        Program.Ended strict = Program.here("check", folder.toString(), "--json");
        Program.Ended lenient = Program.here("check", folder.toString(), "--profile", "service-2026");

        JsonNode finding = JSON.readTree(strict.output()).at("/findings/0");
        assertThat(strict.exitCode()).isEqualTo(1);
        assertThat(finding.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("rule", "severity", "file", "line", "column", "message", "source", "fix", "edits");
        assertThat(finding.get("rule").textValue()).isEqualTo("default-value");
        assertThat(finding.get("severity").textValue()).isEqualTo("error");
        assertThat(finding.get("file").textValue()).isEqualTo("function_app.py");
        assertThat(finding.get("line").intValue()).isEqualTo(7);
        assertThat(lenient.exitCode()).isZero();
        assertThat(lenient.output()).contains("nothing to complain about under service-2026");
    }

    @Test
    void anItemThatCannotBeOpenedEndsWithTwoAndAPlainSentence() throws Exception {
        for (String command : List.of("list", "check")) {
            Program.Ended ended =
                    Program.here(command, folder.resolve("no-such-folder").toString());

            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.output()).isEmpty();
            assertThat(ended.errors())
                    .contains("There is no folder")
                    .contains("no-such-folder")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void aFolderWithoutFunctionsIsNothingToList() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(Program.here("list", empty.toString()).exitCode()).isEqualTo(2);
        assertThat(Program.here("list", empty.toString(), "--json").output()).contains("no-script");
    }

    @Test
    void anUnknownProfileIsNamed() throws Exception {
        Program.Ended ended = Program.here("check", folder.toString(), "--profile", "nonsense");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.errors()).contains("nonsense").contains("documented-2025");
    }

    @Test
    void aMisspeltRuleIsNoRule() throws Exception {
        Program.Ended ended = Program.here("check", folder.toString(), "--rule", "defaultvalue");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.errors())
                .contains("defaultvalue")
                .contains("default-value")
                .contains("json-syntax");
    }

    @Test
    void mendsWhatCanBeMendedAndWritesSarif() throws Exception {
        Path sarif = folder.resolve("out.sarif");
        String script = folder.resolve("function_app.py").toString();
        Files.writeString(Path.of(script), Files.readString(Path.of(script)).replace(" -> list:", ":"));

        Program.Ended fixed = Program.here("check", folder.toString(), "--fix", "--sarif", sarif.toString());
        Program.Ended named =
                Program.here("check", folder.toString(), "--fix", "--rule", "default-value", "--format", "sarif");

        assertThat(fixed.exitCode()).isEqualTo(1);
        assertThat(fixed.errors()).contains("Mended: function_app.py:7").contains("[missing-return-type]");
        assertThat(fixed.output()).contains("[default-value]").doesNotContain("missing-return-type");
        assertThat(JSON.readTree(sarif.toFile()).at("/runs/0/results/0/ruleId").textValue())
                .isEqualTo("default-value");
        assertThat(named.exitCode()).isZero();
        assertThat(JSON.readTree(named.output()).at("/runs/0/results")).isEmpty();
        assertThat(Files.readString(Path.of(script)))
                .contains("top: int, vault")
                .contains(") -> str:");
    }

    @Test
    void keepsAProfileAndAPersonaForTheWorkspace() throws Exception {
        Path item = Files.createDirectory(folder.resolve("A.UserDataFunction"));
        Files.copy(folder.resolve("function_app.py"), item.resolve("function_app.py"));

        Program.Ended chosen = Program.here("profile", item.toString(), "service-2026", "--limit", "timeSeconds=7");
        Program.Ended checked = Program.here("check", item.toString());
        Program.Ended strict = Program.here("check", item.toString(), "--profile", "documented-2025");
        Program.Ended refused = Program.here("profile", item.toString(), "--limit", "speed=1");
        Program.Ended made = Program.here("persona", item.toString(), "Ana", "--add", "--username", "ana@example.com");
        Program.Ended unknown = Program.here("persona", item.toString(), "Bo");

        assertThat(chosen.output()).contains("service-2026*").contains("timeSeconds              7        changed");
        assertThat(checked.exitCode()).isZero();
        assertThat(strict.exitCode()).isEqualTo(1);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors()).contains("There is no limit 'speed'");
        assertThat(made.output()).contains("* Ana  ana@example.com").contains("  default");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.errors()).contains("There is no persona 'Bo'");
    }
}
