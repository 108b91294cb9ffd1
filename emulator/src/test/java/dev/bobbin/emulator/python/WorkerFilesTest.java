package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files of a lakehouse hold: writing, adding and reading, with the conditions of the service. */
@Timeout(60)
class WorkerFilesTest extends LakeWorker {

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
    void worksWithAwait() throws IOException {
        assertThat(child.call("listAsync", "{}", bindings()).output())
                .isEqualTo("[[\"shop/Files/x\", \"shop/Files/x/a.txt\"], \"abc\"]");
    }

    /** JSON text as the worker writes it. */
    private static String json(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            escaped.append(c < 0x80 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return escaped.toString();
    }
}
