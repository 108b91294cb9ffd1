package dev.bobbin.emulator.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemWriterTest {

    @TempDir
    private Path folder;

    @Test
    void keepsLineEndsAndByteOrderMarkOfTheFile() throws IOException {
        Path file = folder.resolve("function_app.py");
        Files.writeString(file, "\uFEFFa = 1\r\nb = 2\r\n");

        ItemWriter.write(file, "a = 1\nb = 3\n");

        assertThat(Files.readString(file)).isEqualTo("\uFEFFa = 1\r\nb = 3\r\n");
    }

    @Test
    void writesATextWithItsOwnCarriageReturnsAsItIs() throws IOException {
        Path file = folder.resolve("function_app.py");
        Files.writeString(file, "a\r\nb\r\n");

        ItemWriter.write(file, "a\r\nb\nc");

        assertThat(Files.readString(file)).isEqualTo("a\r\nb\nc");
    }

    @Test
    void makesANewFileAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("function_app.py");

        ItemWriter.write(file, "é\n");

        assertThat(Files.readString(file)).isEqualTo("é\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void leavesTheOldFileWhenTheTextCannotBeEncoded() throws IOException {
        Path file = folder.resolve("function_app.py");
        Files.writeString(file, "old");

        assertThatThrownBy(() -> ItemWriter.write(file, "half \uD83D")).isInstanceOf(CharacterCodingException.class);
        assertThat(Files.readString(file)).isEqualTo("old");
    }

    @Test
    void writesThroughALink() throws IOException {
        Path target = folder.resolve("target.py");
        Path link = folder.resolve("function_app.py");
        Files.writeString(target, "old");
        Files.createSymbolicLink(link, target);

        ItemWriter.write(link, "new");

        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(target)).isEqualTo("new");
    }

    @Test
    void saysWhenTheFolderIsNotThere() {
        assertThatThrownBy(() -> ItemWriter.write(folder.resolve("no/function_app.py"), "x"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("function_app.py cannot be saved");
    }

    @Test
    void saysWhatIsInTheWayAndLeavesNothingBehind() throws IOException {
        Path file = Files.createDirectory(folder.resolve("function_app.py"));
        assertThatThrownBy(() -> ItemWriter.write(file, "x"))
                .isInstanceOfSatisfying(
                        NotWritableException.class,
                        e -> assertThat(e.obstacle()).isEqualTo(NotWritableException.Obstacle.IS_FOLDER))
                .hasMessageContaining("is a folder");
        assertThat(TemporaryFile.of(file)).isEmpty();
    }
}
