package dev.bobbin.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded engine as it runs in an installed program: with the cache for quick starts. */
class EngineCacheIT {

    private static final Program PROGRAM =
            new Program(Path.of("target", "bobbin").toAbsolutePath());

    @TempDir
    Path folder;

    @Test
    void endlessRecursionIsAnErrorOfTheFunctionAndNotTheEndOfTheInterpreter() throws Exception {
        Path cache = Caches.ofTheEngine(PROGRAM, Files.createDirectory(folder.resolve("work")));
        Path item = Files.createDirectory(folder.resolve("Deep.UserDataFunction"));
        Files.writeString(item.resolve("function_app.py"), """
                import logging
                import fabric.functions as fn

                udf = fn.UserDataFunctions()


                def further(step: int) -> int:
                    return further(step + 1)


                @udf.function()
                def deep(step: int) -> int:
                    return further(step)


                @udf.function()
                def caught(step: int) -> str:
                    try:
                        return str(further(step))
                    except RecursionError as error:
                        return str(error)


                def logging_on(step: int) -> int:
                    try:
                        return logging_on(step + 1)
                    except RecursionError as error:
                        logging.warning("step %d failed: %s", step, error)
                        raise


                @udf.function()
                def logged(step: int) -> int:
                    return logging_on(step)
                """);
        Path requests = Files.writeString(folder.resolve("requests.jsonl"), """
                {"id": "1", "function": "deep", "input": {"step": 1}}
                {"id": "2", "function": "caught", "input": {"step": 1}}
                {"id": "3", "function": "logged", "input": {"step": 1}}
                """);
        // With this mode the engine does not start at all when it cannot use the cache.
        List<String> options = List.of("-Dbobbin.engine.aot=" + cache, "-Dbobbin.engine.options=-XX:AOTMode=on");

        Process process = PROGRAM.start(
                        folder, options, List.of("batch", item.toString(), requests.toString(), "--engine", "embedded"))
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        String answers = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor())
                .as(() -> answers + folder.resolve("errors.txt"))
                .isIn(0, 1);
        List<String> lines = answers.lines().toList();
        assertThat(lines).hasSize(3);
        for (int line : new int[] {0, 2}) {
            JsonNode failed = new ObjectMapper().readTree(lines.get(line));
            assertThat(failed.path("httpStatus").asInt()).isEqualTo(409);
            assertThat(failed.at("/envelope/errors/0/properties/error_type").asText())
                    .isEqualTo("RecursionError");
        }
        // Where the stack ends there is no room to log; further up there is.
        assertThat(lines.get(2)).contains("step 1 failed: maximum recursion depth exceeded");
        assertThat(new ObjectMapper()
                        .readTree(lines.get(1))
                        .at("/envelope/output")
                        .asText())
                .isEqualTo("maximum recursion depth exceeded");
    }
}
