package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.bobbin.emulator.invoke.ItemCode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code requests}, which the SDK brings along, in every engine; against servers of this machine. */
abstract class RequestsContract extends EngineFixture {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final CountDownLatch closing = new CountDownLatch(1);
    private HttpServer http;
    private HttpsServer https;
    private Path certificate;

    @BeforeAll
    void startServers() throws Exception {
        http = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        http.createContext("/echo", RequestsContract::echo);
        http.createContext("/missing", exchange -> answer(exchange, 404, "nothing here"));
        http.createContext("/never", this::neverAnswer);
        http.setExecutor(work -> Thread.ofVirtual().start(work));
        http.start();
        TestCertificate made = TestCertificate.forLocalhost(folder);
        certificate = made.certificate();
        SSLContext context = made.context();
        https = HttpsServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context));
        https.createContext("/echo", RequestsContract::echo);
        https.setExecutor(work -> Thread.ofVirtual().start(work));
        https.start();
    }

    @AfterAll
    void stopServers() {
        closing.countDown();
        http.stop(0);
        https.stop(0);
    }

    @Test
    void requestsCallsAnApi() {
        assertThat(run("""
                with requests.Session() as session:
                    session.headers["X-Key"] = "k1"
                    answer = session.post(http + "/echo", json={"name": "Ä"}, params={"q": "a b"}, timeout=30)
                    again = session.get(http + "/echo", timeout=30)
                    return [answer.status_code, answer.ok, answer.headers["Content-Type"], answer.json(), again.json()["method"]]
                """).toString())
                .isEqualTo("[200,true,\"application/json\",{\"method\":\"POST\",\"query\":\"q=a+b\",\"key\":\"k1\","
                        + "\"body\":\"{\\\"name\\\": \\\"\\\\u00c4\\\"}\"},\"GET\"]");
    }

    @Test
    void failuresOfRequestsAreItsOwnClasses() {
        assertThat(run("""
                import requests.exceptions
                import urllib3.exceptions
                def outcome(call):
                    try:
                        call().raise_for_status()
                    except requests.exceptions.RequestException as error:
                        return type(error).__name__
                def refused():
                    with socket.socket() as taken:  # a port nobody listens at
                        taken.bind(("127.0.0.1", 0))
                        return requests.get("http://127.0.0.1:%d/" % taken.getsockname()[1], timeout=30)
                return [
                    outcome(lambda: requests.get(http + "/missing", timeout=30)),
                    outcome(lambda: requests.get(http + "/never", timeout=0.2)),
                    outcome(refused),
                    outcome(lambda: requests.get("no address")),
                    requests.ConnectionError is requests.exceptions.ConnectionError,
                    requests.packages.urllib3.exceptions.HTTPError is urllib3.exceptions.HTTPError,
                ]
                """).toString())
                .isEqualTo("[\"HTTPError\",\"ReadTimeout\",\"ConnectionError\",\"MissingSchema\",true,true]");
    }

    @Test
    void requestsChecksCertificates() {
        assertThat(run("""
                def status(**options):
                    try:
                        return requests.get(https + "/echo", timeout=30, **options).status_code
                    except requests.exceptions.SSLError:
                        return "refused"
                return [status(), status(verify=certificate), status(verify=False)]
                """).toString()).isEqualTo("[\"refused\",200,200]");
    }

    @Test
    void requestsGoesThroughAProxyOfTheEnvironment() {
        assertThat(run("""
                import os
                os.environ["http_proxy"] = http
                try:
                    return requests.get("http://fabric.invalid/echo?x=1", timeout=30).json()["query"]
                finally:
                    del os.environ["http_proxy"]
                """).asText()).isEqualTo("x=1");
    }

    @Test
    void aWheelOfTheItemIsTakenInstead() throws IOException {
        Path wheel = folder.resolve("requests-99.0-py3-none-any.whl");
        try (OutputStream file = Files.newOutputStream(wheel);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("requests/__init__.py"));
            zip.write("__version__ = '99.0'\n".getBytes(StandardCharsets.UTF_8));
        }
        ItemCode code = code("return requests.__version__");

        ItemCode withWheel = new ItemCode(code.script(), code.text(), List.of(wheel));

        assertThat(answered(rig.call(withWheel, "work", "{}")).outputJson()).isEqualTo("\"99.0\"");
    }

    @Test
    void whatBobbinBringsComesLast() {
        assertThat(run("""
                import importlib.metadata, sys
                return sorted(found.name for found in importlib.metadata.distributions(path=[sys.path[-1]]))
                """).toString()).isEqualTo("[\"certifi\",\"idna\",\"requests\",\"urllib3\"]");
    }

    /** Runs the body of a function that finds the addresses of the servers in {@code http} and {@code https}. */
    JsonNode run(String body) {
        try {
            return JSON.readTree(answered(rig.call(code(body), "work", "{}")).outputJson());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private ItemCode code(String body) {
        return rig.code("""
                import socket
                import warnings
                import requests
                warnings.simplefilter("ignore")
                http = "http://127.0.0.1:%d"
                https = "https://localhost:%d"
                certificate = %s

                @udf.function()
                def work() -> list:
                %s
                """.formatted(
                        http.getAddress().getPort(),
                        https.getAddress().getPort(),
                        JSON.valueToTree(certificate.toString()),
                        body.indent(4)));
    }

    private void neverAnswer(HttpExchange exchange) {
        try (exchange) {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void echo(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = exchange.getRequestURI().getRawQuery();
        String key = exchange.getRequestHeaders().getFirst("X-Key");
        answer(
                exchange,
                200,
                JSON.createObjectNode()
                        .put("method", exchange.getRequestMethod())
                        .put("query", query)
                        .put("key", key)
                        .put("body", body)
                        .toString());
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
