package dev.bobbin.app.l10n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bobbin.app.text.JsonValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReasonsTest {

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

    private static IOException failure(String json) {
        return catchThrowableOfType(IOException.class, () -> JsonValues.read(json));
    }
}
