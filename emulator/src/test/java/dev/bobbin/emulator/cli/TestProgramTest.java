package dev.bobbin.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.QuickEngine;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bobbin test} as a program that a build server ends in the middle. */
class TestProgramTest {

    @TempDir
    Path workspace;

    private Process test(Path report) throws Exception {
        Path item = Files.createDirectories(workspace.resolve("Slow.UserDataFunction"));
        Files.writeString(item.resolve("function_app.py"), """
                import fabric.functions as fn
                import time
                udf = fn.UserDataFunctions()

                @udf.function()
                def quick() -> int:
                    return 1

                @udf.function()
                def endless() -> int:
                    open(r"%s", "w").close()
                    while True:
                        time.sleep(1)
                """.formatted(workspace.resolve("began")));
        Path examples = Files.createDirectories(workspace.resolve(".bobbin/items/Slow.UserDataFunction/examples"));
        for (String function : List.of("1-quick", "2-endless", "3-quick")) {
            Files.writeString(examples.resolve(function + ".json"), """
                    {"function": "%s", "expect": {"output": 1}}
                    """.formatted(function.substring(2)));
        }
        return Program.command(QuickEngine.with("test", item.toString(), "--junit", report.toString()))
                .start();
    }

    @Test
    @Timeout(120)
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows ends programs without telling them")
    void tellsEachExampleAsItEndsAndWhatWasUnderWayWhenItIsEnded() throws Exception {
        Path report = workspace.resolve("junit.xml");
        Process process = test(report);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                WatchService changes = workspace.getFileSystem().newWatchService()) {
            workspace.register(changes, StandardWatchEventKinds.ENTRY_CREATE);
            assertThat(lines.readLine()).as("while another one runs").startsWith("ok       quick: 1-quick");
            while (!Files.exists(workspace.resolve("began"))) {
                changes.take().reset();
            }
            process.toHandle().destroy();
            String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).contains("after 1 of 3 examples").contains("RUNNING  endless: 2-endless");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isNotIn(0, 1, 2);
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(report))
                .contains("tests=\"3\"", "failures=\"0\"", "errors=\"1\"", "skipped=\"1\"")
                .contains("Bobbin was ended while this ran.")
                .endsWith("</testsuites>");
    }
}
