package dev.bobbin.emulator.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.QuickEngine;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bobbin serve} with a token, as the program that users start: who gets in, and what its log says of the others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class ServeProgramTest {

    private static final String TOKEN = "s3cret-of-the-endpoint";

    @TempDir
    static Path workspace;

    private final ServedTestItem client = new ServedTestItem();
    private Path item;
    private ServeProgram program;

    @BeforeAll
    void serve() throws IOException {
        item = ServedTestItem.write(workspace);
        program = ServeProgram.start(List.of(), Map.of("BOBBIN_TOKEN", TOKEN), item, "--engines", "1");
    }

    @AfterAll
    void end() {
        program.close();
    }

    private HttpResponse<String> quiet(String... headers) throws Exception {
        return client.post(program.address(), "/api/quiet", "{}", headers);
    }

    /** The first line of the log that holds a text. */
    private String logged(String text) throws IOException {
        String line = program.nextLine();
        while (!line.contains(text)) {
            line = program.nextLine();
        }
        return line;
    }

    @Test
    void onlyCallersWithTheTokenGetIn() throws Exception {
        assertThat(quiet().statusCode()).isEqualTo(401);
        assertThat(quiet("Authorization", "Bearer another").statusCode()).isEqualTo(401);
        assertThat(quiet("Authorization", "Basic " + TOKEN).statusCode()).isEqualTo(401);
        assertThat(quiet("Authorization", "bearer " + TOKEN).body()).contains("\"output\":\"quiet\"");
        assertThat(client.get(program.address(), "/openapi.json").statusCode()).isEqualTo(401);
    }

    @Test
    void functionsDoNotSeeTheToken() throws Exception {
        HttpResponse<String> answer =
                client.post(program.address(), "/api/seesToken", "{}", "Authorization", "Bearer " + TOKEN);

        assertThat(answer.body()).contains("\"output\":false");
    }

    @Test
    void theTokenMayComeFromAFile() throws Exception {
        Path file = Files.writeString(workspace.resolve("token.txt"), TOKEN + "\n");
        try (ServeProgram other = ServeProgram.start(
                List.of(), Map.of(), item, QuickEngine.with("--token", "@" + file, "--no-history"))) {
            URI quiet = other.address().resolve("/api/quiet");
            HttpRequest.Builder request = HttpRequest.newBuilder(quiet).POST(HttpRequest.BodyPublishers.ofString("{}"));
            assertThat(client.send(request.copy().build()).statusCode()).isEqualTo(401);
            assertThat(client.send(request.header("Authorization", "Bearer " + TOKEN)
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aFolderThatIsAwayIsServedOnAndToldOnceInOneLine() throws Exception {
        Path away = Files.createDirectories(workspace.resolve("away"));
        Path folder = ServedTestItem.write(away);
        try (ServeProgram other = ServeProgram.start(List.of(), Map.of(), folder, QuickEngine.with("--engines", "1"))) {
            assertThat(client.post(other.address(), "/api/quiet", "{}").statusCode())
                    .isEqualTo(200);
            Files.move(away, workspace.resolve("renamed"));
            for (int i = 0; i < 3; i++) {
                assertThat(client.post(other.address(), "/api/quiet", "{}").statusCode())
                        .isEqualTo(200);
            }
            assertThat(other.end())
                    .containsOnlyOnce("cannot be read at the moment")
                    .doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", "8.8.8.8", "localhost.evil"})
    void namesThatAnybodyCanPointHereAreRefused(String host) throws Exception {
        assertThat(raw("POST", "/api/quiet", "Host: " + host, "Authorization: Bearer " + TOKEN))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1", "127.0.0.9", "[::1]"})
    void namesOfThisComputerAreAnswered(String host) throws Exception {
        assertThat(raw("POST", "/api/quiet", "Host: " + host, "Authorization: Bearer " + TOKEN))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void callersWriteNoLinesOfTheirOwnIntoTheLog() throws Exception {
        String made = "09:00:00.000 quiet: Succeeded, HTTP 200, 1 ms";
        String path = "/api/path%0a" + made.replace(" ", "%20") + "%1b%5b31mRED%0d";
        raw("POST", path, "Host: localhost", "Authorization: Bearer " + TOKEN);
        assertThat(logged("path"))
                .contains("HTTP 404", "path\\x0a" + made + "\\x1b[31mRED\\x0d")
                .doesNotContain("\u001b");

        raw("PO\u001b[31mST", "/api/quiet", "Host: localhost", "Authorization: Bearer " + TOKEN);
        assertThat(logged("ST /api/quiet")).contains("PO\\x1b[31mST").doesNotContain("\u001b");

        raw("POST", "/api/quiet", "Host: localhost", "Origin: a\u001b[31morigin", "Authorization: Bearer " + TOKEN);
        assertThat(logged("origin")).contains("HTTP 403").doesNotContain("\u001b");
    }

    @Test
    void whatAFunctionLogsBeginsNoLineOfItsOwn() throws Exception {
        String name = "x\\n09:00:00.000 quiet: Succeeded\u202e";
        client.post(
                program.address(), "/api/hello", "{\"name\": \"" + name + "\"}", "Authorization", "Bearer " + TOKEN);

        assertThat(logged("hello to x")).isEqualTo("    [INFO] hello to x");
        assertThat(program.nextLine()).isEqualTo("        09:00:00.000 quiet: Succeeded\\x202e");
    }

    /** The whole answer to a request written by hand. */
    private String raw(String method, String path, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", program.address().getPort())) {
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                                    + "\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
