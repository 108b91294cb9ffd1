package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and addresses of files of a lakehouse: which there can be, and that none leads out of its folder. */
@Timeout(60)
class WorkerFileNamesTest extends LakeWorker {

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

    @ParameterizedTest
    @ValueSource(strings = {"'/'.join(['k' * 100] * 45)", "'a' * 300", "'\\ud800'", "'a\\0b'"})
    void refusesNamesThatNoFileCanHave(String name) throws IOException {
        String refusal = "[\"HttpResponseError\", 400, \"InvalidUri\"]";

        assertThat(run("file(" + name + ").upload_data(b'1', overwrite=True)")).isEqualTo(refusal);
        assertThat(run("file(" + name + ").exists()")).isEqualTo(refusal);
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
}
