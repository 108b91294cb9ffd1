package dev.bobbin.app.l10n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bobbin.app.text.JsonValues;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.documents.DocumentLifecycle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReasonsTest {

    @AfterEach
    void speakEnglishAgain() {
        Messages.use("en");
    }

    @Test
    void wrongJsonIsSaidByItsPlaceAlone() {
        assertThat(Reasons.of(failure("{\"a\": <b>}")))
                .isEqualTo("Not valid JSON: line 1, column 7 is unexpected, or something before it is not closed.");
    }

    @Test
    void jsonNestedTooDeeplyIsSaidToBeSo() {
        assertThat(Reasons.of(failure("[".repeat(100_000)))).startsWith("The JSON is nested too deeply");
    }

    @Test
    void aMissingFileIsSaidToBeMissing(@TempDir Path folder) {
        Path file = folder.resolve("none.txt");
        IOException gone = catchThrowableOfType(IOException.class, () -> Files.readString(file));

        assertThat(Reasons.of(gone)).startsWith(file + " is not there.");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsSaidToBeFull() {
        IOException full = catchThrowableOfType(IOException.class, () -> Files.writeString(Path.of("/dev/full"), "x"));

        assertThat(Reasons.of(full)).isEqualTo("The disk is full.");
    }

    @Test
    void whatTheEmulatorRefusesIsSaidInTheLanguageOfTheWindow(@TempDir Path folder) {
        IOException refused = catchThrowableOfType(IOException.class, () -> ItemReader.read(folder.resolve("none")));
        Messages.use("de");

        assertThat(Reasons.of(refused)).isEqualTo("Es gibt keinen Ordner " + folder.resolve("none") + ".");
        assertThat(refused).hasMessage("There is no folder " + folder.resolve("none") + ".");
    }

    @Test
    void soIsWhatLedToIt(@TempDir Path folder) throws IOException {
        Path seed = Files.createDirectories(folder.resolve("seed/shop"));
        Files.writeString(seed.resolve("things.json"), "{\"id\": ");
        StandIn.Documents account = new StandIn.Documents("Shop", folder.resolve("Shop.cosmos"));
        IOException refused = catchThrowableOfType(
                IOException.class, () -> new DocumentLifecycle(account).seed(folder.resolve("seed")));
        Messages.use("de");

        assertThat(Reasons.of(refused)).contains("things.json ist kein gültiges JSON: Zeile 1, Spalte");
    }

    @Test
    void noFaultOfTheProgramIsToldByTheNameOfItsClass() {
        assertThat(Reasons.of(new IndexOutOfBoundsException("Index 2 out of bounds for length 2")))
                .startsWith("Bobbin failed")
                .doesNotContain("Index");
        assertThat(Reasons.of(new IllegalStateException("the footer is damaged")))
                .isEqualTo("Bobbin failed at this in a way it did not foresee: the footer is damaged");
        assertThat(Reasons.of(new IOException())).startsWith("Bobbin failed");
        assertThat(Reasons.of(new UncheckedIOException(new IOException("The disk is full."))))
                .isEqualTo("The disk is full.");
    }

    private static IOException failure(String json) {
        return catchThrowableOfType(IOException.class, () -> JsonValues.read(json));
    }
}
