package dev.bobbin.emulator.serve;

import static dev.bobbin.emulator.serve.ServedTestItem.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.QuickEngine;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.badday.BadDay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an endpoint makes of odd requests and settings, over a real engine and real sockets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointRulesTest {

    @TempDir
    static Path workspace;

    private final ServedTestItem client = new ServedTestItem();
    private FunctionEngine engine;
    private Path folder;
    private LocalEndpoint endpoint;

    @BeforeAll
    void serve() throws IOException {
        folder = ServedTestItem.write(workspace);
        engine = QuickEngine.start();
        endpoint = start(EndpointSettings.onLoopback(0));
    }

    @AfterAll
    void end() {
        endpoint.close();
        engine.close();
    }

    private LocalEndpoint start(EndpointSettings settings) throws IOException {
        return LocalEndpoint.start(
                folder, Workspace.at(workspace.resolve("data")), Emulator.invoker(engine), settings, client);
    }

    private static EndpointSettings settings(
            InetAddress address, String token, Set<String> origins, Circumstances circumstances) {
        return new EndpointSettings(
                address, 0, ServiceProfiles.standard(), null, token, origins, ExecutingUser.LOCAL, circumstances);
    }

    @Test
    void aStreamThatFailsBeforeItsFirstPieceIsAnsweredWithTheEnvelope() throws Exception {
        HttpResponse<String> early = client.post(endpoint.address(), "/api/broken_early", "{}");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(json(early).at("/errors/0/properties/error_type").asText()).isEqualTo("ValueError");

        HttpResponse<String> empty = client.post(endpoint.address(), "/api/no_pieces", "{}");
        assertThat(empty.statusCode()).isEqualTo(201);
        assertThat(empty.headers().firstValue("Content-Type")).contains("text/csv");
        assertThat(empty.body()).isEmpty();
    }

    @Test
    void everyCallHasTheCircumstancesOfTheEndpoint() throws Exception {
        Circumstances denied = new Circumstances(Map.of("Db", BadDay.of("denied")), Map.of());
        try (LocalEndpoint bad = start(settings(InetAddress.getLoopbackAddress(), null, Set.of(), denied))) {
            assertThat(client.post(bad.address(), "/api/one", "{}").statusCode())
                    .isEqualTo(409);
        }
        assertThat(json(client.post(endpoint.address(), "/api/one", "{}"))
                        .path("output")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void everyLoopbackAddressAnswersUnderItsOwnName() throws Exception {
        for (String address : new String[] {"127.0.0.2", "::1"}) {
            try (LocalEndpoint other =
                    start(settings(InetAddress.getByName(address), null, Set.of(), Circumstances.USUAL))) {
                assertThat(other.address().toString()).contains(address);
                assertThat(client.post(other.address(), "/api/quiet", "{}").statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,200",
        "127.0.0.1:80,200",
        "[::1],200",
        "[0:0:0:0:0:0:0:1]:9,200",
        "evil.example,403",
        "10.0.0.1,403",
        "127.0.0.1.evil.example,403"
    })
    void onlyNamesOfThisComputerAreAnswered(String host, int status) throws Exception {
        assertThat(raw("POST /api/quiet HTTP/1.1\r\nHost: " + host
                        + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"))
                .startsWith("HTTP/1.1 " + status);
    }

    @Test
    void aPackedBodyIsRefusedByName() throws Exception {
        HttpResponse<String> packed = client.post(endpoint.address(), "/api/quiet", "x", "Content-Encoding", "gzip");

        assertThat(packed.statusCode()).isEqualTo(415);
        assertThat(packed.body()).contains("gzip");
    }

    @Test
    void aBoundaryWithinAFormsTextIsText() throws Exception {
        String form =
                "--XX is not yet the beginning\r\n--XX \r\nContent-Disposition: form-data; name=\"parameters\"\r\n\r\n"
                        + "{\"name\": \"A--XXda --XX--\"}\r\n--XX--\r\n";

        HttpResponse<String> response =
                client.post(endpoint.address(), "/api/hello", form, "Content-Type", "multipart/form-data; boundary=XX");

        assertThat(json(response).path("output").asText()).isEqualTo("Hello, A--XXda --XX--!");
    }

    @Test
    void aFileThatWasOnlyTouchedIsNoNewCode() throws Exception {
        client.reloads.clear();
        Path script = folder.resolve("function_app.py");
        for (String part : new String[] {"function_app.py", "definition.json"}) {
            Files.setLastModifiedTime(folder.resolve(part), FileTime.fromMillis(1));
        }
        assertThat(client.post(endpoint.address(), "/api/quiet", "{}").statusCode())
                .isEqualTo(200);
        assertThat(client.reloads).isEmpty();

        Files.delete(script);
        try {
            assertThat(client.post(endpoint.address(), "/api/quiet", "{}").statusCode())
                    .isEqualTo(404);
            assertThat(client.reloads)
                    .singleElement()
                    .satisfies(code -> assertThat(code.item().scriptExists()).isFalse());
        } finally {
            Files.writeString(script, ServedTestItem.SOURCE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"t\u00f6k", "two words", " "})
    void aTokenThatCannotArriveIsRefusedAtOnce(String token) {
        assertThatThrownBy(() -> settings(InetAddress.getLoopbackAddress(), token, Set.of(), Circumstances.USUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("token");
    }

    @ParameterizedTest
    @CsvSource({"https://A.example/,https://a.example", "HTTP://localhost:3000,http://localhost:3000", "*,*"})
    void originsAreKeptAsBrowsersSpellThem(String given, String kept) {
        assertThat(settings(InetAddress.getLoopbackAddress(), null, Set.of(given), Circumstances.USUAL)
                        .origins())
                .containsExactly(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.example", "https://a.example/path", "https://"})
    void whatIsNoOriginIsRefused(String text) {
        assertThatThrownBy(() -> settings(InetAddress.getLoopbackAddress(), null, Set.of(text), Circumstances.USUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://example.com");
    }

    @Test
    void anAddressOfAnotherComputerIsSaidInPlainWords() {
        assertThatThrownBy(
                        () -> start(settings(InetAddress.getByName("192.0.2.1"), null, Set.of(), Circumstances.USUAL)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not have the address 192.0.2.1");
    }

    private String raw(String request) throws IOException {
        URI address = endpoint.address();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
