package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.python.WorkerChild.Exchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A worker whose functions are connected to a lakehouse, a local folder. */
abstract class LakeWorker {

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

    Path files;
    WorkerChild child;

    /** What goes wrong with the connection, as JSON. */
    String badDay = "null";

    @BeforeEach
    void start() throws IOException {
        files = Files.createDirectories(workspace.resolve("shop.lakehouse/Files"));
        child = WorkerChild.with(workspace, FUNCTIONS);
    }

    @AfterEach
    void stop() throws IOException {
        child.close();
    }

    /** The output of an expression over {@code files}, {@code file(…)} and {@code sub(…)}, which must succeed; a refusal is its class, status and code. */
    final String run(String code) throws IOException {
        Exchange exchange = call(code);
        assertThat(exchange.status()).as(exchange.last().toString()).isEqualTo("Succeeded");
        return exchange.output();
    }

    final Exchange call(String code) throws IOException {
        return child.call("do", WorkerChild.message("x").put("code", code).toString(), bindings());
    }

    final String bindings() throws IOException {
        return List.of(WorkerChild.message("x")
                        .put("argName", "lake")
                        .put("kind", "connection")
                        .put("alias", "Lake")
                        .set("endpoints", endpoints()))
                .toString();
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
