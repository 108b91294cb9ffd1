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
    void anUnknownProfileIsNamed() throws Exception {
        Ended ended = bobbin("check", folder.toString(), "--profile", "nonsense");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("nonsense").contains("documented-2025");
    }
}
