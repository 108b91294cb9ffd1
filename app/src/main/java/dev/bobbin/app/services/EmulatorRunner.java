package dev.bobbin.app.services;

import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.EngineChoice;
import dev.bobbin.app.workspace.FunctionRunner;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.invoke.EngineState;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.Invocation;
import dev.bobbin.emulator.invoke.InvocationListener;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.Invoker;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Runs functions in an engine, which starts in the background as soon as this is made. */
public final class EmulatorRunner implements FunctionRunner {

    private record Running(FunctionEngine engine, Invoker invoker) {}

    private final CompletableFuture<Running> running;

    /**
     * @param engine to start
     * @param states receives every state of the engine, on any thread
     */
    public EmulatorRunner(EngineChoice engine, Consumer<EngineState> states) {
        states.accept(new EngineState.WarmingUp());
        running = CompletableFuture.supplyAsync(() -> start(engine, states));
        running.exceptionally(failure -> {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            states.accept(new EngineState.Broken(
                    cause instanceof Exception known ? Reasons.of(known) : String.valueOf(cause.getMessage())));
            throw new IllegalStateException(cause);
        });
    }

    private static Running start(EngineChoice choice, Consumer<EngineState> states) {
        FunctionEngine engine = Emulator.engine(choice.name(), choice.options())
                .orElseThrow(() -> new IllegalStateException("there is no engine " + choice.name()));
        engine.warmUp();
        engine.onState(states);
        return new Running(engine, Emulator.invoker(engine));
    }

    @Override
    public void prepare(ItemCode code) {
        running.join().invoker().prepare(code);
    }

    @Override
    public Invocation start(ItemFolder item, ItemCode code, InvocationRequest request, InvocationListener listener)
            throws IOException {
        Workspace workspace = ItemWorkspace.of(item);
        return running.join().invoker().start(item, code, workspace, request, listener);
    }

    @Override
    public void close() {
        // Also when it is still starting: no process may be left behind.
        running.thenAccept(r -> r.engine().close());
    }
}
