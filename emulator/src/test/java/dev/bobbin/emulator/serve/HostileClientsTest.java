package dev.bobbin.emulator.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.QuickEngine;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.standin.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that break the rules, over raw sockets; after each the endpoint answers a plain request. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileClientsTest {

    private static final int MANY = 2000;

    private static final List<String> BEGINNINGS = List.of(
            "POST /api/quiet HTTP/1.1\r\nHost: loc",
            "POST /api/quiet HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"na");

    @TempDir
    static Path workspace;

    private final ServedTestItem client = new ServedTestItem();
    private final List<Socket> unfinished = new ArrayList<>();
    private FunctionEngine engine;
    private LocalEndpoint endpoint;

    @BeforeAll
    void serve() throws IOException {
        Path folder = ServedTestItem.write(workspace);
        engine = QuickEngine.start();
        endpoint = LocalEndpoint.start(
                folder,
                Workspace.at(workspace.resolve("data")),
                Emulator.invoker(engine),
                EndpointSettings.onLoopback(0),
                client);
        for (String beginning : BEGINNINGS) {
            Socket socket = connect();
            unfinished.add(socket);
            send(socket, beginning);
        }
    }

    @AfterAll
    void end() throws IOException {
        for (Socket socket : unfinished) {
            socket.close();
        }
        endpoint.close();
        engine.close();
    }

    @AfterEach
    void aPlainRequestIsAnswered() throws Exception {
        assertThat(client.post(endpoint.address(), "/api/quiet", "{}").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "POST\r\n\r\n",
                "POST /api/quiet HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "POST /api/%zz HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}",
                "POST /api/quiet HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n{}",
                "POST /api/quiet HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n{}",
                "POST /api/quiet HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n",
                "POST /api/quiet HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 2\r\n\r\n{}",
                "\0\1\2\3\r\n\r\n"
            })
    void malformedRequestsAreRefusedOrCutOff(String request) throws Exception {
        client.forget();
        try (Socket socket = connect()) {
            send(socket, request);
            socket.shutdownOutput();

            assertThat(firstLine(socket)).doesNotContain(" 200 ");
        }
        assertThat(client.told()).isEmpty();
    }

    @Test
    void aHeaderWithoutEndIsCutOff() throws Exception {
        try (Socket socket = connect()) {
            send(socket, "POST /api/quiet HTTP/1.1\r\nHost: localhost\r\nX-Long: ");
            String piece = "x".repeat(64 * 1024);
            for (int i = 0; i < 16; i++) {
                send(socket, piece);
            }
            assertThat(firstLine(socket)).doesNotContain(" 200 ");
        } catch (SocketException cutOff) {
            assertThat(cutOff).isNotNull();
        }
    }

    /** They were begun before the other tests, which pass the time until they are cut off. */
    @Test
    @Order(Integer.MAX_VALUE)
    void requestsThatNeverArriveWholeAreCutOff() throws Exception {
        for (Socket socket : unfinished) {
            // Without a limit on the time for a whole request this would wait for ever.
            assertThat(firstLine(socket)).doesNotContain(" 200 ");
        }
    }

    @Test
    void manyOpenConnectionsHoldNobodyUp() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                sockets.add(connect());
            }
            for (Socket socket : sockets.subList(0, MANY / 2)) {
                send(socket, "POST /api/quiet HTTP/1.1\r\nHost");
            }
            assertThat(client.post(endpoint.address(), "/api/quiet", "{}").statusCode())
                    .isEqualTo(200);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void aClientThatLeavesDoesNotStopTheRun() throws Exception {
        client.forget();
        try (Socket socket = connect()) {
            String body = "{\"name\": \"gone\"}";
            send(
                    socket,
                    "POST /api/slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length() + "\r\n\r\n"
                            + body);
        }
        // Requests are carried out in the order of their turns, so once this one is answered the other has begun.
        assertThat(client.post(endpoint.address(), "/api/slow", "{\"name\": \"here\"}")
                        .statusCode())
                .isEqualTo(200);
        while (client.calls.size() < 2) {
            Thread.onSpinWait();
        }
        assertThat(client.told()).anySatisfy(call -> {
            assertThat(call.request().body()).contains("gone");
            assertThat(call.logs()).hasSize(2);
        });
    }

    @Test
    void callersThatDoNotReadTheirStreamsHoldNobodyUp() throws Exception {
        List<Socket> idle = new ArrayList<>();
        client.forget();
        try (LocalEndpoint narrow = narrow(2, Duration.ofHours(1))) {
            for (int i = 0; i < 3; i++) {
                idle.add(callerThatDoesNotRead(narrow, "pages"));
            }

            // Their functions end, so a third turn comes.
            assertThat(client.post(narrow.address(), "/api/quiet", "{}").statusCode())
                    .isEqualTo(200);
            // The history does not wait for them either.
            while (client.calls.size() < 4) {
                Thread.onSpinWait();
            }
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"one_piece", "long_text"})
    @Timeout(60)
    void aCallerThatStopsReadingIsLetGo(String function) throws Exception {
        try (LocalEndpoint impatient = narrow(2, Duration.ofMillis(300));
                Socket socket = callerThatDoesNotRead(impatient, function)) {
            assertThatThrownBy(() -> {
                        while (true) {
                            // Fails once the other side has closed the connection.
                            send(socket, "x");
                        }
                    })
                    .isInstanceOf(SocketException.class);
        }
    }

    private LocalEndpoint narrow(int callsAtOnce, Duration patience) throws IOException {
        return LocalEndpoint.start(
                workspace.resolve("Served.UserDataFunction"),
                Workspace.at(workspace.resolve("data")),
                Emulator.invoker(engine),
                EndpointSettings.onLoopback(0),
                client,
                callsAtOnce,
                patience);
    }

    /** @param function streams more than the system keeps between server and client */
    private static Socket callerThatDoesNotRead(LocalEndpoint endpoint, String function) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.port()));
        String body = "{\"megabytes\": 10, \"length\": 10000000}";
        send(
                socket,
                "POST /api/" + function + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body);
        return socket;
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), endpoint.port());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** The status line of the answer; empty when the connection was closed without one. */
    private static String firstLine(Socket socket) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        try {
            for (int b = in.read(); b >= 0 && b != '\r'; b = in.read()) {
                line.write(b);
            }
        } catch (SocketException reset) {
            return "";
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
