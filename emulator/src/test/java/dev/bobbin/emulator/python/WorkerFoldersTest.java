package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders of a lakehouse: listing, renaming, deleting, and telling them from files. */
@Timeout(60)
class WorkerFoldersTest extends LakeWorker {

    /** The way in which functions tell folders from files. */
    @Test
    void aFileClientDescribesAFolder() throws IOException {
        run("file('out/a').upload_data(b'xy', overwrite=True)");

        assertThat(run("[(p.metadata, p.size) for p in (file(n).get_file_properties() for n in ('out', 'out/a'))]"))
                .isEqualTo("[[{\"hdi_isfolder\": \"true\"}, 0], [{}, 2]]");
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
    void theFilesFolderItselfStays() throws IOException {
        assertThat(run("files.delete_directory()")).contains("409");
        assertThat(files).isDirectory();
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
    void goesOnWithAListingFromItsToken() throws IOException {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            Files.writeString(files.resolve(name), "");
        }

        assertThat(run("(lambda p: [[x.name[-1] for x in next(p)], [[x.name[-1] for x in page] for page in"
                        + " files.get_paths(max_results=2).by_page(p.continuation_token)]])"
                        + "(files.get_paths(max_results=2).by_page())"))
                .isEqualTo("[[\"a\", \"b\"], [[\"c\", \"d\"], [\"e\"]]]");
    }
}
