package dev.bobbin.emulator.python;

import static dev.bobbin.emulator.python.WorkerChild.APP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WorkerLoadTest {

    @TempDir
    Path folder;

    @Test
    void namesDecoratedFunctionsOnly() throws IOException {
        JsonNode loaded = load(APP + """
                @udf.function()
                def one() -> str:
                    return "1"

                def helper() -> str:
                    return "2"

                @udf.function
                def forgotten() -> str:
                    return "3"

                @udf.context("ctx")
                @udf.function()
                async def four(ctx: fn.UserDataFunctionContext) -> str:
                    return "4"
                """);

        assertThat(loaded.path("functions")).extracting(JsonNode::asText).containsExactly("one", "four");
    }

    @Test
    void tellsTheLineOfASyntaxError() throws IOException {
        JsonNode failed = load(APP + "\n\ndef broken(a: str) -> str\n    return a\n");

        JsonNode traceback = failed.path("traceback");
        assertThat(traceback.path("type").asText()).isEqualTo("SyntaxError");
        assertThat(traceback.path("frames")).hasSize(1);
        assertThat(traceback.path("frames").path(0).path("line").asInt()).isEqualTo(5);
        assertThat(traceback.path("frames").path(0).path("code").asText()).isEqualTo("def broken(a: str) -> str");
        assertThat(failed.path("missingModule").isNull()).isTrue();
    }

    @Test
    void namesTheLibraryThatIsMissing() throws IOException {
        JsonNode failed = load("import json\nimport library_nobody_has.part\n");

        assertThat(failed.path("missingModule").asText()).isEqualTo("library_nobody_has");
        JsonNode frames = failed.path("traceback").path("frames");
        assertThat(frames).hasSize(1);
        assertThat(frames.path(0).path("line").asInt()).isEqualTo(2);
        assertThat(frames.path(0).path("file").asText())
                .isEqualTo(folder.resolve("function_app.py").toString());
    }

    @Test
    void survivesCodeThatExitsWhileItIsImported() throws IOException {
        JsonNode failed = load("import sys\nsys.exit(7)\n");

        assertThat(failed.path("traceback").path("type").asText()).isEqualTo("SystemExit");
        assertThat(failed.path("traceback").path("message").asText()).contains("exit: 7");
    }

    @Test
    void showsTheFramesOfAnExceptionAtImport() throws IOException {
        JsonNode failed = load("def rate(code):\n    return {}[code]\n\nRATE = rate('EUR')\n");

        JsonNode frames = failed.path("traceback").path("frames");
        assertThat(frames).extracting(f -> f.path("line").asInt()).containsExactly(4, 2);
        assertThat(frames)
                .extracting(f -> f.path("code").asText())
                .containsExactly("RATE = rate('EUR')", "return {}[code]");
    }

    @Test
    void importsFilesBesideTheScriptAndFromWheels() throws IOException {
        Files.writeString(folder.resolve("neighbour.py"), "NAME = 'beside'\n");
        Path wheel = folder.resolve("privateLibraries").resolve("inside-1.0-py3-none-any.whl");
        Files.createDirectories(wheel.getParent());
        try (OutputStream file = Files.newOutputStream(wheel);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("inside/__init__.py"));
            zip.write("NAME = 'in the wheel'\n".getBytes(StandardCharsets.UTF_8));
        }
        String source = APP + """
                import inside, neighbour

                @udf.function()
                def names() -> list:
                    return [neighbour.NAME, inside.NAME, __name__]
                """;

        try (WorkerChild child = WorkerChild.start()) {
            child.load(folder, source, wheel);
            assertThat(child.call("names", "{}").output())
                    .isEqualTo("[\"beside\", \"in the wheel\", \"function_app\"]");
        }
    }

    @Test
    void printsAtImportBelongToNoRun() throws IOException {
        try (WorkerChild child = WorkerChild.start()) {
            child.sendLine("no message at all");
            assertThat(child.until("log").last().path("run").isNull()).isTrue();

            JsonNode loaded = child.load(folder, APP + "print('loading')\n");
            assertThat(loaded.path("type").asText()).isEqualTo("loaded");
        }
    }

    @Test
    void refusesDataWhileAModuleIsLoaded() throws IOException {
        JsonNode failed = load("from bobbin_worker import host\nhost.call('sql.execute', {})\n");

        assertThat(failed.path("traceback").path("message").asText()).contains("only be reached while a function runs");
    }

    private JsonNode load(String source) throws IOException {
        try (WorkerChild child = WorkerChild.start()) {
            return child.load(folder, source);
        }
    }
}
