package dev.bobbin.emulator.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.QuickEngine;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.serve.EndpointListener;
import dev.bobbin.emulator.serve.EndpointSettings;
import dev.bobbin.emulator.serve.LocalEndpoint;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Generated code, run by the real interpreters against a real endpoint. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientCodeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "s3cret-of-the-endpoint";

    /** Everything that quoting can get wrong. */
    private static final String VALUES = """
            {"text": "it's \\"quoted\\", a $HOME `x` ${y} \\\\ back\\nline\\t€ 😀 \\u0000 \\u0085 \\u2028 '@ \\"\\"\\"", "number": -12.50, "yes": true,
             "nothing": null, "list": [1, "two", {"three": [3]}], "empty": {}}
            """;

    private static final String SOURCE = """
            import fabric.functions as fn
            udf = fn.UserDataFunctions()

            @udf.function()
            def echo(text: str, number: float, yes: bool, nothing: str, list: list, empty: dict) -> dict:
                return {"text": text, "number": number, "yes": yes, "list": list, "empty": empty}

            @udf.streaming_function()
            def löffel(count: int) -> fn.StreamResponse:
                return fn.StreamResponse((f"Stück {i}\\n" for i in range(count)), media_type="text/plain")

            @udf.function()
            def asText(value: dict) -> str:
                return str(value)

            @udf.function()
            def refuse() -> str:
                raise fn.UserThrownError("not today")
            """;

    @TempDir
    static Path workspace;

    private FunctionEngine engine;
    private LocalEndpoint endpoint;
    private LocalEndpoint guarded;

    @BeforeAll
    void serve() throws IOException {
        Path folder = Files.createDirectories(workspace.resolve("Echo.UserDataFunction"));
        Files.writeString(folder.resolve("function_app.py"), SOURCE);
        engine = QuickEngine.start();
        EndpointSettings open = EndpointSettings.onLoopback(0);
        endpoint = start(folder, open);
        guarded = start(
                folder,
                new EndpointSettings(
                        open.address(), 0, open.profile(), null, TOKEN, Set.of(), open.user(), open.circumstances()));
    }

    private LocalEndpoint start(Path folder, EndpointSettings settings) throws IOException {
        return LocalEndpoint.start(
                folder,
                Workspace.at(workspace.resolve("data")),
                Emulator.invoker(engine),
                settings,
                EndpointListener.NONE);
    }

    @AfterAll
    void end() {
        endpoint.close();
        guarded.close();
        engine.close();
    }

    private static ClientCall call(String function, boolean streaming, String values) throws IOException {
        return new ClientCall("Echo", function, streaming, (ObjectNode) JSON.readTree(values));
    }

    private String code(ClientLanguage language, String function, String values) throws IOException {
        return ClientCode.of(language, call(function, false, values), new ClientTarget.Local(endpoint.address()));
    }

    @Test
    void pythonGetsTheResult() throws Exception {
        checkEcho(ClientLanguage.PYTHON, "python3");
    }

    @Test
    void javaScriptGetsTheResult() throws Exception {
        checkEcho(ClientLanguage.JAVASCRIPT, "node");
    }

    @ParameterizedTest
    @CsvSource({"PYTHON,python3", "JAVASCRIPT,node", "CURL,sh"})
    void valuesArriveDigitByDigit(ClientLanguage language, String interpreter) throws Exception {
        assumeTrue(isThere(language == ClientLanguage.CURL ? "curl" : interpreter), "no " + interpreter + " here");
        String values =
                "{\"value\": {\"large\": 12345678901234567890, \"__proto__\": {\"a\": 1}, \"text\": \"it's \\\"\"}}";
        Outcome outcome = run(interpreter, language, code(language, "asText", values));

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("12345678901234567890", "__proto__");
    }

    @Test
    void curlGetsTheEnvelope() throws Exception {
        assumeTrue(isThere("curl"), "no curl on this machine");
        Outcome outcome = run("sh", ClientLanguage.CURL, code(ClientLanguage.CURL, "echo", VALUES));

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        checkOutput(JSON.readTree(outcome.output()).path("output").toString());
    }

    @ParameterizedTest
    @CsvSource({"PYTHON,python3", "JAVASCRIPT,node", "CURL,sh"})
    void aStreamIsPassedOnAsItComes(ClientLanguage language, String interpreter) throws Exception {
        assumeTrue(isThere(language == ClientLanguage.CURL ? "curl" : interpreter), "no " + interpreter + " here");
        Outcome outcome = run(
                interpreter,
                language,
                ClientCode.of(
                        language, call("löffel", true, "{\"count\": 3}"), new ClientTarget.Local(endpoint.address())));

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).isEqualTo("Stück 0\nStück 1\nStück 2\n");
    }

    @Test
    void aNotebookRunsWithWhateverNamesTheValuesHave() throws Exception {
        assumeTrue(isThere("python3"), "no python3 on this machine");
        String standIn = """
                import json

                class notebookutils:
                    class udf:
                        def getFunctions(name):
                            class Functions:
                                def echo(**values):
                                    return json.dumps([name, values])
                            return Functions
                """;
        Outcome plain =
                run("python3", ClientLanguage.NOTEBOOK, standIn + code(ClientLanguage.NOTEBOOK, "echo", VALUES));
        Outcome odd = run(
                "python3",
                ClientLanguage.NOTEBOOK,
                standIn + code(ClientLanguage.NOTEBOOK, "echo", "{\"a b\": 1, \"class\": [null]}"));

        assertThat(JSON.readTree(plain.output()).path(1)).isEqualTo(JSON.readTree(VALUES));
        assertThat(odd.output().strip()).isEqualTo("[\"Echo\", {\"a b\": 1, \"class\": [null]}]");
    }

    @ParameterizedTest
    @CsvSource({"PYTHON,python3", "JAVASCRIPT,node", "CURL,sh"})
    void aTokenComesFromTheEnvironment(ClientLanguage language, String interpreter) throws Exception {
        assumeTrue(isThere(language == ClientLanguage.CURL ? "curl" : interpreter), "no " + interpreter + " here");
        String code = ClientCode.of(
                language,
                call("asText", false, "{\"value\": {\"a\": 1}}"),
                new ClientTarget.Local(guarded.address(), true));

        Outcome allowed = run(interpreter, language, code, Map.of("BOBBIN_TOKEN", TOKEN));
        assertThat(allowed.exitCode()).as(allowed.output()).isZero();
        assertThat(allowed.output()).contains("{'a': 1}");

        Outcome refused = run(interpreter, language, code, Map.of("BOBBIN_TOKEN", "another"));
        assertThat(refused.output()).contains("token is not the one");
        assertThat(refused.exitCode()).as("so that scripts notice").isNotZero();
        assertThat(code).doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @EnumSource(names = "NOTEBOOK", mode = EnumSource.Mode.EXCLUDE)
    void everyLanguageCanSendAToken(ClientLanguage language) throws Exception {
        ClientCall echo = call("echo", false, "{}");

        assertThat(ClientCode.of(language, echo, new ClientTarget.Local(endpoint.address(), true)))
                .contains("Authorization", "Bearer", "BOBBIN_TOKEN")
                .doesNotContain("${token}", "${imports}");
        assertThat(ClientCode.of(language, echo, new ClientTarget.Local(endpoint.address())))
                .doesNotContain("BOBBIN_TOKEN", "${token}", "${imports}");
    }

    @Test
    void aFailureEndsTheClientWithTheServicesWords() throws Exception {
        assumeTrue(isThere("python3"), "no python3 on this machine");
        Outcome outcome = run("python3", ClientLanguage.PYTHON, code(ClientLanguage.PYTHON, "refuse", "{}"));

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.output()).contains("HTTP 400", "not today");
    }

    @ParameterizedTest
    @EnumSource(ClientLanguage.class)
    void codeForThePublishedItemIsComplete(ClientLanguage language) throws Exception {
        String code = ClientCode.of(
                language,
                call("echo", false, "{\"text\": \"Ada\"}"),
                new ClientTarget.Service("https://host/functions"));

        assertThat(code)
                .contains("Ada", "echo")
                .doesNotContain("${read}", "${url}", "${body}", "${item}", "${function}", "${arguments}");
        if (language != ClientLanguage.NOTEBOOK) {
            assertThat(code).contains("https://host/functions/echo/invoke", "token");
        }
    }

    @Test
    void aNotebookPassesPythonValuesByName() throws Exception {
        assertThat(code(ClientLanguage.NOTEBOOK, "echo", "{\"yes\": true, \"nothing\": null}"))
                .contains("getFunctions(\"Echo\")", "functions.echo(yes=True, nothing=None)");
    }

    private void checkEcho(ClientLanguage language, String interpreter) throws Exception {
        assumeTrue(isThere(interpreter), "no " + interpreter + " on this machine");
        Outcome outcome = run(interpreter, language, code(language, "echo", VALUES));

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        checkOutput(outcome.output());
    }

    private static void checkOutput(String output) throws IOException {
        ObjectNode expected = (ObjectNode) JSON.readTree(VALUES);
        expected.remove("nothing");
        expected.put("number", -12.5);
        assertThat(JSON.readTree(output)).isEqualTo(expected);
    }

    private static boolean isThere(String command) throws InterruptedException {
        try {
            return new ProcessBuilder(command, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Outcome run(String interpreter, ClientLanguage language, String code) throws Exception {
        return run(interpreter, language, code, Map.of());
    }

    private static Outcome run(String interpreter, ClientLanguage language, String code, Map<String, String> variables)
            throws Exception {
        Path file = Files.writeString(workspace.resolve("client." + language.fileEnding()), code);
        ProcessBuilder builder = new ProcessBuilder(List.of(interpreter, file.toString())).redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private record Outcome(int exitCode, String output) {}
}
