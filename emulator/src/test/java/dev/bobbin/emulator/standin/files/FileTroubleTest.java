package dev.bobbin.emulator.standin.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.EngineOptions;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.standin.FolderCopy;
import dev.bobbin.emulator.standin.RealRuns;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Large, many, linked and contested files, and a disk that is full. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileTroubleTest {

    private static final int MEMORY_MEGABYTES = 256;

    private static final String SOURCE = """
            def told(work):
                try:
                    return work()
                except Exception as error:
                    return [type(error).__name__, error.status_code, error.error_code]

            @udf.connection(argName="lake", alias="Lake")
            @udf.function()
            def count(lake: fn.FabricLakehouseClient, folder: str) -> list:
                names = [path.name for path in lake.connectToFiles().get_sub_directory_client(folder).get_paths()]
                return [len(names), len(set(names)), names == sorted(names), names[0], names[-1]]

            @udf.connection(argName="lake", alias="Lake")
            @udf.function()
            def measure(lake: fn.FabricLakehouseClient, path: str) -> list:
                file = lake.connectToFiles().get_file_client(path)
                pieces = 0
                size = 0
                for piece in file.download_file().chunks():
                    pieces += 1
                    size += len(piece)
                return [size, pieces > 100, file.download_file(offset=size - 3).readall().decode()]

            @udf.connection(argName="lake", alias="Lake")
            @udf.function()
            def pour(lake: fn.FabricLakehouseClient, path: str, megabytes: int) -> int:
                piece = b"x" * (1024 * 1024)
                file = lake.connectToFiles().get_file_client(path)
                file.upload_data((piece for _ in range(megabytes)), overwrite=True)
                return file.get_file_properties().size

            @udf.connection(argName="lake", alias="Lake")
            @udf.function()
            def write(lake: fn.FabricLakehouseClient, path: str, letter: str, count: int, times: int = 1) -> str:
                file = lake.connectToFiles().get_file_client(path)
                for _ in range(times):
                    file.upload_data(letter * count, overwrite=True)
                return letter

            @udf.connection(argName="lake", alias="Lake")
            @udf.function()
            def trouble(lake: fn.FabricLakehouseClient, path: str, megabytes: int) -> list:
                files = lake.connectToFiles()
                file = files.get_file_client(path)
                return [
                    told(lambda: file.upload_data(b"x" * (megabytes * 1024 * 1024), overwrite=True)),
                    told(lambda: file.upload_data((b"y" * 100_000 for _ in range(megabytes * 10)), overwrite=True)),
                    told(lambda: file.append_data(b"z" * (megabytes * 1024 * 1024), 3, flush=True)),
                    told(lambda: file.download_file().readall().decode()),
                    [path.name.rpartition("/")[2] for path in files.get_paths()],
                ]

            @udf.connection(argName="lake", alias="Lake")
            @udf.function()
            def reach(lake: fn.FabricLakehouseClient, paths: list) -> list:
                files = lake.connectToFiles()
                return [told(lambda: files.get_file_client(path).download_file().readall().decode()) for path in paths]
            """;

    private Path workspace;
    private RealRuns runs;
    private StandIn.Lakehouse lake;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        workspace = folder;
        EngineOptions limited = new EngineOptions(null, MEMORY_MEGABYTES);
        runs = new RealRuns(Emulator.engine("cpython", limited).orElseThrow(), workspace, SOURCE);
        lake = new StandIn.Lakehouse("Lake", runs.workspace().standIns().resolve("Lake.lakehouse"));
        new LakehouseLifecycle(lake).create();
    }

    @AfterAll
    void close() {
        runs.close();
    }

    private String call(String function, String body) {
        return runs.output(function, body, Circumstances.USUAL);
    }

    @Test
    void listsAHundredThousandFiles() throws IOException {
        Path many = Files.createDirectories(lake.files().resolve("many"));
        for (int i = 0; i < 100_000; i++) {
            Files.createFile(many.resolve("f%06d.csv".formatted(i)));
        }

        assertThat(call("count", "{\"folder\": \"many\"}"))
                .isEqualTo("[100000, 100000, true, \"Lake/Files/many/f000000.csv\", \"Lake/Files/many/f099999.csv\"]");
        FolderCopy.delete(many);
    }

    @Test
    void streamsAFileLargerThanTheMemory() throws IOException {
        long size = 2L * 1024 * 1024 * 1024 + 3;
        try (RandomAccessFile sparse =
                new RandomAccessFile(lake.files().resolve("large.bin").toFile(), "rw")) {
            sparse.setLength(size);
            sparse.seek(size - 3);
            sparse.write("end".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }

        assertThat(call("measure", "{\"path\": \"large.bin\"}")).isEqualTo("[" + size + ", true, \"end\"]");
        assertThat(call("pour", "{\"path\": \"poured.bin\", \"megabytes\": 300}"))
                .isEqualTo(String.valueOf(300L * 1024 * 1024));
        Files.delete(lake.files().resolve("large.bin"));
        Files.delete(lake.files().resolve("poured.bin"));
    }

    @Test
    void nobodySeesHalfAFileThatTwoRunsWrite() throws IOException {
        int size = 3_000_000;
        Path file = lake.files().resolve("contested.txt");
        Files.writeString(file, "a".repeat(size));
        Set<String> seen = ConcurrentHashMap.newKeySet();
        try (RealRuns others = new RealRuns("cpython", workspace, SOURCE)) {
            String body = "{\"path\": \"contested.txt\", \"letter\": \"%s\", \"count\": " + size + ", \"times\": 20}";
            CompletableFuture<String> one = CompletableFuture.supplyAsync(() -> call("write", body.formatted("a")));
            CompletableFuture<String> two = CompletableFuture.supplyAsync(
                    () -> others.output("write", body.formatted("b"), Circumstances.USUAL));
            while (!one.isDone() || !two.isDone()) {
                String text = Files.readString(file);
                seen.add(text.length() + " " + text.charAt(0) + text.replace(text.substring(0, 1), ""));
            }
            assertThat(List.of(one.join(), two.join())).containsExactly("\"a\"", "\"b\"");
        }

        assertThat(seen).isSubsetOf(size + " a", size + " b");
        assertThat(names(lake.files())).noneMatch(name -> name.startsWith(Node.TEMPORARY_PREFIX));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskCostsNothingThatIsThere() throws Exception {
        Path small = Files.createDirectories(lake.files().resolve("small"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString()),
                "a small disk can be made by root only");
        try {
            Files.writeString(small.resolve("a.txt"), "old");
            assertThat(call("trouble", "{\"path\": \"small/a.txt\", \"megabytes\": 3}"))
                    .startsWith("[[\"HttpResponseError\", 507, \"InsufficientStorage\"], "
                            + "[\"HttpResponseError\", 507, \"InsufficientStorage\"], "
                            + "[\"HttpResponseError\", 507, \"InsufficientStorage\"], \"old\", ");
            assertThat(names(small)).containsExactly("a.txt");
            assertThat(call("write", "{\"path\": \"small/a.txt\", \"letter\": \"n\", \"count\": 3, \"times\": 1}"))
                    .isEqualTo("\"n\"");
            assertThat(new FileChanges(lake).undo(runs.lastRun()).toString()).startsWith("Undone");
            assertThat(small.resolve("a.txt")).hasContent("old");
        } finally {
            run("umount", small.toString());
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void followsLinksThatStayInsideAndNoOthers() throws IOException {
        Path outside = Files.writeString(workspace.resolve("outside.txt"), "secret");
        Files.writeString(lake.files().resolve("target.txt"), "inside");
        Files.createSymbolicLink(lake.files().resolve("in"), lake.files().resolve("target.txt"));
        Files.createSymbolicLink(lake.files().resolve("out"), outside);
        Files.createSymbolicLink(lake.files().resolve("outfolder"), workspace);

        assertThat(call("reach", "{\"paths\": [\"in\", \"out\", \"outfolder/outside.txt\", \"../outside.txt\"]}"))
                .isEqualTo(
                        "[\"inside\", [\"HttpResponseError\", 400, \"InvalidUri\"],"
                                + " [\"HttpResponseError\", 400, \"InvalidUri\"], [\"HttpResponseError\", 400, \"InvalidUri\"]]");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }
}
