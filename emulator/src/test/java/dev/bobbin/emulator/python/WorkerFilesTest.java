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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a lakehouse over a local folder. */
@Timeout(60)
class WorkerFilesTest {

    private static final String FUNCTIONS = """
            import datetime, io, os
            from azure.core import MatchConditions
            from azure.core.exceptions import AzureError
            from azure.storage.filedatalake import ContentSettings, DataLakeServiceClient

            def pipe(data):
                reading, writing = os.pipe()
                os.write(writing, data)
                os.close(writing)
                return os.fdopen(reading, "rb")

            @udf.connection("Lake", "lake")
            @udf.function()
            def do(lake: fn.FabricLakehouseClient, code: str):
                files = lake.connectToFiles()
                names = dict(globals(), files=files, file=files.get_file_client, sub=files.get_sub_directory_client)
                try:
                    return eval(code, names)
                except AzureError as error:
                    return [type(error).__name__, getattr(error, "status_code", None), getattr(error, "error_code", None)]

            @udf.connection("Lake", "lake")
            @udf.function()
            def keeps(lake: fn.FabricLakehouseClient, name: str) -> bool:
                client = lake.connectToFiles().get_file_client(name)
                client.upload_data("x")
                paths = [path.name for path in lake.connectToFiles().get_paths()]
                return client.download_file().readall() == b"x" and paths == ["shop/Files/" + name]

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
    private String badDay = "null";

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

    /** The way in which functions tell folders from files. */
    @Test
    void aFileClientDescribesAFolder() throws IOException {
        run("file('out/a').upload_data(b'xy', overwrite=True)");

        assertThat(run("[(p.metadata, p.size) for p in (file(n).get_file_properties() for n in ('out', 'out/a'))]"))
                .isEqualTo("[[{\"hdi_isfolder\": \"true\"}, 0], [{}, 2]]");
    }

    @Test
    void aNewNameWithoutFileSystemIsExplained() throws IOException {
        run("file('a').upload_data(b'xy', overwrite=True)");

        assertThat(run("file('a').rename_file('b')")).isEqualTo("[\"HttpResponseError\", 400, \"InvalidUri\"]");
        for (String elsewhere : List.of("archive/b", "Files/b")) {
            assertThat(run("file('a').rename_file('" + elsewhere + "')"))
                    .isEqualTo("[\"ResourceNotFoundError\", 404, \"FilesystemNotFound\"]");
        }
        assertThat(run("file('a').download_file(offset=-1, length=4)"))
                .isEqualTo("[\"HttpResponseError\", 416, \"InvalidRange\"]");
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
    void aRenameTakesThePlaceOfAFileOrAnEmptyFolderOnly() throws IOException {
        Files.createDirectories(files.resolve("a/inner"));
        Files.createDirectories(files.resolve("full/inner"));
        Files.createDirectories(files.resolve("empty"));
        Files.writeString(files.resolve("x.txt"), "x");
        Files.writeString(files.resolve("y.txt"), "y");
        String conflict = "[\"ResourceExistsError\", 409, \"PathConflict\"]";

        assertThat(run("sub('a').rename_directory(files.file_system_name + '/' + files.path_name + '/full')"))
                .isEqualTo(conflict);
        assertThat(run("sub('a').rename_directory(files.file_system_name + '/' + files.path_name + '/x.txt')"))
                .isEqualTo(conflict);
        assertThat(run("file('x.txt').rename_file(files.file_system_name + '/' + files.path_name + '/empty')"))
                .isEqualTo(conflict);
        run("sub('a').rename_directory(files.file_system_name + '/' + files.path_name + '/empty')");
        run("file('x.txt').rename_file(files.file_system_name + '/' + files.path_name + '/y.txt')");

        assertThat(files.resolve("empty/inner")).isDirectory();
        assertThat(files.resolve("a")).doesNotExist();
        assertThat(files.resolve("y.txt")).hasContent("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'/'.join(['k' * 100] * 45)", "'a' * 300", "'\\ud800'", "'a\\0b'"})
    void refusesNamesThatNoFileCanHave(String name) throws IOException {
        String refusal = "[\"HttpResponseError\", 400, \"InvalidUri\"]";

        assertThat(run("file(" + name + ").upload_data(b'1', overwrite=True)")).isEqualTo(refusal);
        assertThat(run("file(" + name + ").exists()")).isEqualTo(refusal);
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
    void bytesThatAreNeverFlushedLieOutsideFilesAndGoWithTheirFolder() throws IOException {
        Path pending = workspace.resolve("shop.lakehouse/.pending");
        run("file('in/log.txt').create_file()");
        run("file('in/log.txt').append_data(b'never', 0)");

        try (Stream<Path> left = Files.list(files.resolve("in"))) {
            assertThat(left).containsExactly(files.resolve("in/log.txt"));
        }
        assertThat(pending).isNotEmptyDirectory();
        run("sub('in').delete_directory()");
        assertThat(pending).doesNotExist();
    }

    @Test
    void aFileOfWhichThereIsASecondNameDoesNotGrowInPlace() throws IOException {
        run("file('log.txt').upload_data(b'one', overwrite=True)");
        Path kept = Files.createLink(workspace.resolve("kept.txt"), files.resolve("log.txt"));

        run("file('log.txt').append_data(b'two', 3, flush=True)");
        run("file('log.txt').append_data(b'three', 6, flush=True)");

        assertThat(kept).hasContent("one");
        assertThat(files.resolve("log.txt")).hasContent("onetwothree");
    }

    @Test
    void anUploadTellsHowMuchOfHowMuchIsDone() throws IOException {
        for (String data : List.of("b'abc'", "'abc'", "io.BytesIO(b'abc')")) {
            assertThat(run("(lambda seen: file('a').upload_data(" + data
                            + ", overwrite=True, progress_hook=lambda *told: seen.append(told)) and seen)([])"))
                    .as(data)
                    .isEqualTo("[[3, 3]]");
        }
    }

    @Test
    void anUploadTakesNoMoreOfAStreamThanItIsTold() throws IOException {
        Path local = Files.writeString(workspace.resolve("local.txt"), "AABBCC");
        for (String stream : List.of("io.BytesIO(b'AABBCC')", "open('" + local + "', 'rb')", "pipe(b'AABBCC')")) {
            assertThat(run("(lambda s: [file(n).upload_data(s, length=2, overwrite=True) and"
                            + " file(n).download_file().readall().decode() for n in ('1', '2', '3')])(" + stream + ")"))
                    .as(stream)
                    .isEqualTo("[\"AA\", \"BB\", \"CC\"]");
        }
        assertThat(call("file('1').upload_data(io.StringIO('text'), overwrite=True)")
                        .last()
                        .toString())
                .contains("Blob data should be of type bytes.");
        assertThat(files.resolve("1")).hasContent("AA");
    }

    /** As the disks of Windows and macOS do; on others it is left out. */
    @Test
    void aDiskThatCannotTellCaseHoldsOneOfTwoNames() throws IOException {
        run("[file(n).upload_data(n, overwrite=True) and n for n in ('Report.txt', 'other.txt', 'In/a.txt')]");
        Assumptions.assumeTrue(
                Files.exists(files.resolve("rEPORT.TXT")), "this disk tells capitals from small letters");

        assertThat(run("[file('report.txt').exists(), file('Report.txt').exists()]"))
                .isEqualTo("[false, true]");
        for (String call : List.of(
                "file('report.txt').upload_data('x', overwrite=True)",
                "file('other.txt').rename_file('bobbin/REPORT.txt')",
                "file('iN/b.txt').upload_data('x')",
                "sub('REPORT.txt').create_directory()")) {
            assertThat(run(call)).as(call).isEqualTo("[\"ResourceExistsError\", 409, \"PathConflict\"]");
        }
        assertThat(files.resolve("Report.txt")).hasContent("Report.txt");
        run("file('Report.txt').rename_file('bobbin/report.txt')");
        assertThat(run("sorted(p.name for p in files.get_paths())"))
                .isEqualTo("[\"shop/Files/In\", \"shop/Files/In/a.txt\", \"shop/Files/other.txt\","
                        + " \"shop/Files/report.txt\"]");
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
    void readsInPiecesOfAnySize() throws IOException {
        Files.writeString(files.resolve("t"), "aé😀z");

        assertThat(run("(lambda d: [d.read(1).decode(), d.readall().decode(), d.read().decode(),"
                        + " b''.join(d.chunks()).decode()])(file('t').download_file())"))
                .isEqualTo(json("[\"a\", \"é😀z\", \"\", \"aé😀z\"]"));
        assertThat(run("(lambda d: [d.read(chars=2), d.read(chars=1), d.readall()])"
                        + "(file('t').download_file(encoding='utf-8'))"))
                .isEqualTo(json("[\"aé\", \"😀\", \"z\"]"));
        assertThat(run("(lambda s: [file('t').download_file(1, 2).readinto(s), s.getvalue().decode()])(io.BytesIO())"))
                .isEqualTo(json("[2, \"é\"]"));
    }

    @Test
    void doesNotMixTwoVersionsOfAFile() throws IOException {
        Files.write(files.resolve("big"), new byte[9 * 1024 * 1024]);

        assertThat(run("(lambda d: [len(d.read(10)), file('big').upload_data(b'new', overwrite=True) and None,"
                        + " d.readall()])(file('big').download_file())"))
                .isEqualTo("[\"ResourceModifiedError\", 412, \"ConditionNotMet\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "upload_data('x', overwrite=True, etag='\"0\"', match_condition=MatchConditions.IfNotModified) | 412",
                "upload_data('x', overwrite=True, match_condition=MatchConditions.IfMissing) | 409",
                "create_file(match_condition=MatchConditions.IfMissing) | 409",
                "delete_file(if_unmodified_since=datetime.datetime(2000, 1, 1)) | 412",
                "download_file(etag=file('a').get_file_properties().etag, match_condition=MatchConditions.IfModified) | 304",
                "get_file_properties(if_modified_since=datetime.datetime(2100, 1, 1)) | 304",
                "rename_file('bobbin/b', source_etag='\"0\"', source_match_condition=MatchConditions.IfNotModified) | 412",
                "upload_data('x', overwrite=True, lease='id') | 400",
                "acquire_lease() | 400",
                "append_data(b'', 0, lease_action='acquire') | 400",
                "set_access_control(owner='me') | 400",
            })
    void conditionsAreKept(String call, int status) throws IOException {
        Files.writeString(files.resolve("a"), "as it was");

        assertThat(run("file('a')." + call)).contains(", " + status + ", ");
        assertThat(files.resolve("a")).hasContent("as it was");
    }

    @Test
    void everyChangeMakesANewTag() throws IOException {
        assertThat(run("len({file('a').upload_data('x', overwrite=True)['etag'] for _ in range(20)})"))
                .isEqualTo("20");
        assertThat(run("(lambda e: file('a').upload_data('y', etag=e, match_condition=MatchConditions.IfNotModified)"
                        + " and file('a').download_file().readall().decode())(file('a').get_file_properties().etag)"))
                .isEqualTo("\"y\"");
    }

    @Test
    void metadataAndSettingsStayWithTheirPath() throws IOException {
        run("file('in/a').upload_data('x', overwrite=True, metadata={'k': 'v'},"
                + " content_settings=ContentSettings(content_type='text/csv'))");
        run("sub('in').rename_directory('bobbin/out')");

        assertThat(
                        run(
                                "(lambda p: [p.metadata, p.content_settings.content_type])(file('out/a').get_file_properties())"))
                .isEqualTo("[{\"k\": \"v\"}, \"text/csv\"]");
        run("file('out/a').set_metadata({'n': '1'})");
        assertThat(run("file('out/a').get_file_properties().metadata")).isEqualTo("{\"n\": \"1\"}");
        run("file('out/a').upload_data('y', overwrite=True)");
        assertThat(run("file('out/a').get_file_properties().metadata")).isEqualTo("{}");
        assertThat(files).isDirectoryNotContaining("glob:**.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b?.csv", "CON", "x.", "tail ", "%41", "100%", "%2F", "\u00fc", "n\nl", "..%2f..%2fx"})
    void everyNameOfTheServiceCanBeKept(String name) throws IOException {
        ObjectNode body = WorkerChild.message("x").put("name", name);

        assertThat(child.call("keeps", body.toString(), bindings()).output()).isEqualTo("true");
        try (Stream<Path> kept = Files.list(files)) {
            assertThat(kept.map(p -> p.getFileName().toString()))
                    .singleElement()
                    .asString()
                    .doesNotContainPattern("[<>:\"|?*\\n]|[. ]$|^CON$");
        }
    }

    @Test
    void readsFilesThatOthersNamed() throws IOException {
        Files.writeString(files.resolve("a%3Ab%41"), "x");

        assertThat(run("[file(p).download_file().readall().decode() for p in files.get_paths()]"))
                .isEqualTo("[\"x\"]");
    }

    @Test
    void goesOnWithAListingFromItsToken() throws IOException {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            Files.writeString(files.resolve(name), "");
        }

        assertThat(run("(lambda p: [[x.name[-1] for x in next(p)], [[x.name[-1] for x in page] for page in"
                        + " files.get_paths(max_results=2).by_page(p.continuation_token)]])"
                        + "(files.get_paths(max_results=2).by_page())"))
                .isEqualTo("[[\"a\", \"b\"], [[\"c\", \"d\"], [\"e\"]]]");
    }

    @Test
    void theFilesFolderItselfStays() throws IOException {
        assertThat(run("files.delete_directory()")).contains("409");
        assertThat(files).isDirectory();
    }

    @Test
    void reachesAConnectedLakehouseByItsAddress() throws IOException {
        Files.writeString(files.resolve("a.txt"), "x");
        String account = "DataLakeServiceClient('https://onelake.dfs.fabric.microsoft.com', credential=None)";

        assertThat(run(account + ".get_file_system_client('ws').get_file_client('shop.Lakehouse/Files/a.txt')"
                        + ".download_file().readall().decode()"))
                .isEqualTo("\"x\"");
        assertThat(run("(lambda f: f.rename_file(f.file_system_name + '/shop.Lakehouse/Files/b.txt').path_name)("
                        + account + ".get_file_client('ws', 'shop.Lakehouse/Files/a.txt'))"))
                .isEqualTo("\"shop.Lakehouse/Files/b.txt\"");
        assertThat(run("[p.name for p in " + account
                        + ".get_file_system_client('ws').get_paths('shop.Lakehouse/Files')]"))
                .isEqualTo("[\"shop.Lakehouse/Files/b.txt\"]");
        assertThat(run(account + ".get_file_client('ws', 'other/Files/a.txt')"))
                .isEqualTo("[\"ResourceNotFoundError\", 404, \"PathNotFound\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"failure\": \"denied\" | file('a').exists() | HttpResponseError 403",
                "\"failure\": \"throttled\" | file('a').upload_data('x') | HttpResponseError 429",
                "\"failure\": \"not-found\" | file('a').get_file_properties() | ResourceNotFoundError 404",
                "\"failure\": \"read-only\" | file('b').upload_data('x') | HttpResponseError 403",
                "\"failure\": \"read-only\" | file('a').exists() | true",
                "\"failure\": \"dropped\", \"afterCalls\": 1 | file('a').exists() | true",
                "\"failure\": \"dropped\" | file('a').exists() | ServiceResponseError None",
                "\"latencyMillis\": 1 | file('a').exists() | true",
            })
    void aBadDayRaisesWhatTheRealClientRaises(String switches, String code, String outcome) throws IOException {
        Files.writeString(files.resolve("a"), "x");
        badDay = "{" + switches + "}";

        assertThat(run(code).replaceAll("[\\[\\]\",]", "").replace("null", "None"))
                .startsWith(outcome);
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

    private String bindings() throws IOException {
        return List.of(WorkerChild.message("x")
                        .put("argName", "lake")
                        .put("kind", "connection")
                        .put("alias", "Lake")
                        .set("endpoints", endpoints()))
                .toString();
    }

    /** JSON text as the worker writes it. */
    private static String json(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            escaped.append(c < 0x80 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return escaped.toString();
    }

    private ObjectNode endpoints() throws IOException {
        ObjectNode endpoints = WorkerChild.message("x");
        endpoints.putObject("sqlendpoint");
        endpoints
                .putObject("fileendpoint")
                .put("ConnectionString", "https://onelake.local/bobbin/shop/Files")
                .put("Name", "shop")
                .put("Folder", files.toString())
                .set("BadDay", WorkerChild.json(badDay));
        return endpoints;
    }
}
