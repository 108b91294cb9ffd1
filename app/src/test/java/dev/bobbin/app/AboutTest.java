package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about the program, reached and left with keys. */
class AboutTest {

    @TempDir
    Path folder;

    @AfterEach
    void forgetTheProgram() {
        System.clearProperty("bobbin.home");
    }

    @Test
    void tellsVersionsAndLicences() throws Exception {
        Path home = Files.createDirectories(folder.resolve("program"));
        Files.writeString(home.resolve("THIRD-PARTY.txt"), "(MIT) A library of somebody's\n");
        Files.writeString(home.resolve("LICENSE"), "Bobbin's own licence\n");
        System.setProperty("bobbin.home", home.toString());
        try (BenchDriver bench = BenchDriver.open(folder, Optional.empty())) {
            until(() -> bench.exists("#welcome-open"));
            bench.robot.push(KeyCode.SHIFT, KeyCode.F1);
            until(() -> bench.area("#about-licences").getText().contains("own licence"));
            assertThat(bench.area("#about-licences").getText()).contains("(MIT) A library of somebody's");
            assertThat(bench.text("#about-versions")).contains("Bobbin ", "Java 25", "Python 3.12");

            bench.robot.push(KeyCode.ESCAPE);
            until(() -> !bench.exists("#about"));
        }
    }
}
