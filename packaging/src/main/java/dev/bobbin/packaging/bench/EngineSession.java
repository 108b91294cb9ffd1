package dev.bobbin.packaging.bench;

import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.invoke.EngineState;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.Invoker;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.service.Status;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A new engine of that kind, and calls through it as the window makes them. */
final class EngineSession implements AutoCloseable {

    private static final long START_LIMIT_SECONDS = 120;

    private final FunctionEngine engine;
    private final Invoker invoker;
    private final ItemFolder item;
    private final Workspace workspace;

    private EngineSession(FunctionEngine engine, ItemFolder item, Workspace workspace) {
        this.engine = engine;
        this.invoker = Emulator.invoker(engine);
        this.item = item;
        this.workspace = workspace;
    }

    /** @throws IOException when this computer has no such engine */
    static EngineSession of(String engine, Path item) throws IOException {
        ItemFolder folder = ItemReader.read(item);
        return new EngineSession(
                Emulator.engine(engine).orElseThrow(() -> new IOException("There is no engine " + engine + ".")),
                folder,
                Workspace.of(folder));
    }

    /** The item's code as it lies on disk. */
    ItemCode code() {
        return ItemCode.of(item);
    }

    /** The same code after a key was pressed: a text the engine has not seen. */
    ItemCode edited() {
        ItemCode code = code();
        return new ItemCode(code.script(), code.text() + "# " + UUID.randomUUID() + "\n", code.libraries());
    }

    /** Starts the engine and waits until it says that it is ready, with no code loaded yet. */
    void warmUp() throws IOException {
        CompletableFuture<EngineState> settled = new CompletableFuture<>();
        engine.onState(state -> {
            if (state instanceof EngineState.Ready || state instanceof EngineState.Broken) {
                settled.complete(state);
            }
        });
        engine.warmUp();
        try {
            if (settled.get(START_LIMIT_SECONDS, TimeUnit.SECONDS) instanceof EngineState.Broken(String reason)) {
                throw new IOException(reason);
            }
        } catch (TimeoutException e) {
            throw new IOException("The engine was not ready after " + START_LIMIT_SECONDS + " s.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the engine started.", e);
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    /** Calls a function, which must succeed, and gives its output as JSON text. */
    String call(ItemCode code, String function, String body) throws IOException {
        InvocationRequest request = new InvocationRequest(
                UUID.randomUUID().toString(), function, body, ServiceProfiles.standard(), null, ExecutingUser.LOCAL);
        InvocationResult result =
                invoker.start(item, code, workspace, request, _ -> {}).result().join();
        if (result instanceof InvocationResult.Answered answered
                && answered.envelope().status() == Status.SUCCEEDED) {
            return answered.envelope().outputJson();
        }
        throw new IOException("The function " + function + " did not succeed: " + result);
    }

    @Override
    public void close() {
        engine.close();
    }
}
