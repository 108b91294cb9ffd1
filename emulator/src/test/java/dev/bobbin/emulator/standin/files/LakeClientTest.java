package dev.bobbin.emulator.standin.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.standin.RealRuns;
import dev.bobbin.emulator.standin.badday.BadDay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A function's view of the files of a lakehouse, the same on both engines. */
@Timeout(300)
class LakeClientTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SOURCE = """
            import io
            from azure.core.exceptions import AzureError
            from azure.identity import DefaultAzureCredential
            from azure.storage.filedatalake import DataLakeServiceClient

            def attempt(work):
                try:
                    return work()
                except AzureError as error:
                    return [type(error).__name__, getattr(error, "status_code", None), getattr(error, "error_code", None)]

            @udf.connection(argName="lake", alias="Lake")
            @udf.function()
            def moves(lake: fn.FabricLakehouseClient) -> dict:
                files = lake.connectToFiles()
                for name in ("from/deep/a.txt", "full/b.txt", "c.txt"):
                    files.get_file_client(name).upload_data(name, overwrite=True)
                files.create_sub_directory("empty")
                root = files.file_system_name + "/" + files.path_name + "/"
                folder = files.get_sub_directory_client("from")
                return {
                    "full": attempt(lambda: folder.rename_directory(root + "full")),
                    "file": attempt(lambda: folder.rename_directory(root + "c.txt")),
                    "onto folder": attempt(lambda: files.get_file_client("c.txt").rename_file(root + "empty")),
                    "into itself": attempt(lambda: folder.rename_directory(root + "from/deep/x")),
                    "elsewhere": attempt(lambda: folder.rename_directory("full/x")),
                    "empty": folder.rename_directory(root + "empty").path_name,
                    "left": [path.name for path in files.get_paths()],
                }

            @udf.connection(argName="lake", alias="Lake")
            @udf.function()
            def pieces(lake: fn.FabricLakehouseClient) -> dict:
                files = lake.connectToFiles()
                stream = io.BytesIO(b"AABBCC")
                for name in ("1", "2", "3"):
                    files.get_file_client("part/" + name).upload_data(stream, length=2, overwrite=True)
                log = files.get_file_client("log.txt")
                log.create_file()
                for number in range(5):
                    log.append_data(str(number), number, flush=True)
                whole = log.download_file()
                service = DataLakeServiceClient("https://onelake.dfs.fabric.microsoft.com", DefaultAzureCredential())
                space = service.get_file_system_client("Work Space")
                return {
                    "parts": [files.get_file_client(path).download_file().readall().decode()
                              for path in files.get_sub_directory_client("part").get_paths()],
                    "log": [whole.read(2).decode(), whole.readall().decode(), log.get_file_properties().size],
                    "pages": [len(list(page)) for page in files.get_paths(max_results=2).by_page()],
                    "named": [path.name for path in space.get_paths("Lake.Lakehouse/Files/part")],
                    "folder": files.get_file_client("part").get_file_properties().metadata,
                }

            @udf.connection(argName="lake", alias="Lake")
            @udf.function()
            def exists(lake: fn.FabricLakehouseClient) -> list:
                return [attempt(lake.connectToFiles().get_file_client("log.txt").exists)]
            """;

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "cpython"})
    void isThatOfThePackage(String engine, @TempDir Path folder) throws IOException {
        try (RealRuns runs = new RealRuns(engine, folder, SOURCE)) {
            assertThat(output(runs, "moves", Circumstances.USUAL)).isEqualTo(JSON.readTree("""
                    {"full": ["ResourceExistsError", 409, "PathConflict"],
                     "file": ["ResourceExistsError", 409, "PathConflict"],
                     "onto folder": ["ResourceExistsError", 409, "PathConflict"],
                     "into itself": ["HttpResponseError", 400, "InvalidUri"],
                     "elsewhere": ["ResourceNotFoundError", 404, "FilesystemNotFound"],
                     "empty": "Lake/Files/empty",
                     "left": ["Lake/Files/c.txt", "Lake/Files/empty", "Lake/Files/empty/deep",
                              "Lake/Files/empty/deep/a.txt", "Lake/Files/full", "Lake/Files/full/b.txt"]}"""));
            assertThat(output(runs, "pieces", Circumstances.USUAL)).isEqualTo(JSON.readTree("""
                    {"parts": ["AA", "BB", "CC"], "log": ["01", "234", 5], "pages": [2, 2, 2, 2, 2, 1],
                     "named": ["Lake.Lakehouse/Files/part/1", "Lake.Lakehouse/Files/part/2", "Lake.Lakehouse/Files/part/3"],
                     "folder": {"hdi_isfolder": "true"}}"""));
            assertThat(output(runs, "exists", badDay("not-found"))).hasToString("[false]");
            assertThat(output(runs, "exists", badDay("denied")))
                    .hasToString("[[\"HttpResponseError\",403,\"AuthorizationPermissionMismatch\"]]");
            assertThat(output(runs, "exists", badDay("read-only"))).hasToString("[true]");
        }
    }

    private static Circumstances badDay(String what) {
        return new Circumstances(Map.of("Lake", BadDay.of(what)), Map.of());
    }

    private static JsonNode output(RealRuns runs, String function, Circumstances circumstances) throws IOException {
        return JSON.readTree(runs.output(function, "{}", circumstances));
    }
}
