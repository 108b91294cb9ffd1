package dev.bobbin.emulator.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeFilesTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);

    @TempDir
    Path item;

    private CodeFiles files;

    @BeforeEach
    void look() throws IOException {
        Files.writeString(item.resolve("function_app.py"), "import helper\n");
        write("helper.py", "A = 1\n");
        write("package/inner.py", "B = 1\n");
        write("data/part/rows.csv", "1;2\n");
        files = new CodeFiles(item.resolve("function_app.py"));
    }

    @Test
    void tellsOtherContentOfAFileThatMayBeImported() throws IOException {
        String before = version();
        write("package/inner.py", "B = 22\n");
        assertThat(version()).isNotEqualTo(before);
        write("package/inner.py", "B = 1\n");
        assertThat(version()).isEqualTo(before);
    }

    /** As on a file system whose clock has steps of a second or two. */
    @Test
    void tellsOtherContentOfTheSameSizeAndTime() throws IOException {
        FileTime now = FileTime.from(Instant.now());
        Path helper = write("helper.py", "A = 1\n");
        Files.setLastModifiedTime(helper, now);
        String before = version();

        write("helper.py", "A = 2\n");
        Files.setLastModifiedTime(helper, now);

        assertThat(version()).isNotEqualTo(before);
    }

    @Test
    void aTouchedFileIsTheSame() throws IOException {
        String before = version();
        Files.setLastModifiedTime(item.resolve("helper.py"), LONG_AGO);
        assertThat(version()).isEqualTo(before);
    }

    @Test
    void tellsFilesThatComeAndGoInFoldersThatWereLongQuiet() throws IOException {
        String before = version();
        for (String name : List.of("data/part/late.py", "new/one.py", "privateLibraries/own-1.0-py3-none-any.whl")) {
            Files.setLastModifiedTime(item.resolve("data/part"), LONG_AGO);
            Files.setLastModifiedTime(item, LONG_AGO);
            assertThat(version()).isEqualTo(before);

            Path late = write(name, "C = 1\n");
            assertThat(version()).as(name).isNotEqualTo(before);
            Files.delete(late);
            assertThat(version()).as(name).isEqualTo(before);
        }
    }

    /** The second file comes so soon after the first that the folder's time may be the same. */
    @Test
    void aFolderThatHasJustChangedIsListedAgain() throws IOException {
        FileTime now = FileTime.from(Instant.now());
        write("package/first.py", "");
        Files.setLastModifiedTime(item.resolve("package"), now);
        String before = version();

        write("package/second.py", "");
        Files.setLastModifiedTime(item.resolve("package"), now);

        assertThat(version()).isNotEqualTo(before);
    }

    @Test
    void dataScriptAndForeignFoldersDoNotMatter() throws IOException {
        String before = version();
        write("data/part/more.csv", "3;4\n");
        write("function_app.py", "import package.inner\n");
        write(".git/hook.py", "");
        write("node_modules/tool.py", "");
        write("own-environment/pyvenv.cfg", "");
        write("own-environment/lib/module.py", "");
        assertThat(version()).isEqualTo(before);
    }

    @Test
    void librariesOutsideOfTheItemCount(@TempDir Path elsewhere) throws IOException {
        Path wheel = Files.writeString(elsewhere.resolve("own-1.0-py3-none-any.whl"), "one");
        String before = files.version(List.of(wheel));
        Files.setLastModifiedTime(
                Files.writeString(wheel, "two"), FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));
        assertThat(files.version(List.of(wheel))).isNotEqualTo(before);
    }

    private Path write(String name, String text) throws IOException {
        Path file = item.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String version() {
        return files.version(List.of());
    }
}
