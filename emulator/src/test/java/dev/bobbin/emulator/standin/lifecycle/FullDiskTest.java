package dev.bobbin.emulator.standin.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.standin.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stand-ins on a disk that is full: a clear refusal, nothing half-written, and all is well when there is room again. */
class FullDiskTest {

    @TempDir
    Path folder;

    @Test
    void whatIsThereStaysAndTheCallerIsTold() throws IOException, InterruptedException {
        Path disk = Files.createDirectories(folder.resolve("disk"));

        assertThat(SmallDisk.run(disk, FullStandIns.class, folder.toString()))
                .filteredOn(line -> line.contains("; later: "))
                .containsExactly(
                        "secrets: refused 500 InternalServerError, unchanged; later: accepted",
                        "events: refused 500 InternalServerError, unchanged; later: accepted",
                        "documents: refused 500 InternalServerError, unchanged; later: accepted",
                        "variables: refused, unchanged; later: accepted",
                        "value set: refused, unchanged; later: accepted",
                        "new table: refused, unchanged; later: accepted",
                        "more rows: refused, unchanged; later: accepted",
                        "replaced table: refused, unchanged; later: accepted");
    }
}
