package dev.bobbin.packaging.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.service.Status;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** An item whose functions are a resource of this package, in the user's own Python. */
final class FunctionItem implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ItemFolder item;
    private final Workspace workspace;
    private final FunctionEngine engine;

    /** @param folder an empty one for the item and its data */
    FunctionItem(Path folder, String resource) throws IOException {
        Path root = Files.createDirectories(folder.resolve("Bench.UserDataFunction"));
        try (InputStream text = FunctionItem.class.getResourceAsStream(resource)) {
            if (text == null) {
                throw new IOException("The benchmark's functions are missing from the jar.");
            }
            Files.write(root.resolve(ItemFolder.SCRIPT), text.readAllBytes());
        }
        this.item = ItemReader.read(root);
        this.workspace = Workspace.at(folder.resolve("data"));
        this.engine = Emulator.engine("cpython").orElseThrow();
    }

    /** The folder of the stand-ins. */
    Path standIns() {
        return workspace.standIns();
    }

    /**
     * Calls a function and gives its output.
     *
     * @throws IOException when it does not succeed
     */
    JsonNode call(String function, String body) throws IOException {
        return call(engine, item, workspace, function, body);
    }

    /** Calls a function of an item on an engine, see {@link #call(String, String)}. */
    static JsonNode call(FunctionEngine engine, ItemFolder item, Workspace workspace, String function, String body)
            throws IOException {
        InvocationRequest request = new InvocationRequest(
                UUID.randomUUID().toString(),
                function,
                body,
                ServiceProfiles.standard(),
                PATIENCE,
                ExecutingUser.LOCAL);
        InvocationResult result = Emulator.invoker(engine)
                .start(item, ItemCode.of(item), workspace, request, line -> {})
                .result()
                .join();
        if (result instanceof InvocationResult.Answered answered
                && answered.envelope().status() == Status.SUCCEEDED) {
            return JSON.readTree(answered.envelope().outputJson());
        }
        throw new IOException("The function '" + function + "' of the benchmark failed: " + result);
    }

    @Override
    public void close() {
        engine.close();
    }
}
