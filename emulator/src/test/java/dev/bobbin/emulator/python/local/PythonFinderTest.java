package dev.bobbin.emulator.python.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs that answer as Pythons do, in places where Pythons lie. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class PythonFinderTest {

    @TempDir
    Path machine;

    private Path item;

    @BeforeEach
    void folders() throws IOException {
        item = Files.createDirectories(machine.resolve("workspace/Sales.UserDataFunction"));
    }

    @Test
    void theItemsOwnEnvironmentComesFirstThenTheWorkspacesThenThePath() throws IOException {
        Path onPath = python("bin/python3", "3.12.1");
        assertThat(finder().find(item).executable()).isEqualTo(onPath);

        Path inWorkspace = python("workspace/.venv/bin/python3", "3.11.9");
        assertThat(finder().find(item)).isEqualTo(install(inWorkspace, "3.11.9", PythonSource.WORKSPACE));

        Path ofItem = python("workspace/Sales.UserDataFunction/.venv/bin/python3", "3.13.0");
        assertThat(finder().find(item)).isEqualTo(install(ofItem, "3.13.0", PythonSource.ITEM));

        assertThat(finder().find(null).executable()).isEqualTo(onPath);
        assertThat(finder().all(item)).extracting(PythonInstall::executable).startsWith(ofItem, inWorkspace, onPath);
    }

    @Test
    void aPythonThatIsTooOldIsPassedOver() throws IOException {
        python("bin/python3", "3.10.4");
        Path newer = python("bin/python3.12", "3.12.0");

        assertThat(finder().find(item).executable()).isEqualTo(newer);
    }

    @Test
    void versionManagersAreLookedIntoTheNewestFirst() throws IOException {
        python("home/.pyenv/versions/3.9.18/bin/python3", "3.9.18");
        python("home/.pyenv/versions/3.11.2/bin/python3", "3.11.2");
        Path newest = python("home/.pyenv/versions/3.13.1/bin/python3", "3.13.1");

        assertThat(finder().all(item))
                .filteredOn(install -> install.executable().startsWith(machine))
                .extracting(PythonInstall::version)
                .containsExactly("3.13.1", "3.11.2");
        assertThat(finder().all(item)).extracting(PythonInstall::executable).contains(newest);
    }

    @Test
    void aChosenPythonIsTakenOrRefusedButNeverReplaced() throws IOException {
        python("bin/python3", "3.12.1");
        Path chosen = python("elsewhere/bin/python3", "3.11.0");
        assertThat(finder(chosen).find(item).executable()).isEqualTo(chosen);
        assertThat(finder(machine.resolve("elsewhere")).find(item).executable()).isEqualTo(chosen);

        Path old = python("old/python3", "3.8.1");
        assertThatThrownBy(() -> finder(old).find(item))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(old + " is Python 3.8.1")
                .hasMessageContaining("3.11 or newer");
        assertThatThrownBy(() -> finder(machine.resolve("nothing")).find(item)).hasMessageContaining("is not there");
        Path other = script("other/python3", "echo hello");
        assertThatThrownBy(() -> finder(other).find(item)).hasMessageContaining("does not run as Python");
    }

    @Test
    void anInterpreterThatIsReplacedIsAskedAgain() throws IOException {
        Path python = python("bin/python3", "3.11.1");
        PythonFinder finder = finder();
        assertThat(finder.find(item).version()).isEqualTo("3.11.1");

        python("bin/python3", "3.12.2");
        Files.setLastModifiedTime(python, FileTime.fromMillis(1));

        assertThat(finder.find(item).version()).isEqualTo("3.12.2");
    }

    @Test
    void windowsAndMacHaveTheirOwnPlaces() throws IOException {
        Path windows = Files.createDirectories(machine.resolve("local/Programs/Python/Python312"))
                .resolve("python.exe");
        Files.createFile(windows);
        Path environment =
                Files.createDirectories(item.resolve(".venv/Scripts")).resolve("python.exe");
        Files.createFile(environment);

        PythonPlaces places = new PythonPlaces(
                Map.of("PATH", "", "LOCALAPPDATA", machine.resolve("local").toString()), machine, "Windows 11");

        assertThat(places.candidates(item))
                .containsExactly(
                        new PythonCandidate(environment, PythonSource.ITEM),
                        new PythonCandidate(windows, PythonSource.USUAL_PLACE));
    }

    private PythonFinder finder() {
        return finder(null);
    }

    private PythonFinder finder(@Nullable Path chosen) {
        return new PythonFinder(
                new PythonPlaces(Map.of("PATH", machine.resolve("bin").toString()), machine.resolve("home"), "Linux"),
                chosen);
    }

    private PythonInstall install(Path executable, String version, PythonSource source) {
        return new PythonInstall(executable, executable.getParent(), version, "cpython", source);
    }

    /** A program that answers as a Python of that version does. */
    private Path python(String place, String version) throws IOException {
        Path file = machine.resolve(place);
        return script(
                place,
                "echo '[\"%s\", [%s], \"cpython\", \"%s\"]'"
                        .formatted(file, version.replace('.', ','), file.getParent()));
    }

    private Path script(String place, String command) throws IOException {
        Path file = machine.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }
}
