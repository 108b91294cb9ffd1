package dev.bobbin.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedCachesTest {

    @TempDir
    Path folder;

    private Path packed;
    private Path own;

    @BeforeEach
    void packTwo() throws IOException {
        packed = Files.createDirectories(folder.resolve("program/aot"));
        own = Files.createDirectories(folder.resolve("user"));
        Files.writeString(packed.resolve("window.aot"), "window ".repeat(10_000));
        Files.writeString(packed.resolve("engine.aot"), "engine ".repeat(100_000));
        PackedCaches.pack(packed);
    }

    @Test
    void whatIsUnpackedIsWhatWasPacked() throws IOException {
        assertThat(names(packed)).containsExactlyInAnyOrder("build", "engine.aot.gz", "window.aot.gz");
        assertThat(Files.size(packed.resolve("engine.aot.gz"))).isLessThan(10_000);

        PackedCaches.main(new String[] {packed.toString(), target().toString()});

        assertThat(names(own)).containsExactly(target().getFileName().toString());
        assertThat(names(target())).containsExactlyInAnyOrder("engine.aot", "window.aot");
        assertThat(target().resolve("engine.aot")).hasContent("engine ".repeat(100_000));
    }

    @Test
    void anotherBuildHasAnotherName() throws IOException {
        String before = Files.readString(packed.resolve("build"));
        Files.writeString(packed.resolve("window.aot"), "another window");
        PackedCaches.pack(packed);

        assertThat(Files.readString(packed.resolve("build"))).isNotEqualTo(before);
    }

    @Test
    void programsThatStartAtTheSameTimeUnpackOnce() throws Exception {
        Callable<Void> start = () -> {
            PackedCaches.unpack(packed, target());
            return null;
        };
        try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
            for (Future<Void> done : executor.invokeAll(
                    IntStream.range(0, 4).mapToObj(_ -> start).toList())) {
                done.get();
            }
        }

        assertThat(names(own)).containsExactly(target().getFileName().toString());
        assertThat(target().resolve("window.aot")).hasContent("window ".repeat(10_000));
    }

    @Test
    void oldCachesOfOtherBuildsAndBrokenOffUnpackingsGo() throws IOException {
        FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(31)));
        Files.setLastModifiedTime(Files.createDirectories(own.resolve("aot-older")), longAgo);
        Files.setLastModifiedTime(Files.createDirectories(own.resolve("aot-older.new123")), longAgo);
        Files.createDirectories(own.resolve("aot-inturns"));
        Files.createDirectories(own.resolve("aot-other.new456"));
        Files.createDirectories(own.resolve("bytecode"));

        PackedCaches.unpack(packed, target());

        assertThat(names(own))
                .containsExactlyInAnyOrder(
                        target().getFileName().toString(), "aot-inturns", "aot-other.new456", "bytecode");
    }

    @Test
    void aDamagedArchiveLeavesNothingBehind() throws IOException {
        Files.writeString(packed.resolve("engine.aot.gz"), "no archive");

        assertThatThrownBy(() -> PackedCaches.unpack(packed, target())).isInstanceOf(IOException.class);
        assertThat(names(own)).isEmpty();
    }

    private Path target() throws IOException {
        return own.resolve("aot-" + Files.readString(packed.resolve("build")).strip());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
