package dev.bobbin.emulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.service.ServiceProfiles;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fixes are made in the files beside the script, and the item is checked again. */
class QuickFixFilesTest extends QuickFixes {

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
                        "library-not-listed",
                        "from azure.cosmos.exceptions import CosmosHttpResponseError",
                        "{" + libraries.formatted("", "") + "}",
                        "\"azure-cosmos\""),
                Arguments.of(
                        "library-not-listed",
                        "from azure.keyvault.secrets.aio import SecretClient",
                        "{" + libraries.formatted("", "") + "}",
                        "\"azure-keyvault-secrets\""),
                Arguments.of(
                        "library-not-listed",
                        "from azure import servicebus",
                        "{" + libraries.formatted("", "") + "}",
                        "\"azure-servicebus\""),
                Arguments.of(
                        "sdk-not-listed",
                        "import pandas",
                        "{\"libraries\": {\"public\": [{\"name\": \"pandas\", \"version\": \"2.2.3\"}]}}",
                        "fabric-user-data-functions"),
                Arguments.of(
                        "alias-not-connected",
                        HEAD + "@udf.connection('Lake', 'files')\n@udf.function()\n"
                                + "def h(files: fn.FabricLakehouseClient) -> str: return ''",
                        "{\"runtime\": \"PYTHON\"}",
                        "\"artifactType\": \"Lakehouse\""),
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
}
