package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What has been typed survives a program that is killed. */
class NothingLostTest extends ItemInWindow {

    private static final String TYPED = "# typed, never saved";

    /** A Bobbin in which somebody types and does not save. It goes on until it is killed. */
    static final class Typing {

        private Typing() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            BenchDriver bench = BenchDriver.open(folder, Optional.of(Path.of(arguments[1])));
            until(() -> bench.exists("#field-name"));
            bench.robot.clickOn("#editor").push(KeyCode.CONTROL, KeyCode.END).write(TYPED);
            until(() -> isKept(folder.resolve("settings")));
            ChildProgram.started();
            Thread.currentThread().join();
        }

        private static boolean isKept(Path settings) throws IOException {
            try (Stream<Path> files = Files.walk(settings)) {
                return files.filter(Files::isRegularFile).anyMatch(Typing::holdsIt);
            }
        }

        private static boolean holdsIt(Path file) {
            try {
                return Files.readString(file).contains(TYPED);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void whatAKilledProgramHadNotSavedIsOfferedAtTheNextStart() throws Exception {
        makeItem("Hello", BenchDriver.HELLO);
        Process killed = ChildProgram.start(Typing.class, folder.toString(), item.toString());
        killed.destroyForcibly().waitFor();

        showWindow();
        until(() -> bench.isTold("not saved when Bobbin last ended has been kept"));
        assertThat(bench.area("#editor").getText()).doesNotContain(TYPED);
        robot.clickOn("Restore the edits");
        until(() -> bench.area("#editor").getText().endsWith(TYPED));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> Files.readString(item.resolve("function_app.py")).endsWith(TYPED));
    }
}
