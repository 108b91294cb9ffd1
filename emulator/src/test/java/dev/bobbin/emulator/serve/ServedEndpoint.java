package dev.bobbin.emulator.serve;

import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.QuickEngine;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.EnginePool;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real item served over a real engine, for tests that call it over real sockets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServedEndpoint {

    @TempDir
    static Path workspace;

    final ServedTestItem client = new ServedTestItem();
    Path folder;
    LocalEndpoint endpoint;
    private EnginePool engine;

    @BeforeAll
    void serve() throws IOException {
        folder = ServedTestItem.write(workspace);
        engine = new EnginePool(QuickEngine::start, 2, 3);
        endpoint = start(EndpointSettings.onLoopback(0));
    }

    @AfterAll
    void end() {
        endpoint.close();
        engine.close();
    }

    @BeforeEach
    void forget() throws InterruptedException {
        client.forget();
    }

    final LocalEndpoint start(EndpointSettings settings) throws IOException {
        return LocalEndpoint.start(
                folder, Workspace.at(workspace.resolve("data")), Emulator.invoker(engine), settings, client);
    }

    static EndpointSettings settings(Duration timeLimit, String token, String... origins) {
        return new EndpointSettings(
                InetAddress.getLoopbackAddress(),
                0,
                ServiceProfiles.standard(),
                timeLimit,
                token,
                Set.of(origins),
                ExecutingUser.LOCAL,
                Circumstances.USUAL);
    }

    final HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return client.post(endpoint.address(), path, body, headers);
    }
}
