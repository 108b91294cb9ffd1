package dev.bobbin.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program whose standard output nobody reads, or nobody can write: its exit code stays true. */
class OutputProgramTest {

    @TempDir
    Path item;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(item.resolve("function_app.py"), "def broken(:\n");
    }

    private ProcessBuilder check() {
        return Program.command("check", item.toString());
    }

    @Test
    void whoReadsNoMoreDoesNotMakeAFailureASuccess() throws Exception {
        Process process = check().start();
        process.getInputStream().close();
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "others have no disk that is always full")
    void aFullDiskIsToldAndIsNoSuccess() throws Exception {
        Process process = check().redirectOutput(new File("/dev/full")).start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said).contains("Standard output cannot be written");
    }

    @Test
    void namesFromFilesColourNothingAndBeginNoLine() throws Exception {
        Files.writeString(item.resolve("function_app.py"), """
                import fabric.functions as fn
                udf = fn.UserDataFunctions()

                @udf.function()
                def hello() -> str:
                    "Greets\\x1b[31m in red\\u202e."
                    return "hello"
                """);
        Files.writeString(item.resolve(".platform"), """
                {"metadata": {"type": "UserDataFunction", "displayName": "Red\\u001b[31m\\nhello(): forged"}}
                """);

        assertThat(Program.run("list", item.toString()).output().lines().toList())
                .contains("Red\\x1b[31m\\x0ahello(): forged: 1 function", "      Greets\\x1b[31m in red\\x202e.");
    }

    @Test
    void reasonsOfFailuresColourNothing() throws Exception {
        assertThat(Program.run("list", item.resolve("no\u001b[31m").toString()).errors())
                .contains("no\\x1b[31m")
                .doesNotContain("\u001b");
    }
}
