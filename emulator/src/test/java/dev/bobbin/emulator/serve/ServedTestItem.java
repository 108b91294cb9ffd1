package dev.bobbin.emulator.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The item under test, and a real client of the endpoint that serves it. */
final class ServedTestItem implements EndpointListener {

    static final String SOURCE = """
            import logging
            import os
            import sys
            import time
            import fabric.functions as fn

            sys.modules["pandas"] = None  # as on a computer that does not have it

            udf = fn.UserDataFunctions()

            @udf.function()
            def hello(name: str) -> str:
                logging.info("hello to %s", name)
                return f"Hello, {name}!"

            @udf.function()
            def quiet() -> str:
                return "quiet"

            @udf.function()
            def seesToken() -> bool:
                return "BOBBIN_TOKEN" in os.environ

            @udf.function()
            def refuse(reason: str) -> str:
                raise fn.UserThrownError(reason)

            @udf.function()
            def fail() -> str:
                return 1 / 0

            @udf.function()
            def endless() -> str:
                while True:
                    pass

            @udf.function()
            def slow(name: str) -> str:
                logging.info("begin %s", name)
                time.sleep(0.2)
                logging.info("end %s", name)
                return name

            @udf.context(argName="ctx")
            @udf.function()
            def whoami(ctx: fn.UserDataFunctionContext) -> dict:
                return {"id": ctx.invocation_id, "user": ctx.executing_user}

            @udf.streaming_function()
            def letters(count: int, gate: str) -> fn.StreamResponse:
                def pieces():
                    for i in range(count):
                        yield f"piece {i};"
                        while not os.path.exists(gate):
                            time.sleep(0.01)
                return fn.StreamResponse(pieces(), media_type="text/event-stream", status_code=201,
                                         headers={"X-Own": "yes", "Content-Length": "1"})

            @udf.streaming_function()
            def pages(megabytes: int) -> fn.StreamResponse:
                return fn.StreamResponse(("x" * 1024 * 1024 for _ in range(megabytes)))

            @udf.streaming_function()
            def one_piece(megabytes: int) -> fn.StreamResponse:
                return fn.StreamResponse(iter(["x" * 1024 * 1024 * megabytes]))

            @udf.streaming_function()
            def teapot(status: int) -> fn.StreamResponse:
                return fn.StreamResponse("short and stout", status_code=status)

            @udf.streaming_function()
            def numbers() -> fn.StreamResponse:
                return fn.StreamResponse(iter([1, 2]))

            class DataFrame:
                "Named as the one of pandas."

            @udf.function()
            def rows(table: DataFrame) -> int:
                return len(table)

            @udf.function()
            def helped() -> str:
                import helper
                return helper.VERSION

            @udf.streaming_function()
            def broken_stream() -> fn.StreamResponse:
                def pieces():
                    yield "beginning"
                    raise ValueError("broke off")
                return fn.StreamResponse(pieces())

            @udf.streaming_function()
            def broken_early() -> fn.StreamResponse:
                def pieces():
                    raise ValueError("before the first piece")
                    yield "never"
                return fn.StreamResponse(pieces(), status_code=201)

            @udf.streaming_function()
            def no_pieces() -> fn.StreamResponse:
                return fn.StreamResponse(iter(()), media_type="text/csv", status_code=201)

            @udf.connection(argName="db", alias="Db")
            @udf.function()
            def one(db: fn.FabricSqlConnection) -> int:
                return db.connect().execute("SELECT 1").fetchval()

            @udf.function()
            def hidden() -> str:
                return "hidden"

            @udf.function()
            def long_text(length: int) -> str:
                return "x" * length
            """;

    static final String DEFINITION = """
            {"runtime": "PYTHON", "functions": [{"name": "hidden", "isPublicEndpointEnabled": false}]}
            """;

    static final ObjectMapper JSON = new ObjectMapper();

    final List<ServedCode> reloads = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    final List<ServedCall> calls = new CopyOnWriteArrayList<>();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    final List<Refusal> refusals = new CopyOnWriteArrayList<>();

    /** Writes the item and gives back its folder. */
    static Path write(Path workspace) throws IOException {
        Path folder = Files.createDirectories(workspace.resolve("Served.UserDataFunction"));
        Files.writeString(folder.resolve("function_app.py"), SOURCE);
        Files.writeString(folder.resolve("definition.json"), DEFINITION);
        return folder;
    }

    HttpResponse<String> post(URI address, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> get(URI address, String path) throws Exception {
        return send(HttpRequest.newBuilder(address.resolve(path)).GET().build());
    }

    /** Sends a form of two parts, the second with a table. */
    <T> HttpResponse<T> postTable(
            URI address, String path, String parameters, byte[] table, HttpResponse.BodyHandler<T> answer)
            throws Exception {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--b0\r\nContent-Disposition: form-data; name=\"parameters\"\r\n\r\n" + parameters
                        + "\r\n--b0\r\nContent-Disposition: form-data; name=\"table\"; filename=\"table\"\r\n"
                        + "Content-Type: application/vnd.apache.arrow.stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(table);
        form.writeBytes("\r\n--b0--\r\n".getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Content-Type", "multipart/form-data; boundary=b0")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()))
                        .build(),
                answer);
    }

    HttpResponse<String> send(HttpRequest request) throws Exception {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.headers().firstValue("x-fabric-udf-status").isPresent()) {
            answered.add(response.headers().firstValue("x-ms-invocation-id").orElseThrow());
        }
        return response;
    }

    /** What the endpoint has told: at least of every call that was answered, which it tells of afterwards. */
    synchronized List<ServedCall> told() throws InterruptedException {
        while (!calls.stream()
                .map(call -> call.request().invocationId())
                .toList()
                .containsAll(answered)) {
            wait();
        }
        return calls;
    }

    /** Forgets what was told so far, once all of it is. */
    synchronized void forget() throws InterruptedException {
        told().clear();
        answered.clear();
        refusals.clear();
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    @Override
    public synchronized void called(ServedCall call) {
        calls.add(call);
        notifyAll();
    }

    @Override
    public void reloaded(ServedCode code) {
        reloads.add(code);
    }

    @Override
    public void refused(Refusal refusal) {
        refusals.add(refusal);
    }
}
