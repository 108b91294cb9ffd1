package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.python.WorkerChild.Exchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a lakehouse over a local folder. */
@Timeout(60)
class WorkerFilesTest {

    private static final String FUNCTIONS = """
            import io
            from azure.core.exceptions import AzureError, HttpResponseError, ResourceExistsError, ResourceNotFoundError

            @udf.connection("Lake", "lake")
            @udf.function()
            def do(lake: fn.FabricLakehouseClient, code: str):
                files = lake.connectToFiles()
                names = dict(globals(), files=files, file=files.get_file_client, sub=files.get_sub_directory_client)
                try:
                    return eval(code, names)
                except HttpResponseError as error:
                    return [type(error).__name__, error.status_code, error.error_code]

            @udf.connection("Lake", "lake")
            @udf.function()
            async def listAsync(lake: fn.FabricLakehouseClient) -> list:
                async with lake.connectToFilesAsync() as files:
                    client = await files.create_file("x/a.txt")
                    await client.append_data(b"abc", 0, flush=True)
                    stream = await client.download_file()
                    chunks = [c async for c in stream.chunks()]
                    return [[p.name async for p in files.get_paths()], b"".join(chunks).decode()]
            """;

    @TempDir
    Path workspace;

    private Path files;
    private WorkerChild child;

    @BeforeEach
    void start() throws IOException {
        files = Files.createDirectories(workspace.resolve("shop.lakehouse/Files"));
        child = WorkerChild.with(workspace, FUNCTIONS);
    }

    @AfterEach
    void stop() throws IOException {
        child.close();
    }

    @Test
    void writesWhatTheFolderThenHolds() throws IOException {
        run("file('/in/a b.csv').upload_data('é,1', overwrite=True)");

        assertThat(files.resolve("in/a b.csv")).hasContent("é,1");
    }

    @Test
    void refusesToOverwriteUnlessAskedTo() throws IOException {
        Files.writeString(files.resolve("a.txt"), "first");

        assertThat(run("file('a.txt').upload_data('second')"))
                .isEqualTo("[\"ResourceExistsError\", 409, \"PathAlreadyExists\"]");
        assertThat(files.resolve("a.txt")).hasContent("first");
        run("file('a.txt').upload_data('second', overwrite=True)");
        assertThat(files.resolve("a.txt")).hasContent("second");
    }

    @Test
    void leavesAFileAsItWasWhenAnUploadFails() throws IOException {
        Files.writeString(files.resolve("a.txt"), "whole");

        assertThat(call("file('a.txt').upload_data((1 // 0 for _ in [1]), overwrite=True)")
                        .status())
                .isEqualTo("Failed");
        assertThat(files.resolve("a.txt")).hasContent("whole");
        try (Stream<Path> left = Files.list(files)) {
            assertThat(left).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file('no').download_file()",
                "file('no').get_file_properties()",
                "file('no').delete_file()",
                "file('no').append_data(b'x', 0)",
                "file('no').rename_file('bobbin/to')",
                "sub('no').delete_directory()",
                "sub('no').get_directory_properties()",
                "[p for p in sub('no').get_paths()]",
            })
    void saysThatAPathIsNotThere(String code) throws IOException {
        assertThat(run(code)).startsWith("[\"ResourceNotFoundError\", 404, ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "/../secret.txt",
                "a/../../secret.txt",
                "..\\\\secret.txt",
                "linkToFile",
                "linkToFolder/secret.txt",
                "{outside}/secret.txt",
            })
    void leavesItsFolderByNoPath(String path) throws IOException {
        Path outside = files.getParent();
        Files.writeString(outside.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(files.resolve("linkToFile"), outside.resolve("secret.txt"));
        Files.createSymbolicLink(files.resolve("linkToFolder"), outside);
        String name = path.replace("{outside}", outside.toString());

        assertThat(run("file('" + name + "').download_file().readall().decode()"))
                .doesNotContain("secret\"");
        run("file('" + name + "').upload_data('changed', overwrite=True)");
        run("sub('" + name + "').delete_directory()");
        run("file('" + name + "').delete_file()");
        assertThat(outside.resolve("secret.txt")).hasContent("secret");
        assertThat(run("[p.name for p in files.get_paths()]")).doesNotContain("secret", "link");
    }

    @Test
    void appendedBytesCountOnceTheyAreFlushed() throws IOException {
        run("file('log.txt').create_file()");
        run("file('log.txt').append_data(b'world', 6)");
        run("file('log.txt').append_data(b'hello ', 0, length=6)");

        assertThat(files.resolve("log.txt")).isEmptyFile();
        assertThat(run("file('log.txt').flush_data(12)"))
                .isEqualTo("[\"HttpResponseError\", 400, \"InvalidFlushPosition\"]");
        run("file('log.txt').flush_data(11)");
        assertThat(files.resolve("log.txt")).hasContent("hello world");
        run("file('log.txt').append_data('!', 11, flush=True)");
        assertThat(files.resolve("log.txt")).hasContent("hello world!");
    }

    @Test
    void readsPartsOfAFile() throws IOException {
        Files.writeString(files.resolve("digits"), "0123456789");

        assertThat(run("file('digits').download_file(2, 3).readall().decode()")).isEqualTo("\"234\"");
        assertThat(run("file('digits').download_file(8).size")).isEqualTo("2");
        assertThat(run("file('digits').download_file(encoding='utf-8').read(4)"))
                .isEqualTo("\"0123\"");
        assertThat(run("file('digits').download_file(10)")).isEqualTo("[\"HttpResponseError\", 416, \"InvalidRange\"]");
    }

    @Test
    void listsWithNamesOfTheFileSystem() throws IOException {
        Files.createDirectories(files.resolve("tree/deep"));
        Files.writeString(files.resolve("tree/deep/b.txt"), "12");
        Files.writeString(files.resolve("tree/a.txt"), "1");

        assertThat(run("[[p.name, p.is_directory, p['content_length']] for p in sub('tree').get_paths()]"))
                .isEqualTo("[[\"shop/Files/tree/a.txt\", false, 1], [\"shop/Files/tree/deep\", true, 0],"
                        + " [\"shop/Files/tree/deep/b.txt\", false, 2]]");
        assertThat(run("[file(p).exists() for p in sub('tree').get_paths(recursive=False)]"))
                .isEqualTo("[true, true]");
        assertThat(run("[len(list(page)) for page in files.get_paths(max_results=3).by_page()]"))
                .isEqualTo("[3, 1]");
    }

    @Test
    void renamesFilesAndFolders() throws IOException {
        Files.createDirectories(files.resolve("from/deep"));
        Files.writeString(files.resolve("from/deep/a.txt"), "x");

        assertThat(
                        run(
                                "sub('from').rename_directory(files.file_system_name + '/' + files.path_name + '/to').path_name"))
                .isEqualTo("\"shop/Files/to\"");
        run("file('to/deep/a.txt').rename_file('bobbin/to/b.txt')");
        assertThat(files.resolve("to/b.txt")).hasContent("x");
        assertThat(run("file('to/b.txt').rename_file('bobbin/none/b.txt')"))
                .isEqualTo("[\"ResourceNotFoundError\", 404, \"RenameDestinationParentPathNotFound\"]");
    }

    @Test
    void deletesAFolderWithAllItHolds() throws IOException {
        run("file('gone/sub/b.txt').upload_data('b')");
        run("sub('gone').delete_directory()");

        assertThat(files.resolve("gone")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file('d').download_file()", "file('d').upload_data('x')", "sub('f').create_directory()"})
    void tellsFilesAndFoldersApart(String code) throws IOException {
        Files.createDirectory(files.resolve("d"));
        Files.writeString(files.resolve("f"), "");

        assertThat(run(code)).isEqualTo("[\"ResourceExistsError\", 409, \"PathConflict\"]");
    }

    @Test
    void worksWithAwait() throws IOException {
        assertThat(child.call("listAsync", "{}", bindings()).output())
                .isEqualTo("[[\"shop/Files/x\", \"shop/Files/x/a.txt\"], \"abc\"]");
    }

    private String run(String code) throws IOException {
        Exchange exchange = call(code);
        assertThat(exchange.status()).as(exchange.last().toString()).isEqualTo("Succeeded");
        return exchange.output();
    }

    private Exchange call(String code) throws IOException {
        return child.call("do", WorkerChild.message("x").put("code", code).toString(), bindings());
    }

    private String bindings() {
        return List.of(WorkerChild.message("x")
                        .put("argName", "lake")
                        .put("kind", "connection")
                        .put("alias", "Lake")
                        .set("endpoints", endpoints()))
                .toString();
    }

    private ObjectNode endpoints() {
        ObjectNode endpoints = WorkerChild.message("x");
        endpoints.putObject("sqlendpoint");
        endpoints
                .putObject("fileendpoint")
                .put("ConnectionString", "https://onelake.local/bobbin/shop/Files")
                .put("Folder", files.toString());
        return endpoints;
    }
}
