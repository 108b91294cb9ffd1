package dev.bobbin.emulator.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A program that is ended while it writes. */
class WholeFileProgramTest {

    @TempDir
    Path folder;

    /** Begins to write a file and never ends. */
    static final class Writer {
        public static void main(String[] arguments) throws Exception {
            WholeFile.writePrivate(Path.of(arguments[0]), out -> {
                out.write(1);
                System.out.println("writing");
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    @Test
    @Timeout(60)
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "ends programs without telling them")
    void nothingIsLeftOfWhatWasNotWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("report.zip"), "as before");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("writing");
            assertThat(files()).hasSize(2);
            process.destroy();
            process.waitFor();
        }

        assertThat(files()).containsExactly(file);
        assertThat(file).hasContent("as before");
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
